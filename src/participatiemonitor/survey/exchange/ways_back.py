"""The ways back: crosswalks, decided already, by which what was exported becomes a wave again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from participatiemonitor.survey.exchange.limesurvey_codes import UNTICKED, columns
from participatiemonitor.survey.exchange.variables import CODED, variables
from participatiemonitor.survey.importing.crosswalk import (
    COLUMNS,
    MISSING,
    Decision,
    Row,
    cells_of,
)
from participatiemonitor.survey.importing.targets import targets_of
from participatiemonitor.survey.wave import Wave

LIMESURVEY, SPSS = "limesurvey-crosswalk.csv", "antwoorden-crosswalk.csv"
_EXPORT, _ANSWERS = "limesurvey-export.csv", "antwoorden.sav"
_WHY, _DERIVED = "staat zo in de vragenlijst", "volgt uit andere vragen"
_CODED = "is van codeurs, en geen antwoord"


def from_limesurvey(wave: Wave) -> bytes:
    """Say what the codes in an export of the LimeSurvey questionnaire stand for.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        A csv file for ``monitor wave new --crosswalk``.
    """
    return _written(wave, _of_limesurvey(wave))


def from_spss(wave: Wave) -> bytes:
    """Say what the numbers in the SPSS file stand for.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    bytes
        A csv file for ``monitor wave new --crosswalk``. What coders made of open answers is left
        out: they code them again, or their files are kept.
    """
    return _written(wave, _of_spss(wave))


def _of_limesurvey(wave: Wave) -> Iterator[Row]:
    seen: set[str] = set()
    for one in columns(wave):
        if one.name not in seen:
            seen.add(one.name)
            yield _row(_EXPORT, one.name, one.target, why=_WHY if one.target else _DERIVED)
        if one.value and one.target:
            yield _row(_EXPORT, one.name, one.target, one.value, one.target_value)
            if one.target_value == "1":
                for value in UNTICKED:
                    yield _row(_EXPORT, one.name, one.target, value, "0")


def _of_spss(wave: Wave) -> Iterator[Row]:
    for one in variables(wave):
        if one.derived:
            continue
        target = one.column
        if one.question and one.question.kind == "open":
            target = "" if one.column in CODED else one.question.id
        yield _row(_ANSWERS, one.name, target, why=_WHY if target else _CODED)
        for option, code in one.codes.items():
            yield _row(_ANSWERS, one.name, target, str(code), option)
        for code in one.missing:
            yield _row(_ANSWERS, one.name, target, str(code), MISSING)


def _row(source: str, name: str, target: str, value: str | None = None, answer: str = "",
         why: str = _WHY) -> Row:
    decision: Decision = "ja" if target else "weg"
    return Row(source, name, "", value, "", target, answer, "zeker", why, decision)


def _written(wave: Wave, rows: Iterable[Row]) -> bytes:
    targets = targets_of(wave)
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [COLUMNS, *(cells_of(row, targets) for row in rows)])
    return text.getvalue().encode()
