"""A computed word as the page has it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from bs4 import Tag


@dataclass(frozen=True)
class Word:
    """A computed word, or one within it.

    Parameters
    ----------
    kind : str
        What made it.
    refs : tuple of str
        The quantities it rests on; those of its parts come last.
    args : dict
        What else it was made from, and which of several texts it is.
    text : str
        What it says.
    """

    kind: str
    refs: tuple[str, ...]
    args: dict[str, object] = field(default_factory=dict, hash=False)
    text: str = ""

    @classmethod
    def on_page(cls, element: Tag) -> Word:
        """Of a ``span``, or of a small chart by what it says to who does not see it."""
        return cls(element["data-kind"], tuple(element.get("data-refs", "").split()),
                   json.loads(element.get("data-args", "{}")),
                   element.get("aria-label") or element.get_text())

    @property
    def parts(self) -> tuple[Word, ...]:
        """The words in it."""
        return tuple(Word(part["kind"], tuple(part["refs"].split()), part["args"], part["text"])
                     for part in self.args.get("parts", ()))

    @property
    def own(self) -> tuple[str, ...]:
        """What it rests on without its parts: of a choice, what decides."""
        return self.refs[:len(self.refs) - sum(len(part.refs) for part in self.parts)]

    @property
    def outcome(self) -> object:
        """Which of several texts or names it is; None where it is not one of these."""
        return self.args.get("outcome")

    @property
    def texts(self) -> dict[str, str]:
        """The texts that it was chosen from, by outcome."""
        return self.args.get("texts", {})


class Wrong(AssertionError):
    """A word says, or tells of itself, something else than follows from the answers."""

    def __init__(self, word: Word, fault: str) -> None:
        super().__init__(f"{word.kind}({' '.join(word.own)}): {fault}")
