"""Names linked by parts that are likely of one person: with each other, and with a number.

Parts are hashed, so that each agrees or does not. What agreement says follows from how common the
part is, which is counted, and how often it is written alike of one person, which is estimated (EM).
The initial always has to agree: else twins would be one person, who differ in nothing else.
Names that come together are of one person if at most one number is known of them; else nobody can
tell whose they are, and none of them is linked.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.engines.embedded import Embedded, told
from participatiemonitor.studies.overlap.engines.engine import Engine
from participatiemonitor.studies.overlap.linking.model import PARTS, TRAINED, model, same

# The table that this makes: names that are together with another, and the person that each is.
LIKELY_NAMES = "waarschijnlijke_namen"
# Two names are of one person where that has at least this probability.
THRESHOLD = 0.95
# Pairs at most from which is estimated.
_PAIRS = 10_000_000
# Tables of names with their parts: each once, and each once a list.
_RECORDS, _EACH = "namen_met_delen", "namen_van_lijsten"


def link_likely(engine: Engine, lists: Sequence[str], nameless: Sequence[str]) -> None:
    """Make the table `LIKELY_NAMES`: a row for each name that is together with another.

    In it are ``name_hi, name_lo``; ``first_hi, first_lo``, the first of the names; ``person_hi,
    person_lo``, the number that is known of any of them, or else that first name; ``found``,
    whether there is such a number; and ``numbered``, whether it is known of the name itself.

    Parameters
    ----------
    engine : Engine
    lists : sequence of str
        Tables of all lists.
    nameless : sequence of str
        Those of them that have rows without a number.

    Raises
    ------
    InputError
        If splink is not installed, or the engine is a cluster.
    """
    if not isinstance(engine, Embedded):
        raise InputError("Personen zonder nummer op kans koppelen gaat alleen op deze computer. "
                         "Laat --engine weg, of koppel niet op kans.")
    _splink()
    _records(engine, lists, nameless)
    together = "SELECT 0 AS unique_id, 0 AS cluster_id WHERE false"
    if _size(engine) > 1:
        with told(), _quiet():
            together = f"SELECT unique_id, cluster_id FROM {_clusters(engine)}"
    cluster = "OVER (PARTITION BY cluster_id)"
    first = "struct_pack(hi := name_hi, lo := name_lo)"
    number = "CASE WHEN numbers > 0 THEN struct_pack(hi := number_hi, lo := number_lo) END"
    engine.keep(LIKELY_NAMES, f"""
        SELECT name_hi, name_lo, coalesce(least.hi, first.hi) AS person_hi,
            coalesce(least.lo, first.lo) AS person_lo, first.hi AS first_hi, first.lo AS first_lo,
            numbers > 0 AS numbered, least IS NOT NULL AS found
        FROM (SELECT name_hi, name_lo, numbers, min({first}) {cluster} AS first,
                min({number}) {cluster} AS least, max({number}) {cluster} AS most,
                max(numbers) {cluster} AS several, count(*) {cluster} AS n
            FROM {_RECORDS} JOIN ({together}) c USING (unique_id))
        WHERE n > 1 AND several < 2 AND least IS NOT DISTINCT FROM most""")


def _records(engine: Engine, lists: Sequence[str], nameless: Sequence[str]) -> None:
    """Make tables of names with their parts, and the numbers that are known of each."""
    parted = {one for one in lists
              if PARTS[0] in engine.rows(f"SELECT * FROM {one} LIMIT 0").column_names}
    if not parted.intersection(nameless):
        raise InputError("Om personen zonder nummer op kans te koppelen is van ten minste één "
                         "lijst zonder nummer de achternaam, voorletter, geboortedatum en adres "
                         "nodig.")
    parts = ", ".join(f"min({part}) AS {part}" for part in PARTS)
    numbers = ("min(number_hi) AS number_hi, min(number_lo) AS number_lo, "
               "count(DISTINCT number_lo) AS numbers")
    rows = " UNION ALL ".join(
        f"SELECT name_hi, name_lo, number_hi, number_lo, {place} AS list, " + ", ".join(
            part if one in parted else f"CAST(NULL AS varchar) AS {part}" for part in PARTS)
        + f" FROM {one} WHERE name_lo IS NOT NULL" for place, one in enumerate(lists))
    for table, each in ((_RECORDS, "name_hi, name_lo"), (_EACH, "name_hi, name_lo, list")):
        engine.keep(table, f"SELECT row_number() OVER (ORDER BY {each}) AS unique_id, * FROM ("
                    f"SELECT {each}, {numbers}, {parts} FROM ({rows}) GROUP BY {each})")


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
    # Who is written alike in two lists is one name, and says how often persons are.
    learning = splink.Linker(base.register(_EACH), model(engine, _EACH), log_level=None)
    for parts in TRAINED:
        # Of few names no two agree in these: what they start with stays.
        with suppress(EMTrainingException):
            learning.training.estimate_parameters_using_expectation_maximisation(
                splink.block_on(*parts), max_pairs=_PAIRS)
    learnt = learning.misc.save_model_to_json()
    learnt["probability_two_random_records_match"] = same(engine, _RECORDS)
    linker = splink.Linker(base.register(_RECORDS), learnt, log_level=None)
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLD)
    return linker.clustering.cluster_pairwise_predictions_at_threshold(
        pairs, threshold_match_probability=THRESHOLD).physical_name


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
