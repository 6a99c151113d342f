"""What is left of a codebook when some of its questions cannot be used."""

from __future__ import annotations

from collections.abc import Collection

from participatiemonitor.survey.codebook import Codebook


def without(book: Codebook, lost: Collection[str]) -> Codebook:
    """The codebook without some questions, and without what rests on them.

    Parameters
    ----------
    book : Codebook
    lost : collection of str
        Ids of questions.

    Returns
    -------
    Codebook
        A question that follows from a lost one, or that is asked because of its answer, is lost
        too. Figures and tables stay as they are.
    """
    kept, known = [], set()
    for question in book.questions:
        sources = {*question.when, *(question.derived.sources if question.derived else ())}
        if question.id not in lost and sources <= known:
            kept.append(question)
            known.add(question.id)
    return book.model_copy(update={"questions": tuple(kept)})
