"""Figures on paper: their words as text, where the drawings have outlines of letters.

On the web a figure cannot use the typeface of the page, so its letters are outlines. In the PDF
the typeface is there: words can be searched and copied, and drawing them takes far less time.
"""

from __future__ import annotations

import base64
import re

# As matplotlib writes a line of text: what it says, where, how large, and a glyph a letter.
_LINE = re.compile(
    r"<!-- (?P<text>[^<>]*) -->\s*"
    r'<g style="(?P<style>[^"]*)" transform="translate\((?P<x>\S+) (?P<y>\S+)\) '
    r'scale\((?P<scale>[\d.]+) -(?P=scale)\)">(?P<glyphs>.*?)</g>',
    re.DOTALL,
)
# Outlines are drawn for letters of this size.
_OUTLINE = 100
_PREFIX = "data:image/svg+xml;base64,"


def with_text(address: str) -> str:
    """Set the words of a figure as text.

    Parameters
    ----------
    address : str
        Data address of an SVG drawn by matplotlib; others are left as they are.

    Returns
    -------
    str
    """
    if not address.startswith(_PREFIX):
        return address
    drawing = base64.b64decode(address.removeprefix(_PREFIX)).decode("utf-8")
    typeset = _LINE.sub(_text, drawing)
    # Lines share their outlines, which must stay as long as one of them still is drawn with them.
    if re.search(r'<use xlink:href="#[^"]*-(Regular|SemiBold|Bold)', typeset):
        return address
    return _PREFIX + base64.b64encode(typeset.encode()).decode("ascii")


def _text(line: re.Match[str]) -> str:
    weight = 600 if "Bold-" in line["glyphs"] else 400
    size = _OUTLINE * float(line["scale"])
    return (
        f'<text x="{line["x"]}" y="{line["y"]}" style="{line["style"]}" font-size="{size:g}" '
        f'font-family="Source Sans" font-weight="{weight}">{line["text"]}</text>'
    )
