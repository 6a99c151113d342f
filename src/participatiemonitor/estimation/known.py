"""Whether a wave has the quantity that a name stands for."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.refs import ALL, BOTH, Ref
from participatiemonitor.estimation.register import ALSO, REGISTER, RESPONSE, WEIGHTS
from participatiemonitor.survey.wave import Wave

OPTIONS = {REGISTER: ("organisaties", *WEIGHTS), RESPONSE: ("organisaties", *WEIGHTS, ALSO)}


class NotAsked(InputError):
    """A quantity of a question, an option or a group that this round did not ask."""


def not_asked(ref: Ref, wave: Wave) -> bool:
    """Whether a round did not ask for a quantity, as its codebook says.

    Parameters
    ----------
    ref : Ref
        Of one group, or of both, of which one must have been asked.
    wave : Wave

    Returns
    -------
    bool
        False of what no codebook knows: that is a fault.
    """
    codebook = wave.codebook
    if ref.question not in codebook:
        return ref.question in codebook.dropped
    question = codebook[ref.question]
    known = ref.group in wave.info.groups
    return (known and ref.group != BOTH and ref.group not in question.asked) or any(
        option in question.dropped for option in ref.options)


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
