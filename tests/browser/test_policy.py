"""Markup that someone slips into a finished page does nothing, from a server and from a disk.

The build lets none of it through (tests/publishing/test_passive.py); this is the lock behind it.
"""

import shutil
import threading
from pathlib import Path

import pytest
from bookmaking import REPOSITORY, YEAR

from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.serving import open_server

PAGE = "chapters/feiten.html"
DONE = "document.documentElement.dataset.hacked = 1"
# Every kind of file that holds data, and a script where someone might get one into it: anywhere in
# csv files and pictures, somewhere after the beginning in the others.
FILES = {
    "results.csv": DONE, "figuur-1.svg": DONE, "figuur-1.png": DONE,
    "figuur-1.xlsx": f"PK\x03\x04\n{DONE}", f"monitor-{YEAR}.pdf": f"%PDF-1.7\n{DONE}",
    f"deel-{YEAR}.txt": f"Liggende staven.\n{DONE}",
    "../objects.inv": f"# Sphinx inventory version 2\n{DONE}",
    "../chapters/colofon.html": f"<!DOCTYPE html>\n{DONE}",
}
SLIPPED_IN = f"""
<script>{DONE}</script>
<script type="module">{DONE}</script>
{"".join(f'<script src="../downloads/{name}"></script>' for name in FILES)}
<script src="data:text/javascript,{DONE}"></script>
<script src="http://192.0.2.1/x.js"></script>
<img src="x.png" onerror="{DONE}">
<svg onload="{DONE}"><animate onbegin="{DONE}" attributeName="x" dur="1s"></animate></svg>
<details open ontoggle="{DONE}"></details>
<iframe srcdoc="<script>parent.{DONE}</script>"></iframe>
<iframe src="javascript:parent.{DONE}"></iframe>
<object data="../downloads/figuur-1.svg"></object>
<embed src="../downloads/figuur-1.svg">
<style>article {{ display: none }}</style>
<link rel="stylesheet" href="../downloads/results.csv">
<link rel="stylesheet" href="data:text/css,article {{ display: none }}">
<base href="http://192.0.2.1/">
<a id="slipped" href="javascript:{DONE}" onclick="{DONE}">x</a>
<p id="styled" style="display: none">x</p>
"""


@pytest.fixture(scope="module")
def spoiled(book, tmp_path_factory) -> Project:
    """A copy of the book in which someone was."""
    root = tmp_path_factory.mktemp("spoiled")
    html = root / "_build" / str(YEAR) / "html"
    shutil.copytree(book.html, html)
    page = html / PAGE
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("</article>", f"{SLIPPED_IN}</article>"), encoding="utf-8")
    for name, content in FILES.items():
        (html / "downloads" / name).write_text(content, encoding="utf-8")
    for name in ("data", "chapters"):
        shutil.copytree(REPOSITORY / name, root / name)
    for name in ("_toc.yml", "index.ipynb"):
        shutil.copyfile(REPOSITORY / name, root / name)
    return Project(root)


@pytest.fixture(scope="module", params=["server", "disk"])
def address(request, browser, spoiled):
    if request.param == "disk":
        yield Path(spoiled.build(YEAR) / "html" / PAGE).as_uri()
        return
    with open_server(find_edition(spoiled, str(YEAR)), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{YEAR}/html/{PAGE}"
        server.shutdown()
        thread.join()


def test_what_is_slipped_into_a_page_does_nothing(browser, address):
    refused = []
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("console", lambda message: refused.append(message.text))
        page.goto(address, wait_until="load")
        page.locator("#slipped").click()
        page.wait_for_timeout(1500)
        assert page.evaluate("document.documentElement.dataset.hacked") is None
        assert page.url.split("#")[0] == address
        assert page.locator("#styled").is_visible()
        assert page.locator("article h1").is_visible()
        assert page.evaluate("document.baseURI").split("#")[0] == address
        # The book's own scripts did run.
        assert page.locator(".theme-switch-button").get_attribute("aria-label") is not None
        assert page.evaluate("document.documentElement.dataset.mode") == "auto"
    assert sum("Content Security Policy" in text for text in refused) > 10


def test_a_reader_from_a_disk_can_search(browser, book):
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{(book.html / 'search.html').as_uri()}?q=verkokering")
        page.locator("#search-results ul.search > li > a").first.wait_for()
        assert page.evaluate("document.activeElement.name") == "q"
