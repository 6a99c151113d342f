"""What is not measured alike is not compared."""

from dataclasses import replace

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.definitions import (
    Indicator,
    differences,
    shared_definition,
)

OUT = Indicator("uitstroom", "Uitstroom naar werk", "proportion", "Wie de bijstand verlaat",
                "uitstroom naar werk", "bijstand op 1 januari", "2012", "registratie")


def test_blanks_and_capitals_are_no_difference():
    used = {"Ede": OUT, "Tiel": replace(OUT, numerator="Uitstroom  naar werk ")}
    assert differences(used) == ()
    assert shared_definition(used) is OUT


def test_who_differs_in_what_is_told_at_once():
    used = {"Ede": replace(OUT, denominator="gemiddelde bijstand"), "Tiel": OUT, "Epe": OUT,
            "Urk": replace(OUT, period="", measurement="enquête")}
    found = differences(used)
    assert [one.part for one in found] == ["denominator", "period", "measurement"]
    assert list(found[0].texts.items()) == [
        ("bijstand op 1 januari", ("Tiel", "Epe", "Urk")), ("gemiddelde bijstand", ("Ede",))]
    with pytest.raises(InputError) as refused:
        shared_definition(used)
    text = str(refused.value)
    assert "noemer: “bijstand op 1 januari” bij Tiel, Epe en Urk; “gemiddelde bijstand” bij Ede" \
        in text
    assert "periode: “2012” bij Ede, Tiel en Epe; niets bij Urk" in text
    assert "meetwijze" in text
    assert "teller" not in text


def test_a_proportion_is_no_rate():
    with pytest.raises(InputError, match="soort: “proportion” bij Ede; “rate” bij Tiel"):
        shared_definition({"Ede": OUT, "Tiel": replace(OUT, kind="rate")})


def test_nobody_is_refused():
    with pytest.raises(InputError, match="geen gemeente"):
        shared_definition({})
