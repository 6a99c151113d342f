"""What the book of a round is made of: the steps, what each needs and what it makes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from participatiemonitor.publishing.asked import asked, called, examples_shown
from participatiemonitor.publishing.edition import FIGURES, FOLDER
from participatiemonitor.publishing.editorial import editorial_files
from participatiemonitor.publishing.graph.nodes import folder, inputs
from participatiemonitor.publishing.graph.tasks import Step
from participatiemonitor.publishing.round_edition import TABLE, UNSHOWN, RoundEdition
from participatiemonitor.publishing.rounds import other_rounds
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
from participatiemonitor.studies.example_places import example_folder

# What each example of a study is computed by.
EARLIER, STUDY = "eerdere rondes", "werkstudie {}"
# What only the results are made from; all else of a wave is for everybody.
_ANSWERS = ("responses.csv", "open_answers.csv", "reconstruction")


def book_steps(edition: RoundEdition) -> list[Step]:
    """List the steps from the sources of an edition to its book.

    Parameters
    ----------
    edition : RoundEdition
        With the parameters of the pages to execute. As long as another page has never been
        executed, there is no book to build and its steps are left out.

    Returns
    -------
    list of Step
    """
    project, build = edition.project, edition.folder
    wave = project.wave(edition.wave.year)
    answers = digested("antwoorden", project.root, wave)
    public = digested("gegevens", project.root, project.published, *_public(wave))
    # What some studies are held beside.
    documents = digested("documenten", project.root, project.published)
    package, libraries = code()
    made_from = sources(edition)
    notebooks = digested("notebooks", project.root, *(page.notebook for page in edition.pages))
    # It stays empty: whoever waits for the check does not start again after every one.
    checked = build / ".checked"
    known = (public, package, libraries, checked)
    before = [digested(f"peiling van {year}", project.root, project.wave(year))
              for year in edition.earlier]
    everything = (*known, edition.results, *([edition.trends] if before else []))
    notebook_files = [page.notebook for page in edition.pages]
    wanted = asked((*notebook_files, *editorial_files(wave)))
    # What no page shows, gets a place on one.
    shown = inputs("getoonde figuren", repr(sorted(called(notebook_files))))
    examples = {one.study: edition.example(one.study) for one in edition.examples}
    drawn = inputs("getoonde werkstudies", repr(edition.examples))
    offered = folder(FOLDER, build / FOLDER)
    printed = folder(FIGURES, build / FIGURES)
    steps = [
        Step(CHECK, partial(call, "checks:check", edition, checked),
             (made_from, notebooks, answers, *before, public, package, libraries), (checked,)),
        Step(
            RESULTS,
            partial(call, "results:write_results", edition, wanted),
            (answers, *known, inputs("gevraagd", repr(wanted))),
            (edition.results,),
        ),
        *([Step(
            EARLIER,
            partial(call, "results:write_earlier", edition),
            (answers, *before, *known, edition.results),
            (edition.trends,),
        )] if before else []),
        *(Step(
            STUDY.format(study),
            partial(call, "results:write_example", edition, study),
            (digested(f"voorbeeld van {study}", project.root, example_folder(study, project)),
             documents, package, libraries, checked),
            (path,),
        ) for study, path in examples.items()),
        # Each figure is drawn in it, while the chapters are executed beside it.
        Step(
            FOLDER,
            partial(call, "files.downloads:write_downloads", edition),
            (*everything, *examples.values(), drawn),
            (offered, printed, build / TABLE, build / UNSHOWN, edition.workbook),
        ),
        *(
            Step(
                page.name,
                partial(call, "execute.execution:execute", edition, page, values),
                (
                    digested(page.document, project.root, page.notebook),
                    inputs(f"parameters {page.document}", repr(sorted(values.items()))),
                    shown,
                    *everything,
                    *(examples[one.study] for one in examples_shown([page.notebook])
                      if one.study in examples),
                ),
                (page.executed,),
            )
            for page in edition.chosen
            for values in [edition.parameters[page.name]]
        ),
    ]
    if set(edition.missing) <= set(edition.chosen):
        # Which pages and sections they have.
        rounds = digested("andere peilingen", project.root, *(
            path for other in other_rounds(edition)
            for path in (*_public(project.wave(other.wave.year)),
                         *(page.notebook for page in other.pages))))
        steps += site_steps(
            edition, (made_from, *everything), offered, printed,
            Finishing("paper.book:build_pdfs", "web.site:finish_round", (rounds,)))
    return steps


def _public(wave: Path) -> Iterator[Path]:
    return (path for path in wave.iterdir() if path.name not in _ANSWERS)
