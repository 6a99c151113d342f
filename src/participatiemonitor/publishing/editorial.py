"""Editorial files: what an editor wrote for one survey round, ``editorial/<slot>.md``.

They hold authored prose and words that are computed, and nothing that acts: what is not in the
list below is refused by the parser that makes the pages, before anything is executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from participatiemonitor.files.faults import Checked, Fault, InvalidWave, refuse
from participatiemonitor.files.signs import forbidden_sign
from participatiemonitor.files.text_files import read_text

FOLDER = "editorial"
LARGEST = 100_000  # bytes
# The slot whose file holds the terms of the glossary.
GLOSSARY = "begrippen"
# Slots whose files are boxes, by how they begin.
BOXES = ("portret", "kader", "stem")
SLOT = "[a-z0-9]+(?:-[a-z0-9]+)*"
ROLES = ("m", "cite:p", "cite:t", "term", "numref")
_EXTENSIONS = {"attrs_block", "attrs_inline", "colon_fence", "deflist", "fieldlist", "tasklist"}
_BLOCKS = ("heading", "paragraph", "bullet_list", "ordered_list", "list_item", "blockquote")
_DEFINED = ("dl", "dt", "dd")
_INLINES = frozenset((
    "text", "text_special", "softbreak", "hardbreak", "code_inline", "em_open", "em_close",
    "strong_open", "strong_close", "link_open", "link_close"))
_PROSE = ("koppen, alinea's, nadruk, lijsten, links en de rollen "
          + ", ".join(f"{{{role}}}" for role in ROLES))


def read_editorial(wave: Path) -> dict[str, str]:
    """Read the editorial files of a survey round.

    Parameters
    ----------
    wave : pathlib.Path
        Its folder.

    Returns
    -------
    dict of str to str
        The text of each, by slot; none where the round has no such files.

    Raises
    ------
    InvalidWave
        When a file has another name than a slot can have, or holds no text.
    """
    return readable_editorial(wave).sound()


def readable_editorial(wave: Path) -> Checked[dict[str, str]]:
    """Read those editorial files of a round that can be read, with the faults of the others."""
    files: dict[str, str] = {}
    faults: list[Fault] = []
    for path in editorial_files(wave):
        name = f"{FOLDER}/{path.name}"
        if not re.fullmatch(rf"{SLOT}\.md", path.name):
            faults.append(Fault(name, None, None, path.name, "een naam van kleine letters, cijfers "
                                "en streepjes, met .md erachter", "bestand"))
            continue
        try:
            files[path.stem] = read_text(path, LARGEST)
        except InvalidWave as error:
            faults += (replace(fault, file=name) for fault in error.faults)
    return Checked(files, tuple(faults))


def editorial_files(wave: Path) -> list[Path]:
    """The editorial files in the folder of a survey round, as they are named."""
    folder = wave / FOLDER
    return sorted(path for path in folder.iterdir()
                  if not path.name.startswith(".")) if folder.is_dir() else []


def is_box(slot: str) -> bool:
    """Whether the file of a slot is a box."""
    return slot.partition("-")[0] in BOXES and "-" in slot


def check_editorial(files: Mapping[str, str], slots: set[str]) -> None:
    """See that editorial files hold prose only, and that a notebook uses each.

    Parameters
    ----------
    files : mapping of str to str
        Their texts, by slot.
    slots : set of str
        Those that notebooks have.

    Raises
    ------
    InvalidWave
        With every fault: file, line, what stands there and what may.
    """
    refuse(editorial_faults(files, slots))


def editorial_faults(files: Mapping[str, str], slots: set[str]) -> list[Fault]:
    """The faults that `check_editorial` refuses."""
    unused = (Fault(file_name(slot), None, None, slot, "een plaats die een notebook heeft: "
                    + (", ".join(sorted(slots)) or "er zijn er geen"), "plaats")
              for slot in files if slot not in slots)
    return [*unused, *(fault for slot, text in files.items() for fault in _faults(slot, text))]


def file_name(slot: str) -> str:
    """The file of a slot, as messages name it."""
    return f"{FOLDER}/{slot}.md"


def prose_parser() -> MarkdownIt:
    """The parser that makes the pages, for who looks at what it finds."""
    from myst_parser.config.main import MdParserConfig
    from myst_parser.parsers.mdit import create_md_parser

    return create_md_parser(MdParserConfig(enable_extensions=_EXTENSIONS), _Silent)


def _faults(slot: str, text: str) -> Iterator[Fault]:
    lines = text.splitlines()
    for row, line in enumerate(lines, start=1):
        if sign := forbidden_sign(line):
            yield Fault(file_name(slot), row, None, sign, "tekst zonder besturingstekens")
        if "{{" in line:
            yield Fault(file_name(slot), row, None, line.strip(),
                        "geen dubbele accolades: schrijf de naam of het jaar zelf")
    if is_box(slot) and not re.match(r"# +\S", text):
        yield Fault(file_name(slot), 1, None, "".join(lines[:1]), "# en de titel van het kader")
    if not text.strip():
        yield Fault(file_name(slot), None, None, text, _PROSE)
    parser = prose_parser()
    row = 1
    refused: dict[tuple[int, str], None] = {}  # a line with two faults of a kind is named once
    for token in parser.parse(text):
        row = token.map[0] + 1 if token.map else row
        refused |= dict.fromkeys(_refused(slot, token, row))
    yield from (Fault(file_name(slot), line, None, lines[line - 1].strip(), expected)
                for line, expected in refused)


def _refused(slot: str, token: Token, row: int) -> Iterator[tuple[int, str]]:
    """Lines of what a token holds and may not, with what is expected there."""
    if token.type == "inline":
        for child in token.children or ():
            role = child.meta.get("name") if child.type == "myst_role" else None
            if not (child.type in _INLINES or role in ROLES) or _has_attributes(child):
                yield row, _PROSE
            row += child.type in ("softbreak", "hardbreak")
        return
    kind = token.type.removesuffix("_open").removesuffix("_close")
    if slot == GLOSSARY and not token.level and kind != "dl" and token.nesting >= 0:
        yield row, "een begrip op een regel, en daaronder : met wat het betekent"
    elif kind not in (_BLOCKS + _DEFINED if slot == GLOSSARY else _BLOCKS) \
            or _has_attributes(token):
        yield row, _PROSE
    elif token.type == "heading_open":
        if is_box(slot) and row > 1:
            yield row, "geen kop binnen een kader, na de titel"
        elif token.tag == "h1" and not is_box(slot):
            yield row, "een kop met ## of ###; # is de titel van een hoofdstuk"


def _has_attributes(token: Token) -> bool:
    """Whether an author gave it a class, a name or a look; links and lists have their own."""
    return bool(set(token.attrs) - {"href", "title", "start"})


class _Silent:
    """What a parser wants of one that renders; nothing is rendered here."""

    __output__ = "html"

    def __init__(self, _parser: object) -> None:
        self.rules: dict[str, object] = {}
