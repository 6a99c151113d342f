"""`monitor serve`: show the built book on this computer."""

from __future__ import annotations

import errno
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.survey.project import Project


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a log line for each."""

    def log_message(self, *_args: object) -> None:
        pass


def open_server(project: Project, year: int, port: int) -> ThreadingHTTPServer:
    """Open a server for the built book, on this computer only.

    Parameters
    ----------
    project : Project
    year : int
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
    html = project.build(year) / "html"
    if not (html / "index.html").is_file():
        raise InputError(
            f"{html}: het boek van {year} is nog niet gemaakt. Maak het met: monitor build {year}"
        )
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(_QuietHandler, directory=str(html)))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise RunError(
            f"Poort {port} is bezet of niet toegestaan. Kies een andere: "
            f"monitor serve {year} --port {port + 1}"
        ) from error
