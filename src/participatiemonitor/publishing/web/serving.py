"""`monitor serve`: show the built book on this computer."""

from __future__ import annotations

import errno
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.publishing.edition import Edition
from participatiemonitor.publishing.page_list import NOT_FOUND
from participatiemonitor.publishing.policy import HEADERS


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a log line for each, and a page of the book for wrong addresses."""

    def log_message(self, *_args: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *told: str | None) -> None:
        page = Path(self.directory, NOT_FOUND)
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self.error_message_format = page.read_text("utf-8").replace("%", "%%")
        super().send_error(code, *told)


def open_server(edition: Edition, port: int) -> ThreadingHTTPServer:
    """Open a server for the built book, on this computer only.

    Parameters
    ----------
    edition : Edition
    port : int
        0 for any free port.

    Returns
    -------
    http.server.ThreadingHTTPServer
        Call its ``serve_forever``; close it afterwards.

    Raises
    ------
    InputError
        When the book has not been built.
    RunError
        When the port is taken.
    """
    html = edition.folder / "html"
    if not (html / "index.html").is_file():
        raise InputError(
            f"{html}: het boek van {edition.id} is nog niet gemaakt. Maak het met: "
            f"monitor build {edition.id}"
        )
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(html)))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise RunError(
            f"Poort {port} is bezet of niet toegestaan. Kies een andere, of laat de computer "
            f"kiezen: monitor serve {edition.id} --port 0"
        ) from error
