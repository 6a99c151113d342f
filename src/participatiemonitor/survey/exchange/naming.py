"""Names within the limits of other programs: cut where too long, numbered where they collide."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def short_names(wanted: Mapping[str, str], longest: int, taken: Collection[str] = ()
                ) -> dict[str, str]:
    """Give each key a name of its own.

    Parameters
    ----------
    wanted : mapping of str to str
        The name that each key would have, in ASCII; compared without regard to case.
    longest : int
        Signs that a name may have.
    taken : collection of str
        Names, in lower case, that are not to be given.

    Returns
    -------
    dict of str to str
        By key, in the same order. A name that fits goes to the first key that wants it; the
        others have a number at their end.
    """
    given: dict[str, str] = {}
    used = set(taken)
    for key, name in wanted.items():
        if len(name) <= longest and name.lower() not in used:
            given[key] = name
            used.add(name.lower())
    for key, name in wanted.items():
        if key not in given:
            given[key] = _numbered(name, longest, used)
            used.add(given[key].lower())
    return {key: given[key] for key in wanted}


def _numbered(name: str, longest: int, used: Collection[str]) -> str:
    number = 2
    while True:
        tried = f"{name[:longest - len(str(number))]}{number}"
        if tried.lower() not in used:
            return tried
        number += 1
