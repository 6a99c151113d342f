"""Small folders for the report on the demand, of which everything can be computed by hand."""

import csv
import io

KEY = bytes(32)
SETUP = {"gemeente": "Gemeente A", "peildatum": "2005-06-30", "opmerking": ""}
PROFILES = [("a", "Ouderen", "leeftijd >= 50"), ("b", "Schulden", "belemmeringen heeft schulden")]
PROVISIONS = [("x", "Xhulp", 1, "50"), ("y", "Yhulp", 2, "12"), ("z", "Zhulp", 2, "?")]
NEEDS = [("x", "a", "50%"), ("x", "b", "20-40%"), ("y", "", "30%"), ("z", "", "0")]
FUNDING = [("x", "algemeen", "natura", "geen", "Stichting X", "1.000", "Driekwart geholpen"),
           ("y", "individueel", "declaratie", "vast", "Bureau Y", "2.000-3.000", ""),
           ("z", "algemeen", "natura", "geen", "Stichting X", "?", "")]
_HEADS = {
    "profielen": ("profiel", "naam", "regel"),
    "voorzieningen": ("voorziening", "naam", "prestatieveld", "gebruikers"),
    "behoefte": ("voorziening", "profiel", "aandeel"),
    "bekostiging": ("voorziening", "soort", "vorm", "eigen_bijdrage", "aanbieder", "kosten",
                    "afspraken"),
    "klanten": ("klant", "leeftijd", "belemmeringen"),
    "aantallen": ("profiel", "aantal"),
    "schattingen": ("consulent", "profiel", "aandeel"),
    "steekproef": ("profiel", "aantal"),
    "landelijk": ("profiel", "aandeel"),
    "samenstelling": ("kenmerk", "klasse", "landelijk", "lokaal"),
    "profielverdeling": ("profiel", "kenmerk", "klasse", "landelijk")}


def clients(old=0, debts=0, both=0, none=0):
    """Clients of a file who are old, in debt, both or neither."""
    kinds = [(60, "geen")] * old + [(30, "schulden")] * debts + [(60, "schulden")] * both + [
        (30, "geen")] * none
    return [(f"K{place}", *kind) for place, kind in enumerate(kinds)]


def write(folder, setup=(), **tables):
    """Write a folder: the tables above, but for those that are given, or are None."""
    folder.mkdir(parents=True)
    filled = {"profielen": PROFILES, "voorzieningen": PROVISIONS, "behoefte": NEEDS,
              "bekostiging": FUNDING, **tables}
    known = {**SETUP, **dict(setup)}
    _write(folder / "opzet.csv", known, [known.values()])
    for name, rows in filled.items():
        if rows is not None:
            _write(folder / f"{name}.csv", _HEADS[name], rows)
    (folder / "sleutel.txt").write_text(f"{KEY.hex()}\n")
    return folder


def _write(path, head, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([head, *rows])
    path.write_text(text.getvalue(), encoding="utf-8")
