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
        double = re.search("used multiple times: '(.*)'", str(error))
        if double:
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
                raise _fault(path, f"{_entry(item)} is geen notebook van dit boek. {_EXPECTED}")
    outside = [document for document in site if not _is_inside(document)]
    if outside:
        raise _fault(path, f"{outside[0]!r:.200} staat niet in het project. Verwacht: een pad in "
                     "het project, zoals chapters/naam")
    return site


def _entry(item: object) -> str:
    return f"{getattr(item, 'url', item):.200}"


def _is_inside(document: str) -> bool:
    parts = PurePosixPath(document).parts
    return bool(parts) and not document.startswith("/") and ".." not in parts and (
        "\\" not in document and ":" not in document
    )


def _fault(path: Path, what: str) -> InputError:
    return InputError(terminal(f"{path}: {what}."))
