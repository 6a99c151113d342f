"""What tasks depend on and make, as pytask sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Inputs:
    """Something tasks depend on, as it was when the run began.

    pytask asks for states again after a task. A file that is edited while a notebook runs would
    then count as processed, and the change would be lost; a digest taken once, beforehand, can
    only lead to one run too many.

    Attributes
    ----------
    name : str
        Unique in the graph, and the same in each run.
    digest : str
        Changes when the content changes.
    """

    name: str
    digest: str
    attributes: dict[Any, Any] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Identity in the graph."""
        return _sha256(self.name)

    def state(self) -> str:
        """Return the digest."""
        return self.digest

    def load(self, is_product: bool = False) -> str:
        """Return the name: tasks read the files themselves."""
        return self.name

    def save(self, value: Any) -> None:
        """Refuse: inputs are not made by tasks."""
        raise NotImplementedError(self.name)


@dataclass(frozen=True)
class Folder:
    """A folder that a task makes, with everything in it.

    Attributes
    ----------
    name : str
    folder : pathlib.Path
    """

    name: str
    folder: Path
    attributes: dict[Any, Any] = field(default_factory=dict)

    @property
    def signature(self) -> str:
        """Identity in the graph."""
        return _sha256(self.name)

    def state(self) -> str | None:
        """Digest of all files, None when the folder is not there."""
        if not self.folder.is_dir():
            return None
        return digest_files(self.folder, (self.folder,))

    def load(self, is_product: bool = False) -> Path:
        """Return the path."""
        return self.folder

    def save(self, value: Any) -> None:
        """Refuse: the task fills the folder itself."""
        raise NotImplementedError(self.name)


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
