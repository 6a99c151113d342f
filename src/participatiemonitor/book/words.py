"""The words that an author may call in a sentence: ``{m}`share("wmo_uitvoering.hele@sd")```."""

from __future__ import annotations

from collections.abc import Callable

from participatiemonitor.book.appendix import Appendix

WORDS: dict[str, Callable[..., object]] = {
    name: word for topic in Appendix.__mro__ for name, word in vars(topic).items()
    if not name.startswith("_")
    and getattr(word, "__annotations__", {}).get("return") in ("Bound", "SmallBars")}
