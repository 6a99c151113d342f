"""The reconstructed register: organisations whose known totals are those published."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.reconstruction.assumptions import Activity


def draw_frame(
    strata: pd.DataFrame, rng: np.random.Generator
) -> tuple[pd.DataFrame, pd.Series]:
    """Draw the register and who of it takes part with its social service.

    Organisations have a code and no name: no inhabitants or clients of a real municipality are
    known here, and drawn ones would pass for them.

    Parameters
    ----------
    strata : pandas.DataFrame
        One row a stratum: totals of municipalities, inhabitants and clients, respondents, and the
        municipalities and clients of the respondents.
    rng : numpy.random.Generator

    Returns
    -------
    frame : pandas.DataFrame
        Indexed by code: name, stratum, municipalities, inhabitants, clients.
    taking_part : pandas.Series of bool
    """
    parts = []
    for stratum, row in strata.iterrows():
        size = int(row["organisations"])
        answers = np.zeros(size, bool)
        answers[rng.permutation(size)[: int(row["respondents_sd"])]] = True
        part = pd.DataFrame({
            "name": "",
            "stratum": stratum,
            "municipalities": _split(row["municipalities"], row["municipalities_sd"], answers, 1,
                                     0.35, rng),
            "clients": _split(row["clients"], row["clients_sd"], answers, 5, 0.6, rng),
        })
        rate = np.exp(0.25 * rng.standard_normal(size))
        shares = part["clients"].to_numpy() ** 0.85 * rate
        part["inhabitants"] = _apportion(shares, int(row["inhabitants"]), 1000)
        part.index = [f"{stratum.upper()}-{number:03d}" for number in range(1, size + 1)]
        parts.append(part.assign(takes_part=answers))
    frame = pd.concat(parts).rename_axis("organisation")
    return frame, frame.pop("takes_part")


def draw_respondents(
    frame: pd.DataFrame,
    strata: pd.DataFrame,
    taking_part: pd.Series,
    codes: dict[str, str],
    shared: Activity,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Draw the respondents of both groups, with the features their answers depend on.

    Parameters
    ----------
    frame, strata : pandas.DataFrame
    taking_part : pandas.Series
    codes : dict of str to str
    shared : Activity
    rng : numpy.random.Generator

    Returns
    -------
    pandas.DataFrame
        Indexed by respondent: organisation, group, stratum, and the standardised ``size`` (log of
        clients), ``isd`` (0 or 1) and ``activity``, a latent taste for linking the two acts that
        both departments of one municipality share in part.
    """
    size = np.log(frame["clients"])
    size = (size - size.mean()) / size.std()
    local = pd.Series(rng.standard_normal(len(frame)), frame.index)
    services = frame.index[taking_part]
    departments: list[str] = []
    for stratum, row in strata.iterrows():
        members = frame.index[frame["stratum"] == stratum]
        joint = members.intersection(services)
        alone = members.difference(services)
        alone_count = int(row["respondents_aw"] - row["joint"])
        departments += sorted([*rng.choice(joint, int(row["joint"]), replace=False),
                               *rng.choice(alone, alone_count, replace=False)])
    features = pd.DataFrame({"organisation": frame.index, "stratum": frame["stratum"], "size": size,
                             "isd": frame["stratum"].eq("isd").astype(float)}, frame.index)
    tables = []
    for (group, code), organisations in zip(codes.items(), (services, departments), strict=True):
        activity = (shared.size * size + shared.municipality * local
                    + shared.respondent * rng.standard_normal(len(frame)))
        table = features.assign(group=group, activity=activity / activity.std())
        codes_here = [f"{code}-{number:03d}" for number in range(1, len(organisations) + 1)]
        tables.append(table.loc[organisations].set_axis(codes_here))
    return pd.concat(tables).rename_axis("respondent")


def _split(total, of_respondents, answers, least, spread, rng):
    """Divide a stratum's total so that the respondents have the part that was published."""
    values = np.zeros(len(answers), int)
    for mask, part in ((answers, of_respondents), (~answers, total - of_respondents)):
        if mask.any():
            shares = np.exp(spread * rng.standard_normal(mask.sum()))
            values[mask] = _apportion(shares, int(part), least)
    return values


def _apportion(shares: np.ndarray, total: int, least: int) -> np.ndarray:
    """Whole numbers in proportion to `shares`, each at least `least`, that add up to `total`."""
    room = total - least * len(shares)
    exact = room * shares / shares.sum()
    whole = np.floor(exact).astype(int)
    order = np.argsort(whole - exact, kind="stable")
    whole[order[: room - whole.sum()]] += 1
    return whole + least
