"""What notebooks ask for, read from their text before they run.

Of the results besides the table: nets, unions of domains, differences, so that a build computes it
once for all of them; what is not seen here is computed by the notebook that asks for it. And of
the codebook: its figures and tables, so that those that no notebook shows get a place. And of the
studies: of which the example is shown, so that it is computed, and what of it, so that it is drawn.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.survey.codebook import Codebook

_CALLED = re.compile(r"\bm\.(figure|table)\(\s*(?:number\s*=\s*)?(\d+)")
_STUDY = re.compile(r"""\bstudy_(\w+)\(\s*["']([a-z_]+)["'](?:\s*,\s*["']([a-z0-9-]+)["'])?""")
_NET = re.compile(r"\.([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_WHOLE = re.compile(r"([a-z0-9_]+)\.\*")
_UNION = re.compile(r"/([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_DIFFERENCE = re.compile(r'differences_table\(\s*"([^"]+)",\s*"([^"]+)"')


@dataclass(frozen=True)
class Asked:
    """What notebooks ask for.

    Attributes
    ----------
    nets, unions : tuple of str
        Options and strata, joined by ``+``.
    differences : tuple of pairs of str
        Populations that are compared.
    wholes : tuple of str
        Questions of which the net of all options but the exclusive one is asked.
    """

    nets: tuple[str, ...]
    unions: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]
    wholes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What notebooks show of the example of a study.

    Attributes
    ----------
    study : str
        Its name.
    figures, tables : tuple of str
        By name, in order and each once; none where there are words alone.
    """

    study: str
    figures: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()


def asked(files: Iterable[Path]) -> Asked:
    """Read what notebooks and editorial files ask for.

    Parameters
    ----------
    files : iterable of pathlib.Path

    Returns
    -------
    Asked
    """
    text = _text(files).replace('\\"', '"')
    return Asked(*(tuple(sorted(set(pattern.findall(text))))
                   for pattern in (_NET, _UNION, _DIFFERENCE, _WHOLE)))


def called(notebooks: Iterable[Path]) -> set[tuple[str, int]]:
    """The figures and tables that notebooks show, as ``figure`` or ``table`` with its number."""
    return {(kind, int(number)) for kind, number in _CALLED.findall(_text(notebooks))}


def unplaced(codebook: Codebook, notebooks: Iterable[Path]) -> dict[str, list[str]]:
    """The figures and tables that no notebook shows, by the section they are for.

    Parameters
    ----------
    codebook : Codebook
    notebooks : iterable of pathlib.Path
        All of the book.

    Returns
    -------
    dict of str to list of str
        The calls, ``figure(13)``, the figures first and in order.
    """
    shown = called(notebooks)
    found: dict[str, list[str]] = {}
    for kind, entries in (("figure", codebook.figures), ("table", codebook.tables)):
        for number, entry in sorted(entries.items()):
            # What was not asked, and has no place, needs none.
            if (kind, number) not in shown and codebook.as_asked(entry).questions:
                found.setdefault(entry.section, []).append(f"{kind}({number})")
    return found


def examples_shown(notebooks: Iterable[Path]) -> tuple[Shown, ...]:
    """What notebooks show of the examples of studies, a study each."""
    calls = _STUDY.findall("\n".join(map(_cells, notebooks)))
    return tuple(Shown(study, *(tuple(dict.fromkeys(
        name for shown, of, name in calls if (shown, of) == (kind, study)))
        for kind in ("figure", "table"))) for study in sorted({of for _, of, _ in calls}))


def _cells(notebook: Path) -> str:
    """What stands in the cells of a notebook; nothing where it cannot be read."""
    try:
        cells = json.loads(_text([notebook]))["cells"]
        return "\n".join("".join(cell["source"]) for cell in cells)
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""


def _text(files: Iterable[Path]) -> str:
    """As it stands in the files: one that cannot be read is reported by who executes it."""
    return "\n".join(path.read_text("utf-8", "replace") for path in files if path.is_file())
