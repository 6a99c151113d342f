"""Words for the open answers of observed rounds in tests: an answer is a sentence a theme."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import yaml
from editing import cells, write

SENTENCES = Path(__file__).parent / "data" / "open_texts.yml"
# The more an answer goes into, the more there is to know its writer by.
MOST_QUOTED = 2


def voice(wave: Path) -> None:
    """Give each open answer of a round its words; answers of few themes may be quoted."""
    stock = {(question, theme): cycle(sentences)
             for question, themes in yaml.safe_load(SENTENCES.read_text("utf-8")).items()
             for theme, sentences in themes.items()}
    path = wave / "open_answers.csv"
    header, rows = cells(path)
    for row in rows:
        themes = row["themes"].split()
        row["text"] = " ".join(next(stock[row["question"], theme]) for theme in themes) or "Niets."
        row["quotable"] = "ja" if len(themes) <= MOST_QUOTED else "nee"
    write(path, header, rows)
