"""Dutch references and bibliography: "en" for "and", "e.a." for "et al.", labels by author, year.

`_config.yml` names its two styles, both called ``monitor``. The title of a work whose entry has a
field ``langid`` is marked as being in that language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any

from docutils import nodes
from pybtex.backends.plaintext import Backend as PlainText
from pybtex.plugin import register_plugin as register_pybtex_plugin
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as UnsortedStyle
from pybtex.style.formatting.unsrt import pages
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import field as entry_field
from pybtex.style.template import (
    first_of,
    href,
    join,
    names,
    optional,
    optional_field,
    sentence,
    tag,
    together,
    words,
)
from pybtex_docutils import Backend
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.names.last import LastNameStyle
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from participatiemonitor.dutch import capital

_SEPARATORS = {"sep": ", ", "sep2": " en ", "last_sep": " en "}
# As pybtex has it, without the letter that tells works of one year apart: the label has that.
_date = words[optional_field("month"),
              entry_field("year", apply_func=lambda year: year.rstrip("abcdefgh"), raw=True)]


class DutchLastNames(LastNameStyle):
    """A last name by itself: *Van der Klein*, with a capital where no first name precedes it."""

    def format(self, person: Any, abbr: bool = True) -> Any:
        """Format one person."""
        return sentence(capfirst=True, add_period=False)[super().format(person, abbr)]


class DutchLabels(BaseLabelStyle):
    """In front of an entry: the author's name and the year, with a letter where they recur."""

    def format_labels(self, sorted_entries: list[Any]) -> Iterator[str]:
        """Give each entry a label of its own, in the order of the list."""
        plain = [_author_year(entry) for entry in sorted_entries]
        for position, label in enumerate(plain):
            earlier = plain[:position].count(label)
            letter = chr(ord("a") + earlier) if plain.count(label) > 1 else ""
            yield f"{label}{letter}"


def _author_year(entry: Any) -> str:
    persons = entry.persons.get("author") or entry.persons.get("editor") or []
    last_names = [capital(" ".join((*person.prelast_names, *person.last_names)))
                  for person in persons]
    who = " en ".join(last_names) or entry.fields.get("organization", entry.key)
    if len(last_names) > 2:
        who = f"{last_names[0]} e.a."
    # Braces keep the name of an organisation whole in the file; readers need not see them.
    return f"{who} {entry.fields.get('year', 'z.j.')}".replace("{", "").replace("}", "")


class DutchOrder(BaseSortingStyle):
    """By author, year and title, as a reader looks for them."""

    def sorting_key(self, entry: Any) -> tuple[str, str]:
        """Key that puts one entry before another."""
        # Letters with an accent stand among those without.
        plain = unicodedata.normalize("NFKD", _author_year(entry)).encode("ascii", "ignore")
        return plain.decode().casefold(), entry.fields.get("title", "")


class DutchBibliography(UnsortedStyle):
    """The list of literature, sorted by author."""

    default_label_style = default_sorting_style = "monitor"

    def format_names(self, role: str, as_sentence: bool = True) -> Any:
        """List persons with a Dutch "en"."""
        listed = names(role, **_SEPARATORS)
        return sentence[listed] if as_sentence else listed

    def format_title(self, entry: Any, which_field: str, as_sentence: bool = True) -> Any:
        """Leave capitals as they are: Dutch titles have them only where they belong."""
        title = _title(entry, which_field)
        return sentence[title] if as_sentence else title

    def format_btitle(self, entry: Any, which_field: str, as_sentence: bool = True) -> Any:
        """Titles of books in italics, capitals as they are."""
        title = tag("em")[_title(entry, which_field)]
        return sentence[title] if as_sentence else title

    def format_editor(self, entry: Any, as_sentence: bool = True) -> Any:
        """Mark editors as "red."."""
        listed = join(sep=" ")[self.format_names("editor", as_sentence=False), "(red.)"]
        return sentence[listed] if as_sentence else listed

    def format_volume_and_series(self, entry: Any, as_sentence: bool = True) -> Any:
        """Name a volume "deel" and a number "nummer"."""
        result = first_of[
            optional[words["deel", entry_field("volume")], words["van", entry_field("series")]],
            optional[words["nummer", entry_field("number")], words["in", entry_field("series")]],
            optional_field("series"),
        ]
        return sentence(capfirst=True)[result] if as_sentence else result

    def format_chapter_and_pages(self, entry: Any) -> Any:
        """Name chapter and pages in Dutch."""
        return join(sep=", ")[
            optional[together["hoofdstuk", entry_field("chapter")]],
            optional[together["p.", pages]],
        ]

    def get_techreport_template(self, entry: Any) -> Any:
        """List a report without saying that it is a technical one."""
        return toplevel[
            sentence[self.format_names("author")],
            self.format_btitle(entry, "title"),
            sentence[
                optional[words[entry_field("type"), optional_field("number")]],
                entry_field("institution"),
                optional_field("address"),
                _date,
            ],
            sentence[optional_field("note")],
            self.format_web_refs(entry),
        ]

    def format_url(self, entry: Any) -> Any:
        """Show the address itself, linked."""
        url = entry_field("url", raw=True)
        return href(url)[url]

    def format_web_refs(self, entry: Any) -> Any:
        """Show address and doi, with the day of the visit when known."""
        visited = optional[" (geraadpleegd op ", entry_field("urldate"), ")"]
        return sentence[optional[self.format_url(entry), visited], optional[self.format_doi(entry)]]

    def format_edition(self, entry: Any) -> Any:
        """Name the edition "druk"."""
        return optional[words[entry_field("edition"), "druk"]]


def _title(entry: Any, which_field: str) -> Any:
    """A title, marked as English where it is."""
    title = entry_field(which_field, raw=True)
    return tag("english")[title] if entry.fields.get("langid") == "english" else title


def _dutch_references() -> AuthorYearReferenceStyle:
    """In the running text: (Divosa, 2011)."""
    brackets = BracketStyle(left="(", right=")", sep="; ")
    return AuthorYearReferenceStyle(
        person=PersonStyle(style="monitor", other=" e.a.", **_SEPARATORS),
        bracket_parenthetical=brackets, bracket_textual=brackets, bracket_year=brackets)


def register_styles() -> None:
    """Make the styles known by the name of ``monitor``."""
    Backend.tags["english"] = partial(nodes.inline, classes=["language-en"])
    # Else it is looked for among all installed packages, for each reference again.
    register_pybtex_plugin("pybtex.backends", "plaintext", PlainText, force=True)
    register_plugin("sphinxcontrib.bibtex.style.referencing", "monitor", _dutch_references)
    for kind, style in (("names", DutchLastNames), ("labels", DutchLabels),
                        ("sorting", DutchOrder), ("formatting", DutchBibliography)):
        register_pybtex_plugin(f"pybtex.style.{kind}", "monitor", style)
