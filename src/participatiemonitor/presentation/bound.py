"""Words that are bound to data: what stands in a sentence, and what it rests on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from participatiemonitor.estimation import Ref
from participatiemonitor.plain_text import html


@dataclass(frozen=True)
class Bound:
    """A piece of prose that was computed.

    In the book it is a ``span`` that carries where it comes from: a reader sees it on asking, a
    reviewer can recompute it from the attributes alone. Not as ``title``: some screen readers
    would read that out with every word.

    Parameters
    ----------
    text : str
        What the sentence says, in Dutch.
    kind : str
        The name of the function in `participatiemonitor.presentation.vocabulary` that made it.
    refs : tuple of Ref
        The quantities it rests on.
    source : str
        The base in the reader's words: *34 van 132 sociale diensten*.
    args : dict
        What else the function was given, or decided.
    """

    text: str
    kind: str
    refs: tuple[Ref, ...] = ()
    source: str = ""
    args: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        attributes = {"data-kind": self.kind, "data-refs": " ".join(map(str, self.refs)),
                      "data-source": self.source}
        if self.args:
            attributes["data-args"] = json.dumps(self.args, sort_keys=True, ensure_ascii=False)
        written = "".join(f' {name}="{html(value)}"' for name, value in attributes.items()
                          if value)
        return f'<span class="bound"{written}>{html(self.text)}</span>'
