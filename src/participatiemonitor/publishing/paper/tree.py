"""Walking through the tree of a page; much faster than selecting when the whole book is read."""

from __future__ import annotations

from bs4 import Tag


def tags(root: Tag) -> list[Tag]:
    """All elements below one, in reading order."""
    return [one for one in root.descendants if isinstance(one, Tag)]


def named(root: Tag, *names: str) -> list[Tag]:
    """The elements below one that have one of these names."""
    return [one for one in tags(root) if one.name in names]


def classed(root: Tag, kind: str) -> list[Tag]:
    """The elements below one that have this class."""
    return [one for one in tags(root) if kind in one.get("class", ())]


def made(name: str, *kinds: str) -> Tag:
    """A new element of these classes."""
    return Tag(name=name, attrs={"class": list(kinds)} if kinds else {})
