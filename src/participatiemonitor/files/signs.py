"""What no text of a file may hold: signs that steer or mislead, and text that shows nothing."""

from __future__ import annotations

import re
import unicodedata

# A tab and line breaks stand between words; anything else here steers a terminal or printer, turns
# the order of what is read, is half a sign, or is none: controls, marks of direction that stay
# open, annotations, surrogates, a byte order mark inside a text, noncharacters. Marks that stand
# alone (U+200E, U+200F, U+061C), joiners and soft hyphens are of use in names and words.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
              for plane in range(0x10000, 0x110000, 0x10000))
    + "]")
_BREAKS = re.compile("[\t\n\r\u2028\u2029]")
LONGEST = 2_000
# Letters and patterns without ink.
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
# Codes of organisations and respondents, and names of claims.
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")
CODE = "een eigen code, van letters zonder accent, cijfers, punten en streepjes"


def forbidden_sign(text: str) -> str | None:
    """The first sign that stands in no text, as ``U+001B``; None when all are good."""
    return _first(_FORBIDDEN, text)


def line_break(text: str) -> str | None:
    """The first tab or line break of a text, as ``U+000A``; None on a single line."""
    return _first(_BREAKS, text)


def joined(text: str) -> str:
    """The lines of a text on one line, a blank between them."""
    return " ".join(filter(None, (line.strip(" ") for line in _BREAKS.split(text))))


def is_blank(text: str) -> bool:
    """Whether a text shows nothing: it is empty, or all blanks, marks and invisible signs."""
    return all(unicodedata.category(sign)[0] in "ZCM" or sign in _FILLERS for sign in text)


def is_code(text: str) -> bool:
    """Whether a text can be the code of something."""
    return bool(_CODE.fullmatch(text))


def _first(signs: re.Pattern[str], text: str) -> str | None:
    found = signs.search(text)
    return f"U+{ord(found[0]):04X}" if found else None
