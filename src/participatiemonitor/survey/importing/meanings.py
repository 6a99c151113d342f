"""What the values of a column mean, once it is known which question it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from participatiemonitor.survey.importing.amounts import amount
from participatiemonitor.survey.importing.crosswalk import MISSING, Sure
from participatiemonitor.survey.importing.likeness import compact, nearest, normal
from participatiemonitor.survey.importing.received import Variable
from participatiemonitor.survey.importing.targets import Choice, Target
from participatiemonitor.survey.importing.wording import (
    CHOSEN,
    CUSTOMARY,
    NOT_CHOSEN,
    is_no_answer,
)

_SAME = {"single": "de tekst is die van het codeboek", "group": "de tekst is die van wave.yml",
         "name": "de naam is die van frame.csv",
         "organisation": "de code is die van frame.csv, op leestekens en nullen na"}
_UNLIKE = {"group": "lijkt op geen groep in wave.yml", "name": "lijkt op geen naam in frame.csv",
           "organisation": "staat niet in frame.csv; met weg vervallen deze respondenten"}


@dataclass(frozen=True)
class Meaning:
    """What a value means: as responses.csv writes it, or `MISSING`; how sure, and why."""

    target: str
    sure: Sure
    why: str


def meaning(value: str, variable: Variable, target: Target) -> Meaning | None:
    """What a value of a column means.

    Parameters
    ----------
    value : str
        Not empty.
    variable : Variable
    target : Target
        What the column answers.

    Returns
    -------
    Meaning or None
        None where the value speaks for itself: a number, a text, a code that is known.
    """
    label = variable.values.get(value, "")
    if target.kind == "organisation" and value in target.known and not label:
        return None
    chosen = _chosen(value, label, target)
    if _user_missing(value, variable):
        if chosen and chosen.sure == "zeker" and label:
            return Meaning("", "open", "het bestand noemt deze waarde ontbrekend, maar het label "
                                       f"is dat van een antwoord ({chosen.target})")
        return Meaning(MISSING, "zeker", "het bestand noemt deze waarde zelf ontbrekend")
    if chosen and chosen.sure == "zeker":
        return chosen
    if is_no_answer(label or value):
        return Meaning(MISSING, "zeker", "zegt dat er geen antwoord is")
    if target.kind in ("percentage", "number"):
        return _number(value, label, target)
    if target.kind in ("open", "respondent"):
        return Meaning("", "open", "een waarde met een label in een kolom met tekst") \
            if label else None
    return chosen or (
        Meaning(MISSING, "waarschijnlijk",
                "dit getal staat vaak voor ‘weet niet’ of ‘geen antwoord’")
        if value in CUSTOMARY and not label else
        Meaning("", "open", _UNLIKE.get(target.kind, "lijkt op geen antwoord in het codeboek")))


def _user_missing(value: str, variable: Variable) -> bool:
    return any(missing.low == value or _between(value, missing.low, missing.high)
               for missing in variable.missing)


def _between(value: str, low: str, high: str) -> bool:
    try:
        return Decimal(low) <= Decimal(value) <= Decimal(high)
    except InvalidOperation:  # text lies between nothing
        return False


def _chosen(value: str, label: str, target: Target) -> Meaning | None:
    """The choice that a value is, as far as it has choices."""
    if target.kind == "multiple":
        return _ticked(value, label, target)
    if not target.choices:
        return None
    text = label or value
    exact = target.by_text.get(compact(text), ())
    if len(exact) == 1:
        return Meaning(exact[0].id, "zeker", _SAME[target.kind])
    if len(exact) > 1:
        return Meaning("", "open", "past bij " + _listed(exact))
    if target.kind == "organisation":
        return None  # codes that are alike are of others
    return _yes_or_no(text, bool(label), target) or _by_place(value, label, target) \
        or _like(text, target)


def _same(text: str, known: Iterable[str]) -> bool:
    return bool(compact(text)) and compact(text) in {compact(one) for one in known}


def _ticked(value: str, label: str, target: Target) -> Meaning | None:
    text = normal(label or value) or (label or value).strip()
    if target.option and _same(text, (target.option.id, target.option.nl, target.option.en)) \
            and text not in NOT_CHOSEN:
        return Meaning("1", "zeker", "de waarde is de tekst van de optie")
    for words, ticked in ((CHOSEN, "1"), (NOT_CHOSEN, "0")):
        if text in words:
            if label and value in ("0", "1") and value != ticked:
                return Meaning(ticked, "waarschijnlijk",
                               f"het label zegt {ticked}, de waarde {value}")
            return Meaning(ticked, "zeker", "betekent gekozen" if ticked == "1" else
                           "betekent niet gekozen")
    if not label and value in ("0", "1"):
        return Meaning(value, "zeker", "1 is gekozen, 0 niet")
    if not label and value == "2":
        return Meaning("0", "waarschijnlijk", "naast 1 voor gekozen is 2 vaak niet gekozen")
    return None


def _yes_or_no(text: str, labelled: bool, target: Target) -> Meaning | None:
    """*Y* and *N*, where the question has *ja* and *nee*; numbers mean that less often."""
    ids = set(target.choice_ids) if target.kind == "single" else set()
    for words, number, answer in ((CHOSEN, "1", "ja"), (NOT_CHOSEN, "0", "nee")):
        if answer in ids and normal(text) in words:
            return Meaning(answer, "zeker", f"betekent {answer}")
        if ids == {"ja", "nee"} and text == number and not labelled:
            return Meaning(answer, "waarschijnlijk", f"{number} betekent vaak {answer}")
    return None


def _by_place(value: str, label: str, target: Target) -> Meaning | None:
    """A number without a label may be the place of the option in the codebook."""
    if label or target.kind != "single" or not value.isdecimal():
        return None
    place = int(value)
    if not 1 <= place <= len(target.choices):
        return None
    choice = target.choices[place - 1]
    return Meaning(choice.id, "waarschijnlijk",
                   f"{place} zonder label; optie {place} in het codeboek is ‘{choice.label}’")


def _like(text: str, target: Target) -> Meaning | None:
    ids = {name.split()[0] for name, _ in nearest(normal(text), target.wordings)}
    found = [choice for choice in target.choices if choice.id in ids]
    if len(found) == 1:
        return Meaning(found[0].id, "waarschijnlijk", f"lijkt op ‘{found[0].label}’")
    return Meaning("", "open", "lijkt op " + _listed(found)) if found else None


def _number(value: str, label: str, target: Target) -> Meaning | None:
    number = amount(value)
    if number is None or label:
        return Meaning("", "open", "geen getal" if number is None else
                       "een getal met een label: een hoeveelheid, of een antwoord in woorden?")
    highest = Decimal(100) if target.kind == "percentage" else None
    within = number >= 0 and (highest is None or number <= highest)
    if value in CUSTOMARY:
        return Meaning("" if within else MISSING, "open" if within else "waarschijnlijk",
                       f"{value} kan een antwoord zijn, en kan ‘weet niet’ betekenen" if within else
                       f"{value} kan geen antwoord zijn, en betekent vaak ‘weet niet’")
    return None if within else Meaning("", "open", "een percentage loopt van 0 tot en met 100"
                                       if highest else "een aantal is niet negatief")


def _listed(choices: Iterable[Choice]) -> str:
    return ", ".join(f"‘{choice.label}’ ({choice.id})" for choice in choices)
