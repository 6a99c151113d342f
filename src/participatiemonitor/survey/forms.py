"""The forms of figures and tables, and what each takes: the list that a codebook chooses from.

How a form is drawn and written is the module of that name in
`participatiemonitor.presentation.exhibits.forms`.
"""

from __future__ import annotations

from typing import NamedTuple

# The response, which no question of the codebook is behind.
RESPONSE = "respons"


class Form(NamedTuple):
    """What can be shown in a form.

    Attributes
    ----------
    of : str
        ``figure`` or ``table``.
    kinds : tuple of str
        The kinds of question.
    several : bool
        Of more than one question, with the same options.
    groups, options : int
        At most so many: there are colours for three groups beside each other, and for seven parts
        of a bar.
    """

    of: str
    kinds: tuple[str, ...]
    several: bool = False
    groups: int = 3
    options: int = 1_000


FORMS = {
    "grouped": Form("figure", ("single", "multiple", "percentage", "open")),
    "stacked": Form("figure", ("single",), several=True, options=7),
    "means": Form("table", ("percentage",), groups=1),
    "response": Form("table", (RESPONSE,)),
    "themes": Form("table", ("open",)),
}
