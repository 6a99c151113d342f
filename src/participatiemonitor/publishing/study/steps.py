"""What the report of a study is made of: the steps, what each needs and what it makes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from participatiemonitor.publishing.edition import FIGURES, FOLDER
from participatiemonitor.publishing.graph.nodes import folder, inputs
from participatiemonitor.publishing.graph.tasks import Step
from participatiemonitor.publishing.site_steps import (
    CHECK,
    RESULTS,
    Finishing,
    call,
    code,
    digested,
    site_steps,
    sources,
)
from participatiemonitor.publishing.study.edition import StudyEdition
from participatiemonitor.studies.report import Report
from participatiemonitor.studies.stored import write_report


def study_steps(edition: StudyEdition, compute: Callable[[], Report], within: str = ""
                ) -> list[Step]:
    """List the steps from the files of a user to the report.

    Parameters
    ----------
    edition : StudyEdition
    compute : callable
        Computes what is published, from files that were read.
    within : str
        Tells apart what was read of folders within that of the user.

    Returns
    -------
    list of Step
    """
    build = edition.folder
    (page,) = edition.pages
    package, libraries = code()
    made_from = sources(edition)
    notebook = digested("notebook", edition.project.root, page.notebook)
    # What stands in folders in it, belongs to something else, or `within` tells it.
    given = digested("invoer", edition.source, *(
        path for path in edition.source.iterdir()
        if path.is_file() and not path.name.startswith(".")))
    published = edition.project.published
    beside = digested("documenten", published, *(
        published / name for name in edition.documents))
    checked = build / ".checked"
    known = (package, libraries, checked)
    everything = (*known, inputs("waarover", repr(edition.about)), edition.results)
    offered, printed = folder(FOLDER, build / FOLDER), folder(FIGURES, build / FIGURES)
    values = edition.parameters[page.name]
    return [
        Step(CHECK, partial(call, "study.checks:check", edition, checked),
             (made_from, notebook, package, libraries), (checked,)),
        Step(RESULTS, lambda: write_report(compute(), edition.results),
             (given, inputs("mappen", repr(within)), beside, *known), (edition.results,)),
        Step(FOLDER, partial(call, "study.downloads:write_downloads", edition), everything,
             (offered, printed, edition.workbook)),
        Step(
            page.notebook.stem,
            partial(call, "execute.execution:execute_as_written", edition, page, values),
            (notebook, inputs("parameters", repr(sorted(values.items()))), *everything),
            (page.executed,),
        ),
        *site_steps(edition, (made_from, *everything), offered, printed,
                    Finishing("paper.book:build_pdf", "web.site:finish_site")),
    ]
