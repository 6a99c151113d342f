"""What the method chapter says of weighting, correlations and its model, computed a second time.

From the answers that `oracle` reads, along the books: nothing of the package is used.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from oracle import Oracle, half_up
from scipy.stats import rankdata, t

LEVEL, STRENGTH, NORMAL = 0.05, 0.30, 1.959964
# Answers on either side of a yes and no, and in all, for a rank correlation.
SIDE, FEWEST = 10, 50
# A total of so many, or fewer, is told as a class.
CLASS = 2
# How much of the way to the strongest correlation that the size classes allow is told at most.
REACH = 0.75


# --- raking: Deming and Stephan (1940) ----------------------------------------------------------

def raking_shift(oracle: Oracle, items: Iterable[tuple[str, str, str]], group: str,
                 rounds: int = 300) -> float:
    """How far raking to the margins moves shares of a group on average, as a fraction.

    The items (question, option, group) are shares of this group.
    """
    domains = {stratum: domain for domain in oracle.head["publication"]["domains"]
               for stratum in domain.split("+")}

    def classes(organisation: dict[str, str]) -> tuple[object, ...]:
        return (domains[organisation["stratum"]],
                *(bisect(margin["bounds"], int(organisation[margin["column"]]))
                  for margin in oracle.margins))

    frame = {row["organisation"]: classes(row) for row in oracle.frame}
    rows = [row for row in oracle.responses if row["group"] == group]
    here = [frame[row["organisation"]] for row in rows]
    known = [Counter(names) for names in zip(*frame.values(), strict=True)]
    present = Counter(names[0] for names in here)
    base = np.array([known[0][names[0]] / present[names[0]] for names in here])
    raked = base.copy()
    for _ in range(rounds):
        for margin, totals in enumerate(known):
            sums = Counter()
            for names, weight in zip(here, raked, strict=True):
                sums[names[margin]] += weight
            raked *= [totals[names[margin]] / sums[names[margin]] for names in here]
    shifts = []
    for question, option, _ in items:
        given = [oracle.answer(row, question) for row in rows]
        answered = np.array([answer is not None for answer in given])
        said = np.array([bool(answer and option in answer) for answer in given])
        shares = [weights[said].sum() / weights[answered].sum() for weights in (raked, base)]
        shifts.append(abs(shares[0] - shares[1]))
    return float(np.mean(shifts))


# --- rank correlations: Spearman (1904), Holm (1979) --------------------------------------------

@dataclass
class Association:
    """The rank correlation of an item with a feature, and what it takes to be demonstrable."""

    group: str
    rho: float
    p: float
    survives: bool = False

    def is_notable(self, corrected: bool) -> bool:
        """Whether the rule of the monitor holds, also after correction for many tests."""
        strong = abs(self.rho) >= STRENGTH and self.p < LEVEL
        return strong and (self.survives or not corrected)


def associations(oracle: Oracle, items: Iterable[tuple[str, str, str]],
                 published: Mapping[tuple[str, str, str, str], dict[str, str]]
                 ) -> list[Association]:
    """Of items (question, option, group) with every feature of the organisations.

    `published` gives the row of ``results.csv`` of such an item and a domain: what an answer has
    to do with the size class is told by these, and not by the answers.
    """
    frame = {row["organisation"]: _features(oracle, row) for row in oracle.frame}
    tests = []
    for question, option, group in items:
        given = [(_amount(answer, option), frame[row["organisation"]]) for row in oracle.responses
                 if row["group"] == group
                 and (answer := oracle.answer(row, question)) is not None]
        amounts = Counter(amount for amount, _ in given)
        whole = oracle.questions[question]["kind"] in ("percentage", "number")
        apart = len(amounts) if whole else min(amounts[0], amounts[1])
        if len(given) < FEWEST or apart < SIDE:
            continue
        values = np.array([amount for amount, _ in given], float)
        told = (rankdata(values), np.ones(len(given))) if whole else as_told(
            oracle, values, [features[2] for _, features in given],
            lambda domain, item=(question, option, group): published[(*item, domain)])
        if told is None:
            continue
        spread = np.std(told[0]) if whole else np.sqrt(values.mean() * (1 - values.mean()))
        for feature in zip(*(features[:2 if whole else 4] for _, features in given), strict=True):
            if len(set(feature)) > 1:
                rho = _weighted(*told, np.array(feature),
                                np.array([one[2] for _, one in given])) / spread
                freedom = len(given) - 2
                with np.errstate(divide="ignore"):
                    size = abs(rho) * np.sqrt(freedom / max(0.0, 1 - rho**2))
                tests.append(Association(group, rho, 2 * t.sf(size, freedom)))
    for group in oracle.groups:
        of_group = sorted((one for one in tests if one.group == group), key=lambda one: one.p)
        for place, one in enumerate(of_group):
            if one.p * (len(of_group) - place) >= LEVEL:
                break
            one.survives = True
    return tests


def as_told(oracle: Oracle, values: np.ndarray, domains: list[int],
            row_of: Callable[[str], dict[str, str]]) -> tuple[np.ndarray, np.ndarray] | None:
    """Answers of ones and zeros, and weights, as the published counts by size class have them.

    `domains` says of each answer which size class it is of.
    """
    moved, weights = values.copy(), np.ones(len(values))
    rows = [row_of(domain) for domain in oracle.head["publication"]["domains"]]
    told = [None if row["status"] == "te_weinig" else (float(row["count"]), float(row["n"]))
            for row in rows]
    if told.count(None) > 1:
        return None
    total = row_of("totaal")
    rest = [float(total[name]) - sum(one[place] for one in told if one)
            for place, name in enumerate(("count", "n"))]
    for place, (count, n) in enumerate(one or rest for one in told):
        here = np.array(domains) == place
        if not here.any():
            continue
        size, yes = here.sum(), values[here].sum()
        count = count * size / n
        # What comes in is taken from all who said no alike; what goes, from all who said yes.
        moved[here] += (np.where(values[here] == 0, (count - yes) / max(size - yes, 1), 0)
                        if count > yes else
                        np.where(values[here] == 1, (count - yes) / max(yes, 1), 0))
        weights[here] = n / size
    return moved, weights


def _weighted(one: np.ndarray, weights: np.ndarray, other: np.ndarray, classes: np.ndarray
              ) -> float:
    below = np.array([weights[other < value].sum() for value in other])
    ranks = below + np.array([weights[other == value].sum() for value in other]) / 2
    ranks -= (weights * ranks).sum() / weights.sum()
    ranks /= np.sqrt((weights * ranks**2).sum() * weights.sum())
    # What the size classes say by themselves, and the most and least that is possible with these.
    even, most, least = one.copy(), one.copy(), one.copy()
    for place in set(classes):
        here = np.flatnonzero(classes == place)
        even[here] = one[here].mean()
        ordered = here[np.argsort(ranks[here], kind="stable")]
        most[ordered], least[ordered] = np.sort(one[here]), -np.sort(-one[here])
    found, even, most, least = ((weights * side * ranks).sum()
                                for side in (one, even, most, least))
    return float(min(max(found, even + REACH * (least - even)), even + REACH * (most - even)))


def _features(oracle: Oracle, row: dict[str, str]) -> tuple[int, int, int, int]:
    """Inhabitants, clients, the place of the size class, and whether it is inter-municipal."""
    domains = [domain.split("+") for domain in oracle.head["publication"]["domains"]]
    place = next(place for place, parts in enumerate(domains) if row["stratum"] in parts)
    joint = all(oracle.head["strata"][part].get("intermunicipal", False)
                for part in domains[place])
    return int(row["inhabitants"]), int(row["clients"]), place, int(joint)


def _amount(answer: object, option: str) -> Fraction:
    return answer[option] if isinstance(answer, dict) else Fraction(option in answer)


# --- who makes a link: maximum likelihood, HC1, delta method ------------------------------------

def link_effect(oracle: Oracle, group: str, term: str,
                row_of: Callable[[str], dict[str, str]]) -> str:
    """Whether the interval of an average effect, in whole points, is above (*up*), below or at 0.

    Of a term of ones and zeros that is the difference between the one and the other. `row_of` gives
    the row of ``results.csv`` of who makes a link in a domain.
    """
    frame = {row["organisation"]: _features(oracle, row) for row in oracle.frame}
    rows = [row for row in oracle.responses
            if row["group"] == group and oracle.answer(row, "koppeling") is not None]
    linked = np.array(["ja" in oracle.answer(row, "koppeling") for row in rows], float)
    told = as_told(oracle, linked, [frame[row["organisation"]][2] for row in rows], row_of)
    if told is None:
        return "none"
    visions = [oracle.answer(row, "participatievisie") for row in rows]
    known = np.array([vision is not None for vision in visions])
    linked, y = linked[known], told[0][known]
    x = np.array([(np.log2(frame[row["organisation"]][1]), "ja" in vision)
                  for row, vision in zip(rows, visions, strict=True) if vision is not None], float)
    combined = Counter(zip(x[:, 1], linked, strict=True))
    names = ["verdubbeling", "visie"]
    if min(combined[one, other] for one in (0, 1) for other in (0, 1)) <= CLASS:
        names.remove("visie")
    if (term not in names or min(linked.sum(), (1 - linked).sum()) <= CLASS
            or len(y) < 10 * (len(names) + 1)):
        return "none"
    x = np.column_stack([np.ones(len(y)), x[:, :len(names)]])
    beta = np.zeros(x.shape[1])
    for _ in range(60):
        chance = _chance(x @ beta)
        slope = chance * (1 - chance)
        step = np.linalg.solve(x.T @ (x * slope[:, None]), x.T @ (y - chance))
        beta += step
        # Where a feature tells who makes a link there is no largest likelihood.
        if np.abs(beta).max() > 30:
            return "none"
    scores = x * (y - chance)[:, None]
    inverse = np.linalg.inv(x.T @ (x * slope[:, None]))
    covariance = inverse @ scores.T @ scores @ inverse * len(y) / (len(y) - len(beta))
    place = 1 + names.index(term)

    def effect(at: np.ndarray) -> float:
        if term == "verdubbeling":
            chance = _chance(x @ at)
            return float(np.mean(chance * (1 - chance)) * at[place])
        there, absent = x.copy(), x.copy()
        there[:, place], absent[:, place] = 1, 0
        return float(np.mean(_chance(there @ at) - _chance(absent @ at)))

    small = 1e-6
    gradient = np.array([(effect(beta + small * unit) - effect(beta - small * unit)) / (2 * small)
                         for unit in np.eye(len(beta))])
    error = NORMAL * np.sqrt(gradient @ covariance @ gradient)
    low, high = (half_up(Fraction(100 * (effect(beta) + side * error))) for side in (-1, 1))
    return "up" if low > 0 else "down" if high < 0 else "none"


def _chance(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))
