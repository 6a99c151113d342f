"""Letters that can be printed: what no typeface of the book has becomes a sign that shows it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

# Typefaces of our own, those of the figures too; matplotlib's has many other scripts and signs.
_FOLDERS = (Path(__file__).with_name("fonts"),
            Path(__file__).parents[2] / "presentation" / "exhibits" / "fonts")
_LAST = "mpl-data/fonts/ttf/DejaVuSans.ttf"

UNKNOWN = "□"
# They join, part or hyphenate and show nothing by themselves.
_INVISIBLE = frozenset("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}"
                       "\N{ZERO WIDTH NON-JOINER}")
# A run of this many letters without a place to break is longer than any word.
_LONGEST, _PIECE = 45, 15


def typefaces() -> list[Path]:
    """The files of all typefaces of the book.

    Returns
    -------
    list of pathlib.Path
    """
    own = (path for folder in _FOLDERS for path in sorted(folder.glob("*.ttf")))
    return [*own, Path(find_spec("matplotlib").origin).parent / _LAST]


class Letters(dict[int, str]):
    """What is printed for each character.

    Parameters
    ----------
    files : iterable of pathlib.Path
        Typefaces.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        super().__init__()
        self._drawn = frozenset().union(*map(_coverage, files))

    def __missing__(self, code: int) -> str:
        self[code] = self._printed(chr(code))
        return self[code]

    def printable(self, text: str) -> str:
        """Text of which every character can be set, and every line broken.

        Parameters
        ----------
        text : str

        Returns
        -------
        str
        """
        printed = unicodedata.normalize("NFC", text).translate(self)
        return " ".join(map(_breakable, printed.split(" ")))

    def _printed(self, sign: str) -> str:
        kind = unicodedata.category(sign)
        if sign.isspace():
            return sign if kind == "Zs" and ord(sign) in self._drawn else " "
        if kind == "Cf":
            return sign if sign in _INVISIBLE else ""
        # PDF/A allows no letters whose meaning is private.
        known = kind not in ("Co", "Cn", "Cs", "Cc") and ord(sign) in self._drawn
        return sign if known and sign != "\N{REPLACEMENT CHARACTER}" else UNKNOWN


def _coverage(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True) as typeface:
        return frozenset(typeface.getBestCmap())


def _breakable(word: str) -> str:
    if len(word) <= _LONGEST or "://" in word:  # Typst breaks addresses by itself
        return word
    pieces = (word[start:start + _PIECE] for start in range(0, len(word), _PIECE))
    return "\N{ZERO WIDTH SPACE}".join(pieces)
