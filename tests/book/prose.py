"""Prose without its computed words: what an author typed, and what may not be typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

# Words that tell how much or how many, or which is most: they must be computed.
LEXICON = re.compile(r"""(?ix) \b (?:
      driekwart | kwart | helft | meerderhe(?:id|den) | minderhe(?:id|den) | merendeel
    | mee?ste?n? | minst | minste | vaker | vaakst | vaak | zelden | soms\ wel | dikwijls
    | vooral | voornamelijk | grotendeels | overwegend | doorgaans | meestal | gewoonlijk
    | nauwelijks | amper | slechts | vrijwel | nagenoeg | ruim | ruime | krap
    | bijna | ongeveer | circa | zowat
    | (?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen) \s
      (?:derde|vierde|vijfde|zesde|tiende) n? (?! \s (?:deel|plaats|keer|treden?)\b)
    | \w+ \s op \s de \s (?:twee|drie|vier|vijf|tien)
    | grootste | kleinste | hoogste | laagste | sterkste | zwakste | belangrijkste | populairste
    | weinig | veel | veelvuldig | opvallend | opmerkelijk | relatief | beduidend | duidelijk\ meer
    | evenveel | even\ (?:vaak|veel|groot) | (?:veel|iets)\ (?:meer|minder)
    | (?:geen\ enkele?|alle|iedere|elke) \s
      (?:gemeenten?|diensten?|afdeling(?:en)?|respondent(?:en)?)
    | (?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf) \s
      (?:sociale\ diensten|diensten|afdelingen|gemeenten|respondenten|antwoorden)
    | (?:toegenomen|afgenomen|gestegen|gedaald)
    # In the English summary.
    | most | mostly | mainly | nearly | almost | majority | half | quarters? | thirds? | often
    | rarely | more\ than | less\ than | (?:all|no)\ (?:municipalities|services|departments)
) \b""")
# A computed word: bound to a name in a cell before it, or a call where it is read.
ROLE = re.compile(r"\{glue:\}`(?P<name>\w+)`|\{m\}`(?P<call>\w+\([^`]*\))`")
DIGITS = re.compile(r"\d")
# Digits that are names and not numbers about answers.
NAMES = re.compile(r"\b(?:19|20)\d\d\b|\bG4\b|\bG32\b")
# And those that name a part of a document, or a group in it.
PARTS = re.compile(
    r"(?i)\b(?:tabel(?:len)?|figuur|kengetallen|bijlage|deel|hoofdstuk|paragraaf|"
    r"(?:prestatie)?veld(?:en)?|fasen?|treden?|noot|vra(?:ag|gen)|HV) \d+(?:\.\d+)*"
    r"(?:(?:,| en| of| tot en met) \d+(?:\.\d+)*)*"
    r"|\b(?:van|boven de) \d\d\b(?: en ouder)?|\bA4\b")
# Shares and larger numbers in words; smaller ones may count what the page itself shows.
NUMERALS = re.compile(r"(?i)\b(?:zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|"
                      r"twintig|dertig|honderd|helft|derde|kwart|driekwart)\b")

# Where a computed word stood.
COMPUTED = r"⟦\w+⟧"
# What the lexicon knows but what no answer can make untrue: the reason, and the form.
ALLOWED = (
    ("a question, not an answer", r"\bhoe\ (?:vaak|veel)\b"),
    ("the name of a chapter", r"belangrijkste\ feiten\ en\ cijfers"),
    ("words that are spoken of, not used", r"woorden\ als\ de\ helft,\ vaker\ of\ het\ meest"),
    ("the degree of a quality, not a number of respondents",
     r"\bte\ (?:veel|weinig)\b(?!\ (?:gemeenten|diensten|afdelingen|respondenten))"
     r"|\bmeest\ kwetsbaren?\b"),
)


@dataclass(frozen=True)
class Passage:
    """A paragraph, item, heading or cell, with ⟦kind⟧ where a computed word stood.

    `cited` tells that it reports what a document says; `heading` that it is one.
    """

    text: str
    cited: bool = False
    heading: bool = False


def findings(passage: Passage) -> list[str]:
    """What a passage says of numbers or of what is most without computing it."""
    text = passage.text
    if passage.heading:
        text = re.sub(r"^\d+(?:\.\d+)?\s", "", text)
    found = [f"cijfer: {_around(text, match)}" for match in DIGITS.finditer(NAMES.sub(_dots, text))]
    if not passage.cited:
        for pattern in (COMPUTED, *(form for _, form in ALLOWED)):
            text = re.sub(f"(?i){pattern}", _dots, text)
        found += [f"woord: {_around(text, match)}" for match in LEXICON.finditer(text)]
    return found


def numbers(passage: Passage) -> list[str]:
    """What a passage on a document says in numbers without a computed word."""
    text = PARTS.sub(_dots, NAMES.sub(_dots, passage.text))
    return [f"getal: {_around(passage.text, match)}"
            for pattern in (DIGITS, NUMERALS) for match in pattern.finditer(text)]


def _dots(match: re.Match[str]) -> str:
    return "·" * len(match[0])


def _around(text: str, match: re.Match[str]) -> str:
    return f"…{text[max(0, match.start() - 40):match.end() + 40]}…"


def html_passages(article: BeautifulSoup) -> Iterator[Passage]:
    """The passages of a built page. Figures, tables of figures, quotes and code are left out.

    So is how long a page takes to read, which is about its words and not about the answers.
    """
    for tag in article.select(".cell_input, .cell_output, details, blockquote, figure, pre, "
                              "script, .headerlink, .citation-list, .sd-stretched-link, "
                              ".reading-time"):
        tag.decompose()
    for span in article.select("span.bound, svg.small-bars"):
        span.replace_with(f"⟦{span['data-kind']}⟧")
    # A link to a chapter, figure or table is named by its number.
    for link in article.select("a.reference"):
        if re.search(r"(?:hoofdstuk|paragraaf|figuur|tabel)\s*\d", link.get_text().lower()):
            link.replace_with("▸")
    blocks = ["p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6",
              "div.sd-card-title"]
    tags = [tag for tag in article.select(", ".join(blocks)) if tag.find(["p", "li"]) is None]
    cited = {id(tag) for tag in tags if _cited(tag)}
    for tag in tags:
        for citation in tag.select(".bibtex-citation"):
            citation.decompose()
        text = " ".join(tag.get_text().split())
        heading = tag.name[0] == "h" and tag.name[1:].isdigit()
        yield Passage(text, id(tag) in cited, heading)


def _cited(tag: Tag) -> bool:
    """Whether a passage has a citation, or is in a list whose opening words have one."""
    if tag.select_one(".bibtex-citation"):
        return True
    items = tag.find_parent(["ul", "ol"])
    opening = items.find_previous_sibling() if items else None
    return opening is not None and opening.name == "p" and _cited(opening)


def markdown_passages(cells: list[dict], kinds: Iterable[str]) -> Iterator[Passage]:
    """The passages of the Markdown cells of a notebook; `kinds` of its computed words in order."""
    kinds = iter(kinds)
    for cell in cells:
        if cell["cell_type"] != "markdown":
            continue
        text = ROLE.sub(lambda _: f"⟦{next(kinds)}⟧", "".join(cell["source"]))
        text = re.sub(r"^[:`]{3,}.*$|^:[\w-]+:.*$|^\(.*\)=$", "", text, flags=re.M)
        text = re.sub(r"(?m)^(\s*(?:[-*]|\d+\.)\s)", r"\n\1", text)
        cited = False
        for block in re.split(r"\n\s*\n", text):
            block = " ".join(block.split())
            heading = re.match(r"#+ ", block)
            # A list is covered by a citation in its opening words.
            cited = "{cite" in block or (cited and re.match(r"[-*] |\d+\. ", block) is not None)
            block = re.sub(r"^#+ |^[-*] |^\d+\. ", "", block)
            block = re.sub(r"\{numref\}`[^`]*`|\{cite\S*\}`[^`]*`", "▸", block)
            block = re.sub(r"\{term\}`([^`<]*?)(?:\s*<[^`]*>)?`", r"\1", block)
            block = re.sub(r"\[(?:hoofdstuk|paragraaf) [\d.]+\]\([^)]*\)", "▸", block, flags=re.I)
            block = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", block)
            block = re.sub(r"\{\{[^}]*\}\}", "▸", block)
            block = re.sub(r"\*+", "", block)
            if block:
                yield Passage(block, cited, bool(heading))


def roles(cells: list[dict]) -> list[str]:
    """The places of computed words in a notebook: names of words, or the calls themselves."""
    return [match["name"] or match["call"] for cell in cells if cell["cell_type"] == "markdown"
            for match in ROLE.finditer("".join(cell["source"]))]
