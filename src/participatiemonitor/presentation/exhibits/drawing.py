"""A figure drawn under its finding, and the drawing as files: for the page, for print, for a slide.

Figures carry their finding as a title, so that they can be read where they stand alone.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import matplotlib as mpl
import matplotlib.pyplot as plt
from matplotlib.figure import Figure as Canvas
from PIL import Image

from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.forms import form

# A tag of an SVG, and a number in it with more decimals than can be seen.
_TAG = re.compile(rb"<[^!][^>]*>")
_LONG = re.compile(rb"([1-9]\d*\.\d{2})\d+")

# Sharp on a slide.
DOTS = 300
# Letters on a line under a picture, and the most lines.
LINE, LINES = 80, 6
# And in the title; who reads on finds the whole text in the alternative text.
TITLE_WIDTH, TITLE_LINES = 56, 5


@dataclass(frozen=True)
class Renditions:
    """A drawing in each form it is published in, the same bytes each time.

    Attributes
    ----------
    outlined : bytes
        SVG in which letters are shapes: it looks the same where the typeface is not installed.
    typeset : bytes
        SVG in which letters are text, for paper, where the typeface is and words are searched.
    dotted : bytes
        PNG for a slide, with what the drawing rests on under it.
    """

    outlined: bytes
    typeset: bytes
    dotted: bytes


def draw(exhibit: Exhibit) -> Canvas:
    """Draw a figure in its form, under the finding it shows."""
    theme.apply_theme()
    return titled(form(exhibit.form).draw(exhibit), exhibit.finding)


def titled(canvas: Canvas, finding: str) -> Canvas:
    """The drawing with its finding above it."""
    title = theme.fitted(finding, TITLE_WIDTH, TITLE_LINES)
    canvas.text(0, 1 + 0.10 / canvas.get_size_inches()[1], title, ha="left", va="bottom",
                fontfamily=theme.SEMIBOLD, fontsize=theme.SIZE + 1.5, linespacing=1.2)
    return canvas


def render(canvas: Canvas, below: Sequence[str]) -> Renditions:
    """Make every rendition of a drawing; closes it.

    Parameters
    ----------
    canvas : matplotlib.figure.Figure
    below : sequence of str
        What it rests on, set under it in the PNG, each on a line of its own.

    Returns
    -------
    Renditions
    """
    try:
        outlined, typeset = (_as_svg(canvas, letters) for letters in ("path", "none"))
        return Renditions(outlined, typeset, _as_png(canvas, below))
    finally:
        plt.close(canvas)


def _as_svg(canvas: Canvas, letters: str) -> bytes:
    stream = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": letters}):
        canvas.savefig(stream, format="svg", bbox_inches="tight", pad_inches=0.02,
                       metadata={"Date": None})
    # Six decimals of a point are four too many, and a third of the file; scales are below 1. Only
    # in tags: what a reader sees between them, such as 332.191, is whole.
    return _TAG.sub(lambda tag: _LONG.sub(rb"\1", tag[0]), stream.getvalue())


def _as_png(canvas: Canvas, below: Sequence[str]) -> bytes:
    lines = "\n".join(theme.fitted(line, LINE, LINES) for line in below)
    key = theme.KEY_GAP + theme.LINE * theme.key_lines(canvas) if canvas.legends else 0
    canvas.text(0, -(0.12 + key) / canvas.get_size_inches()[1], lines, ha="left", va="top",
                fontsize=theme.SIZE - 2.5, linespacing=1.4, color=theme.SOFT)
    stream = io.BytesIO()
    canvas.savefig(stream, format="png", bbox_inches="tight", pad_inches=0.2, dpi=DOTS,
                   metadata={"Software": None}, pil_kwargs={"compress_level": 1})
    # 256 shades show all that is drawn, in a third of the bytes. The last twentieth of them takes
    # as long as all drawing.
    lean = io.BytesIO()
    with Image.open(stream) as drawn:
        drawn.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(
            lean, format="png", dpi=drawn.info["dpi"])
    return lean.getvalue()
