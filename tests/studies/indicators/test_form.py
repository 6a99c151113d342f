"""Folders for the study of indicators: what they come to, and what is wrong with them."""

import pytest

from participatiemonitor.studies.indicators.adjusted import adjusted
from participatiemonitor.studies.indicators.definitions import PARTS
from participatiemonitor.studies.indicators.form import PARTS as WORDS
from participatiemonitor.studies.indicators.funnels import funnel
from participatiemonitor.studies.indicators.groups import grouped

from ..breaking import example, inputs_of, one_line, refused, spoilt

SETUP, INDICATORS, COUNTS, DEVIATIONS, POLICY, CONTEXT = (
    "opzet.csv", "indicatoren.csv", "tellingen.csv", "afwijkingen.csv", "keuzes.csv",
    "context.csv")
FIRST = "Gemeente A,uitstroom,59,233"
WHOLE = "een geheel getal van 0 tot en met 1000000000, zonder punten"
BROKEN = [
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,234,233")},
     "tellingen.csv, rij 2, kolom teller: '234'; verwacht: bij een aandeel hooguit de noemer"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,59,\"233,5\"")},
     "tellingen.csv, rij 2, kolom noemer: '233,5'; verwacht: bij een aandeel een geheel aantal "
     "mensen; is het een tijd, noem de indicator dan een tempo"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,59,0")},
     "tellingen.csv, rij 2, kolom noemer: '0'; verwacht: een getal boven 0"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,59,1.233")},
     "tellingen.csv, rij 2, kolom noemer: '1.233'; verwacht: een getal boven 0, zonder punt tussen "
     "duizendtallen; drie decimalen achter een komma"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,-1,233")},
     f"tellingen.csv, rij 2, kolom teller: '-1'; verwacht: {WHOLE}"),
    ({COUNTS: (FIRST, 'Gemeente A,uitstroom,"5,7",233')},
     f"tellingen.csv, rij 2, kolom teller: '5,7'; verwacht: {WHOLE}"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,24%,233")},
     f"tellingen.csv, rij 2, kolom teller: '24%'; verwacht: {WHOLE}"),
    ({COUNTS: (FIRST, "Gemeente A,uitstroom,,233")},
     "tellingen.csv, rij 2, kolom teller: ''; verwacht: een ingevulde cel"),
    ({COUNTS: (FIRST, "Gemeente A,instroom,57,233")},
     "tellingen.csv, rij 2, kolom indicator: 'instroom'; verwacht: een indicator uit indicatoren: "
     "uitstroom, ladder, buurt, vrijwilligers, budget"),
    ({COUNTS: (FIRST, f"{FIRST}\n{FIRST}")},
     "tellingen.csv, rij 3, kolom indicator: 'Gemeente A, uitstroom'; verwacht: elke combinatie "
     "van gemeente en indicator één keer"),
    ({COUNTS: None}, "tellingen.csv: ''; verwacht: deze tabel. Een rij per gemeente en indicator."),
    ({INDICATORS: ("bijstand,aandeel", "bijstand,percentage")},
     "indicatoren.csv, rij 2, kolom soort: 'percentage'; verwacht: een van aandeel, tempo"),
    ({INDICATORS: ("ladder,\"0,2\"", "ladder,\"1,2\"")},
     "indicatoren.csv, rij 3, kolom richtpunt: '1,2'; verwacht: bij een aandeel een getal boven 0 "
     "en onder 1"),
    ({INDICATORS: ("ladder,\"0,2\"", "ladder,20%")},
     "indicatoren.csv, rij 3, kolom richtpunt: '20%'; verwacht: een getal boven 0"),
    ({INDICATORS: (",Klantdossiers,", ",,")},
     "indicatoren.csv, rij 5, kolom meetwijze: ''; verwacht: een ingevulde cel"),
    ({INDICATORS: ("\nbudget,", "\nx,X,aandeel,d,t,n,p,m,\nbudget,")},
     "indicatoren.csv, rij 6, kolom indicator: 'x'; verwacht: een indicator met ten minste één rij "
     "in tellingen; haal haar anders weg"),
    ({DEVIATIONS: ("Gemeente L,buurt", "Gemeente K,buurt")},
     "afwijkingen.csv, rij 2, kolom tekst: 'Alle inwoners van 18 tot 65 jaar'; verwacht: bij een "
     "gemeente die meetelt wat in indicatoren staat, “Huishoudens met bijstand op 1 januari”; laat "
     "haar opnieuw tellen of haal haar telling van deze indicator weg"),
    ({DEVIATIONS: (",noemer,", ",kleur,")},
     "afwijkingen.csv, rij 2, kolom onderdeel: 'kleur'; verwacht: een van definitie, teller, "
     "noemer, periode, meetwijze"),
    ({POLICY: ("Gemeente B,één loket\n", "")},
     "keuzes.csv, rij 1, kolom gemeente: 'Gemeente B'; verwacht: een rij voor elke gemeente uit "
     "tellingen"),
    ({POLICY: ("Gemeente B,één loket\n", "Gemeente B,\n")},
     "keuzes.csv, rij 3, kolom aanpak: ''; verwacht: een ingevulde cel"),
    ({SETUP: ("Veertig gemeenten", "\u200b")},
     "opzet.csv, rij 2, kolom titel: ''; verwacht: een ingevulde cel"),
    ({SETUP: "titel,peildatum\nA,2012-01-01\nB,2012-01-01\n"},
     "opzet.csv, rij 3: '2 rijen'; verwacht: één rij")]


@pytest.mark.parametrize(("changes", "line"), BROKEN)
def test_what_is_wrong_is_told_in_one_line(tmp_path, changes, line):
    assert one_line("indicators", tmp_path / "map", changes) == line


def test_twenty_broken_inputs_at_least():
    assert len(BROKEN) >= 20


def test_a_table_of_traits_without_traits(tmp_path):
    names = {line.split(",")[0] for line in
             (example("indicators") / CONTEXT).read_text().splitlines()[1:]}
    rows = "\n".join(sorted(names))
    assert one_line("indicators", tmp_path / "map", {CONTEXT: f"gemeente\n{rows}\n"}) == (
        "context.csv, rij 1: ''; verwacht: ten minste één kolom naast gemeente")


def test_who_measured_alike_but_for_capitals_may_stay(tmp_path):
    change = {DEVIATIONS: ("Gemeente L,buurt,noemer,Alle inwoners van 18 tot 65 jaar",
                           "Gemeente K,buurt,noemer,huishoudens  met Bijstand op 1 januari")}
    inputs_of("indicators", spoilt("indicators", tmp_path / "map", change))


def test_many_who_measured_otherwise_are_told_each(tmp_path):
    rows = "".join(f"Gemeente {one},ladder,meetwijze,Schatting\n" for one in "ABC")
    message = refused("indicators", tmp_path / "map",
                      {DEVIATIONS: f"gemeente,indicator,onderdeel,tekst\n{rows}"})
    assert message.startswith("3 fouten in de gegevens:\n  afwijkingen.csv, rij 2, kolom tekst")


def test_what_the_example_comes_to():
    found = inputs_of("indicators", example("indicators"))
    assert found.setup.name == "Veertig gemeenten"
    assert [one.indicator.id for one in found.measured] == [
        "uitstroom", "ladder", "buurt", "vrijwilligers", "budget"]
    assert [len(one.counts.municipalities) for one in found.measured] == [40, 40, 39, 40, 40]
    assert [one.target for one in found.measured] == [None, 0.2, None, None, None]
    first = found.measured[0].counts
    assert (first.events[0], first.at_risk[0]) == (59, 233)
    assert set(funnel(first).outside) >= {-2, 0, 2}
    traits = found.policy.join(found.context)
    assert len(grouped(first, traits, ["aanpak"]).groups) == 2
    assert len(adjusted(first, traits, "aanpak", ["grootte"]).choices) == 2


def test_the_parts_of_a_definition_are_all_there():
    assert {*WORDS.values(), "kind"} == set(PARTS)
