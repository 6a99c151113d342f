"""The words in which documents say how large something is, and how they stand in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from participatiemonitor.documents.claims import Claim

# Before *gemeenten* as they are.
_DETERMINERS = ("sommige", "andere", "veel", "de meeste", "bijna alle", "opvallend weinig")
_OUT_OF = re.compile(r"\bop de (?:twee|drie|vier|vijf|tien)$")
# Before *van de gemeenten*.
_PART = re.compile(r"%|\bprocent\b|\b(?:helft|kwart|driekwart|derde|vijfde|deel|meerderheid)$")
# An adjective that has lost its article in a list of words.
_BARE = re.compile(r"^(?=(?:grote?|ruime|kleine?) )")
_DENIAL = re.compile(r"\b(?:niet|geen|weinig|nog minder)\b")


def is_denial(published: str) -> bool:
    """Whether it says that something is not, or hardly, there."""
    return bool(_DENIAL.search(published)) and not is_size(published)


def is_size(published: str) -> bool:
    """Whether it says how large a part is, in a number or a word."""
    return bool(published in _DETERMINERS or _OUT_OF.search(published) or _PART.search(published))


def is_quantity(claim: Claim) -> bool:
    """Whether a claim gives a number of respondents, or a word that stands for one."""
    # What is tested as no more than being there has a word of quantity for something else: for
    # those of whom the respondents speak.
    there = claim.relation == "above" and not claim.low
    return claim.type in ("exact", "count") or (is_size(claim.published) and not there)


def subject(printed: str, plural: str) -> str:
    """Whom it is about, with the word of quantity: *driekwart van de gemeenten*.

    Parameters
    ----------
    printed : str
        Empty where nothing is said of how many.
    plural : str
        Who they are.

    Returns
    -------
    str
    """
    if printed in _DETERMINERS or _OUT_OF.search(printed):
        return f"{printed} {plural}"
    return f"{_BARE.sub('een ', printed)} van de {plural}" if printed else plural


def is_singular(printed: str) -> bool:
    """Whether what `subject` makes of it takes a verb in the singular: *driekwart … heeft*."""
    return bool(_PART.search(printed)) and not _OUT_OF.search(printed)


def amount(printed: str) -> str:
    """The word of quantity where it can stand alone, for a percentage: *ruim een vijfde*."""
    return _BARE.sub("een ", printed) if _PART.search(printed) or _OUT_OF.search(printed) else ""
