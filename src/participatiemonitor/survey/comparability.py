"""What two survey rounds have in common: which questions may be compared, and what changed.

What a codebook says of an earlier round holds. Where it says nothing, a question that was put to
the same groups in the same way, with the same texts but for the names of the laws, is the same;
any other difference must be said, and until it is, nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.changes import NEW, SAME
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave
from participatiemonitor.survey.waveinfo import WaveInfo

UNSAID = "unsaid"


@dataclass(frozen=True)
class Comparison:
    """How a question of a round relates to an earlier round.

    Attributes
    ----------
    question : str
        Its id in this round.
    was : str or None
        Its id in the earlier round; None where it has none.
    change : str
        ``new``, ``same``, ``reworded``, ``options``, or `UNSAID` where the questions differ and
        the codebook does not say how.
    comparable : bool
        Whether anything of it may be compared.
    options : tuple of str
        The options whose answers may be compared, of the same id in both rounds, in the order of
        this one.
    groups : tuple of str
        The groups that were asked in both rounds.
    reason : str or None
        What changed, as readers get it.
    differs : tuple of str
        What of the two questions is not the same, in Dutch.
    """

    question: str
    was: str | None
    change: str
    comparable: bool = False
    options: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    reason: str | None = None
    differs: tuple[str, ...] = ()


def comparability(earlier: Wave, later: Wave, *between: Wave) -> Mapping[str, Comparison]:
    """Compare the questions of two rounds.

    Parameters
    ----------
    earlier, later : Wave
    *between : Wave
        Rounds between the two, oldest first. What the codebook does not say of `earlier` itself
        follows from round to round: what is comparable in each step, is comparable.

    Returns
    -------
    mapping of str to Comparison
        By id, every question of the later round, in codebook order.
    """
    *others, near = (earlier, *between)
    found = {question.id: _compared(question, near, later)
             for question in later.codebook.questions}
    if not others:
        return found
    before = comparability(earlier, near, *others[1:])
    return {name: _compared(later.codebook[name], earlier, later)
            if earlier.year in later.codebook[name].earlier
            else _through(step, before.get(step.was or "")) for name, step in found.items()}


def gone(earlier: Wave, later: Wave, *between: Wave) -> tuple[str, ...]:
    """The questions of an earlier round that a later one no longer has, in codebook order."""
    kept = {one.was for one in comparability(earlier, later, *between).values()}
    return tuple(name for question in earlier.codebook.questions
                 if (name := question.id) not in kept)


def unsaid(earlier: Wave, later: Wave) -> Iterator[Fault]:
    """What the codebook of a round must still say of the round before it.

    Parameters
    ----------
    earlier, later : Wave

    Yields
    ------
    Fault
        A question that differs from that of the same name; one that is no longer there.
    """
    year = earlier.year
    for name, one in comparability(earlier, later).items():
        if one.change == UNSAID:
            yield Fault("codebook.yml", name, "earlier", one.differs[0],
                        f"{year} onder earlier, met change: reworded of options, comparable: true, "
                        "false of een lijst van opties, en nl: wat er veranderde; of met change: "
                        "same of new. " + "; ".join(one.differs).capitalize())
    for name in gone(earlier, later):
        if name not in later.codebook.dropped:
            yield Fault("codebook.yml", "dropped", name, "",
                        f"since: {later.year} en nl: waar de vraag van {year} over ging; of de "
                        "vraag die ervoor kwam, met was onder earlier")


def _compared(question: Question, earlier: Wave, later: Wave) -> Comparison:
    """Two rounds next to each other, or of which the codebook says how they relate."""
    said = question.earlier.get(earlier.year)
    was = (said and said.was) or question.id
    if (said and said.change == NEW) or was not in earlier.codebook:
        return Comparison(question.id, None, NEW)
    then = earlier.codebook[was]
    differs = tuple(_differences(then, earlier.info, question, later.info))
    change = said.change if said else UNSAID if differs else SAME
    reason = said.nl if said else None
    shared = tuple(option for option in question.option_ids if option in then.option_ids)
    if said and isinstance(said.comparable, tuple):
        shared = tuple(option for option in shared if option in said.comparable)
    comparable = (change == SAME or bool(said and said.comparable)) and then.kind == question.kind
    return _settled(Comparison(
        question.id, was, change, comparable, shared,
        tuple(group for group in question.asked if group in then.asked), reason, differs),
        question)


def _settled(one: Comparison, question: Question) -> Comparison:
    """Nothing is comparable where no group or no option is in both rounds."""
    comparable = one.comparable and bool(one.groups) and bool(one.options or not question.options)
    return replace(one, comparable=comparable, options=one.options if comparable else ())


def _through(step: Comparison, before: Comparison | None) -> Comparison:
    """What two steps make together; the larger change names it."""
    if before is None or before.was is None:
        return Comparison(step.question, None, NEW)
    comparable = step.comparable and before.comparable
    options = tuple(option for option in step.options if option in before.options)
    groups = tuple(group for group in step.groups if group in before.groups)
    comparable = comparable and bool(groups) and (
        bool(options) or not (step.options or before.options))
    reasons = tuple(dict.fromkeys(filter(None, (before.reason, step.reason))))
    return Comparison(
        step.question, before.was, before.change if step.change == SAME else step.change,
        comparable, options if comparable else (), groups, " ".join(reasons) or None,
        tuple(dict.fromkeys((*before.differs, *step.differs))))


def _differences(then: Question, before: WaveInfo, now: Question, after: WaveInfo
                 ) -> Iterator[str]:
    """What is not the same of two questions, the names of the laws aside."""
    if then.kind != now.kind:
        yield f"soort {then.kind}, nu {now.kind}"
    if _text(then.nl, before) != _text(now.nl, after):
        yield f"tekst “{then.nl}”, nu “{now.nl}”"
    old = {option.id: option.nl for option in then.options}
    new = {option.id: option.nl for option in now.options}
    if left := [option for option in old if option not in new]:
        yield f"zonder {', '.join(left)}"
    if added := [option for option in new if option not in old]:
        yield f"met {', '.join(added)} erbij"
    for option in old.keys() & new.keys():
        if _text(old[option], before) != _text(new[option], after):
            yield f"optie {option} “{old[option]}”, nu “{new[option]}”"
    if set(then.asked) != set(now.asked):
        yield f"gesteld aan {', '.join(then.asked)}, nu aan {', '.join(now.asked)}"
    for field, called in (("when", "doorverwijzing"), ("derived", "afleiding"),
                          ("exclusive", "optie die andere uitsluit"), ("total", "totaal")):
        if getattr(then, field) != getattr(now, field):
            yield f"een andere {called}" if field != "total" else "een ander totaal"


def _text(text: str, info: WaveInfo) -> str:
    """A text without what does not count: capitals, blanks, the names of the laws."""
    for place, law in enumerate((info.laws.assistance, info.laws.support)):
        for name in sorted({law.short, law.name}, key=len, reverse=True):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", f"⟨{place}⟩", text, flags=re.I)
    return " ".join(text.casefold().split())
