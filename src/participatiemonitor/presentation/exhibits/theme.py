"""How every figure looks: one typeface, the same measures, the same bytes each time."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from participatiemonitor import plain_text
from participatiemonitor.presentation.caveats import MADE_BARS, PRINTED_BARS
from participatiemonitor.presentation.palette import COLOURS

# Chapters say what a figure shows and do not draw it: what draws is imported where it does.
if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas
    from matplotlib.patches import Patch
    from matplotlib.typing import ColorType

FONTS = Path(__file__).parent / "fonts"
# As the font files name themselves; a file a weight. Letters they lack come from a font that
# matplotlib brings.
REGULAR = ("Source Sans 3 ExtraLight", "DejaVu Sans")
SEMIBOLD = ("Source Sans 3 ExtraLight SemiBold", "DejaVu Sans")
GROUP_COLOURS, SCALE_COLOURS = COLOURS["figures"]["groups"], COLOURS["figures"]["scales"]
INK, SOFT, PAPER = (COLOURS["figures"][name] for name in ("ink", "soft", "paper"))
MADE = COLOURS["figures"]["assumed"]
# Inches and points: at this width ten points are eleven pixels on a telephone.
WIDTH, SIZE = 4.4, 10.0
LINE, BAR, KEY_GAP = SIZE * 1.25 / 72, 0.20, 0.09  # inches
# Signs that are explained beside each other.
_BESIDE = 2
# Letters that fit on a line of names and in a bar, and the most lines of a name; who reads on
# finds the whole text in the table and in the alternative text.
NAME_WIDTH, NAME_LINES, GROUP_WIDTH = 62, 3, 30


def apply_theme() -> None:
    """Set seaborn and matplotlib to the monitor's look, without dates or chance in the files."""
    import seaborn as sns

    _load_fonts()
    sns.set_theme(style="white", rc={
        "font.family": list(REGULAR),
        "font.size": SIZE,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.spines.bottom": False,
        "text.color": INK,
        "legend.frameon": False,
        "legend.fontsize": SIZE - 0.5,
        "figure.facecolor": PAPER,
        "hatch.linewidth": MADE["width"],
        "svg.hashsalt": "participatiemonitor",
        # Outlines, so that a figure looks the same where the typeface is not installed.
        "svg.fonttype": "path",
        # A dollar in a label is a dollar.
        "text.parse_math": False,
    })


def canvas(height: float) -> tuple[Canvas, Axes]:
    """A drawing of so many inches high, filled by its axes.

    Names stand above bars, so that a telephone is wide enough.

    Parameters
    ----------
    height : float

    Returns
    -------
    tuple of Canvas, Axes
    """
    import matplotlib.pyplot as plt

    drawing = plt.figure(figsize=(WIDTH, height))
    return drawing, drawing.add_axes((0, 0, 1, 1))


def ink_on(colour: ColorType) -> str:
    """Black or white, whichever reads better on a colour."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour)
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 else INK


def pale(colour: str) -> tuple[float, float, float]:
    """A colour for what may be so, beside that for what is."""
    return _blend(colour, PAPER, MADE["white"])


def hatch(bar: Patch, colour: str) -> None:
    """Make a bar look like what it is: made up, and in no document."""
    bar.set(facecolor=pale(colour),
            edgecolor=_blend(colour, INK, MADE["ink"]), linewidth=MADE["width"],
            hatch=MADE["lines"])


def _blend(colour: str, other: str, part: float) -> tuple[float, float, float]:
    """A colour with a part of another in it."""
    from matplotlib.colors import to_rgb

    red, green, blue = (one + (two - one) * part
                        for one, two in zip(to_rgb(colour), to_rgb(other), strict=True))
    return red, green, blue


def write_over(axes: Axes, place: tuple[float, float], text: str, bar: Patch, align: str) -> None:
    """Write in a bar, clear of its lines where it has them."""
    ground = bar.get_facecolor()
    box = {"boxstyle": "square,pad=0", "facecolor": ground, "edgecolor": "none"}
    axes.text(*place, text, ha=align, va="center", color=ink_on(ground),
              bbox=box if bar.get_hatch() else None)


def bar_key(drawing: Canvas, assumed: Collection[bool]) -> None:
    """Explain solid and hatched bars, under them, where some are hatched."""
    from matplotlib.patches import Patch

    if not any(assumed):
        return
    entries: dict[str, Patch] = {PRINTED_BARS: Patch(facecolor=SOFT)} if not all(assumed) else {}
    entries[MADE_BARS] = Patch()
    hatch(entries[MADE_BARS], SOFT)
    key(drawing, entries)


def key(drawing: Canvas, entries: Mapping[str, Artist]) -> None:
    """Explain signs under a drawing, by their names."""
    drawing.legend([*entries.values()], [*entries], loc="upper left", ncols=_BESIDE, borderpad=0,
                   bbox_to_anchor=(0, -KEY_GAP / drawing.get_figheight()), borderaxespad=0,
                   labelcolor=SOFT, handlelength=1.6, handleheight=0.9, columnspacing=1.4,
                   handletextpad=0.5, bbox_transform=drawing.transFigure)


def key_lines(drawing: Canvas) -> int:
    """How many lines the signs under a drawing take."""
    return sum(math.ceil(len(legend.get_texts()) / _BESIDE) for legend in drawing.legends)


def fitted(text: str, width: int, lines: int) -> str:
    """Text for a drawing; see `participatiemonitor.plain_text.drawing`."""
    return plain_text.drawing(text, width, lines, _letters())


@cache
def _letters() -> frozenset[int]:
    """The letters that every face can draw, by code."""
    from matplotlib.font_manager import findfont, get_font

    _load_fonts()
    faces = [{code for family in families for code in get_font(findfont(family)).get_charmap()}
             for families in (REGULAR, SEMIBOLD)]
    return frozenset.intersection(*map(frozenset, faces))


@cache
def _load_fonts() -> None:
    from matplotlib.font_manager import fontManager

    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
