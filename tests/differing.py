"""Rounds that differ from the one before: questions and options dropped, a question added.

Each function changes the wave of a copied project, as the office does that holds the round.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from editing import cells, write


def change_codebook(wave: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the content of a codebook."""
    path = wave / "codebook.yml"
    content = yaml.safe_load(path.read_text("utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def drop(wave: Path, since: int, **about: str) -> None:
    """Ask questions no longer: ``drop(wave, 2016, taakvelden="de taakvelden")``.

    What follows from them alone must be dropped with them.
    """
    def change(book: dict[str, Any]) -> None:
        book["questions"] = [one for one in book["questions"] if one["id"] not in about]
        for question in book["questions"]:
            question["when"] = {name: options for name, options in question.get("when", {}).items()
                                if name not in about}
            rule = question.get("derived", {})
            for part in ("highest", "any"):
                if part in rule:
                    rule[part] = [one for one in rule[part] if one not in about] if isinstance(
                        rule[part], list) else {
                        name: one for name, one in rule[part].items() if name not in about}
        book.setdefault("dropped", {}).update(
            {name: {"since": since, "nl": nl} for name, nl in about.items()})

    change_codebook(wave, change)
    _without(wave / "responses.csv", lambda column: column.partition("__")[0] in about)
    header, rows = cells(wave / "open_answers.csv")
    write(wave / "open_answers.csv", header,
          [row for row in rows if row["question"] not in about])


def drop_options(wave: Path, since: int, question: str, **about: str) -> None:
    """Offer options of a question no longer; who chose nothing else, chose the first that is left.
    """
    def change(book: dict[str, Any]) -> None:
        (entry,) = (one for one in book["questions"] if one["id"] == question)
        entry["options"] = [one for one in entry["options"] if one["id"] not in about]
        entry["dropped"] = {name: {"since": since, "nl": nl} for name, nl in about.items()}
        for other in book["questions"]:
            if question in other.get("when", {}):
                other["when"][question] = [
                    one for one in other["when"][question] if one not in about]

    change_codebook(wave, change)
    path = wave / "responses.csv"
    _without(path, lambda column: column in {f"{question}__{option}" for option in about})
    header, rows = cells(path)
    own = [column for column in header if column.startswith(f"{question}__")]
    for row in rows:
        if own and {row[column] for column in own} == {"0"}:
            row[own[0]] = "1"
    write(path, header, rows)
    header, rows = cells(wave / "open_answers.csv")
    for row in rows:
        if row["question"] == question:
            for column in ("themes", "themes_second"):
                row[column] = " ".join(one for one in row[column].split() if one not in about)
    write(wave / "open_answers.csv", header, rows)


def add(wave: Path, question: dict[str, Any], number: int, figure: dict[str, Any],
        answers: Callable[[int], str]) -> None:
    """Ask a new question of one answer, with a figure of its own.

    Parameters
    ----------
    wave : pathlib.Path
    question, figure : dict
        As the codebook has them.
    number : int
        Of the figure.
    answers : callable
        What the respondent of a row answered.
    """
    def change(book: dict[str, Any]) -> None:
        book["questions"].append(question)
        book["figures"][number] = figure

    change_codebook(wave, change)
    header, rows = cells(wave / "responses.csv")
    for place, row in enumerate(rows):
        row[question["id"]] = answers(place) if row["group"] in question["asked"] else ""
    write(wave / "responses.csv", [*header, question["id"]], rows)


def offer(wave: Path, question: str, option: dict[str, str]) -> None:
    """Offer another option of a question with several; every fifth who answered chose it too."""
    def change(book: dict[str, Any]) -> None:
        (entry,) = (one for one in book["questions"] if one["id"] == question)
        entry["options"] = [*entry["options"], option]

    change_codebook(wave, change)
    path = wave / "responses.csv"
    header, rows = cells(path)
    own = [column for column in header if column.startswith(f"{question}__")]
    column = f"{question}__{option['id']}"
    for place, row in enumerate(rows):
        row[column] = row[own[0]] and str(int(place % 5 == 0))
    place = header.index(own[-1]) + 1
    write(path, [*header[:place], column, *header[place:]], rows)


def _without(path: Path, gone: Callable[[str], bool]) -> None:
    """A csv file without columns."""
    header, rows = cells(path)
    kept = [column for column in header if not gone(column)]
    write(path, kept, [{column: row[column] for column in kept} for row in rows])
