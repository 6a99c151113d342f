"""What a new round was made of, for whoever made it."""

from __future__ import annotations

import textwrap

from participatiemonitor.survey.importing.acceptable import WARNINGS
from participatiemonitor.survey.importing.order import Made


def report(made: Made) -> str:
    """Lines that say what was read, what was left out, and what was written.

    Parameters
    ----------
    made : Made

    Returns
    -------
    str
    """
    lines = [f"Gelezen: {one.path} ({one.kind}), {one.rows} rijen, {len(one.variables)} kolommen"
             for one in made.received]
    if left_out := made.left_out:
        lines += textwrap.wrap(f"Niet overgenomen: {len(left_out)} kolommen: "
                               + ", ".join(left_out) + ".", 100, subsequent_indent="  ")
    lines += [f"Aanvaard: {WARNINGS[name][0].lower()}, {times} keer; {WARNINGS[name][1]}"
              for name, times in made.accepted.items()]
    lines.append(f"Geschreven: {made.folder}, {made.respondents} respondenten en "
                 f"{made.open_answers} open antwoorden")
    if made.crosswalk:
        lines.append(f"Zo zijn de kolommen gelezen: {made.crosswalk}")
    lines.append(f"Controleer de meting met: monitor wave check {made.folder.name}")
    return "\n".join(lines)
