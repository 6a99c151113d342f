"""Towns whose people climb the participation ladder by known chances."""

from __future__ import annotations

import numpy as np

from participatiemonitor.studies.ladder.registrations import Registrations, registrations

# Moves per year between six rungs, and leaving as the last column.
RATES = np.array([
    [0, .35, 0, 0, 0, 0, .08],
    [.25, 0, .30, 0, 0, 0, .06],
    [0, .20, 0, .35, 0, 0, .08],
    [0, 0, .15, 0, .40, 0, .10],
    [0, 0, 0, .20, 0, .45, .20],
    [0, 0, 0, 0, .15, 0, .50]])


def irregular_town(rng: np.random.Generator, persons: int, years: float = 4.0,
                   visits: float = 2.0, rates: np.ndarray = RATES) -> Registrations:
    """Persons seen at random dates until the file ends, who leave on a day of their own.

    Parameters
    ----------
    rng : numpy.random.Generator
    persons : int
    years : float
        Until the file ends; persons come in during the first half.
    visits : float
        Registrations per person and year.
    rates : ndarray of float, shape (R, R + 1)

    Returns
    -------
    Registrations
    """
    rungs, end = len(rates), int(years * 365)
    total, rows = rates.sum(axis=1) / 365, []
    onward = np.cumsum(rates, axis=1) / rates.sum(axis=1, keepdims=True)
    for name in range(persons):
        now, state = rng.integers(end // 2), int(rng.integers(rungs))
        seen = np.unique(np.append(now, now + 1 + np.cumsum(
            rng.exponential(365 / visits, int(4 * visits * years))).astype(int)))
        changes = [(now, state)]
        moment = float(now)
        while state < rungs and moment < end:
            moment += rng.exponential(1 / total[state])
            state = int(np.searchsorted(onward[state], rng.random()))
            changes.append((moment, state))
        moments = np.array([moment for moment, _ in changes])
        states = np.array([state for _, state in changes])
        left = moments[-1] if state == rungs else np.inf
        for day in seen[(seen <= end) & (seen < np.floor(left))]:
            rows.append((name, day, states[np.searchsorted(moments, day, side="right") - 1]))
        if left <= end and np.floor(left) > now:
            rows.append((name, int(left), rungs))
    # The file ends for everybody on the same day, on which one more person comes in.
    rows.append((persons, end, 0))
    return _registered(rows, rungs)


def regular_town(rng: np.random.Generator, chances: np.ndarray, persons: int, waves: int = 6,
                 gap: int = 182, jitter: int = 15) -> Registrations:
    """Persons measured about every half year, who leave in between by the chances of a step.

    Parameters
    ----------
    rng : numpy.random.Generator
    chances : ndarray of float, shape (R, R + 1) or (P, R, R + 1)
        Of one step, the same for all persons or not.
    persons : int
    waves : int
    gap, jitter : int
        Days from one wave to the next, and how far from it at most a person is seen.

    Returns
    -------
    Registrations
    """
    rungs = chances.shape[-2]
    each = np.broadcast_to(chances, (persons, rungs, rungs + 1))
    state, rows = rng.integers(rungs, size=persons), []
    for wave in range(waves):
        here = np.flatnonzero(state < rungs)
        days = wave * gap + rng.integers(-jitter, jitter + 1, len(here))
        rows.append(np.stack([here, days, state[here]], axis=1))
        draws = rng.random(len(here))[:, None]
        state[here] = (draws > np.cumsum(each[here, state[here]], axis=1)).sum(axis=1)
        gone = here[state[here] == rungs]
        if wave < waves - 1:
            leaving = wave * gap + rng.integers(jitter + 1, gap - jitter, len(gone))
            rows.append(np.stack([gone, leaving, state[gone]], axis=1))
    return _registered(np.concatenate(rows), rungs)


def _registered(rows: object, rungs: int) -> Registrations:
    person, day, state = np.array(rows).T
    start = np.datetime64("2010-01-01")
    return registrations(person, start + day.astype("timedelta64[D]"), state + 1, rungs)
