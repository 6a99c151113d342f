"""What notebooks ask of the results besides the table: nets, unions of domains, differences.

Read from their text before they run, so that a build computes it once for all of them. What is
not seen here is computed by the notebook that asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

from participatiemonitor.estimation.known import OPTIONS
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey.wave import Wave

_NET = re.compile(r"\.([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_UNION = re.compile(r"/([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_DIFFERENCE = re.compile(r'differences_table\(\s*"([^"]+)",\s*"([^"]+)"')


@dataclass(frozen=True)
class Asked:
    """What notebooks ask for.

    Attributes
    ----------
    nets, unions : tuple of str
        Options and strata, joined by ``+``.
    differences : tuple of pairs of str
        Populations that are compared.
    """

    nets: tuple[str, ...]
    unions: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]

    def refs(self, wave: Wave) -> Iterator[Ref]:
        """The quantities that a wave has of it, for each group.

        Parameters
        ----------
        wave : Wave

        Yields
        ------
        Ref
        """
        strata = set(wave.info.strata)
        domains = (ALL, *wave.info.publication.domains, *strata,
                   *(union for union in self.unions if set(union.split("+")) <= strata))
        for question in wave.codebook.questions:
            options = set(question.option_ids)
            nets = (net for net in self.nets if set(net.split("+")) <= options)
            for option in chain(question.option_ids or ("",), nets):
                yield from (Ref(question.id, option, group, domain)
                            for group, domain in product(question.asked, domains))
        for question, options in OPTIONS.items():
            yield from (Ref(question, option, group, domain) for option, group, domain in
                        product(options, wave.info.groups, domains))


def asked(notebooks: Iterable[Path]) -> Asked:
    """Read what notebooks ask for.

    Parameters
    ----------
    notebooks : iterable of pathlib.Path

    Returns
    -------
    Asked
    """
    # As it stands in the file: one that cannot be read is reported by who executes it.
    text = "\n".join(path.read_text("utf-8", "replace") for path in notebooks).replace('\\"', '"')
    return Asked(*(tuple(sorted(set(pattern.findall(text))))
                   for pattern in (_NET, _UNION, _DIFFERENCE)))
