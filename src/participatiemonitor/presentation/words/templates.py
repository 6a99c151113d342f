"""Texts that an author wrote: filled in with the names of the wave, and one of them chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.quantities import word
from participatiemonitor.survey.names import names

# The outcome where it is not known which text is true.
UNKNOWN = "unknown"

Text = str | Bound


def chosen(source: Results, kind: str, texts: Mapping[str, Text], outcome: str,
           found: Iterable[Estimate], quotes: Iterable[Quote | None] = (),
           filled: Mapping[str, str] | None = None, **args: object) -> Bound:
    """A chosen text, with what decided and, after that, what the text itself rests on."""
    text = texts[outcome]
    values = {**names(source.wave.info), **(filled or {})}
    spoken = {name: str(one) if isinstance(one, Bound) else filled_in(one, values)
              for name, one in texts.items()}
    args |= {"outcome": outcome, "texts": spoken}
    parts = (text,) if isinstance(text, Bound) else ()
    return word(source, kind, spoken[outcome], found, parts, quotes, **args)


def filled_in(template: str, values: Mapping[str, str]) -> str:
    """A template with its names filled in."""
    def value(name: re.Match[str]) -> str:
        if name[1] not in values:
            raise InputError(f"{template!r}: {name[0]} is geen naam; verwacht tussen accolades een "
                             f"van: {', '.join(sorted(values))}.")
        return values[name[1]]

    return re.sub(r"\{(\w+)\}", value, template)
