"""The variables that answers are in when another program has them: names, labels and codes.

Choices have numbers, as SPSS has them; the number tells the place of an option in the codebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from participatiemonitor.survey.codebook import Option, Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.naming import short_names
from participatiemonitor.survey.exchange.questionnaire import GROUP, ORGANISATION, Text
from participatiemonitor.survey.wave import Wave

RESPONDENT = "respondent"
# Of a percentage 98 and 99 are answers; these are answers to nothing.
NOT_ASKED, NOT_GIVEN = -8, -9
MISSING = {NOT_GIVEN: Text("niet beantwoord", "not answered"),
           NOT_ASKED: Text("niet gevraagd", "not asked")}
NO, YES = Text("nee", "no"), Text("ja", "yes")
# What is known of an open answer beside its text: columns of open_answers.csv.
CODED = {"themes": Text("thema’s", "themes"),
         "themes_second": Text("thema’s volgens de tweede codeur", "themes by the second coder"),
         "quotable": Text("mag geciteerd worden", "may be quoted")}
# SPSS takes names of 64 bytes, and not these.
LONGEST = 64
RESERVED = frozenset(("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to",
                      "with"))


@dataclass(frozen=True)
class Variable:
    """A variable, of one answer or a part of it.

    Attributes
    ----------
    name : str
        Its column in ``responses.csv``, save where SPSS does not take that.
    label : Text
    question : Question or None
        None of who answers.
    column : str
        In ``responses.csv``, or for what is known of an open answer in ``open_answers.csv``.
    codes : mapping of str to int
        By what stands in the column, where it is a choice.
    labels : mapping of int to Text
    option : Option or None
        The one that it is about, where each option has a variable.
    text : bool
        Whether it holds text; else it is a choice or a number.
    """

    name: str
    label: Text
    question: Question | None
    column: str
    codes: Mapping[str, int] = field(default_factory=dict)
    labels: Mapping[int, Text] = field(default_factory=dict)
    option: Option | None = None
    text: bool = False

    @property
    def derived(self) -> bool:
        """Whether nobody was asked for it, as it follows from others."""
        return self.question is not None and self.question.derived is not None

    @property
    def missing(self) -> Mapping[int, Text]:
        """The codes of missing answers."""
        return {} if self.text or self.question is None else MISSING


def variables(wave: Wave) -> tuple[Variable, ...]:
    """All variables of a round, in codebook order.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    tuple of Variable
        Each with a name of its own.
    """
    found = [Variable(RESPONDENT, Text("Respondent", "Respondent"), None, RESPONDENT, text=True),
             Variable(ORGANISATION, asking.ASK_ORGANISATION, None, ORGANISATION, text=True),
             _choice(GROUP, asking.ASK_GROUP, None, list(wave.info.groups),
                     [Text(one.nl, one.en) for one in wave.info.groups.values()])]
    for question in wave.codebook.questions:
        found += _of_question(question)
    names = short_names({str(place): one.name for place, one in enumerate(found)}, LONGEST,
                        RESERVED)
    return tuple(replace(one, name=name)
                 for one, name in zip(found, names.values(), strict=True))


def by_column(described: Iterable[Variable]) -> dict[str, Variable]:
    """The variables that stand in ``responses.csv`` or are derived, by their column."""
    return {one.column: one for one in described
            if one.question is None or one.question.kind != "open"}


def _of_question(question: Question) -> Iterator[Variable]:
    asked = Text(question.nl, question.en)
    options = [Text(option.nl, option.en) for option in question.options]
    if question.kind == "open":
        yield Variable(question.id, asked, question, "text", text=True)
        for column, told in CODED.items():
            yield Variable(f"{question.id}__{column}", _about(asked, told), question, column,
                           text=True)
    elif question.kind == "single":
        yield _choice(question.id, asked, question, question.option_ids, options)
    elif not options:
        yield Variable(question.id, asked, question, question.id)
    else:
        for column, option, told in zip(question.columns, question.options, options, strict=True):
            label = _about(asked, told)
            one = (_choice(column, label, question, ("0", "1"), (NO, YES), first=0)
                   if question.kind == "multiple" else Variable(column, label, question, column))
            yield replace(one, option=option)


def _choice(column: str, label: Text, question: Question | None, options: Sequence[str],
            texts: Sequence[Text], first: int = 1) -> Variable:
    codes = {option: code for code, option in enumerate(options, start=first)}
    return Variable(column, label, question, column, codes,
                    dict(zip(codes.values(), texts, strict=True)))


def _about(asked: Text, part: Text) -> Text:
    return Text(f"{asked.nl} [{part.nl}]", f"{asked.en} [{part.en}]")
