"""Words that are bound to data: what stands in a sentence, and what it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from participatiemonitor import dutch
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.plain_text import html

# The kind of a word on what a round did not ask: it says nothing.
UNASKED = "unasked"


@dataclass(frozen=True)
class Bound:
    """A piece of prose that was computed.

    In the book it is a ``span`` that carries where it comes from: a reader sees it on asking, a
    reviewer can recompute it from the attributes alone. Not as ``title``: some screen readers
    would read that out with every word.

    Attributes
    ----------
    text : str
        What the sentence says, in Dutch.
    kind : str
        The name of the function in `participatiemonitor.presentation.words` that made it.
    refs : tuple of Ref
        The quantities it rests on; those of `parts` come last.
    source : str
        Where it comes from in the reader's words; see
        `participatiemonitor.presentation.words.origins`.
    args : dict
        What else the function was given, or decided.
    parts : tuple of Bound
        The bound words in it.
    """

    text: str
    kind: str
    refs: tuple[Ref, ...] = ()
    source: str = ""
    args: dict[str, object] = field(default_factory=dict, hash=False)
    parts: tuple[Bound, ...] = ()

    def __repr__(self) -> str:
        return self.text

    def starting(self) -> Bound:
        """The same at the start of a sentence."""
        return replace(self, text=dutch.capital(self.text))

    def elsewhere(self) -> Iterator[str]:
        """The sources of what it holds that rests on no quantity of the wave."""
        if not self.refs and not self.parts:
            yield self.source
        for part in self.parts:
            yield from part.elsewhere()

    def _recipe(self) -> dict[str, object]:
        """How it was made, with the recipes of its parts among the arguments."""
        parts = {"parts": [{**part._recipe(), "text": part.text} for part in self.parts]
                 } if self.parts else {}
        return {"kind": self.kind, "refs": " ".join(map(str, self.refs)),
                "args": {**self.args, **parts}}

    def _repr_html_(self) -> str:
        recipe = self._recipe()
        attributes = {"data-kind": recipe["kind"], "data-refs": recipe["refs"],
                      "data-source": self.source,
                      "data-args": recipe["args"] and json.dumps(
                          recipe["args"], sort_keys=True, ensure_ascii=False)}
        written = "".join(f' {name}="{html(value)}"' for name, value in attributes.items()
                          if value)
        return f'<span class="bound"{written}>{html(self.text)}</span>'
