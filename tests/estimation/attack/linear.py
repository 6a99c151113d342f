"""What all published counts of a group together leave possible, by integer programming.

The attacker knows that noise is two at most, and how questions hang together: answers to a single
choice add up, of items with one for none of these each ticks one at least, that one alone, a net
lies between its largest part and their sum, and routing and derived questions follow from others.
Weighted figures are computed from published counts, so they tell him nothing more; an equation
on the true counts they are not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref

NOISE = 2
Terms = list[tuple[tuple, int]]


class Attacker:
    """Linear constraints on how many respondents of each size class gave each answer.

    Parameters
    ----------
    publication : Publication
    group : str
    nets : iterable of Ref
        Of multiple choices and open answers; those that are shown.
    questions : collection of str, optional
        Those he looks at; all when empty.
    """

    def __init__(self, publication: Publication, group: str, nets: Iterable[Ref] = (),
                 questions: tuple[str, ...] = ()) -> None:
        self.publication, self.group = publication, group
        self.codebook = publication._codebook
        self.classes = range(len(publication.domains))
        self.place: dict[tuple, int] = {}
        self.most: list[int] = []
        self.truth: list[int] = []
        self.terms: list[dict[int, float]] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.questions = [one for one in self.codebook.questions
                          if group in one.asked and one.kind in ("single", "multiple", "open")
                          and (not questions or one.id in questions)]
        for question in self.questions:
            self._answers(question)
        for question in self.questions:
            self._base(question)
            self._related(question)
        for ref in nets:
            if ref.group == group and (ref.question, "#", 0) in self.place:
                self._net(ref)

    # The unknowns, each with its true value; and what is known of them.

    def _unknown(self, key: tuple, truth: int, most: int) -> None:
        self.place[key] = len(self.place)
        self.truth.append(truth)
        self.most.append(most)

    def _know(self, terms: Terms, low: float, high: float = np.inf) -> None:
        summed: dict[int, float] = {}
        for key, factor in terms:
            summed[self.place[key]] = summed.get(self.place[key], 0) + factor
        truth = sum(factor * self.truth[place] for place, factor in summed.items())
        assert low <= truth <= high, ("this is not so", terms, low, truth, high)
        self.terms.append(summed)
        self.low.append(low)
        self.high.append(high)

    def _answers(self, question) -> None:
        base = self.publication.base(question.id, self.group)
        given, _ = self.publication.answers(Ref(question.id, "", self.group))
        told = {option: Ref(question.id, option, self.group) for option in question.option_ids}
        shown = {option: self.publication.parts(ref) for option, ref in told.items()}
        true = np.array([[int(given.column((option,))[given.within(domain)].sum())
                          for domain in self.publication.domains] for option in told])
        bases = [int(given.within(domain).sum()) for domain in self.publication.domains]
        for place in self.classes:
            n = (question.id, "#", place)
            self._unknown(n, bases[place], base.n + base.unsure)
            for number, option in enumerate(told):
                key = (question.id, option, place)
                self._unknown(key, int(true[number, place]), base.n + base.unsure)
                self._know([(n, 1), (key, -1)], 0)
                if shown[option] is not None:
                    self._near([(key, 1)], shown[option][place])
            every = [((question.id, option, place), 1) for option in told]
            if question.kind == "single":
                self._know([*every, (n, -1)], 0, 0)
                known = [option for option in told if shown[option] is not None]
                if known and len(known) < len(told):
                    self._near([(n, 1), *(((question.id, option, place), -1) for option in known)],
                               base.parts[place] - sum(shown[option][place] for option in known))
            if question.exclusive:
                # Without an item for none of these, who ticks nothing has answered as well.
                self._know([*every, (n, -1)], 0)
                alone = ((question.id, question.exclusive, place), -1)
                for option in told:
                    if option != question.exclusive:
                        self._know([(n, 1), ((question.id, option, place), -1), alone], 0)
        for option, ref in told.items():
            total = self.publication.total(ref)
            count = self.publication.count(ref)
            low, high = ((count, count) if total.status == OK
                         else total.between or (0, base.n + base.unsure))
            self._know([((question.id, option, place), 1) for place in self.classes], low, high)

    def _near(self, terms: Terms, published: int) -> None:
        self._know(terms, published - NOISE, published + NOISE)

    def _base(self, question) -> None:
        base = self.publication.base(question.id, self.group)
        keys = [(question.id, "#", place) for place in self.classes]
        self._know([(key, 1) for key in keys], base.n, base.n + base.unsure)
        if not base.told:
            return
        for place, key in enumerate(keys):
            if not question.when:
                self._know([(key, 1)], base.parts[place], base.parts[place])
                continue
            self._know([(key, 1)], base.parts[place] - NOISE, base.parts[place] + NOISE)
            (source, options), = question.when.items()
            parts = self.publication.parts(Ref(source, "+".join(options), self.group))
            single = self.codebook[source].kind == "single"
            if single and (base.parts > 1).all() and (source, "#", 0) in self.place:
                # No size class was near being emptied, so the noise is that of the filter.
                self._know([(key, 1), *(((source, option, place), -1) for option in options)],
                           base.parts[place] - parts[place], base.parts[place] - parts[place])

    def _related(self, question) -> None:
        for place in self.classes:
            for source, options in question.when.items():
                if (source, "#", place) not in self.place:
                    continue
                chosen = [((source, option, place), 1) for option in options]
                if self.codebook[source].exclusive and self.codebook[source].kind == "multiple":
                    chosen = [((source, "#", place), 1),
                              ((source, self.codebook[source].exclusive, place), -1)]
                self._know([*chosen, ((question.id, "#", place), -1)], 0)
            if question.derived and all((source, "#", place) in self.place
                                        for source in question.derived.sources):
                self._derived(question, place)

    def _derived(self, question, place: int) -> None:
        levels = ([(("ja",), None)] if question.derived.any else
                  [(question.option_ids[:level],) * 2
                   for level in range(1, len(question.option_ids))])
        for mine, theirs in levels:
            own = [((question.id, option, place), 1) for option in mine]
            sources = [[((source, option, place), -1)
                        for option in theirs or question.derived.any[source]]
                       for source in question.derived.sources]
            for source in sources:
                self._know([*own, *source], 0)
            self._know([*own, *itertools.chain(*sources)], -np.inf, 0)

    def _net(self, ref: Ref) -> None:
        shown = self.publication.parts(ref)
        given, _ = self.publication.answers(ref)
        column = given.column(ref.options)
        for place, domain in enumerate(self.publication.domains):
            key, n = (ref.question, ref.option, place), (ref.question, "#", place)
            self._unknown(key, int(column[given.within(domain)].sum()), self.most[self.place[n]])
            parts = [((ref.question, option, place), -1) for option in ref.options]
            self._know([(n, 1), (key, -1)], 0)
            self._know([(key, 1), *parts], -np.inf, 0)
            for part in parts:
                self._know([(key, 1), part], 0)
            if shown is not None:
                self._near([(key, 1)], shown[place])
        if self.publication.total(ref).status == OK:
            count = self.publication.count(ref)
            self._know([((ref.question, ref.option, place), 1) for place in self.classes],
                       count, count)

    # What is left possible.

    def shown(self) -> list[tuple]:
        """The counts by size class that are published, or that follow."""
        return [key for key in self.place if key[1] != "#"
                and self.publication.parts(Ref(key[0], key[1], self.group)) is not None]

    def spans(self, wanted: list[list[tuple]], enough: int = 2, tries: int = 12
              ) -> list[tuple[int, int]]:
        """The lowest and highest value of each sum of counts; not sought beyond enough apart."""
        picks = np.zeros((len(wanted), len(self.place)))
        for row, keys in enumerate(wanted):
            picks[row, [self.place[key] for key in keys]] = 1
        rows = np.repeat(np.arange(len(self.terms)), [len(one) for one in self.terms])
        columns = [place for one in self.terms for place in one]
        factors = [factor for one in self.terms for factor in one.values()]
        matrix = csr_array((factors, (rows, columns)), (len(self.terms), len(self.place)))
        limits = {"constraints": LinearConstraint(matrix, self.low, self.high),
                  "bounds": Bounds(0, self.most), "integrality": np.ones(len(self.place))}
        low = picks @ np.array(self.truth, float)
        high = low.copy()

        def learn(goal: np.ndarray) -> None:
            found = milp(goal, **limits)
            assert found.x is not None, found.message
            values = picks @ np.round(found.x)
            np.minimum(low, values, out=low)
            np.maximum(high, values, out=high)

        rng = np.random.default_rng(0)
        # A solution in an arbitrary direction clears most counts at once; the rest one by one.
        for _ in range(tries):
            learn((rng.normal(size=len(wanted)) * (high - low < enough)) @ picks)
        for place, sign in itertools.product(range(len(wanted)), (1, -1)):
            if high[place] - low[place] < enough:
                learn(sign * picks[place])
        return [(int(one), int(other)) for one, other in zip(low, high, strict=True)]
