"""The words that an author may use: in a sentence, ``{m}`share("wmo_uitvoering.hele@sd")```, or
in a cell where one text or another is chosen.

What a word takes and says is told where it is made: ``help(m.share)``, or the topics themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from participatiemonitor.book.binding import functions
from participatiemonitor.estimation.known import NotAsked
from participatiemonitor.presentation.exhibits import small_bars
from participatiemonitor.presentation.exhibits.small_bars import SmallBars
from participatiemonitor.presentation.studies import example_words
from participatiemonitor.presentation.words import (
    amounts,
    choices,
    comparisons,
    english,
    methods,
    places,
    printed_cells,
    printed_samples,
    publications,
    subjects,
)
from participatiemonitor.presentation.words.bound import UNASKED, Bound

# What each kind of word is where a round did not ask what it is about. What a topic needs besides
# words makes none of these.
_MADE = {"Bound": Bound("", UNASKED), "SmallBars": SmallBars(())}


def _saying_nothing(function: Callable[..., Any]) -> Callable[..., Any]:
    """A word that says nothing of what a round did not ask."""
    @wraps(function)
    def word(*args: Any, **named: Any) -> Bound | SmallBars:
        try:
            return function(*args, **named)
        except NotAsked:
            return _MADE[function.__annotations__["return"]]

    return word


WORDS = {name: _saying_nothing(function) for name, function in functions(
    amounts, subjects, english, places, small_bars, comparisons, choices, methods, publications,
    printed_cells, printed_samples, example_words
).items() if function.__annotations__["return"] in _MADE}
