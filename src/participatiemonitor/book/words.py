"""The words that an author may use: in a sentence, ``{m}`share("wmo_uitvoering.hele@sd")```, or
in a cell where one text or another is chosen.

What a word takes and says is told where it is made: ``help(m.share)``, or
`participatiemonitor.presentation.words`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from participatiemonitor.book.binding import Bind
from participatiemonitor.documents.documents import Document
from participatiemonitor.estimation import Results
from participatiemonitor.presentation.exhibits import small_bars
from participatiemonitor.presentation.words import (
    bound,
    choices,
    comparisons,
    counts,
    elsewhere,
    methods,
    places,
    review,
    shares,
)


class Words:
    """All words, about one source.

    Parameters
    ----------
    source : Results
    documents : sequence of Document
        Those that may be cited.
    """

    def __init__(self, source: Results, documents: Sequence[Document] = ()) -> None:
        self.source = source
        self.documents = documents

    # How large a part, how many, and which most.
    share = Bind(shares.share)
    about = Bind(shares.about)
    part = Bind(shares.part)
    span = Bind(shares.span)
    count = Bind(counts.count)
    number = Bind(counts.number)
    base = Bind(counts.base)
    top = Bind(places.top)
    bars = Bind(small_bars.bars)
    # How things differ, and what to say then.
    often = Bind(comparisons.often)
    often_each = Bind(comparisons.often_each)
    compare = Bind(choices.compare)
    when = Bind(choices.when)
    leads = Bind(choices.leads)
    alike = Bind(choices.alike)
    first = Bind(choices.first)
    fill = staticmethod(bound.fill)
    # What documents published, and what became of it.
    published = Bind(elsewhere.published, "documents")
    tally = Bind(review.tally, "review")
    contradiction_count = Bind(review.contradiction_count, "review")
    impossible_count = Bind(review.impossible_count, "review")
    # How the numbers were made.
    associated = Bind(methods.associated)
    link_effect = Bind(methods.link_effect)
    weighting_shift = Bind(methods.weighting_shift)
    raking_shift = Bind(methods.raking_shift)
    margin_names = Bind(methods.margin_names)
    hidden_count = Bind(methods.hidden_count)


# What may be called in a sentence.
WORDS: dict[str, Callable[..., object]] = {
    name: binding.function for name, binding in vars(Words).items() if isinstance(binding, Bind)}
