"""What a call on the face of a chapter needs of a round: quantities, figures, tables, sections."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from inspect import signature
from typing import Any

from participatiemonitor.book.words import WORDS
from participatiemonitor.estimation.analyses.link_model import OUTCOME, VISION
from participatiemonitor.estimation.known import not_asked, unknown_parts
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.presentation.words.quantities import placed
from participatiemonitor.publishing.execute.rehearsal import Call
from participatiemonitor.survey.codebook import Figure
from participatiemonitor.survey.wave import Wave

# What words call the names of quantities: the first, of which there may be several, and those that
# take over from it what they leave out.
_FIRST, _OTHERS = ("ref", "left", "question"), ("right", "others")
_EXHIBITS = ("figure", "table")
_OPEN = ("themes", "quotes")
# The words that choose one of several texts.
CHOICES = ("when", "most", "compare", "leads", "alike")


def unasked(call: Call, wave: Wave, uncoded: Collection[str] = ()) -> bool:
    """Whether a call is about what a round did not ask, so that nothing is said or shown of it.

    Parameters
    ----------
    call : Call
    wave : Wave
    uncoded : collection of str
        Open questions of which there is nothing to say yet either.

    Returns
    -------
    bool
        Of a choice also when that holds of every text that it may choose; of a text that is filled
        in when it does of any word in it.
    """
    if call.name == "fill":
        return any(unasked(word, wave, uncoded) for word in call.words)
    if any(not_asked(ref, wave) or ref.question in uncoded for ref in refs(call, wave)):
        return True
    if call.name == "codebook_table":
        return not any(one.section in call.values for one in wave.codebook.questions)
    texts = [one for one in _texts(call) if one != ""]
    return bool(texts) and all(isinstance(one, Call) and unasked(one, wave, uncoded)
                                for one in texts)


def refs(call: Call, wave: Wave) -> list[Ref]:
    """The quantities that a call names, with its size classes by name."""
    if call.name in _OPEN:
        question, *theme = (*call.values, *(call.named[name] for name in ("question", "theme")
                                            if name in call.named))
        return [Ref(str(question), str(theme[0]) if theme and call.name == "quotes" else "")]
    if call.name in ("link_effect", "link_table"):
        return [Ref.parse(name) for name in (OUTCOME, *[VISION] * ("visie" in call.values))]
    firsts, others = _written(call)
    named = []
    for text in firsts:
        one = placed(Ref.parse(text), wave)
        named += [one, *(placed(Ref.parse(other, one), wave) for other in others)]
    if call.name == "alike" and named:  # what is alike of the options that are left, is said
        asked = named[0].question in wave.codebook
        gone = wave.codebook[named[0].question].dropped if asked else {}
        among = [one for one in call.named.get("among", ()) if one not in gone]
        named += [Ref(named[0].question, str(option)) for option in among]
    return [ref for ref in named if ref.source in ("", str(wave.year))]


def unknown(call: Call, wave: Wave) -> Iterator[str]:
    """What a call names that neither the round nor its codebook knows, in Dutch.

    Parameters
    ----------
    call : Call
    wave : Wave

    Yields
    ------
    str
    """
    for ref in refs(call, wave):
        if not not_asked(ref, wave):
            yield from _unknown(ref, wave, whole=call.name in ("most", "alike", *_OPEN))
    yield from _answers(call, wave)
    if call.name in _EXHIBITS and call.values and call.values[0] not in numbered(call.name, wave):
        kind = "figuur" if call.name == "figure" else "tabel"
        yield f"{kind} {call.values[0]}"


def numbered(kind: str, wave: Wave) -> dict[int, Figure]:
    """The figures or tables of a round by number, those included of which nothing was asked."""
    return wave.codebook.figures if kind == "figure" else wave.codebook.tables


def _written(call: Call) -> tuple[list[str], list[str]]:
    """The names of quantities in a word: the first, of which there may be several, and others."""
    if call.name not in WORDS:
        return [], []
    try:
        given = signature(WORDS[call.name]).bind(None, *call.values, **call.named).arguments
    except TypeError:  # a mistake of its author shows when it is executed
        return [], []
    return tuple([text for name in names for text in _listed(given.get(name))
                  if isinstance(text, str)] for names in (_FIRST, _OTHERS))


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _texts(call: Call) -> list[Any]:
    """The texts of which a choice chooses one."""
    if call.name not in CHOICES:
        return []
    found = [call.named[name] for name in ("more", "less", "same", "yes", "no", "unsaid", "differ",
                                           "rest") if name in call.named]
    listed = call.named.get("texts", call.values[1] if call.name == "most" and
                            len(call.values) > 1 else {})
    return [*found, *(listed.values() if isinstance(listed, dict) else ())]


def _unknown(ref: Ref, wave: Wave, *, whole: bool) -> Iterator[str]:
    """The parts of a name that a round does not have; a `whole` question needs no option."""
    groups = wave.info.groups if ref.group == BOTH else (ref.group,)
    words = {"group": "groep", "domain": "grootteklasse", "question": "vraag"}
    for group in groups:
        for part, value, _ in unknown_parts(ref.of(group), wave):
            if part != "option":
                yield f"{words[part]} {value}"
            elif value or not whole:
                yield f"optie {ref.question}.{value}"


def _answers(call: Call, wave: Wave) -> Iterator[str]:
    """Options for which there is a text, and that the question does not have."""
    if call.name != "most":
        return
    question = refs(call, wave)[0].question
    if question not in wave.codebook or question in (REGISTER, RESPONSE):
        return
    known = wave.codebook[question]
    listed = call.named.get("texts", call.values[1] if len(call.values) > 1 else {})
    for option in listed if isinstance(listed, dict) else ():
        if option not in known.option_ids and option not in known.dropped:
            yield f"optie {question}.{option}"
