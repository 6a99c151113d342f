r"""Text from data, made safe for each place it goes: whatever it says, it is never markup.

Answers, names, labels, titles, notes, statements, parameters and the contents of files pass one
of these functions before they meet Markdown, HTML, Typst, a drawing, a spreadsheet or a terminal.
What authors write in chapters and editorial files is prose, and does not come here.
"""

from __future__ import annotations

import html as _html
import re

# What CommonMark lets a backslash take the meaning from.
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# What a spreadsheet may take for a formula, at the start of a cell; also after a semicolon or
# tab, which are what separates cells where the comma is a decimal sign. See OWASP, CSV injection.
_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r\n＝＋－＠])")
# Signs that steer a terminal, or turn the order of what is read, and the halves of a pair.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: object) -> str:
    """Text without line breaks and without more than one blank in a row."""
    return " ".join(str(text).split())


def markdown(text: object) -> str:
    """Text as a piece of a line of MyST Markdown, also within a cell of a table."""
    return _PUNCTUATION.sub(r"\\\1", one_line(text))


def html(text: object) -> str:
    """Text as content or as the value of an attribute, between double quotes."""
    return _html.escape(one_line(text))


def typst(text: object) -> str:
    """Text as a string literal of Typst, quotes included; blanks at its ends stay."""
    joined = re.sub(r"[^\S\u00a0\u202f]+", " ", str(text))  # blanks that hold words together stay
    escaped = joined.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def spreadsheet(text: str) -> str:
    """Text in which gptables and XlsxWriter read no link, note or markup of their own."""
    text = text.replace("](", "] (").replace("$$", "$ $")
    return f" {text}" if text.startswith("<r>") else text


def csv_cell(cell: object) -> object:
    """A cell that starts no formula; other cells than text as they are."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell


def terminal(text: object) -> str:
    r"""Text whose steering signs are written out, save for line breaks: ``\x1b``."""
    return _STEERING.sub(lambda sign: sign[0] if sign[0] == "\n"
                         else sign[0].encode("unicode_escape").decode("ascii"), str(text))
