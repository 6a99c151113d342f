"""Which question each column of a file answers: a proposal, with how sure it is and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from participatiemonitor.survey.importing.clues import Clues, Guess
from participatiemonitor.survey.importing.crosswalk import SURE, Row, plain
from participatiemonitor.survey.importing.keys import key_guesses
from participatiemonitor.survey.importing.likeness import compact
from participatiemonitor.survey.importing.received import Received
from participatiemonitor.survey.importing.targets import GROUP, NAME, ORGANISATION, Target

WHOLE_FILE = "alle rijen van dit bestand"


def propose_columns(received: Received, targets: Mapping[str, Target]) -> list[Row]:
    """Propose a target for each column of a file.

    Parameters
    ----------
    received : Received
    targets : mapping of str to Target

    Returns
    -------
    list of Row
        One a column, in the order of the file.
    """
    guesses = key_guesses(received, targets)
    clues = Clues(received.variables, targets)
    for variable in received.variables:
        guesses.setdefault(variable.name, clues.guess(variable))
    guesses = _once(guesses)
    return [Row(received.path.name, plain(variable.name), plain(variable.label), None, "",
                guesses[variable.name].target, "", guesses[variable.name].sure,
                guesses[variable.name].why) for variable in received.variables]


def _once(guesses: Mapping[str, Guess]) -> dict[str, Guess]:
    """No two columns are the same question; a name is not needed beside a code.

    The one column that surely is it stays; whether another is it too, is for the analyst to say.
    """
    times = Counter(guess.target for guess in guesses.values() if guess.target)
    surely = Counter(guess.target for guess in guesses.values() if guess.sure == SURE)
    coded = any(guess.target == ORGANISATION and guess.sure == SURE for guess in guesses.values())
    shared = {}
    for name, guess in guesses.items():
        if coded and guess.target == NAME:
            guess = Guess("", SURE, "de organisatie staat er ook met haar code; namen worden niet "
                                    "overgenomen")
        elif times[guess.target] > 1 and not (guess.sure == SURE and surely[guess.target] == 1):
            others = ", ".join(other for other, one in guesses.items()
                               if one.target == guess.target and other != name)
            guess = replace(guess, target="", sure="open", why=(
                f"{guess.target} past ook bij kolom {others}: kies een van beide, of elk, als elke "
                "groep een eigen kolom heeft"))
        shared[name] = guess
    return shared


def propose_group(received: Received, target: Target) -> Row:
    """Propose the group of all respondents of a file, by its name, where no column holds it."""
    words = compact(received.path.stem)
    found = [choice for choice in target.choices
             if any(compact(text) in words for text in _names(choice.texts))]
    choices = found if len(found) == 1 else []
    only = len(target.choices) == 1
    why = ("de peiling heeft één groep" if only else
           f"de naam van het bestand noemt de {choices[0].label}" if choices else
           "geen kolom zegt van welke groep een respondent is, en de naam van het bestand ook niet")
    chosen = target.choices[0].id if only else choices[0].id if choices else ""
    return Row(received.path.name, "", WHOLE_FILE, None, "", GROUP, chosen,
               SURE if only else "waarschijnlijk" if chosen else "open", why)


def _names(texts: Iterable[str]) -> Iterator[str]:
    """Codes of two letters stand in many a name by chance."""
    return (text for text in texts if len(text) > 2)
