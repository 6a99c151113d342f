"""All that this book adds to Sphinx, as the one extension that `_config.yml` names."""

from __future__ import annotations

from sphinx.application import Sphinx

from participatiemonitor.publishing.sphinx import citations, layout, markup, numbers
from participatiemonitor.publishing.sphinx.references import KeptReferences
from participatiemonitor.publishing.sphinx.typography import LeaveOutputs

# Before the theme, which tries out its templates; and after it has added scripts, page by page, and
# after Sphinx has counted.
_FIRST, _LAST = 100, 900


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx.

    Parameters
    ----------
    app : sphinx.application.Sphinx

    Returns
    -------
    dict
        What Sphinx may do with this extension.
    """
    for needed in ("myst_nb", "sphinxcontrib.bibtex"):
        app.setup_extension(needed)
    for node, visitors in markup.VISITORS.items():
        app.add_node(node, override=True, html=visitors)
    citations.register_styles()
    app.add_domain(KeptReferences, override=True)
    app.add_transform(LeaveOutputs)
    app.add_config_value("edition", {}, "html")
    app.connect("builder-inited", _number_by_name)
    app.connect("env-get-updated", numbers.number, priority=_LAST)
    app.connect("html-page-context", layout.offer, priority=_FIRST)
    app.connect("html-page-context", layout.compose, priority=_LAST)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _number_by_name(app: Sphinx) -> None:
    """Call the second section *Wie het betaalt* of a page ``wie-het-betaalt-1``.

    By itself, Sphinx calls it ``id14``, and something else as soon as a citation is added.
    """
    app.env.settings["auto_id_prefix"] = "%"
