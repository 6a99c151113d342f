"""The table of contents, `_toc.yml`: read with care, and within the project."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sphinx_external_toc.api import FileItem, SiteMap
from sphinx_external_toc.parsing import MalformedError, parse_toc_data

from participatiemonitor.errors import InputError
from participatiemonitor.files.yaml_files import read_yaml
from participatiemonitor.plain_text import terminal

_EXPECTED = (
    "Verwacht: format: jb-book, root: index, en onder parts per deel een caption en chapters, met "
    "file: chapters/naam voor elke pagina"
)


def read_toc(path: Path) -> SiteMap:
    """Read the table of contents.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    sphinx_external_toc.api.SiteMap

    Raises
    ------
    InputError
        When it is no table of contents, or lists something else than files of the project, each
        once.
    """
    content = read_yaml(path)
    try:
        site = parse_toc_data(content)
    except MalformedError as error:
        if double := re.search("used multiple times: '(.*)'", str(error)):
            raise _fault(path, f"{double[1]} staat er twee keer in. Verwacht: elke pagina één keer"
                         ) from error
        place = re.search(r"@ '(.*?)'", str(error))
        where = f" bij {place[1]}" if place and place[1] != "/" else ""
        raise _fault(path, f"de inhoudsopgave klopt niet{where}. {_EXPECTED}") from error
    except (TypeError, AttributeError, KeyError, ValueError) as error:
        raise _fault(path, f"de inhoudsopgave klopt niet. {_EXPECTED}") from error
    for document in site.values():
        for item in (item for tree in document.subtrees for item in tree.items):
            if not isinstance(item, FileItem):
                entry = getattr(item, "url", item)
                raise _fault(path, f"{entry:.200} is geen notebook van dit boek. {_EXPECTED}")
    for document in site:
        parts = PurePosixPath(document).parts
        if not parts or ".." in parts or re.search(r"^/|[\\:]", document):
            raise _fault(path, f"{document!r:.200} staat niet in het project. Verwacht: een pad "
                         "in het project, zoals chapters/naam")
    return site


def _fault(path: Path, what: str) -> InputError:
    return InputError(terminal(f"{path}: {what}."))
