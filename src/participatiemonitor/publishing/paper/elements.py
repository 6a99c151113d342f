"""The elements that can be printed: a listed set; anything else is a fault, not a guess."""

from __future__ import annotations

import re

from bs4 import Tag

from participatiemonitor.errors import RunError

# What an element may be, by name and class; a class not listed here or below is unknown.
BLOCKS = frozenset((
    "section", "div", "div.panels", "div.panel", "div.admonition", "div.citation", "div.sd-row",
    "div.sd-card", "div.sd-card-title", "div.highlight", "p", "p.lead", "p.attribution",
    "p.panel-title", "p.admonition-title", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
    "blockquote", "pre", "figure", "table", "hr",
))
INLINES = frozenset((
    "a", "a.page", "a.page-within", "em", "i", "strong", "b", "code", "kbd", "br", "sub", "sup",
    "span", "span.footnote", "span.remark", "span.caption-number", "span.caption-text",
    "span.label", "img", "svg.small-bars",
))
# The last ones only within the element that holds them.
LISTED = BLOCKS | INLINES | frozenset((
    "li", "dt", "dd", "figcaption", "caption", "thead", "tbody", "tr", "th", "td", "colgroup",
    "col",
))
# Classes that say nothing on paper.
_SILENT = re.compile(
    "docutils|container|reference|internal|external|simple|arabic|literal|notranslate|table|head|"
    "row-odd|row-even|text-(left|right|center)|pst-scrollable-table-container|cell|cell_output|"
    "bibtex-citation|align-(default|left|center|right)|xref|std|std-(numref|ref|term)|doc|pre|"
    "document-table|filtered|output|text_html|text_plain|stream|stdout|glossary|myst|citation-list|chapter|key-figures|"
    "note|important|earlier-rounds|tip|hint|warning|caution|attention|danger|error|seealso|portret|kader|stem|"
    r"tag_[\w-]+|admonition-[\w-]+|highlight-[\w-]+|colwidths-\w+|"
    "sd-(card-text|card-body|col|stretched-link|hide-link-text)|"
    r"sd-(container|row-cols|g|mb|mt|p[xy]?|w|d|shadow|font|sphinx|card-hover)\b[\w-]*"
)


def kind_of(tag: Tag, page: str) -> str:
    """The name under which an element is listed: ``p``, ``div.admonition``.

    Parameters
    ----------
    tag : bs4.Tag
    page : str
        Where it stands, for the message.

    Returns
    -------
    str

    Raises
    ------
    RunError
        When it is not listed.
    """
    told = [one for one in tag.get("class", ())
            if f"{tag.name}.{one}" in LISTED or not _SILENT.fullmatch(one)]
    kind = ".".join((tag.name, *told))
    if kind not in LISTED:
        raise refuse(tag, page)
    return kind


def refuse(tag: Tag, page: str) -> RunError:
    """The fault of an element that cannot be printed, or not there."""
    return RunError(
        f"Pagina {page}: het element {_shown(tag)} kan niet in de PDF, of niet op die plaats. "
        "Schrijf het anders, of geef het de klasse alleen-web als het alleen bij de webversie "
        "hoort."
    )


def _shown(tag: Tag) -> str:
    kinds = " ".join(tag.get("class", ()))
    words = " ".join(tag.get_text().split())
    start = f"<{tag.name} class=\"{kinds}\">" if kinds else f"<{tag.name}>"
    return f"{start} (“{words[:60]}{'…' if len(words) > 60 else ''}”)" if words else start
