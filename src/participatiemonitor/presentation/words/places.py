"""Words for which answer is given most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from participatiemonitor import dutch
from participatiemonitor.estimation.ranking import in_place
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import groups, word

NO_LABEL = "een antwoord dat door te weinig antwoorden niet te noemen is"


def top(source: Results, question: str, rank: int = 1, among: Iterable[str] = (),
        quoted: bool = False) -> Bound:
    """The label of the option in a place; two labels where the groups differ.

    Parameters
    ----------
    source : Results
    question : str
        With or without a group.
    rank : int
        1 is the most given answer. Ties keep the order of the codebook; see
        `participatiemonitor.estimation.ranking.in_place` for when none is named.
    among : iterable of str
        The options to choose from; all but the exclusive one when left out.
    quoted : bool
        Whether to put the label in quotation marks, for one that is a sentence in a sentence.

    Returns
    -------
    Bound
    """
    ref = Ref.parse(question)
    entry = source.wave.codebook[ref.question]
    options = list(among) or [one for one in entry.option_ids if one != entry.exclusive]
    labels, found = {}, []
    for group in groups(source, ref):
        refs = [replace(ref.of(group), option=option) for option in options]
        best = in_place(source, refs, rank)
        label = entry.option(best.ref.option).nl if best else NO_LABEL
        labels[group] = f"“{label}”" if quoted and best else label
        found += [best] if best else [source[one] for one in refs]
    if len(set(labels.values())) == 1:
        text = next(iter(labels.values()))
    else:
        text = dutch.enumeration(f"{label} ({source.wave.info.groups[group].nl})"
                                 for group, label in labels.items())
    return word(source, "top", text, found, rank=rank, among=list(among), quoted=quoted)
