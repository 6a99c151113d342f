r"""Text from data, made safe for each place it goes: whatever it says, it is never markup.

Answers, names, labels, titles, notes, statements, parameters and the contents of files pass one
of these functions before they meet Markdown, HTML, Typst, a drawing, a spreadsheet or a terminal.
What authors write in chapters and editorial files is prose, and does not come here.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Container

# Blanks, among them all that somebody takes for the end of a line; not those that may not break.
_BLANKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
# What MyST reads as markup anywhere, also with the extensions that this book does without.
_INLINE = re.compile(r"[&<>\"\\`*_{}\[\]|~^$]")
# What it reads as markup at the start of a line: headings, lists, comments, targets, options.
_OPENING = re.compile(r"^(\d*)([#%(+:=@!.)-])")
# What a spreadsheet may take for a formula, at the start of a cell; also after a semicolon or
# tab, which are what separates cells where the comma is a decimal sign. See OWASP, CSV injection.
_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r\n＝＋－＠])")
# Signs that steer a terminal, or turn the order of what is read, and the halves of a pair.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What a cell of a workbook can hold.
_CELL = 32_767


class Markup(str):
    """Markdown that this program made itself, from pieces that were made safe."""

    __slots__ = ()


def one_line(text: object) -> str:
    """Text without line breaks and without more than one blank in a row."""
    return _BLANKS.sub(" ", str(text)).strip(" ")


def markdown(text: object) -> Markup:
    """Text in MyST Markdown: as a piece of a line, a line, a cell, or an attribute in quotes.

    Signs are written as entities, which are text in each of these places, and in HTML too.

    Parameters
    ----------
    text : object
        `Markup` comes back as it is.

    Returns
    -------
    Markup
    """
    if isinstance(text, Markup):
        return text
    escaped = _INLINE.sub(lambda sign: _HTML.get(sign[0]) or _entity(sign[0]), one_line(text))
    return Markup(_OPENING.sub(lambda start: start[1] + _entity(start[2]), escaped))


def option(text: object) -> str:
    """Text as the value of an option of a directive, quotes included."""
    escaped = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def html(text: object) -> str:
    """Text as content or as the value of an attribute, between double quotes."""
    return re.sub('[&<>"]', lambda sign: _HTML[sign[0]], str(text))


def typst(text: object) -> str:
    """Text as a string literal of Typst, quotes included; blanks at its ends stay."""
    joined = re.sub(r"[^\S\u00a0\u202f]+", " ", str(text))  # blanks that hold words together stay
    escaped = joined.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def drawing(text: object, width: int, lines: int, letters: Container[int]) -> str:
    """Text for a drawing: no larger than its place, without letters that cannot be drawn.

    Parameters
    ----------
    text : object
    width : int
        Letters on a line; a longer word is broken.
    lines : int
        What does not fit on them is left out, which an ellipsis tells.
    letters : container of int
        The letters that can be drawn, by code; in place of another stands ``□``.

    Returns
    -------
    str
    """
    drawn = "".join(sign if ord(sign) in letters else "□" for sign in one_line(text))
    return "\n".join(textwrap.wrap(drawn, width, max_lines=lines, placeholder="…"))


def spreadsheet(text: str) -> str:
    """Text in which gptables and XlsxWriter read no link, note or markup of their own.

    gptables refuses a cell without a plain letter or digit; such a one is said to hold signs.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
    """
    text = re.sub(r"\$(?=\$)", "$ ", text.replace("](", "] ("))
    text = f" {text}" if text.startswith("<r>") else text
    text = text if re.search("[A-Za-z0-9]", text) else f"{text} (tekens)"
    return text if len(text) <= _CELL else f"{text[:_CELL - 1]}…"


def csv_cell(cell: object) -> object:
    """A cell that starts no formula; other cells than text as they are."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def terminal(text: object) -> str:
    r"""Text whose steering signs are written out, save for line breaks: ``\x1b``."""
    return _STEERING.sub(lambda sign: sign[0] if sign[0] == "\n"
                         else sign[0].encode("unicode_escape").decode("ascii"), str(text))


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"
