"""What tasks depend on and make, as pytask sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Node:
    """Something that tasks depend on or make.

    Attributes
    ----------
    name : str
        Unique in the graph, and the same in each run.
    state : callable
        Tells the digest of the content, None when there is nothing.
    """

    name: str
    state: Callable[[], str | None]
    attributes: dict[Any, Any] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Identity in the graph."""
        return _sha256(self.name)

    def load(self, is_product: bool = False) -> str:
        """Return the name: tasks find the content themselves."""
        return self.name

    def save(self, value: Any) -> None:
        """Refuse: tasks make the content themselves."""
        raise NotImplementedError(self.name)


def inputs(name: str, digest: str) -> Node:
    """Something tasks depend on, as it was when the run began.

    pytask asks for states again after a task. A file that is edited while a notebook runs would
    then count as processed, and the change would be lost; a digest taken once, beforehand, can
    only lead to one run too many.

    Parameters
    ----------
    name : str
    digest : str
        Changes when the content changes.

    Returns
    -------
    Node
    """
    return Node(name, lambda: digest)


def folder(name: str, path: Path) -> Node:
    """A folder that a task makes, with everything in it.

    Parameters
    ----------
    name : str
    path : pathlib.Path

    Returns
    -------
    Node
    """
    return Node(name, lambda: digest_files(path, [path]) if path.is_dir() else None)


def digest_files(root: Path, paths: Iterable[Path]) -> str:
    """Digest names and contents of files.

    Parameters
    ----------
    root : pathlib.Path
        Names count from here, so that a project may be moved.
    paths : iterable of pathlib.Path
        Files or folders; a folder stands for all files in it, a missing path for nothing.

    Returns
    -------
    str
        SHA-256 in hexadecimal form.
    """
    files = {file for path in paths for file in ([path] if path.is_file() else _files(path))}
    lines = (
        f"{file.relative_to(root).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for file in sorted(files)
    )
    return _sha256("\n".join(lines))


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    ]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
