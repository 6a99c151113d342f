"""The picture that shows when someone shares a link to the book: Open Graph, 1200 by 630."""

from __future__ import annotations

import io

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import FancyBboxPatch, Rectangle

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import ASSUMED, PUBLISHED, Estimate
from participatiemonitor.estimation.known import unknown_parts
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.caveats import BADGE, BELOW_BADGE, REMARK, caveat
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.labels import bar_length, estimate_label, short_label
from participatiemonitor.presentation.palette import COLOURS
from participatiemonitor.survey.waveinfo import WaveInfo

WIDTH, HEIGHT, DPI = 1200, 630, 100
# What the monitor is about, and so what it shows of itself: the first that the wave has, and of
# which nothing was made up; the last is of any wave.
CLAIMS = {"koppeling.ja": "voert projecten uit op het grensvlak van {laws}",
          "knelpunten.schotten": "noemt schotten in geld en regels een knelpunt voor {laws}",
          "respons.organisaties": "deed mee aan de enquête over {laws}"}
TEAL, AMBER = theme.GROUP_COLOURS[:2]
SAND, TRACK = COLOURS["share_picture"]["card"], COLOURS["share_picture"]["track"]
MARGIN, CARD_LEFT, CARD_RIGHT = 72, 640, 1140
# Letters on a line, and the most lines.
TITLE_WIDTH, TITLE_LINES = 12, 6
LAWS_WIDTH, CLAIM_WIDTH, CLAIM_LINES, GROUP_WIDTH = 34, 34, 3, 26


def share_picture(estimates: Results) -> bytes:
    """Title and year of the monitor, with one figure of it.

    Parameters
    ----------
    estimates : Results

    Returns
    -------
    bytes
        A PNG, the same bytes each time.
    """
    info = estimates.wave.info
    theme.apply_theme()
    canvas = Canvas(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=TEAL)
    axes = canvas.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    axes.add_patch(Rectangle((0, 0), 14, HEIGHT, color=AMBER, linewidth=0))

    _write(axes, MARGIN, 96, "De levende monitor", 27, AMBER, bold=True)
    width = max(TITLE_WIDTH, min(max(map(len, info.title.split())), 2 * TITLE_WIDTH))
    lines = theme.fitted(info.title, width, TITLE_LINES).split("\n")
    # Two lines of TITLE_WIDTH letters fill the room there is.
    size = 82 * min(1, TITLE_WIDTH / max(map(len, lines)), 2 / len(lines))
    for place, line in enumerate(lines, start=1):
        _write(axes, MARGIN, 106 + 1.07 * size * place, line, size, "white", bold=True)
    _write(axes, MARGIN, 172 + 1.07 * size * len(lines),
           theme.fitted(f"over {_laws(info)}, {info.year}", LAWS_WIDTH, 1), 33, "white")
    if info.reconstructed:
        axes.add_patch(FancyBboxPatch((MARGIN, HEIGHT - 116), 198, 40, color=AMBER, linewidth=0,
                                      boxstyle="round,pad=0,rounding_size=20"))
        _write(axes, MARGIN + 99, HEIGHT - 87, BADGE, 23, theme.INK, bold=True, align="center")

    axes.add_patch(FancyBboxPatch((CARD_LEFT, 84), CARD_RIGHT - CARD_LEFT, HEIGHT - 168,
                                  boxstyle="round,pad=0,rounding_size=18", color=SAND,
                                  linewidth=0))
    claim, shares = _claim(estimates)
    if all(one.standing == PUBLISHED for one in shares.values()):
        _write(axes, MARGIN, HEIGHT - 44, caveat(BELOW_BADGE, info), 21, SAND)
    for place, (group, estimate) in enumerate(shares.items()):
        _bar(axes, 112 + 152 * place, group, estimate, (TEAL, AMBER)[place % 2])
    for place, line in enumerate(theme.fitted(claim, CLAIM_WIDTH, CLAIM_LINES).split("\n")):
        _write(axes, CARD_LEFT + 36, 470 + 36 * place, line, 26, theme.INK)

    stream = io.BytesIO()
    canvas.savefig(stream, format="png", metadata={"Software": None})
    return stream.getvalue()


def alternative(estimates: Results) -> str:
    """What the picture shows, for who does not see it."""
    info = estimates.wave.info
    claim, shares = _claim(estimates)
    text = dutch.enumeration(
        f"{dutch.percents([estimate.limits]) if estimate.between else estimate_label(estimate)} "
        f"van de {group}" for group, estimate in shares.items())
    return f"{info.title} {info.year}: {text} {claim}. {caveat(REMARK, info)}".rstrip()


def _claim(estimates: Results) -> tuple[str, dict[str, Estimate]]:
    """What the groups do, and which part of each does it."""
    info, *_, last = estimates.wave.info, *CLAIMS
    for quantity in CLAIMS:
        ref = Ref.parse(quantity)
        if quantity != last and not _has(estimates, ref):
            continue
        shares = {entry.nl: estimates[ref.of(group)] for group, entry in info.groups.items()}
        if quantity == last or all(one.standing != ASSUMED for one in shares.values()):
            break
    return CLAIMS[quantity].format(laws=_laws(info)), shares


def _has(estimates: Results, ref: Ref) -> bool:
    """Whether a wave has a quantity of each of its groups."""
    return not any(any(unknown_parts(ref.of(group), estimates.wave))
                   for group in estimates.wave.info.groups)


def _laws(info: WaveInfo) -> str:
    return f"{info.laws.assistance.short} en {info.laws.support.short}"


def _bar(axes: Axes, top: float, group: str, estimate: Estimate, colour: str) -> None:
    """The percentage of a group, with a bar of that length under it."""
    left, width = CARD_LEFT + 36, CARD_RIGHT - CARD_LEFT - 72
    label = short_label(estimate)
    _write(axes, left, top + 66, label or estimate_label(estimate), 66 if label else 30,
           theme.INK, bold=True)
    who = theme.fitted(f"van de {group}", GROUP_WIDTH, 1)
    _write(axes, left + width, top + 66, who, 23, theme.SOFT, align="right")
    axes.add_patch(Rectangle((left, top + 86), width, 22, color=TRACK, linewidth=0))
    axes.add_patch(Rectangle((left, top + 86), width * bar_length(estimate), 22,
                             color=colour, linewidth=0))


def _write(axes: Axes, x: float, y: float, text: str, pixels: float, colour: str, *,
           bold: bool = False, align: str = "left") -> None:
    axes.text(x, y, text, color=colour, fontfamily=theme.SEMIBOLD if bold else theme.REGULAR,
              fontsize=pixels * 72 / DPI, ha=align)
