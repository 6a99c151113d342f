"""Draw a frame and answers that reproduce what was published.

The answers of 2011 were never published. What was published, and an assumption for each number
that was not, stand in ``data/waves/<year>/reconstruction/``. From these the frame and the answers
are drawn: the number of respondents that give an answer is fixed by its target, *which* ones give
it follows from a propensity that depends on the organisation's size, on its being
inter-municipal, on how active it is in linking the two acts, and on chance. The same seed gives
the same files, byte for byte.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.files.tables import write_rows
from participatiemonitor.project import Project
from participatiemonitor.reconstruction.open_texts import compose
from participatiemonitor.reconstruction.sources import EFFECTS, FILES, Sources, read_sources
from participatiemonitor.reconstruction.synthetic_frame import draw_frame, draw_respondents
from participatiemonitor.survey.codebook import Codebook, read_codebook
from participatiemonitor.survey.frame import COLUMNS as FRAME_COLUMNS
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.responses import KEYS, OPEN_COLUMNS, derive, was_asked

SEED = 2011


def simulate_wave(project: Project, year: int, seed: int | None = None) -> list[Path]:
    """Draw the frame and the answers of a wave and write them into its folder.

    Parameters
    ----------
    project : Project
    year : int
        A wave with a ``reconstruction`` folder.
    seed : int, optional
        Seed of the draw; the published reconstruction uses `SEED`.

    Returns
    -------
    list of pathlib.Path
        ``frame.csv``, ``responses.csv`` and ``open_answers.csv``, all replaced.

    Raises
    ------
    InvalidWave
        With every fault of the files it is drawn from.
    InputError
        When the wave holds observed answers, has no targets, or a target cannot be met.
    """
    folder = project.wave(year)
    source = folder / "reconstruction"
    missing = ", ".join(name for name in FILES if not (source / name).is_file())
    if missing:
        raise InputError(
            f"Peiling {year}: in {source.relative_to(project.root)} ontbreekt {missing}; alleen "
            f"een peiling met streefcijfers kan worden getrokken. Verwacht: {', '.join(FILES)}."
        )
    info = read_wave_info(folder)
    if not info.reconstructed:
        raise InputError(
            f"Peiling {year} is een waarneming: de antwoorden worden niet door getrokken "
            "antwoorden vervangen. Zet in wave.yml status op reconstructie als dat wel de "
            "bedoeling is."
        )
    codebook = read_codebook(folder / "codebook.yml", info.groups)
    sources = read_sources(source, info, codebook)

    rng = np.random.default_rng(SEED if seed is None else seed)
    frame, taking_part = draw_frame(sources.strata, sources.named, rng)
    codes = {group: entry.code for group, entry in info.groups.items()}
    responses = draw_respondents(frame, sources.strata, taking_part, codes, rng)
    open_answers = _draw_answers(codebook, responses, sources, rng)

    paths = [folder / name for name in ("frame.csv", "responses.csv", "open_answers.csv")]
    write_rows(paths[0], FRAME_COLUMNS, frame.reset_index()[[*FRAME_COLUMNS]].to_numpy().tolist())
    write_rows(paths[1], (*KEYS, *codebook.columns), _as_text(responses, codebook))
    write_rows(paths[2], OPEN_COLUMNS, open_answers)
    return paths


def _draw_answers(
    codebook: Codebook,
    responses: pd.DataFrame,
    sources: Sources,
    rng: np.random.Generator,
) -> list[tuple[str, str, str, str, str]]:
    """Fill the answer columns of `responses` in place, in codebook order (routing follows it)."""
    bases = sources.bases.set_index(["question", "group"])
    targets = dict(list(sources.targets.groupby(["question", "group"])))
    noise = {block: pd.Series(rng.random(len(responses)), responses.index)
             for block in bases["block"].unique()}
    # Of its own, so that rewording a sentence does not change who answered what.
    texts_rng = rng.spawn(1)[0]
    open_answers = []
    for question in codebook.questions:
        if question.derived:
            responses[question.id] = derive(responses, question, codebook)
            continue
        columns = pd.DataFrame(np.nan, index=responses.index,
                               columns=list(question.option_ids) or [""])
        asked = was_asked(responses, question)
        for group in question.asked:
            base = bases.loc[(question.id, group)]
            eligible = responses.index[asked & responses["group"].eq(group)]
            # Another seed may route fewer respondents to a question than the base asks for.
            n = min(base["n"], len(eligible))
            order = noise[base["block"]][eligible]
            members = responses.loc[order.nsmallest(n).index.sort_values()]
            columns.loc[members.index] = DRAWERS[question.kind](
                question, members, targets[question.id, group], rng)
        if question.kind == "open":
            open_answers += compose(sources.sentences, question, columns.dropna(),
                                    texts_rng)
        elif question.kind == "single":
            responses[question.id] = columns.dropna().idxmax(axis=1)
        else:
            responses[list(question.columns)] = columns.to_numpy()
    return open_answers


def _givers(pool: pd.DataFrame, target: pd.Series, n: int, rng: np.random.Generator) -> pd.Index:
    """Who of a pool gives an answer: as many as its target says of `n` respondents."""
    features = pool.assign(noise=rng.standard_normal(len(pool)))
    propensity = sum(float(target[effect]) * features[effect.removesuffix("_effect")]
                     for effect in EFFECTS)
    value = float(target["target"])
    count = round(value) if target["unit"] == "count" else int(np.floor(value * n / 100 + 0.5))
    return propensity.nlargest(count).index


def _draw_single(question, members, wanted, rng):
    """Give out the options in the order of the targets; the last one takes who is left."""
    chosen = pd.Series(wanted["option"].iloc[-1], members.index)
    free = members
    for _, target in wanted.iloc[:-1].iterrows():
        givers = _givers(free, target, len(members), rng)
        chosen[givers] = target["option"]
        free = free.drop(givers)
    return pd.DataFrame({option: chosen.eq(option).astype(float)
                         for option in question.option_ids})


def _draw_multiple(question, members, wanted, rng):
    """Tick every option as often as its target says; nobody is left without one."""
    ticked = pd.DataFrame(0.0, members.index, list(question.option_ids))
    free = members.index
    for _, target in wanted.iterrows():
        option = target["option"]
        ticking = _givers(members.loc[free], target, len(members), rng)
        ticked.loc[ticking, option] = 1.0
        if option == question.exclusive:
            free = free.difference(ticking)
    common = wanted.loc[wanted["unit"] != "count", "option"]
    for respondent in free[ticked.loc[free].sum(axis=1).eq(0)]:
        spare = ticked.loc[free].sum(axis=1).ge(2)
        givers = [(option, giver) for option in common for giver in free[
            spare & ticked.loc[free, option].eq(1)]]
        if not givers:
            raise InputError(f"targets.csv: bij {question.id} zijn er te weinig antwoorden om "
                             "iedere respondent er één te geven; verhoog de streefcijfers.")
        option, giver = givers[rng.integers(len(givers))]
        ticked.loc[giver, option] = 0.0
        ticked.loc[respondent, option] = 1.0
    return ticked


def _draw_percentages(question, members, wanted, rng):
    """Draw percentages around their target mean, in steps people use, and mend the mean."""
    columns = {}
    for _, target in wanted.iterrows():
        mean = float(target["target"])
        step = 0.5 if mean < 10 and question.total is None else 1.0
        spread = 1.0 if mean < 10 else 8.0
        shape = np.array([mean / 100 * spread * 12, (1 - mean / 100) * spread * 12])
        raw = 100 * rng.beta(*shape, size=len(members))
        raw *= np.exp(float(target["size_effect"]) * members["size"].to_numpy())
        columns[target["option"]] = _with_mean(raw, mean, step, rng)
    values = pd.DataFrame(columns, index=members.index)
    return values if question.total is None else _with_total(values, question.total, wanted, rng)


DRAWERS = {"single": _draw_single, "multiple": _draw_multiple, "open": _draw_multiple,
           "percentage": _draw_percentages, "number": _draw_percentages}


def _with_mean(raw: np.ndarray, mean: float, step: float, rng: np.random.Generator) -> np.ndarray:
    """Round to steps and move single answers up or down until the mean is the target."""
    values = np.clip(np.round(raw * mean / raw.mean() / step), 0, 100 / step)
    missing = round(mean * len(raw) / step) - int(values.sum())
    while missing:
        place = rng.integers(len(raw))
        moved = values[place] + np.sign(missing)
        if 0 <= moved <= 100 / step:
            values[place] = moved
            missing -= int(np.sign(missing))
    return values * step


def _with_total(values: pd.DataFrame, total: float, wanted: pd.DataFrame,
                rng: np.random.Generator) -> pd.DataFrame:
    """Make every row add up to the total while the columns keep their target means."""
    # Who would have nothing has a bit of each.
    values = values.where(values.sum(axis=1).gt(0), 1.0)
    scaled = values.mul(total / values.sum(axis=1), axis=0)
    whole = np.floor(scaled)
    for respondent, short in (total - whole.sum(axis=1)).astype(int).items():
        largest = (scaled - whole).loc[respondent].nlargest(short).index
        whole.loc[respondent, largest] += 1
    aim = wanted.set_index("option")["target"].astype(float) * len(values)
    for _ in range(100 * len(values)):
        gap = whole.sum() - aim[whole.columns]
        giver, taker = gap.idxmax(), gap.idxmin()
        if gap[giver] - gap[taker] < 2:
            return whole
        able = whole.index[whole[giver] > 0]
        respondent = able[rng.integers(len(able))]
        whole.loc[respondent, giver] -= 1
        whole.loc[respondent, taker] += 1
    raise InputError("targets.csv: de gemiddelden van een verdeling tellen niet op tot "
                     f"{total:g}; pas ze aan.")


def _as_text(responses: pd.DataFrame, codebook: Codebook) -> list[list[str]]:
    table = responses.reset_index()[[*KEYS, *codebook.columns]]
    return [["" if pd.isna(cell) else cell if isinstance(cell, str) else f"{cell:g}"
             for cell in row] for row in table.to_numpy(object)]
