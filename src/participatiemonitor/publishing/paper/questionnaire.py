"""The questionnaire of a group as a form on paper: to be printed and filled in by hand."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from participatiemonitor.dutch import capital
from participatiemonitor.publishing.paper.book import render, write_job
from participatiemonitor.publishing.paper.letters import Letters, typefaces
from participatiemonitor.publishing.paper.source import array, call, string, truth
from participatiemonitor.survey.codebook import Option, Question
from participatiemonitor.survey.exchange import questionnaire as asking
from participatiemonitor.survey.exchange.numbered import END, Numbered, numbered
from participatiemonitor.survey.wave import Wave

TEMPLATE = "questionnaire.typ"
_HOW = ("Kruis aan wat past. Bij een rondje (○) is één antwoord mogelijk, bij een vierkantje (□) "
        "meer dan één. Weet u een antwoord niet, laat de vraag dan open.")
_LINES = 6


def questionnaires(wave: Wave, author: str) -> dict[str, bytes]:
    """Set the form of each group.

    Parameters
    ----------
    wave : Wave
    author : str
        Who is behind it, for the properties of the files.

    Returns
    -------
    dict of str to bytes
        The PDFs, by group.

    Raises
    ------
    RunError
        When Typst has any complaint.
    """
    letters = Letters(typefaces())
    groups = list(wave.info.groups)
    with tempfile.TemporaryDirectory() as place:
        job = Path(place)
        write_job(job, {group: (_source(wave, group, author, letters), []) for group in groups})
        return dict(zip(groups, render(job, groups), strict=True))


def _source(wave: Wave, group: str, author: str, letters: Letters) -> str:
    info = wave.info

    def text(words: str) -> str:
        return string(letters.printable(words))

    day = info.reference_date
    name = capital(info.groups[group].nl)
    title = asking.title(info).nl
    lines = [
        f'import "{TEMPLATE}": *',
        call("show: form.with", title=text(title), author=text(author), group=text(name),
             running=text(f"{title} · {name}"),
             date=call("datetime", year=str(day.year), month=str(day.month), day=str(day.day))),
        call("opening", text(info.title), text(f"Vragenlijst {info.year}"), text(name),
             text(_HOW), text(asking.origin(info).nl)),
        call("part", text(asking.BEFORE.nl)),
        call("code", text(asking.ASK_ORGANISATION.nl), text(asking.WHERE_ORGANISATION.nl)),
    ]
    parts = numbered(wave.codebook, group)
    for heading, questions in parts:
        lines.append(call("part", text(heading.nl if len(parts) > 1 else "Vragen")))
        for before, one in pairwise([None, *questions]):
            again = before is not None and before.only == one.only
            lines.append(call(
                "question", string(str(one.number)), text(one.question.nl),
                text(asking.hint(one.question).nl), text("" if again else _condition(one)),
                f"{{{'; '.join(_answers(one, text))}}}"))
    lines.append(call("closing", text("Dank u wel. Stuur het formulier terug zoals in de "
                                      "uitnodiging staat.")))
    return "\n".join(f"#{line}" for line in lines)


def _condition(one: Numbered) -> str:
    """Who skips a question, in words."""
    if not one.only:
        return ""
    return (f"Alleen als u {one.only} hebt aangekruist. "
            f"{_go(one.otherwise, 'Zo niet: ga')}.")


def _go(number: int, begin: str = "ga") -> str:
    place = "het einde" if number == END else f"vraag\N{NO-BREAK SPACE}{number}"
    return f"{begin} door naar {place}"


def _answers(one: Numbered, text: Callable[[str], str]) -> Iterator[str]:
    question = one.question
    if question.kind == "open":
        yield call("lines", str(_LINES))
    elif question.kind in ("single", "multiple"):
        options = (array((text(option.nl), text(_jump(one, option))))
                   for option in question.options)
        yield call("choices", array(options), many=truth(question.kind == "multiple"))
    else:
        unit = string("%" if question.kind == "percentage" else "")
        rows = [text(option.nl) for option in question.options] or [string("")]
        yield call("amounts", array(rows), unit=unit, total=_total(question, text))


def _jump(one: Numbered, option: Option) -> str:
    return f"→ {_go(one.jumps[option.id])}" if option.id in one.jumps else ""


def _total(question: Question, text: Callable[[str], str]) -> str:
    return "none" if question.total is None else text(f"{question.total:g}".replace(".", ","))
