"""The attackers on waves of other shapes, and on answers planted to be weak."""

import numpy as np
import pytest

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref

from .kernel import posterior, values
from .linear import Attacker
from .shown import base_noise, shown_tables
from .small import GROUP, publisher
from .test_posterior import MOST_LIKELY
from .waves import drawn, planted

KEY = b"a key that nobody knows"
WAVES = pytest.mark.parametrize("wave", [
    *(pytest.param(seed, id=f"drawn {seed}",
                   marks=[] if seed in (3, 5) else [pytest.mark.audit]) for seed in range(30)),
    pytest.param(None, id="planted")])


def publication_of(wave):
    return publisher(*(planted() if wave is None else drawn(wave)))(KEY)


@WAVES
def test_no_value_is_likelier_than_three_in_four(wave):
    publication = publication_of(wave)
    worst, few, seen = (0.0, None), [], 0
    for table in shown_tables(publication):
        # Larger tables have too many outcomes to list them all.
        rows, columns = table.published.shape
        filters = [publication._codebook[name]
                   for name in publication._codebook[table.ref.question].when]
        if rows * columns > (10 if rows == 2 else 9) or (filters and (
                rows * columns > 6 or len(publication.domains) * len(filters[0].options) > 9)):
            continue
        tables, chances = posterior(table.published, base_noise(publication, table))
        for place in np.ndindex(rows, columns):
            likely = values(tables, chances, *place)
            worst = max(worst, (max(likely.values()), f"{table} {place} {likely}"))
            if len(likely) < 3 and table.published[:, place[1]].sum() > 1:
                few.append((table, place, likely))
            seen += 1
    print(f"{seen} counts; the likeliest {worst}")
    assert not few
    assert worst[0] <= MOST_LIKELY, worst


@WAVES
def test_nothing_follows_from_all_counts_together(wave):
    publication = publication_of(wave)
    attacker = Attacker(publication, GROUP)
    cells = [key for key in attacker.shown()
             if attacker.truth[attacker.place[key[0], "#", key[2]]] > 1]
    hidden = [(question.id, option) for question in attacker.questions
              for option in question.option_ids
              if publication.total(Ref(question.id, option, GROUP)).status != OK]
    wanted = [[key] for key in cells] + [
        [(*one, place) for place in attacker.classes] for one in hidden]
    assert wanted
    spans = attacker.spans(wanted)
    assert [(keys, span) for keys, span in zip(wanted, spans, strict=True)
            if span[1] - span[0] < 2] == []
