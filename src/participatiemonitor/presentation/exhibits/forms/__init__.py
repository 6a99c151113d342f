"""Forms of figures and tables, one module each, found by the word in the codebook.

A form is a module here and an entry in `participatiemonitor.survey.forms`. In it are

``refs(questions, source)``
    the quantities it shows, in the order it shows them;
``table(exhibit)``
    its numbers as a Markdown table;

and, of a figure or of themes,

``draw(exhibit)``
    the drawing, without its title;
``describe(exhibit)``
    what it shows, from its numbers, for who does not see it;
``note(exhibit)``
    what else its reader should know, if anything; with a space before it.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType


def form(word: str) -> ModuleType:
    """The module of a form."""
    return import_module(f"{__name__}.{word}")
