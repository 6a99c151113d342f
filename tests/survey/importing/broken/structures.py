"""Structures of LimeSurvey that are broken, of another survey, or made to attack."""

from __future__ import annotations

from collections.abc import Iterator

Broken = tuple[str, bytes, str]
_NOT_READ = "XML dat niet klopt"
ANSWERS = b'"id","Q1","Q2[SQ001]"\n"1","A1","Y"\n"2","A2",""\n'
SOUND = """<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>640</DBVersion>
<languages><language>nl</language></languages>
<questions><rows><row><qid>1</qid><parent_qid>0</parent_qid><sid>12</sid><gid>3</gid>
<type>L</type><title>Q1</title><other>N</other></row></rows></questions>
<question_l10ns><rows><row><qid>1</qid><question>Is er beleid?</question><language>nl</language>
</row></rows></question_l10ns></document>"""


def broken() -> Iterator[Broken]:
    """Structures beside sound answers, with what the message must say."""
    declared, rest = SOUND.split("\n", 1)
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    yield ("bom", f'{declared}<!DOCTYPE document [<!ENTITY l0 "lol">{lol}]>{rest}'.replace(
        "Is er beleid?", "&l11;").encode(), f"DOCTYPE|{_NOT_READ}")
    yield ("bestand van elders", f'{declared}<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/hostname">'
           f"]>{rest}".replace("Is er beleid?", "&x;").encode(), "DOCTYPE")
    yield ("adres van elders", f'{declared}<!DOCTYPE document SYSTEM "http://127.0.0.1:9/x.dtd">{rest}'
           .encode(), "DOCTYPE")
    yield "afgekapt", SOUND[:400].encode(), _NOT_READ
    yield "leeg", b"", _NOT_READ
    yield "geen XML", b"id;a\n1;2\n", _NOT_READ
    yield "andere tekens", SOUND.replace("beleid?", "cliënt?").encode("cp1252"), _NOT_READ
    yield "een groep", SOUND.replace("Survey<", "Group<").encode(), "document"
    yield "een pagina", b"<html><body/></html>", "document html"
    yield "andere vragenlijst", SOUND.replace("Q1", "X9").encode(), "geen kolom uit"
    yield ("zonder vragen", b"<document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>",
           "geen kolom")
    yield "diep", b"<document>" * 5_000 + b"</document>" * 5_000, _NOT_READ
    yield "te groot", b"<document>" + b" " * 21_000_000 + b"</document>", "ten hoogste 20000000"
