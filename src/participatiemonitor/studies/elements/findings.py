"""What the codings of interventions say of elements and proof, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.codings import PROVEN, Coded
from participatiemonitor.studies.elements.coverage import Element, Proof, limits
from participatiemonitor.studies.elements.sentences import (
    NAMED,
    amount,
    elements,
    how_many,
    interventions,
    quoted,
)

# What an intervention is that stands on a rung, or above it.
AT_LEAST = {1: "ten minste beschreven", 2: "ten minste in theorie effectief",
            3: "ten minste doeltreffend", PROVEN: "bewezen effectief"}


def missing(covered: Sequence[Element], total: int) -> str:
    """Which elements no coder saw anywhere, without a full stop."""
    names = [one.name for one in covered if one.missing]
    if len(names) == len(covered):
        return f"{'De interventie' if total == 1 else 'Geen enkele interventie'} heeft " + (
            "geen van de twaalf elementen" if total == 1 else "een van de twaalf elementen")
    if not names:
        if all(one.missing is False for one in covered):
            return ("De interventie heeft alle twaalf elementen" if total == 1 else
                    "Elk van de twaalf elementen komt in ten minste één interventie voor")
        return "Geen van de twaalf elementen ontbreekt volgens beide codeurs"
    where = "in de interventie" if total == 1 else "in alle interventies"
    if len(names) > NAMED:
        some = dutch.capital(dutch.numeral(len(names)))
        return f"{some} van de twaalf elementen ontbreken {where}"
    return f"{dutch.capital(elements(names))} ontbreek{'t' if len(names) == 1 else 'en'} {where}"


def coverage(covered: Sequence[Element], found: Coded) -> str:
    """What is missing, what may be, and what there is most of."""
    absent = [one.name for one in covered if one.missing]
    told = [missing(covered, len(found.interventions))]
    if NAMED < len(absent) < len(covered):
        told.append(f"Het gaat om {elements(absent)}")
    disputed = [one.name for one in covered if one.missing is None]
    if disputed:
        them = "het" if len(disputed) == 1 else "ze"
        occur = "voorkomt, is" if len(disputed) == 1 else "voorkomen, is"
        told.append(f"Of {elements(disputed)} {occur} niet zeker: er is geen interventie waarin "
                    f"beide codeurs {them} zien")
    told += [most(covered, found), bare(found)]
    return joined(told)


def most(covered: Sequence[Element], found: Coded) -> str:
    """Which elements occur most, without a full stop; empty where none does for sure."""
    times = max(int(one.interventions.low) for one in covered)
    if not times:
        return ""
    if len(found.interventions) == 1:
        ends = limits(int(found.sure.sum()), int(found.possible.sum()))
        return f"De interventie heeft {amount(ends)} van de twaalf elementen"
    names = [one.name for one in covered if one.interventions.low == times]
    where = f"in {interventions(times)}"
    if len(names) == len(covered):
        return f"Alle elementen komen even vaak voor, {where}"
    who = elements(names) if len(names) <= NAMED else f"{dutch.numeral(len(names))} elementen"
    each = "" if len(names) == 1 else "elk "
    if found.double:
        return f"Het vaakst zien beide codeurs {who}, {each}{where}"
    return f"Het vaakst kom{'t' if len(names) == 1 else 'en'} {who} voor, {each}{where}"


def bare(found: Coded) -> str:
    """Which interventions have no element for sure, where others have; without a full stop."""
    times = found.sure.sum(axis=1)
    names = [name for name, has in zip(found.interventions, times, strict=True) if not has]
    if not names or len(names) == len(times):
        return ""
    few = quoted(names) if len(names) <= NAMED else interventions(len(names))
    what = "geen element dat beide codeurs zien" if found.double else "geen enkel element"
    return f"{dutch.capital(few)} {'heeft' if len(names) == 1 else 'hebben'} {what}"


def proven(proofs: Sequence[Proof]) -> str:
    """How many interventions are proven to work, and which where these are few."""
    sure = [one.intervention for one in proofs if one.proven]
    disputed = [one.intervention for one in proofs if one.proven is None]
    ends = limits(len(sure), len(sure) + len(disputed))
    told = how_many(ends, len(proofs), AT_LEAST[PROVEN], disputed)
    if not disputed and 0 < len(sure) <= NAMED and len(sure) < len(proofs):
        told = f"{told}: {quoted(sure)}"
    return joined([told])


def described(found: Coded, ends: Limits) -> str:
    """How many interventions are described at least."""
    disputed = [name for name, rungs in zip(found.interventions, found.rungs.T, strict=True)
                if rungs.min() < 1 <= rungs.max()]
    return joined([how_many(ends, len(found.interventions), AT_LEAST[1], disputed)])


def proven_elements(covered: Sequence[Element]) -> str:
    """How many elements are in an intervention that is proven to work; empty where none occurs."""
    there = [one for one in covered if one.missing is not True]
    sure, disputed = (sum(one.proven is verdict for one in there) for verdict in (True, None))
    which = "die bewezen effectief is"
    proof = f"een interventie {which}"
    if not there:
        return ""
    if sure == len(there):
        return f"Elk element dat voorkomt, zit ook in {proof}."
    if not sure and not disputed:
        return f"Geen enkel element zit in {proof}."
    depends = f"bij {dutch.numeral(disputed)} hangt dat van de codeur af"
    if not sure:
        return f"Van geen enkel element is zeker dat het in een interventie zit {which}; {depends}."
    told = (f"{dutch.capital(dutch.numeral(sure))} van de twaalf elementen "
            f"{'zit' if sure == 1 else 'zitten'} in {proof}")
    return joined([f"{told}; {depends}" if disputed else told])


def joined(sentences: Sequence[str]) -> str:
    """Sentences in a row, each with its full stop; empty ones are left out."""
    return " ".join(map(dutch.ended, filter(None, sentences)))
