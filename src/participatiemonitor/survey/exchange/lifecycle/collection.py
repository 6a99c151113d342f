"""What was asked, in which words and in which order, and of whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from lxml.etree import _Element as Element

from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.lifecycle.elements import (
    add,
    command,
    contents,
    item,
    literal,
    refer,
)
from participatiemonitor.survey.exchange.questionnaire import GROUP, Text
from participatiemonitor.survey.exchange.routing import (
    ALWAYS,
    Condition,
    Given,
    Has,
    Leaf,
    asked,
    derived,
    infix,
    write,
)
from participatiemonitor.survey.exchange.universes import derivation, universe
from participatiemonitor.survey.exchange.variables import Variable, by_column
from participatiemonitor.survey.wave import Wave

Known = Mapping[str, Variable]


def data_collection(study: Element, wave: Wave, described: Sequence[Variable]) -> None:
    """Add the questions and the questionnaire.

    Parameters
    ----------
    study : Element
    wave : Wave
    described : sequence of Variable
    """
    known = by_column(described)
    collection = item(study, "d:DataCollection", "collection")
    scheme = item(collection, "d:QuestionScheme", "questions")
    put = [one for one in wave.codebook.questions if not one.derived]
    _question(scheme, "question-group", asking.ASK_GROUP, Text("", ""),
              [lambda parent: _codes(parent, GROUP)])
    for question in put:
        _question(scheme, f"question-{question.id}", Text(question.nl, question.en),
                  asking.hint(question), _domains(question),
                  len(question.options) if question.kind == "multiple" else 0)
    constructs = item(collection, "d:ControlConstructScheme", "constructs")
    _order(constructs, wave, known)
    instrument = item(item(collection, "d:InstrumentScheme", "instruments"), "d:Instrument",
                      "questionnaire")
    contents(instrument, "r:Label", asking.title(wave.info))
    refer(instrument, "d:ControlConstructReference", "sequence", "Sequence")


def _question(scheme: Element, name: str, text: Text, hint: Text,
              domains: Sequence[Callable[[Element], None]], most: int = 0) -> None:
    question = item(scheme, "d:QuestionItem", name)
    contents(question, "r:Description", hint)
    literal(question, "d:QuestionText", text)
    if len(domains) == 1:
        domains[0](question)
    else:
        mixed = add(question, "d:StructuredMixedResponseDomain")
        for domain in domains:
            domain(add(mixed, "d:ResponseDomainInMixed"))
    if most:
        add(question, "r:ResponseCardinality", minimumResponses="0", maximumResponses=str(most))


def _domains(question: Question) -> list[Callable[[Element], None]]:
    """What can be answered: once, or for each option."""
    if question.kind in ("single", "multiple"):
        return [lambda parent: _codes(parent, question.id)]
    if question.kind == "open":
        return [lambda parent: add(parent, "d:TextDomain")]
    labels = [Text(option.nl, option.en) for option in question.options] or [Text("", "")]
    return [partial(_numbers, question=question, label=label) for label in labels]


def _codes(parent: Element, name: str) -> None:
    refer(add(parent, "d:CodeDomain"), "r:CodeListReference", f"codes-{name}", "CodeList")


def _numbers(parent: Element, question: Question, label: Text) -> None:
    domain = add(parent, "d:NumericDomain")
    limits = add(domain, "r:NumberRange")
    add(limits, "r:Low", "0", isInclusive="true")
    if question.kind == "percentage":
        add(limits, "r:High", "100", isInclusive="true")
    contents(domain, "r:Label", label)


def _order(constructs: Element, wave: Wave, known: Known) -> None:
    """The questions in their order, each within the condition that leads to it."""
    codebook = wave.codebook
    sequence = item(constructs, "d:Sequence", "sequence")
    _construct(constructs, GROUP)
    refer(sequence, "d:ControlConstructReference", "ask-group", "QuestionConstruct")
    for question in codebook.questions:
        if question.derived:
            name, kind = f"compute-{question.id}", "ComputationItem"
            computation = item(constructs, f"d:{kind}", name)
            value = "()"
            for option, condition in reversed(derived(question, codebook)):
                value = (f"if ({_expression(condition, codebook, known)}) then "
                         f"{known[question.id].codes[option]} else {value}")
            command(computation, "r:CommandCode", derivation(question, wave), value)
            refer(computation, "d:AssignedVariableReference", f"variable-{known[question.id].name}",
                  "Variable")
        else:
            name, kind = f"ask-{question.id}", "QuestionConstruct"
            _construct(constructs, question.id)
            condition = asked(question, wave.info.groups)
            if condition != ALWAYS:
                inner, name, kind = name, f"if-{question.id}", "IfThenElse"
                branch = item(constructs, f"d:{kind}", name)
                command(branch, "d:IfCondition", universe(question, wave),
                        _expression(condition, codebook, known))
                refer(branch, "d:ThenConstructReference", inner, "QuestionConstruct")
        refer(sequence, "d:ControlConstructReference", name, kind)


def _construct(constructs: Element, question: str) -> None:
    construct = item(constructs, "d:QuestionConstruct", f"ask-{question}")
    refer(construct, "r:QuestionReference", f"question-{question}", "QuestionItem")


def _expression(condition: Condition, codebook: Codebook, known: Known) -> str:
    """A condition in XPath, in which variables have the values of the file with answers."""
    def leaf(one: Leaf) -> str:
        if isinstance(one, Has):
            if codebook[one.question].kind == "multiple":
                return f"${known[f'{one.question}__{one.option}'].name} = 1"
            variable = known[one.question]
            return f"${variable.name} = {variable.codes[one.option]}"
        if isinstance(one, Given):
            first, *_ = codebook[one.question].columns or (one.question,)
            return f"${known[first].name} >= 0"
        return f"${known[GROUP].name} = {known[GROUP].codes[one.group]}"

    return write(condition, leaf, infix("not({})", "true()", "false()"))
