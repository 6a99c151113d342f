"""What a column has in common with the questions of a codebook: name, text, options, values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from participatiemonitor.survey.importing.crosswalk import SURE, Sure
from participatiemonitor.survey.importing.families import family_members
from participatiemonitor.survey.importing.likeness import compact, likeness, nearest, normal
from participatiemonitor.survey.importing.received import Variable
from participatiemonitor.survey.importing.targets import Target
from participatiemonitor.survey.importing.wording import is_no_answer, unclaimed

PROBABLE: Sure = "waarschijnlijk"
OPEN: Sure = "open"
# Below this a label says something else than the question of which the column has the name.
_OTHER_TEXT = 60.0
_OTHER_ANSWER = ("anders", "overig", "overige", "other", "namelijk")


@dataclass(frozen=True)
class Guess:
    """A target, or none; how sure, and why, in Dutch."""

    target: str
    sure: Sure
    why: str


class Clues:
    """The questions of a wave, by all that a column can have in common with them.

    Parameters
    ----------
    variables : iterable of Variable
        All columns of a file: what one is may follow from those beside it.
    targets : mapping of str to Target
    """

    def __init__(self, variables: Iterable[Variable], targets: Mapping[str, Target]) -> None:
        self._targets = {name: target for name, target in targets.items() if target.question}
        self._by_name: dict[str, list[str]] = {}
        self._by_former: dict[str, list[str]] = {}
        self._by_text: dict[str, list[str]] = {}
        self._texts: dict[str, str] = {}
        for name, target in self._targets.items():
            self._by_name.setdefault(compact(name), []).append(name)
            for former in target.former_names:
                self._by_former.setdefault(compact(former), []).append(name)
            for number, text in enumerate(target.texts):
                same = self._by_text.setdefault(normal(text), [])
                if name not in same:
                    same.append(name)
                self._texts[f"{name} {number}"] = normal(text)
        self._members = family_members(variables, self._targets)

    def guess(self, variable: Variable) -> Guess:
        """What a column answers."""
        cells = tuple(filter(None, variable.cells))
        return (self._named(variable) or self._called(variable)
                or self._formerly(variable) or self._member(variable)
                or self._other(variable, cells) or self._unclaimed(variable, cells)
                or self._like(variable) or self._answered(variable)
                or Guess("", OPEN, "lijkt op geen vraag uit het codeboek"))

    def _named(self, variable: Variable) -> Guess | None:
        found = self._by_name.get(compact(variable.name), [])
        if len(found) != 1:
            return None
        target = self._targets[found[0]]
        by_text = self._by_text.get(normal(variable.label), [])
        if by_text and found[0] not in by_text:
            return Guess("", OPEN, f"de naam is die van {found[0]}, de tekst die van "
                                   + " en ".join(by_text))
        if variable.label and not by_text and compact(variable.label) != compact(variable.name) \
                and not self._alike(variable.label, target):
            return Guess(found[0], PROBABLE, "de naam is die uit het codeboek, het label is "
                                             "anders: is de vraag dezelfde gebleven?")
        return Guess(found[0], SURE, "de naam is die uit het codeboek")

    @staticmethod
    def _alike(label: str, target: Target) -> bool:
        known = (*target.texts, *((target.option.nl, target.option.en) if target.option else ()),
                 *((target.question.short,) if target.question else ()))
        return max(likeness(normal(label), normal(text)) for text in known) >= _OTHER_TEXT

    def _called(self, variable: Variable) -> Guess | None:
        for text, where in ((variable.label, "het label"), (variable.name, "de kop")):
            found = self._by_text.get(normal(text), []) if text else []
            if len(found) == 1:
                return Guess(found[0], SURE, f"{where} is de tekst uit het codeboek")
        return None

    def _formerly(self, variable: Variable) -> Guess | None:
        found = self._by_former.get(compact(variable.name), [])
        return Guess(found[0], PROBABLE, "de naam is die van deze vraag in een eerdere peiling") \
            if len(found) == 1 else None

    def _member(self, variable: Variable) -> Guess | None:
        members = self._members.get(variable.name, ())
        if not members:
            return None
        if len(members) > 1:
            return Guess("", OPEN, "past bij " + " en ".join(one.target for one in members)
                         + ": deze vragen hebben dezelfde opties")
        return Guess(members[0].target, SURE if members[0].sure else PROBABLE, members[0].why)

    def _other(self, variable: Variable, cells: tuple[str, ...]) -> Guess | None:
        """*Anders, namelijk*: words of respondents themselves."""
        words = {*normal(variable.label).split()[-4:], *normal(variable.name).split()[-1:]}
        if not words & set(_OTHER_ANSWER) or variable.values or not _prose(cells):
            return None
        stem = compact(variable.name.split("[")[0].split("_")[0])
        places = [name for name, target in self._targets.items()
                  if target.kind == "open" and stem and compact(name).startswith(stem)]
        if len(places) == 1:
            return Guess(places[0], PROBABLE, "woorden van respondenten bij ‘anders, namelijk’, en "
                                              "dit is de open vraag die erbij hoort")
        return Guess("", OPEN, "woorden van respondenten bij ‘anders, namelijk’: kies een open "
                               "vraag, of weg")

    @staticmethod
    def _unclaimed(variable: Variable, cells: tuple[str, ...]) -> Guess | None:
        why = unclaimed(variable.name, variable.label, cells)
        return Guess("", SURE, f"{why}; wordt niet overgenomen") if why else None

    def _like(self, variable: Variable) -> Guess | None:
        for text in filter(None, (variable.label, variable.name)):
            found = list(dict.fromkeys(
                name.split()[0] for name, _ in nearest(normal(text), self._texts)))
            if len(found) == 1:
                target = self._targets[found[0]]
                return Guess(found[0], PROBABLE, f"de tekst lijkt op ‘{target.label}’")
            if found:
                return Guess("", OPEN, "de tekst lijkt op die van " + " en ".join(found))
        return None

    def _answered(self, variable: Variable) -> Guess | None:
        """A question with exactly these answers."""
        given = {compact(variable.values.get(cell, cell)) for cell in set(variable.cells) if cell
                 and not is_no_answer(variable.values.get(cell, cell))}
        given |= {compact(label) for label in variable.values.values() if not is_no_answer(label)}
        found = [name for name, target in self._targets.items() if target.kind == "single"
                 and given == {compact(choice.label) for choice in target.choices}]
        if len(found) == 1:
            return Guess(found[0], PROBABLE, "de antwoorden zijn precies die van deze vraag")
        if found:
            return Guess("", OPEN, "de antwoorden zijn die van " + " en ".join(found))
        return None


def _prose(cells: tuple[str, ...]) -> bool:
    return bool(cells) and sum(" " in cell or len(cell) > 8 for cell in cells) * 2 > len(cells)
