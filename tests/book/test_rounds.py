"""Two rounds of one project: where the pages of each lead, held against the built pages."""

import json
import re

import pytest
from bookmaking import LATER, YEAR

from participatiemonitor.survey.names import names


@pytest.fixture(params=[0, 1], ids=[str(YEAR), str(LATER)])
def pair(request, rounds):
    """A book, and the other one."""
    return rounds[request.param], rounds[1 - request.param]


def headings(book, page):
    """The headings of the sections of a page by id, with names of the round taken out."""
    called = sorted(names(book.edition.wave).values(), key=len, reverse=True)
    found = {}
    for section in book.article(page).select("section[id]"):
        heading = section.find(re.compile("^h[1-6]$"))
        text = heading.get_text().removesuffix("#")
        found[section["id"]] = (heading.name, re.sub("|".join(map(re.escape, called)), "□", text))
    return found


def test_each_page_leads_to_the_same_page_and_the_same_sections(pair):
    here, there = pair
    sections = 0
    for page in (*here.pages, "search"):
        (link,) = here.soup(page).select("a[data-year]")
        assert link["data-year"] == str(there.year)
        target = page if page in (*there.pages, "search") else "index"
        address = (here.html / f"{page}.html").parent / link["href"]
        assert address.resolve() == there.html / f"{target}.html"
        ours, theirs = headings(here, page), headings(there, target)
        known = json.loads(link.get("data-sections", "{}"))
        assert {key: theirs[value] for key, value in known.items()} == {
            key: ours[key] for key in known}, page
        # Nothing that both have is left out, where its heading stands there once.
        once = {told for told in ours.values() if told[0] != "h1"
                and [*ours.values()].count(told) == [*theirs.values()].count(told) == 1}
        if target == page and page != "search":
            assert once <= {ours[key] for key in known}, page
        sections += len(known)
    assert sections > 60
