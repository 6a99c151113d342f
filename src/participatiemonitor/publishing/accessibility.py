"""What assistive technology needs and Sphinx and its themes leave out of the pages.

Names for regions, headers for tables, groups for tabs: everything that is structure rather than
looks. The looks (focus, target size, contrast) are in `_static/accessibility.css`, and what only
a script can do in `_static/accessibility.js`.
"""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag

# Elements without a name of their own, or with one that is only a tooltip.
_NAMES = {
    "#pst-search-dialog": "Zoeken",
    "#pst-primary-sidebar-modal": "Inhoudsopgave",
    "#pst-secondary-sidebar-modal": "Inhoud van deze pagina",
    ".primary-toggle": "Inhoudsopgave",
    ".secondary-toggle": "Inhoud van deze pagina",
    ".pst-scrollable-table-container": "Tabel",
}
_ROLES = {
    "#pst-search-dialog form, .bd-search-container form": ("search", None),
    ".search-button-field": (None, "Zoeken"),
    ".prev-next-area": ("navigation", "Vorige en volgende pagina"),
    ".citation": ("listitem", None),
    ".pst-scrollable-table-container": ("group", None),
}


def repair(soup: BeautifulSoup) -> None:
    """Add the structure a page lacks.

    Parameters
    ----------
    soup : bs4.BeautifulSoup
        A built page; changed in place.
    """
    for mend in (
        _head, _landmarks, _names, _contents, _headings, _summaries, _tabs, mark_headers,
        _captions, _search,
    ):  # fmt: skip
        mend(soup)


def _head(soup: BeautifulSoup) -> None:
    """One viewport; the colours of a light page for who has no scripts."""
    for double in soup.select("meta[name=viewport]")[1:]:
        double.decompose()
    soup.html["data-theme"] = "light"
    # Sets the scheme before anything is drawn; the theme's own knows no system setting.
    chooser = soup.select_one("script[src*='color-scheme.js']").extract()
    soup.select_one("script[data-cfasync]").replace_with(chooser)


def _landmarks(soup: BeautifulSoup) -> None:
    """Leave no text outside a region, and no region empty."""
    for empty in soup.select("footer.bd-footer, #jb-print-docs-body"):
        empty.decompose()
    for bar in soup.select("header.bd-header"):
        bar.name = "div"  # empty, but the theme's script measures it
    for logo in soup.select(".navbar-brand"):
        logo.find_parent(class_="sidebar-primary-item").name = "header"
    for button in soup.select(".search-button-field"):
        button.find_parent(class_="sidebar-primary-item")["role"] = "search"
    for listing in soup.select(".citation-list > a"):
        listing.unwrap()


def _names(soup: BeautifulSoup) -> None:
    for where, name in _NAMES.items():
        for tag in soup.select(where):
            tag["aria-label"] = name
    for where, (role, name) in _ROLES.items():
        for tag in soup.select(where):
            tag.attrs.update({key: value for key, value in (("role", role), ("aria-label", name))
                              if value})


def _contents(soup: BeautifulSoup) -> None:
    """Captions in the table of contents name their list; they are no headings of the page."""
    for number, caption in enumerate(soup.select(".bd-docs-nav p.caption"), start=1):
        for attribute in ("role", "aria-level"):
            del caption[attribute]
        caption["id"] = f"inhoud-deel-{number}"
        caption.find_next_sibling("ul")["aria-labelledby"] = caption["id"]
    for link in soup.select(".bd-docs-nav a.current"):
        link["aria-current"] = "page"


def _headings(soup: BeautifulSoup) -> None:
    """A link to a heading, figure or table is called what its tooltip says, not "#"."""
    for link in soup.select("a.headerlink[title]"):
        link["aria-label"] = link["title"]


def _summaries(soup: BeautifulSoup) -> None:
    """A summary is called what it says."""
    for summary in soup.select("summary[aria-label]"):
        del summary["aria-label"]


def _tabs(soup: BeautifulSoup) -> None:
    """A set of tabs is a group with the name of its figure."""
    for tabs in soup.select(".sd-tab-set"):
        number = tabs.select_one(".caption-number")
        tabs["role"] = "group"
        tabs["aria-label"] = f"{number.get_text(strip=True)}: weergaven" if number else "Weergaven"


def mark_headers(soup: Tag) -> None:
    """Say which cells of tables are headers, and of what.

    Parameters
    ----------
    soup : bs4.Tag
        A built page, or a part of one; changed in place.
    """
    for table in soup.select("table:has(thead)"):
        head = table.thead.find_all("th")
        for cell in head:
            cell["scope"] = "col"
        columns = _label_columns(head)
        for row in table.select("tbody tr"):
            for cell in row.find_all(["th", "td"])[:columns]:
                if cell.get_text(strip=True):
                    cell.name = "th"
                    cell["scope"] = "row"


def _label_columns(head: list[Tag]) -> int:
    """How many columns say what a row is about: those before the first number, or the first."""
    numbers = [place for place, cell in enumerate(head) if "text-right" in cell.get("class", [])]
    return max(1, numbers[0]) if numbers else 1


def _captions(soup: BeautifulSoup) -> None:
    """The table of a figure is named by the figure's caption."""
    for tabs in soup.select(".sd-tab-set"):
        figure = tabs.find("figure", id=True)
        for table in tabs.select("table:has(thead)"):
            if figure and figure.figcaption and not table.caption:
                figure.figcaption["id"] = f"{figure['id']}-titel"
                table["aria-labelledby"] = figure.figcaption["id"]


def _search(soup: BeautifulSoup) -> None:
    """The outcome of a search is also spoken."""
    for results in soup.select("#search-results"):
        status = soup.new_tag("p", attrs={"id": "search-status", "role": "status",
                                          "class": "visually-hidden"})
        results.insert_before(status)
