"""The structure of a survey as LimeSurvey exports it (``.lss``): its questions, parts and options.

LimeSurvey 4 and later keep texts apart from questions; before, a question stood there once for
each language. Both are read. No entity is followed, and no document type is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from participatiemonitor.files.faults import invalid_file
from participatiemonitor.files.text_files import read_bytes
from participatiemonitor.plain_text import one_line

_LARGEST = 20_000_000
_EXPECTED = "de structuur van een vragenlijst zoals LimeSurvey die exporteert (.lss)"
Row = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """A question of the survey.

    Attributes
    ----------
    code, kind : str
        The kind is the letter LimeSurvey gives it.
    key : str
        What the columns of the database begin with.
    text : str
    parts : tuple of mapping of str to str
        Text of each subquestion by code; of arrays in two directions, the other ones second.
    options : tuple of mapping of str to str
        Label of each answer by code; of a dual scale, those of the other one second.
    other : bool
        Whether a respondent could write an answer of her own.
    """

    code: str
    kind: str
    key: str
    text: str
    parts: tuple[Mapping[str, str], Mapping[str, str]]
    options: tuple[Mapping[str, str], Mapping[str, str]]
    other: bool


def read_structure(path: Path) -> tuple[Question, ...]:
    """Read the structure of a survey.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    tuple of Question

    Raises
    ------
    InvalidWave
        When it is none, is broken, or declares what XML can be attacked with.
    """
    root = _root(path)
    language = _language(root)
    texts, answers = (_texts(root, part, key, field, language) for part, key, field in (
        ("question_l10ns", "qid", "question"), ("answer_l10ns", "aid", "answer")))
    options: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for row in _rows(root, "answers", language):
        scales = options.setdefault(row.get("qid", ""), ({}, {}))
        label = answers.get(row.get("aid", ""), row.get("answer", ""))
        scales[row.get("scale_id") == "1"][row.get("code", "")] = _plain(label)
    parts: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for row in _rows(root, "subquestions", language):
        scales = parts.setdefault(row.get("parent_qid", ""), ({}, {}))
        text = texts.get(row.get("qid", ""), row.get("question", ""))
        scales[row.get("scale_id") == "1"][row.get("title", "")] = _plain(text)
    return tuple(
        Question(row.get("title", ""), row.get("type", ""),
                 "X".join(row.get(part, "") for part in ("sid", "gid", "qid")),
                 _plain(texts.get(number, row.get("question", ""))),
                 parts.get(number, ({}, {})), options.get(number, ({}, {})),
                 row.get("other") == "Y")
        for row in _rows(root, "questions", language) for number in [row.get("qid", "")])


def _root(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(read_bytes(path, _LARGEST), parser)
    except etree.XMLSyntaxError as error:
        raise invalid_file(path.name, "XML dat niet klopt", _EXPECTED, error.lineno) from None
    if root.getroottree().docinfo.doctype:
        raise invalid_file(path.name, "een documenttype (DOCTYPE)", _EXPECTED)
    if root.tag != "document" or root.findtext("LimeSurveyDocType") != "Survey":
        raise invalid_file(path.name, f"een document {root.tag}", _EXPECTED)
    return root


def _language(root: etree._Element) -> str:
    """Dutch where the survey has it, else its own language."""
    languages = [language.text or "" for language in root.iterfind("languages/language")]
    dutch = [language for language in languages if language.startswith("nl")]
    own = root.findtext("surveys/rows/row/language", "")
    return (dutch or ([own] if own else languages) or [""])[0]


def _rows(root: etree._Element, part: str, language: str) -> list[Row]:
    rows = [{str(field.tag): field.text or "" for field in row}
            for row in root.iterfind(f"{part}/rows/row")]
    return [row for row in rows if row.get("language", language) == language]


def _texts(root: etree._Element, part: str, key: str, field: str, language: str) -> dict[str, str]:
    return {row.get(key, ""): row.get(field, "") for row in _rows(root, part, language)}


def _plain(text: str) -> str:
    """The text of a question or answer, which LimeSurvey keeps as HTML."""
    if "<" not in text and "&" not in text:
        return one_line(text)
    tree = html.document_fromstring(f"<div>{text}</div>")
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    for ending in tree.iter("br", "p", "div", "li", "td"):
        ending.tail = f" {ending.tail or ''}"
    return one_line("".join(tree.itertext()))
