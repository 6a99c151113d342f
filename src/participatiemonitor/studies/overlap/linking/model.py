"""The model by which names are likely of one person: what is compared, and what agreement says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from participatiemonitor.studies.overlap.engines.engine import Engine

PARTS = tuple(f"part_{part}" for part in
              ("surname", "sound", "initial", "day", "month", "year", "place"))
_SURNAME, _SOUND, _INITIAL, _DAY, _MONTH, _YEAR, _PLACE = PARTS
_BORN = (_DAY, _MONTH, _YEAR)
# Names that are compared: living at one place, born in one year; moved, born on one day; or living
# at one place with surnames that sound alike.
_COMPARED = ((_INITIAL, _PLACE, _YEAR), (_INITIAL, _SURNAME, *_BORN), (_INITIAL, _SOUND, _PLACE))
# Names of which is estimated how often parts are alike: those that are alike in these.
TRAINED = ((_INITIAL, _SURNAME, _YEAR), (_INITIAL, *_BORN))
# Two names that agree in all but one of these are of one person with hardly an exception, and so
# are about this part of all that are.
_CERTAIN, _RECALL = (_SURNAME, _PLACE), 0.9
# Where the estimates start; that of the initial stays, as it agrees in all that are compared.
_ALIKE, _INITIAL_ALIKE = 0.9, 0.99
_SMALLEST = 1e-9


def model(engine: Engine, records: str) -> Any:
    """What splink starts with.

    Parameters
    ----------
    engine : Engine
    records : str
        A table with each name once, with its `PARTS`, and how many ``numbers`` are known of it.

    Returns
    -------
    splink.SettingsCreator
    """
    import splink
    import splink.comparison_level_library as levels
    import splink.comparison_library as comparisons
    chance = _agreeing(engine, records)
    sounding = max(chance[_SOUND] - chance[_SURNAME], _SMALLEST)
    neither = max(1 - chance[_SURNAME] - sounding, _SMALLEST)
    surname = comparisons.CustomComparison([
        levels.NullLevel(_SURNAME),
        levels.ExactMatchLevel(_SURNAME, term_frequency_adjustments=True).configure(
            m_probability=_ALIKE, u_probability=chance[_SURNAME]),
        levels.ExactMatchLevel(_SOUND).configure(
            m_probability=(1 - _ALIKE) / 2, u_probability=sounding),
        levels.ElseLevel().configure(
            m_probability=(1 - _ALIKE) / 2, u_probability=neither)],
        output_column_name="surname")
    others = [comparisons.ExactMatch(part).configure(
        m_probabilities=[alike, 1 - alike], u_probabilities=[chance[part], 1 - chance[part]])
        for part, alike in ((_INITIAL, _INITIAL_ALIKE), (_DAY, _ALIKE), (_MONTH, _ALIKE),
                            (_YEAR, _ALIKE), (_PLACE, _ALIKE))]
    return splink.SettingsCreator(
        link_type="dedupe_only", comparisons=[surname, *others],
        probability_two_random_records_match=same(engine, records),
        blocking_rules_to_generate_predictions=[_comparing(parts) for parts in _COMPARED])


def _comparing(parts: Sequence[str]) -> Any:
    """Which names are compared; not two of which numbers are known: these say who they are."""
    from splink.blocking_rule_library import CustomRule
    return CustomRule(" AND ".join([*(f"l.{part} = r.{part}" for part in parts),
                                    "(l.numbers = 0 OR r.numbers = 0)"]))


def _agreeing(engine: Engine, records: str) -> Mapping[str, float]:
    """The probability that two names agree in a part by chance.

    Parameters
    ----------
    engine : Engine
    records : str

    Returns
    -------
    mapping of str to float
    """
    found = engine.rows(" UNION ALL ".join(
        f"SELECT '{part}' AS part, sum(n * n) / (sum(n) * sum(n)) AS chance FROM (SELECT "
        f"CAST(count(*) AS double) AS n FROM {records} WHERE {part} IS NOT NULL GROUP BY {part})"
        for part in PARTS))
    return {row["part"]: min(max(row["chance"] or 0, _SMALLEST), 1 - _SMALLEST)
            for row in found.to_pylist()}


def same(engine: Engine, records: str) -> float:
    """The probability that any two names are of one person.

    Parameters
    ----------
    engine : Engine
    records : str

    Returns
    -------
    float
    """
    def pairs(*parts: str) -> float:
        [found] = engine.rows(
            "SELECT CAST(sum(n * (n - 1) / 2) AS double) AS pairs FROM (SELECT count(*) AS n FROM "
            f"{records} WHERE {' AND '.join(f'{part} IS NOT NULL' for part in parts)} "
            f"GROUP BY {', '.join(parts)})")["pairs"]
        return found.as_py() or 0.0

    [size] = engine.rows(f"SELECT CAST(count(*) AS double) AS n FROM {records}")["n"].to_pylist()
    certain = (_INITIAL, *_BORN)
    found = sum(pairs(*certain, part) for part in _CERTAIN) - pairs(*certain, *_CERTAIN)
    return min(max(found, 1) / _RECALL / (size * (size - 1) / 2), 0.5)
