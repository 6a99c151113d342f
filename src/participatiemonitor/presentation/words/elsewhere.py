"""Numbers that rest on no answer of the wave: a document printed them."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor import dutch
from participatiemonitor.documents.documents import Document
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.bound import Bound


def published(documents: Iterable[Document], claim: str) -> Bound:
    """A number as a document printed it, whichever wave the book is about: *40%*."""
    for document in documents:
        for one in document.claims:
            if one.id == claim and one.value is not None:
                words = {"count": dutch.large,
                         "band": lambda value: dutch.approximately(value / 100),
                         "exact": lambda value: dutch.percent(value / 100)}[one.type]
                return Bound(words(one.value), "published", (),
                             f"{document.head.name}, uitspraak {claim}", {"claim": claim})
    raise InputError(f"published({claim!r}): geen uitspraak met een waarde onder die naam.")
