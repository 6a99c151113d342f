"""Read the rules of profiles: each word in turn, without running anything."""

from __future__ import annotations

import re

from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.rules import (
    BARRIERS,
    SIGNS,
    WORDS,
    WRITTEN,
    And,
    Comparison,
    Not,
    Or,
    Rule,
    normal,
)

_AND, _OR, _NOT, _IN, _HAS = "en", "of", "niet", "in", "heeft"
_FIELDS = {word: field for field, word in WRITTEN.items()}
_RESERVED = (_AND, _OR, _NOT, _IN, _HAS, *_FIELDS)
_TOKEN = re.compile(r"""\s*(?:(?P<quoted>"[^"]*"|“[^”]*”)"""
                    r"""|(?P<number>[0-9]+(?:[.][0-9]+)?(?![\w-]))"""
                    r"""|(?P<word>[^\W_][\w-]*)|(?P<sign><=|>=|!=|[=<>(),]))""")
# Deeper than anyone writes by hand.
_DEEPEST = 50


def parse(text: str) -> Rule:
    """Read a rule.

    Parameters
    ----------
    text : str

    Returns
    -------
    Rule

    Raises
    ------
    InputError
        With what was read where, and what was expected.
    """
    return _Reader(text).rule()


class _Reader:
    """A rule as it is read, word after word."""

    def __init__(self, text: str) -> None:
        self.text = text.strip()
        self.place = self.depth = 0
        self.kind, self.token = self._next()

    def rule(self) -> Rule:
        found = self._any()
        if self.kind:
            raise self._fault(f"“{_AND}”, “{_OR}” of het einde")
        return found

    def _next(self) -> tuple[str, str]:
        if self.place == len(self.text):
            return "", ""
        found = _TOKEN.match(self.text, self.place)
        if found is None:
            self.token = self.text[self.place:].split()[0]
            raise self._fault("een woord, een getal, een teken als >= of een haakje")
        self.place = found.end()
        return str(found.lastgroup), found[str(found.lastgroup)]

    def _take(self) -> str:
        token = self.token
        self.kind, self.token = self._next()
        return token

    def _meets(self, word: str) -> bool:
        """Take the next word if it is this one."""
        if self.kind in ("word", "sign") and self.token.lower() == word:
            self._take()
            return True
        return False

    def _any(self) -> Rule:
        parts = [self._all()]
        while self._meets(_OR):
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Rule:
        parts = [self._one()]
        while self._meets(_AND):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Rule:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self._fault(f"hooguit {_DEEPEST} haakjes en ontkenningen in elkaar")
        if self._meets(_NOT):
            found: Rule = Not(self._one())
        elif self._meets("("):
            found = self._any()
            self._close()
        else:
            found = self._comparison()
        self.depth -= 1
        return found

    def _close(self) -> None:
        if not self._meets(")"):
            raise self._fault("een haakje sluiten")

    def _comparison(self) -> Comparison:
        word = self.token.lower()
        if self.kind != "word" or word not in _FIELDS:
            raise self._fault(f"een veld: {', '.join(_FIELDS)}")
        self._take()
        field, sign = _FIELDS[word], self.token.lower()
        if sign not in _signs(field):
            raise self._fault(f"na {word} een van {' '.join(_signs(field))}")
        self._take()
        numeric = sign in SIGNS and field not in WORDS
        if sign != _IN:
            return Comparison(field, "has" if sign == _HAS else sign, (self._value(numeric),))
        if not self._meets("("):
            raise self._fault("na in een haakje openen")
        values = [self._value(numeric)]
        while self._meets(","):
            values.append(self._value(numeric))
        self._close()
        return Comparison(field, sign, tuple(values))

    def _value(self, numeric: bool) -> float | str:
        if numeric:
            if self.kind != "number":
                raise self._fault("een getal, met een punt voor decimalen")
            return float(self._take())
        if self.kind == "quoted":
            return normal(self._take()[1:-1])
        if self.kind not in ("word", "number") or self.token.lower() in _RESERVED:
            raise self._fault("een woord, met aanhalingstekens als er spaties in staan")
        return normal(self._take())

    def _fault(self, expected: str) -> InputError:
        read = f"staat “{self.token}”" if self.token else "houdt de regel op"
        before = self.text[:self.place].removesuffix(self.token).strip()
        where = f"na “{before[-40:]}”" if before else "aan het begin"
        return InputError(f"{where} {read}; verwacht: {expected}.")


def _signs(field: str) -> tuple[str, ...]:
    if field in WORDS:
        return ("=", "!=", _IN)
    return (*SIGNS, _HAS) if field == BARRIERS else SIGNS
