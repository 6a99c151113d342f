"""A second, independent computation of every quantity, in plain Python from the csv files.

Nothing of the package is used here: what the package says is held against this. Numbers are
fractions, so nothing is lost to binary rounding.
"""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from pathlib import Path

import yaml

GROUPS = {"sd": "sociale_dienst", "aw": "afdeling_welzijn"}
FRAME_COLUMNS = {"gemeenten": "municipalities", "klanten": "clients", "inwoners": "inhabitants"}


@dataclass(frozen=True)
class Quantity:
    """The number of answers, how many (or what sum) of them count, and their quotient."""

    n: int
    count: Fraction
    value: Fraction | None

    @property
    def percent(self) -> Fraction | None:
        return None if self.value is None else 100 * self.value


def half_up(value: Fraction) -> int:
    """A whole number; halves go up."""
    return floor(value + Fraction(1, 2))


def stratified(sizes: list[int], counts: list[int], bases: list[int]) -> tuple[float, float]:
    """A share over strata and its standard error, by Cochran (1977), (5.1) and (5.20)."""
    whole = sum(sizes)
    shares = [count / n for count, n in zip(counts, bases, strict=True)]
    value = sum(size * share for size, share in zip(sizes, shares, strict=True)) / whole
    variance = sum((size / whole) ** 2 * (1 - n / size) * share * (1 - share) / (n - 1)
                   for size, n, share in zip(sizes, bases, shares, strict=True))
    return value, variance ** 0.5


def split_ref(text: str) -> tuple[str, tuple[str, ...], str, tuple[str, ...]]:
    """The parts of ``question.option+option@group/domain+domain``."""
    rest, _, domain = text.partition("/")
    rest, _, group = rest.partition("@")
    question, _, options = rest.partition(".")
    domains = tuple(domain.split("+")) if domain else ("totaal",)
    return question, tuple(options.split("+")), GROUPS.get(group, group), domains


class Oracle:
    """Quantities of one wave, read from its folder."""

    def __init__(self, folder: Path) -> None:
        def rows(name: str) -> list[dict[str, str]]:
            with (folder / name).open(encoding="utf-8", newline="") as stream:
                return list(csv.DictReader(stream))

        self.frame = rows("frame.csv")
        self.responses = rows("responses.csv")
        self.open_answers = {(row["respondent"], row["question"]): set(row["themes"].split())
                             for row in rows("open_answers.csv")}
        self.head = yaml.safe_load((folder / "wave.yml").read_text(encoding="utf-8"))
        content = yaml.safe_load((folder / "codebook.yml").read_text(encoding="utf-8"))
        self.questions = {question["id"]: question for question in content["questions"]}
        self.groups = list(self.head["groups"])
        self.strata = list(self.head["strata"])
        self._quantities: dict[tuple, Quantity] = {}
        self.margins = list(self.head.get("margins", {}).values())
        self._stratum = {row["organisation"]: row["stratum"] for row in self.frame}

    def options(self, question: str) -> list[str]:
        """The options of a question, in codebook order."""
        return [option["id"] for option in self.questions[question].get("options", [])]

    def label(self, question: str, option: str) -> str:
        """The Dutch name of an option."""
        return next(one["nl"] for one in self.questions[question]["options"]
                    if one["id"] == option)

    def answer(self, row: dict[str, str], question: str):
        """What a respondent answered: a set of options, or numbers by option; None if missing."""
        entry = self.questions[question]
        if "derived" in entry:
            return self._derived(row, entry)
        if entry["kind"] == "open":
            return self.open_answers.get((row["respondent"], question))
        if entry["kind"] == "single":
            return {row[question]} if row[question] else None
        if not entry.get("options"):
            return {"": Fraction(row[question])} if row[question] else None
        cells = {option: row[f"{question}__{option}"] for option in self.options(question)}
        if not all(cells.values()):
            return None
        if entry["kind"] == "multiple":
            return {option for option, cell in cells.items() if cell == "1"}
        return {option: Fraction(cell) for option, cell in cells.items()}

    def _derived(self, row, entry):
        """Known when no missing source that was asked of the group could change it."""
        rule = entry["derived"]
        names = rule.get("highest") or list(rule["any"])
        given = {name: self.answer(row, name) for name in names
                 if row["group"] in self.questions[name]["asked"]}
        options = [option["id"] for option in entry["options"]]
        if "highest" in rule:
            said = {option for answer in given.values() for option in answer or ()}
            answer = next((option for option in options if option in said), None)
        else:
            answer = options[not any(answer and answer & set(rule["any"][name])
                                     for name, answer in given.items())]
        complete = bool(given) and all(answer is not None for answer in given.values())
        return {answer} if complete or answer == options[0] else None

    def __getitem__(self, ref: str) -> Quantity:
        return self.quantity(*split_ref(ref))

    def of(self, row) -> Quantity:
        """The quantity of a row of the results."""
        return self.quantity(row.question, (row.option,), row.group, tuple(row.domain.split("+")))

    def quantity(self, question, options, group, domains) -> Quantity:
        """Count or average the answers of one group in some strata."""
        key = (question, options, group, domains)
        if key not in self._quantities:
            self._quantities[key] = self._computed(*key)
        return self._quantities[key]

    def _computed(self, question, options, group, domains) -> Quantity:
        if question in ("register", "respons"):
            return self._frame_quantity(question, options[0], group, domains)
        entry = self.questions[question]
        answers = [self.answer(row, question) for row in self.responses
                   if row["group"] == group and self._within(row["organisation"], domains)]
        answers = [answer for answer in answers if answer is not None]
        if entry["kind"] in ("percentage", "number"):
            scale = 100 if entry["kind"] == "percentage" else 1
            count = sum((sum(answer[option] for option in options) / Fraction(scale)
                         for answer in answers), Fraction(0))
        else:
            count = Fraction(sum(bool(answer & set(options)) for answer in answers))
        return Quantity(len(answers), count, count / len(answers) if answers else None)

    def weighted(self, question: str, options: list[str], group: str) -> Fraction | None:
        """A share or mean for the frame as a whole: respondents count for those of their stratum.

        That is for the stratum among whom is known what they answered, or that they were not
        asked. A stratum with fewer than two respondents is joined with those that it is published
        with. Shares of clients count organisations by their clients.
        """
        members = [row for row in self.responses if row["group"] == group]
        there = Counter(self._stratum[row["organisation"]] for row in members)
        joined = {stratum: stratum for stratum in self.strata}
        for domain in self.head["publication"]["domains"]:
            if any(there[stratum] < 2 for stratum in domain.split("+")):
                joined |= dict.fromkeys(domain.split("+"), domain)
        sizes = Counter()
        for stratum, entry in self.head["strata"].items():
            sizes[joined[stratum]] += entry["organisations"]
        answers = [(joined[self._stratum[row["organisation"]]], row, self.answer(row, question))
                   for row in members]
        known = Counter(stratum for stratum, row, answer in answers
                        if answer is not None or self._routed_past(row, question))
        clients = {row["organisation"]: int(row["clients"]) for row in self.frame}
        by_clients = self.questions[question]["kind"] == "percentage"
        amount = base = Fraction(0)
        for stratum, row, answer in answers:
            if answer is not None:
                weight = Fraction(sizes[stratum], known[stratum])
                weight *= clients[row["organisation"]] if by_clients else 1
                given = (sum(answer[option] for option in options) if isinstance(answer, dict)
                         else bool(answer & set(options)))
                amount += weight * given / (100 if by_clients else 1)
                base += weight
        return amount / base if base else None

    def known(self, question: str, group: str, domain: str) -> int:
        """Respondents in a size class who answered, or are known not to have been asked."""
        return sum(self.answer(row, question) is not None or self._routed_past(row, question)
                   for row in self.responses
                   if row["group"] == group and self._within(row["organisation"],
                                                             domain.split("+")))

    def organisations(self, domain: str) -> int:
        """How many the frame has in a size class."""
        return sum(self.head["strata"][stratum]["organisations"] for stratum in domain.split("+"))

    def _routed_past(self, row, question):
        """Whether a respondent is known not to have been asked."""
        when = self.questions[question].get("when", {})
        given = {name: self.answer(row, name) for name in when}
        return all(answer is not None for answer in given.values()) and not all(
            given[name] & set(options) for name, options in when.items())

    def _within(self, organisation, domains):
        return domains == ("totaal",) or self._stratum[organisation] in domains

    def _frame_quantity(self, question, option, group, domains):
        asked = [row for row in self.frame if self._within(row["organisation"], domains)]
        there = {row["organisation"] for row in self.responses if row["group"] == group}
        others = {row["organisation"] for row in self.responses if row["group"] != group}
        answered = [row for row in asked if row["organisation"] in there]
        if option == "ook_andere_groep":
            n = len(answered)
            count = sum(row["organisation"] in others for row in answered)
        elif option == "organisaties":
            n, count = len(asked), len(answered)
        else:
            column = FRAME_COLUMNS[option]
            n = sum(int(row[column]) for row in asked)
            count = sum(int(row[column]) for row in answered)
            known = {"gemeenten": "municipalities", "klanten": "assistance_clients"}
            if domains == ("totaal",) and option in known:
                n = self.head["population"][known[option]]
        if question == "register":
            return Quantity(n, Fraction(n), Fraction(n))
        return Quantity(n, Fraction(count), Fraction(count, n) if n else None)

    def above(self, question: str, option: str, group: str, domains, among: list[str]) -> int:
        """How many of some options were given by more respondents than one option."""
        one = self.quantity(question, (option,), group, domains).count
        return sum(self.quantity(question, (other,), group, domains).count > one
                   for other in among)
