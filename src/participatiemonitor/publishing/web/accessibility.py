"""What assistive technology needs and Sphinx and its themes leave out of the pages.

What no template and no node offers a place for. The other names and roles are in ``_templates``,
`markup` and `layout`; the looks (focus, target size, contrast) in `_static/accessibility.css`, and
what only a script can do in `_static/accessibility.js`.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from participatiemonitor.publishing.web.built_page import BuiltPage

# Dialogs that the theme gives no name.
_DIALOGS = {
    "pst-search-dialog": "Zoeken",
    "pst-primary-sidebar-modal": "Inhoudsopgave",
    "pst-secondary-sidebar-modal": "Inhoud van deze pagina",
}


def repair(page: BuiltPage) -> None:
    """Add the structure a page lacks.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    """
    for name, label in _DIALOGS.items():
        for dialog in page.root.iterfind(f".//*[@id='{name}']"):
            dialog.set("aria-label", label)
    for form in page.of_class("bd-search"):
        form.set("role", "search")
    for tabs in page.of_class("sd-tab-set"):
        _name_tabs(tabs)
    text = page.root.find(".//article/section[@lang]")
    if text is not None:  # its headings are beside it as well
        for headings in page.of_class("section-nav"):
            headings.set("lang", text.get("lang"))


def _name_tabs(tabs: HtmlElement) -> None:
    """A set of tabs is a group with the name of its figure, and so is the table in it."""
    figure = tabs.find(".//figure[@id]")
    caption = None if figure is None else figure.find("figcaption")
    number = tabs.find(".//figure[@id]/figcaption//*[@class='caption-number']")
    tabs.set("role", "group")
    tabs.set("aria-label", "Weergaven" if number is None
             else f"{number.text_content().strip()}: weergaven")
    for table in tabs.iterfind(".//table"):
        if caption is not None and table.find("caption") is None:
            caption.set("id", f"{figure.get('id')}-titel")
            table.set("aria-labelledby", caption.get("id"))
