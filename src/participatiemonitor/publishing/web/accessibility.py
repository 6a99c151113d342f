"""What assistive technology needs and Sphinx and its themes leave out of the pages.

Names for regions, groups for tabs: what is structure rather than looks. The heads of tables are in
`markup`; the looks (focus, target size, contrast) in `_static/accessibility.css`, and what only a
script can do in `_static/accessibility.js`.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from participatiemonitor.publishing.web.built_page import BuiltPage

# Elements without a name of their own, or with one that is only a tooltip.
_NAMED_IDS = {
    "pst-search-dialog": "Zoeken",
    "pst-primary-sidebar-modal": "Inhoudsopgave",
    "pst-secondary-sidebar-modal": "Inhoud van deze pagina",
}
_NAMED_CLASSES = {
    "primary-toggle": "Inhoudsopgave",
    "secondary-toggle": "Inhoud van deze pagina",
    "search-button-field": "Zoeken",
    "pst-scrollable-table-container": "Tabel",
    "prev-next-area": "Vorige en volgende pagina",
}
_ROLES = {
    "bd-search": "search",
    "prev-next-area": "navigation",
    "citation": "listitem",
    "pst-scrollable-table-container": "group",
}


def repair(page: BuiltPage) -> None:
    """Add the structure a page lacks.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    for mend in (_head, _landmarks, _names, _contents, _links, _tabs):
        mend(page)


def _head(page: BuiltPage) -> None:
    """The colours of a light page for who has no scripts."""
    page.root.set("data-theme", "light")


def _landmarks(page: BuiltPage) -> None:
    """Leave no text outside a region, and no region empty."""
    for empty in (*page.of_class("bd-footer"), *page.of_id("jb-print-docs-body")):
        empty.drop_tree()
    for bar in page.of_class("bd-header"):
        bar.tag = "div"  # empty, but the theme's script measures it
    for logo in page.of_class("navbar-brand"):
        _item(logo).tag = "header"
    for button in page.of_class("search-button-field"):
        _item(button).set("role", "search")


def _item(element: HtmlElement) -> HtmlElement:
    """The part of the side bar that an element is in."""
    return next(one for one in element.iterancestors()
                if "sidebar-primary-item" in one.get("class", "").split())


def _names(page: BuiltPage) -> None:
    for name, label in _NAMED_IDS.items():
        for element in page.of_id(name):
            element.set("aria-label", label)
    for name, label in _NAMED_CLASSES.items():
        for element in page.of_class(name):
            element.set("aria-label", label)
    for name, role in _ROLES.items():
        for element in page.of_class(name):
            element.set("role", role)


def _contents(page: BuiltPage) -> None:
    """Captions in the table of contents name their list; they are no headings of the page."""
    for menu in page.of_class("bd-docs-nav"):
        for number, caption in enumerate(menu.iterfind(".//p[@class='caption']"), start=1):
            caption.attrib.pop("role", None)
            caption.attrib.pop("aria-level", None)
            caption.set("id", f"inhoud-deel-{number}")
            caption.getnext().set("aria-labelledby", caption.get("id"))
        for link in menu.iterfind(".//a"):
            if "current" in link.get("class", "").split():
                link.set("aria-current", "page")


def _links(page: BuiltPage) -> None:
    """A link to a heading, figure or table is called what its tooltip says, not "#"."""
    for link in page.of_class("headerlink"):
        if "title" in link.attrib:
            link.set("aria-label", link.get("title"))


def _tabs(page: BuiltPage) -> None:
    """A set of tabs is a group with the name of its figure, and so is the table in it."""
    for tabs in page.of_class("sd-tab-set"):
        figure = tabs.find(".//figure[@id]")
        caption = None if figure is None else figure.find("figcaption")
        number = None if caption is None else caption.find(".//*[@class='caption-number']")
        tabs.set("role", "group")
        tabs.set("aria-label", "Weergaven" if number is None
                 else f"{number.text_content().strip()}: weergaven")
        for table in tabs.iterfind(".//table"):
            if caption is not None and table.find("caption") is None:
                caption.set("id", f"{figure.get('id')}-titel")
                table.set("aria-labelledby", caption.get("id"))
