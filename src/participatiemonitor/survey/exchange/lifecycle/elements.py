"""The elements that DDI Lifecycle is made of: objects with an id, references, texts."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from participatiemonitor.survey.exchange.questionnaire import Text

# Whoever publishes under a registered agency changes it here.
AGENCY, VERSION = "nl.participatiemonitor", "1"
NAMESPACES = {prefix: f"ddi:{name}:3_3" for prefix, name in {
    None: "instance", "s": "studyunit", "c": "conceptualcomponent", "d": "datacollection",
    "l": "logicalproduct", "r": "reusable"}.items()}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def root(tag: str) -> Element:
    """The outermost element."""
    return etree.Element(_qualified(tag), nsmap=NAMESPACES)


def add(parent: Element, tag: str, text: str | None = None, /, **attributes: str) -> Element:
    """An element, with a prefix as in `NAMESPACES`."""
    element = etree.SubElement(parent, _qualified(tag), attributes)
    element.text = text
    return element


def identify(element: Element, name: str) -> Element:
    """Give an element its agency, id and version."""
    for tag, text in (("Agency", AGENCY), ("ID", name), ("Version", VERSION)):
        add(element, f"r:{tag}", text)
    return element


def item(parent: Element, tag: str, name: str) -> Element:
    """An element that others can refer to."""
    return identify(add(parent, tag), name)


def refer(parent: Element, tag: str, name: str, kind: str) -> None:
    """A reference to what `item` made, by its id and by what kind of thing it is."""
    reference = identify(add(parent, tag), name)
    add(reference, "r:TypeOfObject", kind)


def strings(parent: Element, tag: str, text: Text) -> None:
    """A name or title in two languages."""
    _texts(parent, tag, "r:String", text)


def contents(parent: Element, tag: str, text: Text) -> None:
    """A label or description in two languages; none where there is nothing to say."""
    if text.nl:
        _texts(parent, tag, "r:Content", text)


def literal(parent: Element, tag: str, text: Text) -> None:
    """The words of a question."""
    for language, one in text._asdict().items():
        within = add(add(parent, tag), "d:LiteralText")
        add(within, "d:Text", one).set(_LANGUAGE, language)


def command(parent: Element, tag: str, told: Text, expression: str) -> None:
    """A condition or computation: in words where there are any, and in XPath."""
    code = add(parent, tag)
    contents(code, "r:Description", told)
    written = add(code, "r:Command")
    add(written, "r:ProgramLanguage", "XPath 2.0")
    add(written, "r:CommandContent", expression)


def written(element: Element) -> bytes:
    """The whole as a file."""
    made: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8",
                                 pretty_print=True)
    return made


def _texts(parent: Element, tag: str, inner: str, text: Text) -> None:
    holder = add(parent, tag)
    for language, one in text._asdict().items():
        add(holder, inner, one).set(_LANGUAGE, language)


def _qualified(tag: str) -> str:
    prefix, _, name = tag.rpartition(":")
    return f"{{{NAMESPACES[prefix or None]}}}{name}"
