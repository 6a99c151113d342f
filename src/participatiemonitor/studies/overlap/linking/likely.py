"""Names of which no number is known, linked by parts that are likely of one person.

Parts are hashed, so that each agrees or does not. What agreement says follows from how common the
part is, which is counted, and how often it is written alike of one person, which is estimated (EM).
The initial always has to agree: else twins would be one person, who differ in nothing else.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.engines.embedded import Embedded, told
from participatiemonitor.studies.overlap.engines.engine import Engine

# The table that this makes: names, and the person that each is.
LIKELY_NAMES = "waarschijnlijke_namen"
# Two names are of one person where that has at least this probability.
THRESHOLD = 0.95
PARTS = tuple(f"part_{part}" for part in
              ("surname", "sound", "initial", "day", "month", "year", "place"))
_SURNAME, _SOUND, _INITIAL, _DAY, _MONTH, _YEAR, _PLACE = PARTS
_BORN = (_DAY, _MONTH, _YEAR)
# Names that are compared: living at one place, born in one year; moved, born on one day; or living
# at one place with surnames that sound alike.
_COMPARED = ((_INITIAL, _PLACE, _YEAR), (_INITIAL, _SURNAME, *_BORN), (_INITIAL, _SOUND, _PLACE))
# Two names that agree in all but one of these are of one person with hardly an exception, and so
# are about this part of all that are.
_CERTAIN, _RECALL = (_SURNAME, _PLACE), 0.9
# Where the estimates start; that of the initial stays, as it agrees in all that are compared.
_ALIKE, _INITIAL_ALIKE = 0.9, 0.99
_TRAINED = ((_INITIAL, _SURNAME, _YEAR), (_INITIAL, *_BORN))
_PAIRS = 10_000_000
_RECORDS, _SMALLEST = "namen_met_delen", 1e-9


def link_likely(engine: Engine, lists: Sequence[str], known: str | None) -> None:
    """Make the table `LIKELY_NAMES`: ``name_hi, name_lo, person_hi, person_lo``.

    It has the names that are together with another, and as their person the smallest of these.

    Parameters
    ----------
    engine : Engine
    lists : sequence of str
        Tables that have rows without a number.
    known : str or None
        The table of names of which there are numbers: these are linked already, or ambiguous.

    Raises
    ------
    InputError
        If splink is not installed, or the engine is a cluster.
    """
    if not isinstance(engine, Embedded):
        raise InputError("Personen zonder nummer op kans koppelen gaat alleen op deze computer. "
                         "Laat --engine weg, of koppel niet op kans.")
    _splink()
    _records(engine, lists, known)
    together = "SELECT 0 AS unique_id, 0 AS cluster_id WHERE false"
    if _size(engine) > 1:
        with told(), _quiet():
            together = f"SELECT unique_id, cluster_id FROM {_clusters(engine)}"
    first = "min(struct_pack(hi := name_hi, lo := name_lo)) OVER (PARTITION BY cluster_id)"
    engine.keep(LIKELY_NAMES, f"SELECT name_hi, name_lo, f.hi AS person_hi, f.lo AS person_lo FROM "
                f"(SELECT name_hi, name_lo, {first} AS f, count(*) OVER (PARTITION BY cluster_id) "
                f"AS n FROM {_RECORDS} JOIN ({together}) c USING (unique_id)) WHERE n > 1")


def _records(engine: Engine, lists: Sequence[str], known: str | None) -> None:
    """Make a table with each name once, with its parts."""
    parted = [one for one in lists
              if PARTS[0] in engine.rows(f"SELECT * FROM {one} LIMIT 0").column_names]
    if not parted:
        raise InputError("Om personen zonder nummer op kans te koppelen is van ten minste één "
                         "lijst zonder nummer de achternaam, voorletter, geboortedatum en adres "
                         "nodig.")
    unless = "" if known is None else (
        f" AND NOT EXISTS (SELECT 1 FROM {known} k WHERE k.name_hi = l.name_hi "
        "AND k.name_lo = l.name_lo)")
    rows = " UNION ALL ".join(
        f"SELECT name_hi, name_lo, {', '.join(PARTS)} FROM {one} l "
        f"WHERE number_lo IS NULL AND name_lo IS NOT NULL{unless}" for one in parted)
    parts = ", ".join(f"min({part}) AS {part}" for part in PARTS)
    engine.keep(_RECORDS, "SELECT row_number() OVER (ORDER BY name_hi, name_lo) AS unique_id, * "
                f"FROM (SELECT name_hi, name_lo, {parts} FROM ({rows}) GROUP BY name_hi, name_lo)")


def _size(engine: Engine) -> int:
    return int(engine.rows(f"SELECT count(*) AS n FROM {_RECORDS}")["n"][0].as_py())


def _clusters(engine: Embedded) -> str:
    """The table in which splink puts names together.

    Parameters
    ----------
    engine : Embedded

    Returns
    -------
    str
    """
    splink = _splink()
    from splink.internals.exceptions import EMTrainingException
    base = splink.DuckDBAPI(connection=engine.connection)
    linker = splink.Linker(base.register(_RECORDS), _settings(_agreeing(engine), _same(engine)),
                           log_level=None)
    for parts in _TRAINED:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(
                splink.block_on(*parts), max_pairs=_PAIRS)
        except EMTrainingException:
            pass  # Of few names no two agree in these: what they start with stays.
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    return linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=THRESHOLD).physical_name


def _agreeing(engine: Engine) -> Mapping[str, float]:
    """The probability that two names agree in a part by chance.

    Parameters
    ----------
    engine : Engine

    Returns
    -------
    mapping of str to float
    """
    found = engine.rows(" UNION ALL ".join(
        f"SELECT '{part}' AS part, sum(n * n) / (sum(n) * sum(n)) AS chance FROM (SELECT "
        f"CAST(count(*) AS double) AS n FROM {_RECORDS} WHERE {part} IS NOT NULL GROUP BY {part})"
        for part in PARTS))
    return {row["part"]: min(max(row["chance"] or 0, _SMALLEST), 1 - _SMALLEST)
            for row in found.to_pylist()}


def _same(engine: Engine) -> float:
    """The probability that any two names are of one person.

    Parameters
    ----------
    engine : Engine

    Returns
    -------
    float
    """
    def pairs(*parts: str) -> float:
        [found] = engine.rows(
            "SELECT CAST(sum(n * (n - 1) / 2) AS double) AS pairs FROM (SELECT count(*) AS n FROM "
            f"{_RECORDS} WHERE {' AND '.join(f'{part} IS NOT NULL' for part in parts)} "
            f"GROUP BY {', '.join(parts)})")["pairs"]
        return found.as_py() or 0.0

    size, certain = _size(engine), (_INITIAL, *_BORN)
    same = sum(pairs(*certain, part) for part in _CERTAIN) - pairs(*certain, *_CERTAIN)
    return min(max(same, 1) / _RECALL / (size * (size - 1) / 2), 0.5)


def _settings(chance: Mapping[str, float], same: float) -> Any:
    import splink.comparison_level_library as levels
    import splink.comparison_library as comparisons
    splink = _splink()
    sounding = max(chance[_SOUND] - chance[_SURNAME], _SMALLEST)
    surname = comparisons.CustomComparison([
        levels.NullLevel(_SURNAME),
        levels.ExactMatchLevel(_SURNAME, term_frequency_adjustments=True).configure(
            m_probability=_ALIKE, u_probability=chance[_SURNAME]),
        levels.ExactMatchLevel(_SOUND).configure(
            m_probability=(1 - _ALIKE) / 2, u_probability=sounding),
        levels.ElseLevel().configure(
            m_probability=(1 - _ALIKE) / 2, u_probability=max(1 - chance[_SURNAME] - sounding, _SMALLEST))],
        output_column_name="surname")
    others = [comparisons.ExactMatch(part).configure(
        m_probabilities=[alike, 1 - alike], u_probabilities=[chance[part], 1 - chance[part]])
        for part, alike in ((_INITIAL, _INITIAL_ALIKE), (_DAY, _ALIKE), (_MONTH, _ALIKE),
                            (_YEAR, _ALIKE), (_PLACE, _ALIKE))]
    return splink.SettingsCreator(
        link_type="dedupe_only", comparisons=[surname, *others],
        probability_two_random_records_match=same,
        blocking_rules_to_generate_predictions=[splink.block_on(*parts) for parts in _COMPARED])


def _splink() -> Any:
    try:
        import splink
    except ImportError:
        raise InputError("Om personen zonder nummer op kans te koppelen is het pakket splink "
                         "nodig. Installeer het met: pip install participatiemonitor[splink]"
                         ) from None
    return splink


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what splink says of its estimates to itself: it names columns, and counts persons."""
    log = logging.getLogger("splink")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"splink\b")
            yield
    finally:
        log.setLevel(level)
