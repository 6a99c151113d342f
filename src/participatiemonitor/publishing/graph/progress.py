"""What the user sees while the book is being made."""

from __future__ import annotations

import os
import sys
import threading
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

_WIDTH = 80


class _Console(Console):
    """A console that falls silent when its reader leaves: what is being made is finished."""

    def on_broken_pipe(self) -> None:
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class BuildProgress:
    """A progress bar on a terminal, plain lines everywhere else.

    Used as a context manager. The methods may be called from any thread.

    Parameters
    ----------
    console : rich.console.Console, optional
        Where to write; standard output when left out.
    making : str, optional
        What is being done, beside the bar.
    """

    def __init__(self, console: Console | None = None, making: str = "Het boek maken") -> None:
        self.console = console or _Console(highlight=False, soft_wrap=True)
        # Of a terminal without a width, rich would write nothing at all.
        self.console.width = self.console.width or _WIDTH
        self._bar = Progress(
            TextColumn(making),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[busy]}", style="dim", markup=False),
            console=self.console,
            disable=not self.console.is_terminal,
        )
        self._task = self._bar.add_task("", total=None, busy="")
        self._lock = threading.Lock()
        self._started: dict[str, float] = {}
        self._queued = 0

    def __enter__(self) -> BuildProgress:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def queued(self, name: str) -> None:
        """One more thing will be made."""
        with self._lock:
            self._queued += 1
            self._bar.update(self._task, total=self._queued)

    def started(self, name: str) -> None:
        """Work on it begins."""
        with self._lock:
            self._started[name] = time.monotonic()
            self._show()

    def finished(self, name: str, *, success: bool) -> None:
        """Work on it has ended."""
        with self._lock:
            seconds = f"{time.monotonic() - self._started.pop(name):.1f}".replace(".", ",")
            mark, style = ("✓", "green") if success else ("✗", "red")
            self.console.print(f"  {mark} {name} ({seconds} s)", style=style, markup=False)
            self._bar.advance(self._task)
            self._show()

    def _show(self) -> None:
        self._bar.update(self._task, busy=", ".join(self._started))
