"""An attacker tries to compute hidden cells from everything that is published of a wave.

Nothing of the defence is used here. The attacker has the results as they stand in results.csv,
every quantity that a chapter names, the codebook and the frame, and reasons with

- counts: answers add up to bases, strata to domains and domains to totals; a net lies between its
  largest part and their sum; who answers a multiple choice ticks one item at least, an exclusive
  one alone;
- weighted figures, their standard errors and bounds, as far as their rounding allows;
- links between questions: routing, and questions derived from others.

What he cannot narrow down to one value is safe. Not counted are cells without respondents, and
what a *shown* share of 0 or 1 says in so many words: the parts of a domain, the other items when
one is given by all, the last item when no other one is given, and the answers that make up a
derived one that nobody has.
"""

from __future__ import annotations

import io
import itertools
import json
import re
import shutil
from dataclasses import dataclass, replace
from math import comb

import numpy as np
import pandas as pd
import pytest
from editing import cells, write
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array
from scipy.stats import beta, t

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import results_of
from participatiemonitor.project import Project
from participatiemonitor.reconstruction.simulation import simulate_wave
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.wave import Wave

AMOUNTS = ("percentage", "number")
# Amounts are answered in steps of at least half a percent.
GRAIN = 0.004
MOST_CANDIDATES = 2_000


# --- the waves -------------------------------------------------------------------------------

def reshuffled(wave: Wave, seed: int, parts: dict[str, float]) -> Wave:
    """Another wave: part of the respondents, each in the place of another one's organisation."""
    rng = np.random.default_rng(seed)
    kept = []
    for group, part in parts.items():
        members = wave.members(group)
        size = max(2, round(part * len(members)))
        rows = members.iloc[np.sort(rng.permutation(len(members))[:size])].copy()
        places = members.iloc[rng.permutation(len(members))[:size]]
        rows["organisation"] = places["organisation"].to_numpy()
        rows["stratum"] = places["stratum"].array
        kept.append(rows)
    responses = pd.concat(kept)
    texts = wave.open_answers
    texts = texts[texts["respondent"].isin(responses.index)].reset_index(drop=True)
    return replace(wave, responses=responses, open_answers=texts)


def simulated(repository: Project, root, seed: int, shift: int) -> Wave:
    """The reconstruction drawn anew, with other targets for the answers in percents."""
    shutil.copytree(repository.root / "data", root / "data")
    shutil.copyfile(repository.root / "_toc.yml", root / "_toc.yml")
    project = Project(root)
    path = project.wave(2011) / "reconstruction" / "targets.csv"
    header, records = cells(path)
    kinds = {entry.id: entry.kind for entry in load_answered(2011, repository).codebook.questions}
    for record in records:
        if record["unit"] == "percent" and kinds[record["question"]] in ("multiple", "open"):
            moved = float(record["target"]) + shift
            record["target"] = f"{min(max(moved, 2), 98):g}"
    write(path, header, records)
    simulate_wave(project, 2011, seed)
    return load_answered(2011, project)


SHUFFLES = [(1, 1.0, 1.0), (2, 1.0, 1.0), (3, 0.8, 0.9), (4, 0.6, 0.6), (5, 0.45, 0.7),
            (6, 0.3, 0.4), (7, 0.25, 0.5), (8, 0.15, 0.25), (9, 0.1, 0.3)]
# The waves that take long to attack are for the audit.
NAMES = ["2011", "simulated-1", "shuffled-5",
         *(pytest.param(name, marks=pytest.mark.audit)
           for name in ("simulated-2", *(f"shuffled-{one[0]}" for one in SHUFFLES if one[0] != 5)))]


@pytest.fixture(scope="module", params=NAMES)
def published(request, repository, wave, tmp_path_factory):
    kind, _, number = request.param.partition("-")
    if kind == "simulated":
        root = tmp_path_factory.mktemp("simulated") / "monitor"
        wave = simulated(repository, root, int(number), shift=6 * int(number))
    elif kind == "shuffled":
        seed, first, second = SHUFFLES[int(number) - 1]
        wave = reshuffled(wave, seed, {"sociale_dienst": first, "afdeling_welzijn": second})
    return Publication.of(wave, chapter_refs(repository, wave))


# --- what is published -----------------------------------------------------------------------

def chapter_refs(repository: Project, wave: Wave) -> list[Ref]:
    """Every quantity that a chapter names, for each group it is about."""
    named = re.compile(r'"([a-z_]+(?:\.[a-z0-9_+]+)?(?:@[a-z_]+)?(?:/[a-z0-9+]+)?)"')
    found = set()
    for path in [*(repository.root / "chapters").glob("*.ipynb"), repository.root / "index.ipynb"]:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        code = "\n".join("".join(cell["source"]) for cell in notebook["cells"]
                         if cell["cell_type"] == "code")
        for ref in map(Ref.parse, named.findall(code)):
            if ref.question not in wave.codebook:
                continue
            question = wave.codebook[ref.question]
            if set(ref.options) <= set(question.option_ids or ("",)):
                groups = question.asked if ref.group == "beide" else (ref.group,)
                found |= {ref.of(group) for group in groups}
    return sorted(found)


def as_written(table: pd.DataFrame) -> pd.DataFrame:
    """The table after it has been a csv file."""
    return pd.read_csv(io.StringIO(table.to_csv(index=False)), keep_default_na=False,
                       na_values={name: [""] for name in table.columns[6:-1]})


@dataclass(frozen=True)
class Publication:
    """What anyone can read, and (only to check him) the wave itself."""

    wave: Wave
    table: pd.DataFrame
    named: list

    @classmethod
    def of(cls, wave: Wave, refs: list[Ref]) -> Publication:
        estimates = results_of(wave)
        return cls(wave, as_written(estimates.table()), [estimates[ref] for ref in refs])

    def rows(self, group: str) -> dict:
        rows = self.table[self.table["group"] == group]
        return {(row.question, row.option, row.domain): row for row in rows.itertuples()}


# --- reasoning with counts -------------------------------------------------------------------

class Attacker:
    """One system of linear constraints on how many of each stratum gave each answer.

    Without `links` he looks at each question alone, but knows how many answered it in each
    stratum, and so its weights. With `links` he uses the relations between questions; how many a
    question was routed to he knows as far as it is published.
    """

    def __init__(self, published: Publication, group: str, *, links: bool) -> None:
        self.wave, self.group, self.links = published.wave, group, links
        self.codebook = self.wave.codebook
        self.strata = list(self.wave.info.strata)
        self.domains = self.wave.info.publication.domains
        self.members = self.wave.members(group)
        self.stratum_of = self.members["stratum"].astype(str).to_numpy()
        self.rows = published.rows(group)
        self.questions = [one for one in self.codebook.questions if group in one.asked]
        self.place: dict[tuple, int] = {}
        self.most: list[float] = []
        self.whole: list[bool] = []
        self.truth: list[float] = []
        self.terms: list[dict[int, float]] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.bases: dict[tuple[str, str], int] = {}
        self.resolved: dict[tuple[str, str], int] = {}
        for question in self.questions:
            self._question(question)
        if links:
            for question in self.questions:
                for stratum in self.strata:
                    self._link(question, stratum)
        for key, row in self.rows.items():
            if key[0] in self.codebook:
                self._row(key, row)
        for one in published.named:
            if one.ref.group == group and one.status == "ok":
                self._named(one)

    def within(self, domain: str) -> list[str]:
        return self.strata if domain == "totaal" else domain.split("+")

    # The unknowns, each with its true value; and what is known of them.

    def _unknown(self, key: tuple, most: float, truth: float, whole: bool = True) -> None:
        self.place[key] = len(self.place)
        self.most.append(most)
        self.truth.append(truth)
        self.whole.append(whole)

    def _know(self, terms: list[tuple[tuple, float]], low: float, high: float) -> None:
        summed: dict[int, float] = {}
        for key, factor in terms:
            summed[self.place[key]] = summed.get(self.place[key], 0) + factor
        truth = sum(factor * self.truth[place] for place, factor in summed.items())
        assert low - 1e-6 <= truth <= high + 1e-6, ("this is not so", terms, low, truth, high)
        self.terms.append(summed)
        self.low.append(low)
        self.high.append(high)

    def _compare(self, question, stratum: str, terms: list, low: float, high: float) -> None:
        """Terms against the base of a question: low to high for each answer."""
        base = (question.id, "#", stratum)
        if low > -np.inf:
            self._know([*terms, (base, -low)], 0, np.inf)
        if high < np.inf:
            self._know([*terms, (base, -high)], -np.inf, 0)

    def _question(self, question) -> None:
        answers = self.wave.indicators(question.id).loc[self.members.index]
        answered = answers.notna().all(axis=1).to_numpy()
        resolved = answered.copy()
        if question.when:
            routed = [self.wave.indicators(name).loc[self.members.index].notna().all(axis=1)
                      for name in question.when]
            asked = self.wave.asked(question.id).loc[self.members.index]
            resolved |= (np.all(routed, axis=0) & ~asked).to_numpy()
        scale = 100 if question.kind == "percentage" else 1
        options = question.option_ids or ("",)
        for stratum in self.strata:
            here = self.stratum_of == stratum
            n = int((answered & here).sum())
            self.bases[question.id, stratum] = n
            self.resolved[question.id, stratum] = int((resolved & here).sum())
            self._unknown((question.id, "#", stratum), int(here.sum()), n)
            if not (self.links and question.when):
                self._know([((question.id, "#", stratum), 1)], n, n)
            for option in options:
                given = answers[option].to_numpy()[answered & here].sum() / scale
                self._unknown((question.id, option, stratum), int(here.sum()), float(given),
                              question.kind not in AMOUNTS)
                self._compare(question, stratum, [((question.id, option, stratum), 1)], 0, 1)
            every = [((question.id, option, stratum), 1) for option in options]
            if question.kind == "single" or question.total:
                slack = 0.0005 * len(options) if question.total else 0
                self._compare(question, stratum, every, 1 - slack, 1 + slack)
            if question.kind == "multiple":
                self._compare(question, stratum, every, 1, np.inf)
                for one, _ in every:
                    if question.exclusive and one[1] != question.exclusive:
                        alone = (question.id, question.exclusive, stratum)
                        self._compare(question, stratum, [(one, 1), (alone, 1)], 0, 1)

    def _link(self, question, stratum: str) -> None:
        def counts(name: str, options, sign: int) -> list:
            return [((name, option, stratum), sign) for option in options]

        base = [((question.id, "#", stratum), -1)]
        for name, options in question.when.items():
            source = self.codebook[name]
            if source.kind == "single":
                self._know(counts(name, options, 1) + base, 0, np.inf)
            elif source.exclusive:
                terms = [((name, "#", stratum), 1), *counts(name, [source.exclusive], -1), *base]
                self._know(terms, 0, np.inf)
        if not question.derived:
            return
        parts = [([option for option in question.option_ids[:level]],) * 2
                 for level in range(1, len(question.option_ids))]
        if question.derived.any:
            parts = [(["ja"], None)]
        for mine, theirs in parts:
            sources = [counts(name, theirs or question.derived.any[name], -1)
                       for name in question.derived.sources]
            for source in sources:
                self._know(counts(question.id, mine, 1) + source, 0, np.inf)
            terms = [*counts(question.id, mine, 1), *itertools.chain(*sources)]
            self._know(terms, -np.inf, 0)

    def _row(self, key: tuple[str, str, str], row) -> None:
        name, option, domain = key
        question = self.codebook[name]
        strata = self.within(domain)
        if row.n > 0 or row.status == "geen_antwoorden":
            self._know([((name, "#", stratum), 1) for stratum in strata], row.n, row.n)
        if row.status != "ok":
            return
        self._know([((name, option, stratum), 1) for stratum in strata],
                   row.count - 1e-9, row.count + 1e-9)
        known = question.kind not in AMOUNTS and not (self.links and question.when)
        if domain == "totaal" and known and np.isfinite(row.weighted):
            weights = self.weights(name)
            total = sum(weights[one] * self.bases[name, one] for one in strata)
            self._know([((name, option, one), weights[one]) for one in strata],
                       (row.weighted - row.weighted_step / 2) * total - 1e-7,
                       (row.weighted + row.weighted_step / 2) * total + 1e-7)

    def _named(self, one) -> None:
        question, ref = self.codebook[one.ref.question], one.ref
        strata = self.within(ref.domain)
        if question.kind in ("single", *AMOUNTS) or len(ref.options) == 1:
            terms = [((question.id, option, stratum), 1)
                     for option in ref.options for stratum in strata]
            self._know(terms, one.count - 1e-9, one.count + 1e-9)
            return
        answers = self.wave.indicators(question.id).loc[self.members.index]
        anyone = answers[list(ref.options)].max(axis=1).to_numpy()
        for stratum in self.strata:
            net = (question.id, ref.option, stratum)
            if net in self.place:
                continue
            self._unknown(net, len(self.members), np.nansum(anyone[self.stratum_of == stratum]))
            parts = [((question.id, option, stratum), -1) for option in ref.options]
            self._compare(question, stratum, [(net, 1)], 0, 1)
            self._know([(net, 1), *parts], -np.inf, 0)
            for part in parts:
                self._know([(net, 1), part], 0, np.inf)
            if set(question.option_ids) - set(ref.options) == {question.exclusive}:
                alone = (question.id, question.exclusive, stratum)
                self._compare(question, stratum, [(net, 1), (alone, 1)], 1, 1)
        self._know([((question.id, ref.option, stratum), 1) for stratum in strata],
                   one.count, one.count)

    def joined(self) -> list[list[str]]:
        """Strata as they are weighted: one with a single respondent goes with its domain."""
        found = []
        for domain in self.domains:
            parts = domain.split("+")
            alone = any((self.stratum_of == part).sum() < 2 for part in parts)
            found += [parts] if alone else [[part] for part in parts]
        return found

    def weights(self, name: str) -> dict[str, float]:
        """Organisations that each answer stands for."""
        weights = {}
        for parts in self.joined():
            resolved = sum(self.resolved[name, part] for part in parts)
            size = sum(self.wave.info.strata[part].organisations for part in parts)
            weights |= dict.fromkeys(parts, size / resolved if resolved else 0.0)
        return weights

    # What he is after, and how far he gets.

    def hidden(self) -> list[tuple[str, str, str]]:
        """Suppressed cells, and the parts of domains."""
        found = []
        for (name, option, domain), row in self.rows.items():
            if name not in self.codebook or self._told(name, option, domain):
                continue
            if row.status == "te_weinig":
                found.append((name, option, domain))
            parts = [one for one in self.within(domain) if self.bases[name, one]]
            shown = row.status == "ok" and (row.count == 0 or abs(row.count - row.n) < 1e-9)
            if domain in self.domains and len(parts) > 1 and not shown:
                found += [(name, option, part) for part in parts]
        return found

    def _told(self, name: str, option: str, domain: str) -> bool:
        """Whether a shown share of 0 or 1 of the same domain says it, or there is nothing."""
        question = self.codebook[name]
        if not sum(self.bases[name, stratum] for stratum in self.within(domain)):
            return True
        for other in self.questions:
            # Who gave none of some answers in a domain gave none of each.
            hits = other.derived.any if other.derived else {}
            follows = {name for one in self.questions if one.derived and one.id in hits
                       for name in (one.id, *one.derived.highest)}
            if name in follows and option in next(iter(hits.values())):
                row = self.rows[other.id, "ja", domain]
                if row.status == "ok" and row.count == 0:
                    return True
        others = [self.rows[name, other, domain] for other in question.option_ids
                  if other != option]
        shown = [row for row in others if row.status == "ok"]
        if question.kind != "multiple" or not others:
            return False
        return (len(shown) == len(others) and not any(row.count for row in shown)) or any(
            row.count == row.n and question.exclusive in (option, row.option) for row in shown)

    def recovered(self) -> dict[tuple[str, str, str], float]:
        """The hidden cells that can have one value only."""
        cells = self.hidden()
        if not cells:
            return {}
        picks = np.zeros((len(cells), len(self.place)))
        for row, (name, option, domain) in enumerate(cells):
            picks[row, [self.place[name, option, one] for one in self.within(domain)]] = 1
        entries = [(row, place, factor) for row, terms in enumerate(self.terms)
                   for place, factor in terms.items()]
        row, place, factor = zip(*entries, strict=True)
        matrix = csr_array((factor, (row, place)), shape=(len(self.terms), len(self.place)))
        whole = np.array(self.whole)
        limits = {
            "constraints": LinearConstraint(matrix, np.array(self.low) - 1e-6,
                                            np.array(self.high) + 1e-6),
            "bounds": Bounds(0, self.most), "integrality": whole.astype(int)}

        def extreme(goal: np.ndarray) -> np.ndarray:
            found = milp(goal, **limits)
            if found.x is None:  # the truth is a solution: the solver's simplification went wrong
                found = milp(goal, **limits, options={"presolve": False})
            assert found.x is not None, found.message
            return picks @ np.where(whole, np.round(found.x), found.x)

        truth = picks @ np.array(self.truth)
        fixed = np.ones(len(cells), bool)
        # A solution in an arbitrary direction clears most cells at once; the rest one by one.
        rng = np.random.default_rng(0)
        for _ in range(6):
            fixed &= np.abs(extreme((rng.normal(size=len(cells)) * fixed) @ picks) - truth) < GRAIN
        for cell in range(len(cells)):
            for sign in (1, -1):
                if fixed[cell]:
                    fixed &= np.abs(extreme(sign * picks[cell]) - truth) < GRAIN
        return {cells[cell]: truth[cell] for cell in np.flatnonzero(fixed)}


# --- reasoning with standard errors and bounds -----------------------------------------------

def half_up(value: np.ndarray, step: float) -> np.ndarray:
    return np.floor(np.round(value / step, 9) + 0.5) * step


def as_published(values: np.ndarray, name: str, step: float) -> np.ndarray:
    if name in ("weighted_low", "weighted_high") and step > 0.01:
        outwards = np.floor if name == "weighted_low" else np.ceil
        return outwards(np.round(values / step, 9)) * step
    return half_up(values, step / 10 if name == "weighted_se" else step)


def splits(total: int, sizes: list[int]):
    """Ways to divide a number over parts of given sizes."""
    if len(sizes) == 1:
        if total <= sizes[0]:
            yield (total,)
        return
    for first in range(min(total, sizes[0]) + 1):
        for rest in splits(total - first, sizes[1:]):
            yield (first, *rest)


def tables_like(shown: dict, options: list[str], attacker: Attacker, name: str):
    """Every table (options by strata) that has the shown counts; None when there are too many."""
    by_domain, ways = [], 1
    for domain in attacker.domains:
        bases = [attacker.bases[name, stratum] for stratum in attacker.within(domain)]
        fixed = [shown.get((option, domain)) for option in options]
        left = sum(bases) - sum(count for count in fixed if count is not None)
        free = fixed.count(None)
        ways *= max(1, comb(left + free - 1, free - 1) if free else 1)
        for base in bases[1:]:
            ways *= (base + 1) ** (len(options) - 1)
        if ways > 50 * MOST_CANDIDATES:
            return None
        columns = []
        for given in splits(left, [left] * free) if free else [()]:
            queue = list(given)
            column = [queue.pop(0) if count is None else count for count in fixed]
            for parts in itertools.product(*(list(splits(count, bases)) for count in column)):
                if [sum(part) for part in zip(*parts, strict=True)] == bases:
                    columns.append(np.array(parts))
        by_domain.append(columns)
        if np.prod([len(columns) for columns in by_domain]) > MOST_CANDIDATES:
            return None
    tables = np.array([np.column_stack(parts) for parts in itertools.product(*by_domain)])
    order = [stratum for domain in attacker.domains for stratum in attacker.within(domain)]
    tables = tables[:, :, [order.index(stratum) for stratum in attacker.strata]]
    for row, option in enumerate(options):
        if (option, "totaal") in shown:
            tables = tables[tables[:, row].sum(axis=1) == shown[option, "totaal"]]
    return tables


def weighted_figures(attacker: Attacker, name: str, counts: np.ndarray) -> dict:
    """Weighted share, standard error and bounds from counts by stratum; textbook formulas."""
    weights = attacker.weights(name)
    parts = [(weights[one[0]], [attacker.strata.index(stratum) for stratum in one])
             for one in attacker.joined()]
    bases = np.array([attacker.bases[name, stratum] for stratum in attacker.strata])
    resolved = np.array([attacker.resolved[name, stratum] for stratum in attacker.strata])
    total = sum(weight * bases[places].sum() for weight, places in parts)
    share = sum(weight * counts[:, places].sum(axis=1)
                for weight, places in parts) / total
    variance, freedom = np.zeros(len(counts)), 0
    for weight, places in parts:
        r, n = resolved[places].sum(), bases[places].sum()
        if not r:
            continue
        freedom += r - 1
        k = counts[:, places].sum(axis=1)
        squares = k * (1 - share) ** 2 + (n - k) * share**2
        if r > 1:
            squares = (squares - (k - n * share) ** 2 / r) * r / (r - 1)
        variance += (weight / total) ** 2 * max(0, 1 - r / (r * weight)) * squares
    se = np.sqrt(np.maximum(variance, 0))
    with np.errstate(divide="ignore", invalid="ignore"):
        reach = t.ppf(0.975, max(freedom, 1)) * se / (share * (1 - share))
        odds = np.log(share / (1 - share))
        low, high = (1 / (1 + np.exp(-(odds + sign * reach))) for sign in (-1, 1))
        size = share * (1 - share) / variance * (
            t.ppf(0.025, resolved.sum() - 1) / t.ppf(0.025, max(freedom, 1))) ** 2
        edge = ((share < 0.1) | (share > 0.9)) & (se > 0)
        low = np.where(edge, beta.ppf(0.025, share * size, size - share * size + 1), low)
        high = np.where(edge, beta.ppf(0.975, share * size + 1, size - share * size), high)
    return {"weighted": share, "weighted_se": se, "weighted_low": low, "weighted_high": high}


def pinned_by_bounds(attacker: Attacker) -> list[tuple]:
    """Hidden cells that have one value in all tables with the published figures."""
    hidden, found = set(attacker.hidden()), []
    for question in attacker.questions:
        if question.kind in AMOUNTS:
            continue
        sets = ([list(question.option_ids)] if question.kind == "single"
                else [[option, None] for option in question.option_ids])
        for options in sets:
            rows = {(option, domain): attacker.rows[question.id, option, domain]
                    for option in options if option for domain in ("totaal", *attacker.domains)}
            shown = {key: round(row.count) for key, row in rows.items()
                     if row.status == "ok"}
            if len(shown) == len(rows) and len(attacker.domains) == len(attacker.strata):
                continue
            tables = tables_like(shown, options, attacker, question.id)
            if tables is None:
                continue
            for place, option in enumerate(options):
                row = rows.get((option, "totaal"))
                if row is None or not np.isfinite(row.weighted) or row.count in (0, row.n):
                    continue
                figures = weighted_figures(attacker, question.id, tables[:, place])
                fits = np.ones(len(tables), bool)
                for name, values in figures.items():
                    if np.isfinite(getattr(row, name)):
                        rounded = as_published(values, name, row.weighted_step)
                        fits &= np.abs(rounded - getattr(row, name)) < 1e-6
                tables = tables[fits]
            assert len(tables), (question.id, options)
            for place, option in enumerate(options):
                for domain in {one[2] for one in hidden if one[:2] == (question.id, option)}:
                    columns = [attacker.strata.index(one) for one in attacker.within(domain)]
                    if np.ptp(tables[:, place][:, columns].sum(axis=1)) == 0:
                        found.append((question.id, option, domain))
    return found


# --- the attacks -----------------------------------------------------------------------------

GROUPS = pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])


@GROUPS
def test_no_hidden_cell_follows_from_the_question_it_belongs_to(published, group):
    attacker = Attacker(published, group, links=False)
    assert len(attacker.hidden()) > 50
    assert attacker.recovered() == {}
    assert pinned_by_bounds(attacker) == []


@GROUPS
def test_no_hidden_cell_follows_from_all_questions_together(published, group):
    assert Attacker(published, group, links=True).recovered() == {}


def _primary_only(wave: Wave) -> pd.DataFrame:
    table = results_of(wave, protect=False).table()
    rules = wave.info.publication
    asked = ~table["question"].isin(["register", "respons"]) & (table["n"] > 0)
    few = (table["n"] < rules.minimum_base) | (
        table["count"].between(1, rules.minimum_cell - 1) & (table["measure"] == "share"))
    small = asked & few
    table.loc[small, "status"] = "te_weinig"
    table["weighted_step"] = 0.01
    figures = ["count", "value", "weighted_se", "weighted_low", "weighted_high", "weighted"]
    table.loc[small, figures] = np.nan
    table.loc[table["domain"] != "totaal", figures[2:]] = np.nan
    for name in figures[3:]:
        table[name] = half_up(table[name].to_numpy(float), 0.01)
    return table


@GROUPS
def test_the_attacker_wins_when_only_small_cells_are_hidden(wave, group):
    attacker = Attacker(Publication(wave, as_written(_primary_only(wave)), []), group,
                        links=False)
    found = attacker.recovered()
    small = {cell for cell in found if attacker.rows.get(cell) is not None
             and attacker.rows[cell].status == "te_weinig"}
    assert len(small) > 20
    raw = results_of(wave, protect=False)
    for name, option, domain in small:
        assert raw[Ref(name, option, group, domain)].count == pytest.approx(
            found[name, option, domain])


def test_the_attacker_wins_by_links_when_questions_are_protected_one_by_one(wave):
    """Hidden in the derived question alone; what it is derived from shows it after all."""
    table = as_written(results_of(wave, protect=False).table())
    table[["weighted", "weighted_se", "weighted_low", "weighted_high"]] = np.nan
    here = (table["question"] == "koppeling_wmo") & table["domain"].isin(["isd", "g32+g4"])
    here &= (table["group"] == "afdeling_welzijn") & table["option"].isin(["nee", "staand_beleid"])
    table.loc[here, ["count", "value"]] = np.nan
    table.loc[here, "status"] = "te_weinig"
    published = Publication(wave, table, [])
    cells = {("koppeling_wmo", option, domain)
             for option in ("nee", "staand_beleid") for domain in ("isd", "g32+g4")}
    assert not cells & set(Attacker(published, "afdeling_welzijn", links=False).recovered())
    assert cells & set(Attacker(published, "afdeling_welzijn", links=True).recovered())
