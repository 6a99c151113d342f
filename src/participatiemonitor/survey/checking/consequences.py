"""Faults that only follow from a fault elsewhere: nobody can mend these, so nobody is told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.checking.parts import Head, Questions

# Kinds of faults after which the rows of a csv file are not all there.
INCOMPLETE = ("bestand", "scheidingsteken", "aanhalingsteken", "kolom", "rij")


def own_of_frame(faults: Iterable[Fault], head: Head) -> tuple[Fault, ...]:
    """Faults of a register that do not follow from a head without strata."""
    return tuple(fault for fault in faults
                 if head.strata or (fault.column, fault.kind) != ("stratum", "waarde"))


def own_of_responses(faults: Iterable[Fault], frame: Sequence[Fault], known: Questions,
                     groups: Collection[str]) -> tuple[Fault, ...]:
    """Faults of closed answers that do not follow from those of register or codebook.

    Parameters
    ----------
    faults : iterable of Fault
    frame : sequence of Fault
        Those of the register.
    known : Questions
    groups : collection of str
        Empty where they are not known.

    Returns
    -------
    tuple of Fault
    """
    unjudged = {*(() if groups else ("group",)),
                *(("organisation",) if loses_rows(frame, "organisation") else ())}

    def follows(fault: Fault) -> bool:
        if fault.kind == "kolom":  # a column of a question that cannot be read is not unknown
            return fault.value != "" and (
                not known.complete or str(fault.column).partition("__")[0] in known.lost)
        return fault.kind == "waarde" and fault.column in unjudged

    return tuple(fault for fault in faults if not follows(fault))


def own_of_open_answers(faults: Iterable[Fault], responses: Sequence[Fault], known: Questions,
                        asked: Collection[str], cells: Mapping[object, Mapping[str, str]],
                        doubtful: Collection[str]) -> tuple[Fault, ...]:
    """Faults of open answers that do not follow from those of closed ones or the codebook.

    Parameters
    ----------
    faults : iterable of Fault
    responses : sequence of Fault
        Those of the closed answers.
    known : Questions
    asked : collection of str
        The open questions that were judged.
    cells : mapping
        Of each row number, the cells.
    doubtful : collection of str
        Respondents with a fault in their answers: who knows what they were asked.

    Returns
    -------
    tuple of Fault
    """
    lost = loses_rows(responses, "respondent")
    unjudged = {*known.lost, *(question.id for question in known.book.questions
                               if question.kind == "open")}

    def follows(fault: Fault) -> bool:
        if fault.kind == "doorverwijzing":
            return cells[fault.row]["respondent"] in doubtful
        if fault.kind != "waarde":
            return False
        return (fault.column == "respondent" and lost) or (
            fault.column == "question" and fault.value not in asked
            and (not known.complete or fault.value in unjudged))

    return tuple(fault for fault in faults if not follows(fault))


def loses_rows(faults: Iterable[Fault], column: str) -> bool:
    """Whether a csv file with these faults has not all its rows, by the codes of a column."""
    return any(fault.kind in INCOMPLETE or fault.column == column for fault in faults)
