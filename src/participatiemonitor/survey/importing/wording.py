"""What programs and respondents write for *yes*, *no* and *no answer*, and for who answered.

All of it normalised, as `participatiemonitor.survey.importing.likeness.normal` does it.
"""

from __future__ import annotations

import re

from participatiemonitor.survey.importing.likeness import compact, normal

NO_ANSWER = frozenset((
    "weet niet", "weet ik niet", "weet het niet", "weet niet geen antwoord",
    "weet niet geen mening", "weet niet niet van toepassing", "niet bekend", "onbekend",
    "geen antwoord", "geen opgave",
    "geen mening", "niet ingevuld", "niet beantwoord", "wil niet zeggen", "wil ik niet zeggen",
    "zeg ik liever niet", "weigert", "geweigerd", "niet van toepassing", "nvt", "n v t", "n a",
    "na", "niet gevraagd", "niet gesteld", "no answer", "not answered", "dont know", "do not know",
    "not applicable", "not asked", "refused", "no opinion", "missing", "system missing", "null",
    "ontbreekt", "ontbrekend", "overgeslagen", "skipped"))
CHOSEN = frozenset((
    "ja", "yes", "y", "j", "true", "waar", "x", "v", "selected", "checked", "quoted", "mentioned",
    "geselecteerd", "aangevinkt", "aangekruist", "gekozen", "genoemd", "on", "✓", "✔"))
NOT_CHOSEN = frozenset((
    "nee", "no", "n", "false", "onwaar", "not selected", "unchecked", "not checked", "not quoted",
    "not mentioned", "unselected", "niet geselecteerd", "niet aangevinkt", "niet aangekruist",
    "niet gekozen", "niet genoemd", "off"))
# Numbers that by custom stand for no answer.
CUSTOMARY = frozenset(("98", "99", "998", "999", "9998", "9999",
                       "-1", "-8", "-9", "-98", "-99", "-998", "-999", "-9999"))
# Names of columns that programs add, or that say who filled the form in.
_PROGRAM = frozenset((
    "id", "responseid", "antwoordid", "volgnummer", "caseid", "casenr", "interviewid", "uuid",
    "submitdate", "datumverzonden", "lastpage", "laatstepagina", "startlanguage", "begintaal",
    "starttaal", "seed", "startdate", "enddate", "startdatum", "einddatum", "datestamp",
    "datumlaatsteactie", "datum", "date", "recordeddate", "begintijd", "starttijd",
    "tijdvanstarten", "voltooiingstijd", "tijdvanvoltooien", "eindtijd", "completiontime",
    "starttime", "endtime",
    "tijd", "time", "interviewtime", "totaletijd", "duration", "durationinseconds", "duur",
    "ip", "ipaddr", "ipadres", "ipaddress", "refurl", "verwijzendeurl", "useragent", "browser",
    "token", "toegangscode", "toegangssleutel", "progress", "finished", "status", "voortgang",
    "distributionchannel", "userlanguage", "locationlatitude", "locationlongitude", "collectorid",
    "externalreference", "externaldatareference", "lastmodifiedtime", "optout", "language", "taal"))
_PERSON = frozenset((
    "naam", "name", "naaminvuller", "naamrespondent", "uwnaam", "voornaam", "achternaam",
    "firstname", "lastname", "recipientfirstname", "recipientlastname", "contactpersoon", "email",
    "emailadres", "emailaddress", "mail", "mailadres", "uwemailadres", "recipientemail", "telefoon",
    "telefoonnummer", "phone", "mobiel", "functie", "uwfunctie", "adres", "postcode", "bsn",
    "geboortedatum", "geslacht", "leeftijd", "handtekening"))
_CONTENT = (
    ("e-mailadressen", re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")),
    ("IP-adressen", re.compile(r"\d{1,3}(\.\d{1,3}){3}|[0-9a-f]{0,4}(:[0-9a-f]{0,4}){3,7}", re.I)),
    ("tijdstippen", re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?)?"
                               r"|\d\d:\d\d(:\d\d)?")),
    ("kenmerken die een programma maakt",
     re.compile(r"\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", re.I)),
    ("adressen van webpagina’s", re.compile(r"https?://\S+")),
    ("telefoonnummers", re.compile(r"(\+31|0031|0)[\s-]?[1-9]\d?[\s-]?(\d[\s-]?){6,8}")))


def is_no_answer(text: str) -> bool:
    """Whether a text says that there is no answer; signs without a letter or digit do so too."""
    words = normal(text)
    return words in NO_ANSWER or (not words and bool(text.strip()))


def unclaimed(name: str, label: str, cells: tuple[str, ...]) -> str | None:
    """Why a column is none of the survey's questions; None when it may well be one.

    Parameters
    ----------
    name, label : str
        Of the column.
    cells : tuple of str
        What it holds, without the empty ones.

    Returns
    -------
    str or None
    """
    names = {compact(name), compact(label)}
    if not cells:
        return "de kolom is leeg"
    if names & _PERSON:
        return "zegt wie heeft geantwoord"
    if names & _PROGRAM:
        return "is van het programma, en geen vraag"
    for what, pattern in _CONTENT:
        if all(pattern.fullmatch(cell.strip()) for cell in cells):
            return f"bevat {what}"
    return None
