"""What holds own interventions beside those of the document, and coders beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.agreement import Agreement
from participatiemonitor.studies.elements.beside import Beside
from participatiemonitor.studies.elements.codings import Coded
from participatiemonitor.studies.elements.findings import AT_LEAST, joined
from participatiemonitor.studies.elements.form import ELEMENTS
from participatiemonitor.studies.elements.sentences import (
    NAMED,
    amount,
    elements,
    how_many,
    interventions,
    quoted,
    share,
)

# The rung of which the document tells something.
THEORY = 2
ALONE = "Er is één codeur; hoe zeker de oordelen zijn, is daarom niet te zeggen."


def beside(one: Beside, total: int, published: int) -> str:
    """How many are effective in theory at least, here and in the document."""
    return joined([how_many(one.own, total, AT_LEAST[one.rung]),
                   _published(one.published, published)])


def _published(ends: Limits | None, total: int) -> str:
    who = f"de {total} interventies van Divosa"
    if ends is None:
        return f"Van {who} is dat niet bekend"
    if ends.high == total:
        return f"Bij {who} is dat {'altijd' if ends.low == total else 'meestal'} zo"
    return f"Van {who} geldt dat voor {amount(ends)}"


def same(names: Mapping[str, str], total: int) -> str:
    """Which interventions the document has too."""
    if not names:
        return ("De interventie staat niet in de lijst van Divosa." if total == 1 else
                "Geen van de interventies draagt een naam uit de lijst van Divosa.")
    few = (quoted([*names]) if len(names) <= NAMED else
           f"{dutch.capital(dutch.numeral(len(names)))} interventies")
    return f"{few} staa{'t' if len(names) == 1 else 'n'} ook in de lijst van Divosa."


def agreement(of_elements: Agreement, of_rungs: Agreement) -> str:
    """How far two coders agree, first of all on elements."""
    if of_elements.same == of_rungs.same == 1:
        return "De codeurs zijn het over alle elementen en treden eens."
    return joined([f"Over de elementen zijn de codeurs het {_often(of_elements.same)} eens"])


def agreement_at_length(of_elements: Agreement, of_rungs: Agreement) -> str:
    """How far two coders agree, with kappa, and on what they do least."""
    told = [agreement(of_elements, of_rungs)]
    if of_elements.same < 1 and of_elements.kappa is not None:
        told.append(f"Gecorrigeerd voor toeval is dat een kappa van "
                    f"{dutch.decimal(of_elements.kappa, 2)}")
    if of_elements.same < 1 or of_rungs.same < 1:
        told.append(f"Over de trede zijn zij het {_often(of_rungs.same)} eens")
    differ = len(of_elements.differ) + len(of_rungs.differ)
    told.append(f"Samen verschillen zij bij {dutch.numeral(differ)} oordelen" if differ > 1 else "")
    return joined([*told, _least(of_elements)])


def _often(part: float) -> str:
    if part == 1:
        return "steeds"
    return f"in {share(part)} van de gevallen" if part else "nergens"


def _least(of_elements: Agreement) -> str:
    """On which elements coders differ most; empty where they do at most once on each."""
    times = Counter(element for _, element in of_elements.differ)
    most = max(times.values(), default=0)
    if most < 2:
        return ""
    names = [name for name in ELEMENTS if times[name] == most]
    who = elements(names) if len(names) <= NAMED else f"{dutch.numeral(len(names))} elementen"
    each = "" if len(names) == 1 else "elk "
    return f"Het vaakst zijn zij het oneens over {who}, {each}bij {interventions(most)}"


def coders(found: Coded) -> str:
    """Who judged what."""
    what = interventions(len(found.interventions))
    return f"{'Twee codeurs beoordeelden' if found.double else 'Eén codeur beoordeelde'} {what}."
