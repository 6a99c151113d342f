"""A survey of LimeSurvey with a question of each kind, as its versions 3 and 6 export it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Row = Mapping[str, object]
# Number, kind, code, text, whether one may answer something else.
QUESTIONS = (
    (1, "L", "beleid", "<p>Is er <strong>beleid</strong>?</p>", "Y"),
    (2, "M", "doelen", "Welke doelen?", "Y"),
    (3, "F", "oordeel", "Hoe oordeelt u over&hellip;", "N"),
    (4, "N", "budget", "Hoeveel budget?", "N"),
    (5, "Y", "akkoord", "Akkoord?", "N"),
    (6, "T", "open", "Wat wilt u kwijt?", "N"),
    (7, "R", "volgorde", "Wat eerst?", "N"),
    (8, "1", "schaal", "Nu en straks", "N"),
    (9, ";", "raster", "Raster", "N"),
    (10, "P", "redenen", "Waarom?", "N"),
    (11, "O", "keuze", "Waarom deze?", "N"),
)
# Number, question, direction, code, text.
PARTS = ((101, 2, 0, "SQ001", "Werk"), (102, 2, 0, "SQ002", "Zorg"), (103, 3, 0, "a", "de Wmo"),
         (104, 8, 0, "x", "Taal"), (105, 9, 0, "r1", "Rij"), (106, 9, 1, "k1", "Kolom"),
         (107, 10, 0, "geld", "Geld"))
# Number, question, scale, code, text.
ANSWERS = ((201, 1, 0, "A1", "Ja, vastgesteld"), (202, 1, 0, "A2", "Nee"),
           (203, 3, 0, "1", "goed"), (204, 3, 0, "2", "slecht"),
           (205, 7, 0, "w", "Werk"), (206, 7, 0, "z", "Zorg"),
           (207, 8, 0, "1", "Nu"), (208, 8, 1, "1", "Straks"), (209, 11, 0, "k", "Kort"))


def structure(version: int, languages: Iterable[str] = ("nl",)) -> str:
    """The structure in the form of a version; texts in another language are marked with it."""
    languages = tuple(languages)
    parts = {"languages": None, "surveys": [{"sid": 12, "language": languages[0]}]}
    questions = [{"qid": number, "parent_qid": 0, "sid": 12, "gid": 3, "type": kind, "title": code,
                  "other": other, "question": text}
                 for number, kind, code, text, other in QUESTIONS]
    subquestions = [{"qid": number, "parent_qid": question, "scale_id": scale, "title": code,
                     "question": text} for number, question, scale, code, text in PARTS]
    answers = [{"aid": number, "qid": question, "scale_id": scale, "code": code, "answer": text}
               for number, question, scale, code, text in ANSWERS]
    if version >= 4:
        parts |= {
            "questions": [_without(row, "question") for row in questions],
            "subquestions": [_without(row, "question") for row in subquestions],
            "answers": [_without(row, "answer") for row in answers],
            "question_l10ns": [
                {"qid": row["qid"], "question": _said(row["question"], language, languages),
                 "language": language}
                for row in (*questions, *subquestions) for language in languages],
            "answer_l10ns": [{"aid": row["aid"], "language": language,
                              "answer": _said(row["answer"], language, languages)}
                             for row in answers for language in languages]}
    else:
        parts |= {name: [{**_without(row, "aid"), field: _said(row[field], language, languages),
                          "language": language} for row in rows for language in languages]
                  for name, rows, field in (("questions", questions, "question"),
                                            ("subquestions", subquestions, "question"),
                                            ("answers", answers, "answer"))}
    told = "".join(f"<language>{language}</language>" for language in languages)
    body = "".join(f"<{name}><rows>{''.join(map(_row, rows))}</rows></{name}>"
                   for name, rows in parts.items() if rows is not None)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>Survey'
            f"</LimeSurveyDocType><languages>{told}</languages>{body}</document>")


def _said(text: object, language: str, languages: tuple[str, ...]) -> str:
    return str(text) if language == "nl" or len(languages) == 1 else f"{language}: {text}"


def _without(row: Row, field: str) -> Row:
    return {name: value for name, value in row.items() if name != field}


def _row(row: Row) -> str:
    fields = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in row.items())
    return f"<row>{fields}</row>"
