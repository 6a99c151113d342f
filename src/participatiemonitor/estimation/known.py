"""Whether a wave has the quantity that a name stands for."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import ALSO, REGISTER, RESPONSE, WEIGHTS
from participatiemonitor.survey.wave import Wave

OPTIONS = {REGISTER: ("organisaties", *WEIGHTS), RESPONSE: ("organisaties", *WEIGHTS, ALSO)}


def unknown_parts(ref: Ref, wave: Wave) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Find what a wave does not have of a quantity of one group.

    Parameters
    ----------
    ref : Ref
    wave : Wave

    Yields
    ------
    field, value : str
        ``group``, ``domain``, ``question`` or ``option``, and what stands there.
    known : tuple of str
        What could stand there.
    """
    info, codebook = wave.info, wave.codebook
    if ref.group not in info.groups:
        yield "group", ref.group, tuple(info.groups)
    # The total is not a stratum: it cannot be joined with one.
    domains = (ALL, *info.strata) if len(ref.domains) == 1 else tuple(info.strata)
    yield from (("domain", part, domains) for part in ref.domains if part not in domains)
    if ref.question in OPTIONS:
        options = OPTIONS[ref.question]
    elif ref.question in codebook:
        options = codebook[ref.question].option_ids or ("",)
    else:
        yield "question", ref.question, tuple(one.id for one in codebook.questions)
        return
    yield from (("option", part, options) for part in ref.options if part not in options)
