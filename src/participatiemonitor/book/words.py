"""The words that an author may use: in a sentence, ``{m}`share("wmo_uitvoering.hele@sd")```, or
in a cell where one text or another is chosen.

What a word takes and says is told where it is made: ``help(m.share)``, or the topics themselves.
"""

from participatiemonitor.book.binding import functions
from participatiemonitor.presentation.exhibits import small_bars
from participatiemonitor.presentation.words import (
    amounts,
    choices,
    comparisons,
    english,
    methods,
    places,
    publications,
    subjects,
)

# What a topic needs besides words makes none.
_MADE = ("Bound", "SmallBars")
WORDS = {name: function for name, function in functions(
    amounts, subjects, english, places, small_bars, comparisons, choices, methods, publications
).items() if function.__annotations__["return"] in _MADE}
