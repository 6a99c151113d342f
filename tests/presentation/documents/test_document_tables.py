"""Tables of documents: what was printed, and beside it what does not follow from it."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from hostile.strings import STRINGS

from participatiemonitor.documents.printed.checks import FAILS
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.checks import document_checks
from participatiemonitor.presentation.documents.tables import document_table

from ..conftest import rows
from .conftest import CELLS, HEAD

TABLE = """```{table} **Wie van de bijstand de voorzieningen gebruikt.** Gids (2008), \
tabel 4.2 (4.3).
:name: "tabel-gids2008-t42"
:class: "document-table filtered"

| Onderdeel | Onderwerp | Gebruikers | In de bijstand | Aandeel |
| :-- | :-- | --: | --: | --: |
| Prestatieveld 7 | Opvang | 4.000 | 2.400 | 60% |
| Prestatieveld 6 | Zorg | 1.000 | 412 | 31% [**≠ 41%**]{.nr} |
| Prestatieveld 6 | Hulp | onbekend | 2.012 | <span role="img" aria-label="streepje">–</span> |
|  | **Alle** |  | 4.824 | 10-15% |
```

Hulp is hulp bij het huishouden. Na ≠ staat wat uit andere getallen volgt: dat is niet wat het \
document drukte. Onbekend: het document geeft geen getal. Een streepje is gelezen als hooguit 5%.

<details><summary>Opmerking bij één cel</summary>

- **Opvang, aandeel** (gelezen als “6O%”): De nul is als letter gelezen.

</details>

<p class="downloads">Download als <a href="../downloads/gids2008-t42.csv" download>csv</a></p>"""


def test_a_table_is_shown_as_printed_with_what_does_not_follow(documents):
    shown = document_table(documents(), "gids2008", "t42").text
    assert unescape(shown) == TABLE


def test_a_table_that_few_need_stands_behind_its_title(documents):
    shown = document_table(documents(), "gids2008", "t42", fold=True).text
    once = TABLE.replace("**Wie van de bijstand de voorzieningen gebruikt.** ", "")
    assert unescape(shown) == (
        "<details><summary>Wie van de bijstand de voorzieningen gebruikt</summary>\n\n"
        f"{once}\n\n</details>")


def test_a_part_of_a_table_has_a_name_of_its_own_and_its_own_notes(documents):
    shown = unescape(document_table(documents(), "gids2008", "t42", ["vraag"],
                                    ["totaal", "opvang"]).text)
    assert ':name: "tabel-gids2008-t42-vraag-totaal-opvang"' in shown
    assert "|  | **Alle** | 4.824 |" in shown
    for absent in ("≠", "gelezen als", "streepje", "filtered"):
        assert absent not in shown


def test_degrees_are_signs_with_words_for_who_does_not_see_them(documents):
    shown = document_table(documents(), "gids2008", "mate").text
    assert '| Taal | <span role="img" aria-label="dubbel min">−−</span> | nieuwkomers |' in shown
    assert "**Wat in de weg staat.** Bijeengebracht uit Gids (2008), 3.3." in shown
    assert "filtered" not in shown


@pytest.mark.parametrize(("asked", "told"), [
    (("anders", "t42"), "gids2008"), (("gids2008", "t1"), "mate, t42"),
    (("gids2008", "t42", ["x"]), "gebruikers, vraag"),
    (("gids2008", "t42", None, ["x"]), "opvang, zorg")])
def test_what_is_not_there_is_answered_with_what_is(documents, asked, told):
    with pytest.raises(InputError, match=told):
        document_table(documents(), *asked)


@pytest.mark.parametrize("kind", ["directives", "roles"])
def test_text_of_a_document_is_never_markup(documents, kind):
    for text in STRINGS[kind]:
        line = " ".join(text.split())
        cell = '"' + line.replace('"', '""') + '"'
        cells = CELLS.replace("2.012", cell).replace("de nul is als letter gelezen", cell)
        shown = document_table(documents(HEAD, cells), "gids2008", "t42").text
        head, *_ = (one for one in shown.split("```") if "Onderdeel" in one)
        assert shown.count("`") == 6
        assert all(one.count("|") == 6 for one in head.splitlines() if one.startswith("|"))
        assert "<script" not in shown


@pytest.mark.parametrize("text", ["</summary><script>x</script>", "</details>", "&lt;b&gt;"])
def test_a_name_behind_which_something_folds_is_never_markup(documents, text):
    head = HEAD.replace("Wie van de bijstand de voorzieningen gebruikt", f"'{text}'")
    head += "".join(f"  - {{id: fout_{number}, holds: opvang.vraag == {number}, nl: zo}}\n"
                    for number in range(12))
    checked = documents(head)
    for block in (document_table(checked, "gids2008", "t42", fold=True),
                  document_checks(checked, "gids2008")):
        # What Markdown does not read, up to the first empty line.
        name, *_ = (one for one in block.text.split("\n\n") if one.startswith("<details>"))
        read = BeautifulSoup(name, "html.parser")
        assert text in read.summary.get_text()
        assert [tag.name for tag in read.find_all()] == ["details", "summary"]


def test_what_does_not_hold_is_listed_with_why(documents):
    checked = documents()
    assert [(one.row, one.verdict) for one in checked.checks if one.verdict == FAILS] == [
        ("zorg", FAILS)]
    shown = document_checks(checked, "gids2008").text
    _, line = rows("\n".join(one for one in shown.splitlines() if one.startswith("|")))
    assert line == ["Tabel 4.2 – Wie van de bijstand de voorzieningen gebruikt<br>Zorg, aandeel",
                    "31%", "41%", "Het aandeel is de vraag gedeeld door de gebruikers. De vraag is "
                    "van een ander jaar."]


def test_of_one_table_only_its_own_is_listed(documents):
    checked = documents()
    assert "Zorg, aandeel" in document_checks(checked, "gids2008", ["t42"]).text
    assert document_checks(checked, "gids2008", ["mate"]).text.startswith(
        "Er is niets na te rekenen.\n")
    with pytest.raises(InputError, match="t42"):
        document_checks(checked, "gids2008", ["t43"])


def test_a_long_list_opens_table_by_table(documents):
    wrong = "".join(f"  - {{id: fout_{number}, holds: opvang.vraag == {number}, nl: zo}}\n"
                    for number in range(12))
    shown = document_checks(documents(HEAD + wrong), "gids2008").text
    name, = re.findall("<details><summary>(.*)</summary>", shown)
    assert name == "Tabel 4.2 – Wie van de bijstand de voorzieningen gebruikt: 13 getallen"
    assert shown.count("| Opvang, in de bijstand |") == 12
    assert shown.count("</details>") == 1


def test_remarks_on_cells_stand_behind_how_many_there_are(documents):
    shown = document_table(documents(), "gids2008", "t42").text
    _, folded = shown.split("<details><summary>Opmerking bij één cel</summary>\n")
    assert "De nul is als letter gelezen" in folded.partition("</details>")[0]
    cells = CELLS.replace("31%,,,,", "31%,,,,ook een opmerking")
    assert "<summary>Opmerkingen bij 2 cellen</summary>" in document_table(
        documents(HEAD, cells), "gids2008", "t42").text


def test_of_all_documents_it_is_told_how_often_they_hold(documents):
    tally, failing = document_checks(documents()).text.split("\n\n", 1)
    head, line = rows(tally)
    assert head == ["Document", "Nagerekend", "Klopt", "Past binnen de afronding", "Klopt niet"]
    assert line[0] == "Gids (2008)"
    assert int(line[1]) == sum(map(int, line[2:]))
    assert line[4] == "1"
    assert "Zorg, aandeel" in failing


def test_what_holds_is_said_to_hold(documents):
    checked = documents(HEAD, CELLS.replace("zorg,aandeel,31,,,,31%", "zorg,aandeel,41,,,,41%"))
    assert document_checks(checked, "gids2008").text.startswith(
        "Alles wat is na te rekenen, klopt.\n")
    assert "≠" not in document_table(checked, "gids2008", "t42").text


def test_a_sum_that_does_not_hold_is_marked_at_the_printed_total(documents):
    checked = documents(HEAD.replace('"totaal.vraag == total(vraag)"',
                                     '"total(vraag) == totaal.vraag"'),
                        CELLS.replace("totaal,vraag,4824,,,,4.824", "totaal,vraag,6824,,,,6.824"))
    shown = document_table(checked, "gids2008", "t42").text
    assert "6.824 [**≠ 4.824**]{.nr}" in unescape(shown)
