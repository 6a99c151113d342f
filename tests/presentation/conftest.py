"""What tests of tables share."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pandas as pd
import pytest
from keyed import results_of
from telling import telling_taken

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.documents.sources import open_source
from participatiemonitor.presentation.exhibits.exhibit import Exhibit


@pytest.fixture(scope="session")
def telling_words(mini_wave):
    """The vocabulary over what is told: ``telling_words(sd={"zorg": None}, aw={})``, hidden."""
    return lambda sd, aw: Chapter(telling_taken(mini_wave, sd, aw))


@pytest.fixture(scope="session")
def given(wave):
    """The answers of 2011 as if respondents had given them."""
    info = wave.info.model_copy(update={"status": "waarneming"})
    return results_of(replace(wave, info=info))


@pytest.fixture(scope="session")
def reported(repository):
    """The reconstruction of 2011, with what documents printed of it."""
    return open_source(2011, repository)


def rows(text: str) -> list[list[str]]:
    """The cells of a Markdown table as they are read, without the rule under its head."""
    lines = [[unescape(cell).strip() for cell in line.strip("|").split(" | ")]
             for line in text.splitlines()]
    return [lines[0], *lines[2:]]


def drawn_rows(shown: Exhibit) -> pd.DataFrame:
    """What a figure draws, a row a bar or part of one, from the top down and from the left."""
    stacked = shown.form == "stacked"
    table = pd.DataFrame([
        {"item": row.short if stacked else row.answer, "option": row.answer, "group": row.group,
         "n": row.estimate.n, "value": row.estimate.value, "label": row.label,
         "weighted": row.estimate.weighted}
        for row in shown.rows if row.estimate.status != "niet_gevraagd"]).astype({"n": "Int64"})
    if stacked:
        bars = dict.fromkeys((item, group) for item in dict.fromkeys(table["item"])
                             for group in shown.groups)
        parts = [table[table["item"].eq(item) & table["group"].eq(group)] for item, group in bars]
        table = pd.concat(parts, ignore_index=True)
    return table
