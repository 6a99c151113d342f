"""Pseudonyms: HMAC-SHA-256 of what a row identifies somebody by, cut to 128 bits."""

from __future__ import annotations

import polars as pl
import polars_hash as _  # noqa: F401 (adds `chash` to expressions)

# What comes in front of an identifier, so that one kind is never equal to another.
NUMBER, NAME, HOME = "bsn", "naam", "adres"
# Hexadecimal digits of 64 bits, and of 128.
_HALF, SHORT = 16, 32


def told(kind: str, *columns: str) -> pl.Expr:
    """What a pseudonym is made of: the kind and some columns; null where one of these is.

    Parameters
    ----------
    kind : str
    *columns : str
        They hold letters, digits and hyphens only, so that a blank between them tells them apart.

    Returns
    -------
    Expr
    """
    return pl.concat_str(pl.lit(f"{kind}:") + pl.col(columns[0]), *columns[1:], separator=" ")


def digest(text: pl.Expr, key: str) -> pl.Expr:
    """The HMAC-SHA-256 of text as hexadecimal digits."""
    return text.chash.hmac_sha256(key=key)  # type: ignore[attr-defined]


def halves(digest: str) -> tuple[pl.Expr, pl.Expr]:
    """The first 128 bits of a column with digests, as two numbers of 64 bits, signed."""
    high, low = (pl.col(digest).str.slice(at, _HALF).str.to_integer(base=16, dtype=pl.UInt64)
                 .reinterpret(signed=True) for at in (0, _HALF))
    return high, low
