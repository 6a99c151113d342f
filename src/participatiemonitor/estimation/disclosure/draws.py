"""Numbers drawn by a secret key: the same for the same subject, whenever and wherever."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from itertools import count


class Draws:
    """A row of draws that nobody without the key can foresee, or draw again.

    Parameters
    ----------
    key : bytes
    subject : bytes
        What is drawn for; another subject has other draws.

    Notes
    -----
    HMAC-SHA-256 of the subject and a counter (RFC 2104), and no generator of a library: a round
    that is built again after years, with other versions of everything, must get the same noise.
    """

    def __init__(self, key: bytes, subject: bytes) -> None:
        self._numbers = self._stream(key, subject)

    def uniform(self) -> float:
        """The next number, from 0 up to 1."""
        return next(self._numbers)

    def pairs(self, size: int) -> list[tuple[int, int]]:
        """Places 0 to `size` - 1 two by two, each pairing as likely; one is left out if odd."""
        order = [place for _, place in sorted((self.uniform(), place) for place in range(size))]
        return list(zip(order[::2], order[1::2], strict=False))

    @staticmethod
    def _stream(key: bytes, subject: bytes) -> Iterator[float]:
        for number in count():
            digest = hmac.digest(key, subject + number.to_bytes(8, "big"), "sha256")
            for start in range(0, len(digest), 8):
                yield (int.from_bytes(digest[start:start + 8], "big") >> 11) / 2**53


def subject_of(*parts: Iterable[str]) -> bytes:
    """A name for who is where: the same for the same parts, in whatever order these are given."""
    digests = sorted(hashlib.sha256("\n".join(sorted(part)).encode()).digest() for part in parts)
    return hashlib.sha256(b"".join(digests)).digest()
