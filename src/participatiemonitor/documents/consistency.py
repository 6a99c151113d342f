"""Whether what a document published can be true, before any answer is looked at.

Three questions are asked of the claims alone: is a percentage possible at all given its base, do
rows and totals agree, and do statements about the same thing agree? Every claim becomes a linear
bound on unknown percentages and counts; the codebook adds what must hold whatever was answered:
the options of a single choice add up to 100, a net is at least as large as each of its options,
a derived question at least as its sources, and nobody answers what was not asked.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import or_

from participatiemonitor.documents.claims import Claim, Side, sides_of
from participatiemonitor.documents.feasibility import Constraint, contradictions
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.survey.codebook import Derivation, Question
from participatiemonitor.survey.waveinfo import WaveInfo

# A rounded percentage holds any value from half below up to, not including, half above.
OPEN = 1e-6

Names = set[tuple[str, ...]]
Book = dict[str, Question]


def impossible_percentages(claims: Iterable[Claim]) -> list[Claim]:
    """Exact percentages that no whole number of respondents gives, with the base stated.

    Parameters
    ----------
    claims : iterable of Claim

    Returns
    -------
    list of Claim
        Only shares are tested; a mean of percentages can take any value.

    Notes
    -----
    The idea is the GRIM test of Brown and Heathers (2017), for shares.
    """
    return [claim for claim in testable_percentages(claims)
            if claim.n and claim.value is not None
            and not possible_counts(claim.value, claim.n)]


def testable_percentages(claims: Iterable[Claim]) -> list[Claim]:
    """Exact shares with the base stated."""
    return [claim for claim in claims
            if claim.type == "exact" and claim.n and claim.ref is not None
            and claim.ref.question == RESPONSE]


def possible_counts(percentage: float, n: int) -> list[int]:
    """The counts out of `n` that round, half up, to a whole percentage."""
    low = max(0, math.ceil((percentage - 0.5) * n / 100 - 1e-9))
    high = min(n, math.floor((percentage + 0.5) * n / 100))
    return [count for count in range(low, high + 1)
            if math.floor(100 * count / n + 0.5 + 1e-9) == percentage]


def inconsistent_claims(claims: Iterable[Claim], questions: Iterable[Question], info: WaveInfo
                        ) -> list[tuple[str, ...]]:
    """Minimal sets of claims that cannot all be true.

    Parameters
    ----------
    claims : iterable of Claim
    questions : iterable of Question
        The codebook the claims refer to.
    info : WaveInfo
        The groups and strata.

    Returns
    -------
    list of tuple of str
        Ids of claims, in the order of the document.
    """
    claims = list(claims)
    book = {question.id: question for question in questions}
    bounds = [bound for claim in claims for side in sides_of(claim, info.groups)
              for bound in _claimed(side, book)]
    used = {name for bound in bounds for name in bound.terms}
    structure = [bound for group in info.groups for bound in _structure(group, book, used)]
    structure += list(_register(info, used))
    counts = {name for bound in bounds + structure for name in bound.terms
              if name[0] in (REGISTER, RESPONSE)}
    return contradictions(bounds + structure, counts)


def _name(ref: Ref, relation: str = "") -> tuple[str, ...]:
    return (ref.question, "+".join(sorted(ref.options)), ref.group, ref.domain, relation)


def _claimed(side: Side, book: Book) -> Iterator[Constraint]:
    claim, ref = side.claim, side.ref
    if claim.relation == "n" or ref.option == "ook_andere_groep":
        return
    if ref.question in (REGISTER, RESPONSE):
        if claim.type == "count":
            yield Constraint({_name(ref): 1}, side.value, side.value, claim.id)
        elif claim.type == "exact" and claim.n and (
                counts := possible_counts(side.value, claim.n)):
            yield Constraint({_name(ref): 1}, counts[0], counts[-1], claim.id)
    elif claim.type == "exact":
        yield Constraint({_name(ref): 1}, side.value - 0.5, side.value + 0.5 - OPEN, claim.id)
    elif claim.type == "band":
        relation = "all" if claim.relation == "in_all" else ""
        low = max(side.low, 0)
        yield Constraint({_name(ref, relation): 1},
                         low + OPEN if claim.relation == "above" else low, side.high - OPEN,
                         claim.id)
    elif side.versus:
        high = side.high - OPEN
        low = -high if claim.relation == "similar" else side.low if side.low > 0 else OPEN
        sign = -1 if claim.relation == "less" else 1
        yield Constraint({_name(ref): sign, _name(side.versus): -sign}, low, high, claim.id)
    elif claim.type == "rank" and side.value == 1:
        question = book[ref.question]
        for option in question.option_ids:
            if option not in (ref.option, question.exclusive):
                rival = _name(replace(ref, option=option))
                yield Constraint({_name(ref): 1, rival: -1}, 0, math.inf, claim.id)


def _structure(group: str, book: Book, used: Names) -> Iterator[Constraint]:
    """What holds for one group whatever was answered."""
    domains = {name[3] for name in used if name[2] == group and name[0] in book}
    for domain in domains:
        for question in book.values():
            yield from _own(question, group, domain, used)
            if question.derived:
                yield from _derived(question, question.derived, group, domain)
            yield from _routed(question, book, group, domain, used)


def _own(question: Question, group: str, domain: str, used: Names) -> Iterator[Constraint]:
    """Bounds among the options and nets of one question."""
    def var(option: str) -> tuple[str, ...]:
        return _name(Ref(question.id, option, group, domain))

    options = question.option_ids or ("",)
    for option in options:
        yield Constraint({var(option): 1}, 0, 100)
    if question.kind == "single" or question.total is not None:
        yield Constraint({var(option): 1 for option in options}, 100, 100)
    nets = {name[1] for name in used if name[0] == question.id and "+" in name[1]
            and name[2:4] == (group, domain)}
    for net in nets:
        parts = net.split("+")
        terms = {var(net): 1} | {var(part): -1 for part in parts}
        if question.kind in ("single", "percentage"):
            yield Constraint(terms, 0, 0)
            continue
        yield Constraint(terms, -math.inf, 0)
        yield Constraint({var(net): 1}, 0, 100)
        for part in parts:
            yield Constraint({var(net): 1, var(part): -1}, 0, math.inf)
        if question.exclusive and set(parts) == set(options) - {question.exclusive}:
            yield Constraint({var(net): 1, var(question.exclusive): 1}, 100, 100)
    if question.exclusive:
        for option in set(options) - {question.exclusive}:
            yield Constraint({var(option): 1, var(question.exclusive): 1}, 0, 100)


def _derived(question: Question, rule: Derivation, group: str, domain: str
             ) -> Iterator[Constraint]:
    """A derived question is at least as high as each of its sources, at most as all together."""
    def net(name: str, options: tuple[str, ...], sign: float
            ) -> dict[tuple[str, ...], float]:
        return {_name(Ref(name, option, group, domain)): sign for option in options}

    if rule.highest:
        for count in range(1, len(question.option_ids)):
            top = question.option_ids[:count]
            for source in rule.highest:
                yield Constraint(net(question.id, top, 1) | net(source, top, -1), 0, math.inf)
            sources = (net(source, top, -1) for source in rule.highest)
            yield Constraint(reduce(or_, sources, net(question.id, top, 1)), -math.inf, 0)
    for source, options in rule.any.items():
        yield Constraint(net(question.id, ("ja",), 1) | net(source, options, -1), 0, math.inf)


def _routed(question: Question, book: Book, group: str, domain: str, used: Names
            ) -> Iterator[Constraint]:
    """Of all members of a group no more can give an answer than were asked."""
    everyone = {_name(Ref(question.id, option, group, domain), "all")
                for option in question.option_ids}
    for name, answers in question.when.items():
        asked = {_name(Ref(name, answer, group, domain)): -1 for answer in answers}
        for answer in everyone & used if book[name].kind == "single" else ():
            yield Constraint({answer: 1} | asked, -math.inf, 0)


def _register(info: WaveInfo, used: Names) -> Iterator[Constraint]:
    """Strata add up to the total; nobody answers who was not in the frame."""
    for group in info.groups:
        for question in (REGISTER, RESPONSE):
            total = _name(Ref(question, "organisaties", group))
            strata = {_name(Ref(question, "organisaties", group, stratum)): -1
                      for stratum in info.strata}
            if total in used and set(strata) <= used:
                yield Constraint({total: 1} | strata, 0, 0)
