"""Where the project lives: every path is derived from its top folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.errors import InputError


@dataclass(frozen=True)
class Project:
    """A checkout of the monitor.

    Attributes
    ----------
    root : pathlib.Path
        The top folder, the one that holds ``_toc.yml``.
    """

    root: Path

    @property
    def waves(self) -> Path:
        """Folder with one subfolder for each survey round."""
        return self.root / "data" / "waves"

    @property
    def published(self) -> Path:
        """Folder with what the source documents published."""
        return self.root / "data" / "published"

    def wave(self, year: int) -> Path:
        """Folder of one survey round."""
        return self.waves / str(year)

    def known_wave(self, year: int) -> Path:
        """Folder of a survey round that is there.

        Parameters
        ----------
        year : int

        Returns
        -------
        pathlib.Path

        Raises
        ------
        InputError
            When there is no such round; the message lists those there are.
        """
        folder = self.wave(year)
        if not folder.is_dir():
            known = ", ".join(map(str, self.years())) or "geen"
            raise InputError(
                f"Er is geen peiling {year}: {folder.relative_to(self.root)} ontbreekt. "
                f"Peilingen die er zijn: {known}."
            )
        return folder

    def build(self, edition: str | int) -> Path:
        """Folder for everything that is made for one edition, by its name."""
        return self.root / "_build" / str(edition)

    def years(self) -> list[int]:
        """Survey rounds in the data folder, oldest first."""
        # Python takes more for a number than names a year: ``²``, ``٢٠١١``, ``02011``.
        return sorted(
            int(path.name)
            for path in (self.waves.iterdir() if self.waves.is_dir() else ())
            if path.is_dir() and re.fullmatch("[1-9][0-9]{3}", path.name)
        )

    def earlier(self, year: int) -> tuple[int, ...]:
        """Survey rounds before that of a year, oldest first."""
        return tuple(one for one in self.years() if one < year)


def find_project(start: Path | None = None) -> Project:
    """Find the project that a folder belongs to.

    Parameters
    ----------
    start : pathlib.Path, optional
        Folder to look from, upwards; the current folder when left out.

    Returns
    -------
    Project

    Raises
    ------
    InputError
        When neither `start` nor a folder above it is a project.
    """
    origin = (start or Path.cwd()).resolve()
    for folder in (origin, *origin.parents):
        if (folder / "_toc.yml").is_file() and (folder / "data" / "waves").is_dir():
            return Project(folder)
    raise InputError(
        f"{origin}: hier staat geen monitor. Verwacht: een map met _toc.yml en data/waves, "
        "hier of in een map hierboven. Ga naar de map van het project en probeer het opnieuw."
    )
