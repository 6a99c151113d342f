"""The last English words of the interface, where themes offer no translation.

`locales/nl/LC_MESSAGES` holds what Sphinx can translate by itself; `locales/nl/theme.yml` what
stands hard in templates, replaced in the built files.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from participatiemonitor.publishing.web.pruning import page_files


def translate_pages(html: Path, terms: Path) -> None:
    """Replace hard English texts in built pages.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages.
    terms : pathlib.Path
        YAML file: text as built, and its replacement. Nothing happens when it is not there.
    """
    if not terms.is_file():
        return
    replacements = yaml.safe_load(terms.read_text(encoding="utf-8"))
    for path in page_files(html):
        before = path.read_text(encoding="utf-8")
        after = before
        for english, dutch in replacements.items():
            after = after.replace(english, dutch)
        if after != before:
            path.write_text(after, encoding="utf-8")
