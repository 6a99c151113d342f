"""Warnings: what may be wrong in a round, by names with which somebody accepts them."""

from __future__ import annotations

from collections.abc import Container, Iterable

from participatiemonitor.files.faults import Fault

WARNINGS = {
    "registertotaal": "het register telt anders op dan wave.yml zegt",
    "te-groot": "een organisatie is groter dan kan",
    "lege-klasse": "een klasse zonder organisaties of zonder respondenten",
    "weinig-respons": "een groep met te weinig respondenten om iets te tonen",
    "veldwerk": "een datum of jaar dat niet bij de peiling past",
    "weet-niet-code": "een getal dat een code voor ‘weet niet’ kan zijn",
    "fractie": "percentages van 0 tot 1 waar 0 tot 100 is gevraagd",
    "boven-honderd": "percentages die samen boven de 100 komen",
    "teken-in-naam": "een puntkomma of rechte streep in een naam",
    "verminkte-letters": "letters die bij het omzetten van het bestand zijn verminkt",
    "witruimte": "spaties die er niet horen, of die vast zijn",
    "datum-in-tekst": "een datum waar een naam of code hoort",
    "rechte-lijn": "een respondent die in elk vragenblok overal hetzelfde invult",
    "gelijke-antwoorden": "twee respondenten met in alles dezelfde antwoorden",
    "dubbele-organisatie": "een organisatie die er twee keer in lijkt te staan",
    "optie-zonder-antwoord": "een antwoord dat niemand gaf",
    "vraag-zonder-antwoord": "een vraag die niemand van een groep beantwoordde",
    "niemand-gevraagd": "een vraag die door de doorverwijzing aan niemand van een groep is gesteld",
    "itemnonrespons": "een vraag die meer dan 30% oversloeg",
}


def warning(kind: str, file: str, row: int | str | None, column: str | None, value: object,
            expected: str) -> Fault:
    """Something that may be right.

    Parameters
    ----------
    kind : str
        One of `WARNINGS`.
    file : str
    row : int or str or None
    column : str or None
    value : object
    expected : str
        As in `participatiemonitor.files.faults.Fault`.

    Returns
    -------
    Fault
        Of the severity *waarschuwing*.
    """
    if kind not in WARNINGS:
        raise KeyError(kind)
    return Fault(file, row, column, value, expected, kind, "waarschuwing")


def errors(findings: Iterable[Fault]) -> list[Fault]:
    """Those with which a round is no round."""
    return [finding for finding in findings if finding.severity == "fout"]


def unaccepted(findings: Iterable[Fault], names: Container[str]) -> list[Fault]:
    """The warnings of kinds that nobody accepted by name."""
    return [finding for finding in findings
            if finding.severity == "waarschuwing" and finding.kind not in names]
