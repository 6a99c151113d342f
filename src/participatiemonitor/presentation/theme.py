"""How every figure looks: one palette, one type size, the same bytes each time."""

from __future__ import annotations

import matplotlib as mpl
import seaborn as sns

# Dark and light enough apart to be told in grey, and by readers who do not see red or green.
GROUP_COLOURS = ("#0b5563", "#e3a23c")
SCALE_COLOURS = {
    2: ("#0b5563", "#d9d4c7"),
    3: ("#0b5563", "#7fb3b8", "#d9d4c7"),
    4: ("#0b5563", "#5a9aa3", "#b5d3d4", "#d9d4c7"),
}
INK, SOFT = "#22303a", "#6b7780"
WIDTH = 6.4


def apply_theme() -> None:
    """Set seaborn and matplotlib to the monitor's look, without dates or chance in the files."""
    sns.set_theme(style="white", font="DejaVu Sans", rc={
        "font.size": 11,
        "axes.edgecolor": SOFT,
        "axes.labelcolor": INK,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.spines.bottom": False,
        "text.color": INK,
        "xtick.color": SOFT,
        "ytick.color": INK,
        "ytick.labelsize": 11,
        "legend.frameon": False,
        "legend.fontsize": 11,
    })
    mpl.rcParams["svg.hashsalt"] = "participatiemonitor"
    mpl.rcParams["svg.fonttype"] = "path"


def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on a colour."""
    red, green, blue = mpl.colors.to_rgb(colour)
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.55 else INK
