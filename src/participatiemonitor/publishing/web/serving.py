"""`monitor serve`: show the built books of a project on this computer."""

from __future__ import annotations

import errno
import re
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.project import Project
from participatiemonitor.publishing.edition import HTML, Edition
from participatiemonitor.publishing.page_list import NOT_FOUND
from participatiemonitor.publishing.policy import HEADERS

# Of everything that is made for a round, its site alone is for readers.
_SITE = re.compile(rf"/([1-9][0-9]{{3}})/{HTML}(?=/|$)")


class _Handler(SimpleHTTPRequestHandler):
    """Serves sites without a log line for each file, and a page of the book for wrong addresses.

    Parameters
    ----------
    *arguments : object
    front : Edition
        Where the root leads, and whose page wrong addresses outside every site get.
    """

    def __init__(self, *arguments: Any, front: Edition) -> None:
        self._front = front
        super().__init__(*arguments, directory=str(front.folder.parent))

    def log_message(self, *_args: object) -> None:
        pass

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> BytesIO | BinaryIO | None:
        if urlsplit(self.path).path == "/":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{self._front.id}/{HTML}/index.html")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        if self._year() is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def send_error(self, code: int, *told: str | None) -> None:
        if code == HTTPStatus.NOT_FOUND:
            for year in (self._year(), self._front.id):
                page = Path(self.directory, str(year), HTML, NOT_FOUND)
                if page.is_file():
                    self.error_message_format = page.read_text("utf-8").replace("%", "%%")
                    break
        super().send_error(code, *told)

    def _year(self) -> str | None:
        """The round of the project in whose site the address is, if there is one."""
        place = Path(self.translate_path(self.path)).relative_to(self.directory).as_posix()
        site = _SITE.match(f"/{place}")
        years = map(str, self._front.project.years())
        return site[1] if site and site[1] in years else None


def newest_built(project: Project) -> int | None:
    """The newest round that has a book; None where none has."""
    built = (year for year in reversed(project.years())
             if (project.build(year) / HTML / "index.html").is_file())
    return next(built, None)


def open_server(front: Edition, port: int) -> ThreadingHTTPServer:
    """Open a server for the built books of a project, on this computer only.

    Each has the address that it has on a disk, below the folder of all, so that links between
    them arrive.

    Parameters
    ----------
    front : Edition
        The one that readers come to first.
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
    if not front.landing_page.is_file():
        raise InputError(
            f"{front.landing_page.parent}: het boek van {front.id} is nog niet gemaakt. Maak het "
            f"met: monitor build {front.id}"
        )
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, front=front))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise RunError(
            f"Poort {port} is bezet of niet toegestaan. Kies een andere, of laat de computer "
            f"kiezen: monitor serve {front.id} --port 0"
        ) from error
