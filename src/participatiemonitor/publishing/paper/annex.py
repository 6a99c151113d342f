"""What lies behind the figures of a page, as a chapter of the volume with tables."""

from __future__ import annotations

from bs4 import Tag

from participatiemonitor.publishing.paper.tree import classed, made, named

_HEADINGS = ["h1", "h2", "h3", "h4"]


def part_tabs(article: Tag) -> Tag | None:
    """Leave each figure where it stands, and take its table and method to a page of their own.

    Parameters
    ----------
    article : bs4.Tag
        A page, without what is on the web only; changed in place. Other tabs are opened, one
        after another, each under its label.

    Returns
    -------
    bs4.Tag or None
        The other page: it has the title of this one, and a section for each figure under the
        id of that figure. None when nothing lies behind any.
    """
    sections = []
    for tab_set in classed(article, "sd-tab-set"):
        figure = tab_set.find("figure")
        drawn = next((panel for panel in tab_set.find_all("div", recursive=False)
                      if panel.find("img")), None)
        if figure is not None:
            sections.append(_section(short_title(figure), tab_set, figure.get("id")))
            tab_set.replace_with(figure.extract())
        elif drawn is not None:  # a drawing without a number, under a heading that names it
            drawn.extract()
            heading = tab_set.find_previous(_HEADINGS)
            sections.append(_section(heading.get_text(), tab_set))
            tab_set.replace_with(_figure(drawn))
            if _is_alone_under(heading):
                # The drawing says so itself, and may come to stand pages on.
                heading.decompose()
        else:
            _open(tab_set)
    if not sections or article.h1 is None:
        return None
    annex, whole, title = made("article"), made("section"), made("h1")
    title.append(article.h1.get_text())
    whole.extend((title, *sections))
    annex.append(whole)
    return annex


def short_title(numbered: Tag) -> str:
    """Number, if it has one, and title; bases and remarks in the caption follow these."""
    number = "".join(one.get_text(strip=True) for one in classed(numbered, "caption-number"))
    text = "".join(one.get_text() for one in classed(numbered, "caption-text"))
    return f"{number} {' '.join(text.split()).partition('. ')[0].rstrip('.')}".strip()


def _figure(panel: Tag) -> Tag:
    """The drawing of a panel, with what is said under it."""
    figure, words = made("figure"), made("figcaption")
    words.extend([line for line in named(panel, "p") if line.find("img") is None])
    figure.extend((panel.find("img"), words))
    return figure


def _is_alone_under(heading: Tag) -> bool:
    """Whether a section has nothing but one drawing."""
    return len(named(heading.parent, "figure")) == 1 and not any(
        one.get_text(strip=True) for one in heading.parent.find_all(["p", "li"])
        if one.find_parent("figcaption") is None)


def _section(title: str, tab_set: Tag, anchor: str | None = None) -> Tag:
    """The panels of a figure besides the one that is drawn."""
    section, heading = made("section"), made("h2")
    heading.append(title)
    section.append(heading)
    if anchor:
        section["id"] = anchor
    for panel in tab_set.find_all("div", recursive=False):
        if panel.find("figure") is None:
            section.extend(list(panel.children))
    return section


def _open(tab_set: Tag) -> None:
    label = ""
    for part in tab_set.find_all(["label", "div"], recursive=False):
        if part.name == "label":
            label = part.get_text(strip=True)
            part.decompose()
        else:
            part["class"] = ["panel"]
            title = made("p", "panel-title")
            title.append(label)
            part.insert(0, title)
    tab_set["class"] = ["panels"]
