"""Waves of other shapes: drawn with fixed seeds, and with answers planted to be weak."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .small import Asked, single


def drawn(seed: int) -> tuple[np.ndarray, dict[str, Asked]]:
    """A wave: size classes of respondents, and their answers.

    A single choice, of which one option leads to another single choice and that to a multiple one;
    two multiple choices and an open answer, with shares near 0, near 1 and between.
    """
    rng = np.random.default_rng(seed)
    classes, n = int(rng.integers(2, 6)), int(np.exp(rng.uniform(np.log(14), np.log(400))))
    sizes = rng.dirichlet(np.full(classes, rng.choice([1.0, 5.0])))
    place = np.sort(np.concatenate([np.arange(classes), rng.choice(classes, n - classes, p=sizes)]))
    first = chosen(rng, place, int(rng.integers(2, 7)))
    to = first == 0
    second = np.where(to, chosen(rng, place, int(rng.integers(2, 5))), -1)
    asked = {"eerste": single(first, int(first.max()) + 1),
             "vervolg": single(second, max(int(second.max()) + 1, 2), when={"eerste": ("o0",)}),
             "items": items(rng, place, int(rng.integers(2, 7))),
             "themas": Asked("open", items(rng, place, int(rng.integers(2, 6)), least=0).values)}
    further = items(rng, place, int(rng.integers(2, 4))).values
    further[second != 0] = np.nan
    asked["nadere"] = Asked("multiple", further, when={"vervolg": ("o0",)})
    alone = items(rng, place, int(rng.integers(3, 6))).values
    nothing = rng.random(n) < rng.choice([0.02, 0.3])
    alone[nothing] = np.eye(alone.shape[1])[-1]
    alone[~nothing, -1] = 0
    alone[~nothing & (alone.sum(axis=1) == 0), 0] = 1
    asked["uitgesloten"] = Asked("multiple", alone, exclusive=f"o{alone.shape[1] - 1}")
    for name, one in asked.items():
        values = one.values.copy()
        # Some leave a question out, and whoever left out the filter was not asked.
        values[rng.random(n) < rng.choice([0.0, 0.05, 0.2])] = np.nan
        for source in one.when:
            values[asked[source].values[:, 0] != 1] = np.nan
        asked[name] = replace(one, values=values)
    return place, asked


def chosen(rng: np.random.Generator, place: np.ndarray, options: int) -> np.ndarray:
    """An option by respondent, with other shares in each size class."""
    shares = rng.dirichlet(np.full(options, rng.choice([0.3, 1.0, 3.0])), place.max() + 1)
    return np.array([rng.choice(options, p=shares[one]) for one in place])


def items(rng: np.random.Generator, place: np.ndarray, options: int, least: int = 1) -> Asked:
    """Items ticked, with shares near 0, near 1 and between."""
    shares = rng.choice([0.02, 0.1, 0.5, 0.9, 0.98], options)
    ticked = (rng.random((len(place), options)) < shares).astype(float)
    none = ticked.sum(axis=1) < least
    ticked[none, rng.integers(0, options, none.sum())] = 1
    return Asked("multiple", ticked)


def of(*counts: tuple[int, ...], sizes: tuple[int, ...]) -> np.ndarray:
    """Columns of 1 and 0, by how many in each size class; the first in each."""
    starts = np.cumsum((0, *sizes[:-1]))
    values = np.zeros((sum(sizes), len(counts)))
    for item, parts in enumerate(counts):
        for start, part in zip(starts, parts, strict=True):
            values[start:start + part, item] = 1
    return values


def planted() -> tuple[np.ndarray, dict[str, Asked]]:
    """Answers that a rule may easily tell too much of, one question each."""
    sizes = (20, 12, 10)
    n = sum(sizes)
    place = np.repeat(np.arange(3), sizes)

    def ticked(*counts, **more):
        return Asked("open", of(*counts, sizes=sizes), **more)

    halves = of((10, 6, 5), sizes=sizes)
    near = np.repeat(halves, 2, axis=1)
    near[0, 1] = 0
    disjoint = np.zeros((n, 3))
    disjoint[:2, 0], disjoint[2:20, 1], disjoint[20:, 2] = 1, 1, 1
    filters = {"filter_3": single(np.where(np.arange(n) % 14 == 3, 0, 1), 2),
               "filter_weinig": single(np.where(np.arange(n) < 2, 1, 0), 2)}
    routed = {}
    for name, one in filters.items():
        answer = np.where(one.values[:, 0] == 1, np.arange(n) % 3 % 2, -1)
        routed[f"na_{name}"] = single(answer, 2, when={name: ("o0",)})
    return place, {
        "een_klasse": ticked((8, 0, 0), (0, 0, 7), (20, 0, 0)),
        "allen_in_een_klasse": ticked((10, 12, 5), (20, 6, 1), (12, 0, 10)),
        "totaal_3": ticked((3, 0, 0), (1, 1, 1), (0, 0, 3)),
        "op_3_na": ticked((17, 12, 10), (19, 11, 9), (20, 12, 7)),
        "bijna_gelijk": Asked("open", near),
        "twee_en_rest": Asked("multiple", disjoint),
        "drie_antwoorden": single(np.where(np.arange(n) < 3, 0, 1 + np.arange(n) % 2), 3),
        **filters, **routed}
