"""One visit to a page: everything that is to be known of it, for a single time of loading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from bookmaking import REPOSITORY, Book
from playwright.sync_api import Browser, Page, Response

SCREENSHOTS = REPOSITORY / "_build" / "screenshots"
WIDE, PHONE, ENLARGED = 1280, 390, 320  # the last: 1280 pixels, enlarged four times

# What is hidden is not examined: open the folds and all panels of tabs. The rows of a long table
# are all of a kind; a few will do, or axe takes minutes.
UNFOLD = """() => {
  document.querySelectorAll("tbody").forEach((body) => {
    [...body.rows].slice(4).forEach((row) => row.remove());
  });
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  document.querySelectorAll(".sd-tab-content").forEach((panel) => {
    panel.style.display = "block";
  });
  window.dispatchEvent(new Event("resize"));  // what a click on a tab brings about
}"""

# Text on the page, hidden or not, and in attributes; not code, nor what is in another language,
# nor titles of works.
TEXTS = """() => {
  const foreign = "pre, code, kbd, script, style, noscript, .citation, [lang]:not([lang=nl])";
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && !node.parentElement.closest(foreign)) found.push(node.data.trim());
  }
  const names = ["title", "aria-label", "alt", "placeholder", "data-bs-title",
                 "data-bs-original-title", "data-toggle-hint", "label"];
  for (const tag of document.querySelectorAll("*")) {
    if (tag.closest(foreign) || tag.closest(".bibtex-citation")) continue;
    for (const name of names) if (tag.getAttribute(name)) found.push(tag.getAttribute(name));
  }
  return found;
}"""

# WCAG 2.0, 2.1 and 2.2, A and AA, and the rules of good practice.
AXE = {"resultTypes": ["violations"], "preload": False,
       "rules": {"target-size": {"enabled": True}}}
CONTRAST = {"resultTypes": ["violations"], "preload": False, "runOnly": ["color-contrast"]}


@dataclass(frozen=True)
class Site:
    """Where the book is served, and the book."""

    base: str
    book: Book

    def url(self, page: str) -> str:
        return f"{self.base}/{page}.html"


@dataclass(frozen=True)
class Visit:
    """What was met on a page.

    `complaints` are errors and warnings in the console, `outside` requests to other hosts,
    `failed` requests without an answer, `violations` what axe found, by colour scheme.
    """

    complaints: list[str]
    outside: list[str]
    failed: list[str]
    texts: list[str]
    violations: dict[str, list[str]]
    overflow: dict[int, int]


def visit(browser: Browser, site: Site, name: str) -> Visit:
    """Visit a page in light and dark, wide, on a phone and enlarged; keep screenshots."""
    complaints, outside, failed = [], [], []

    def answered(response: Response) -> None:
        if response.status >= 400:
            failed.append(f"{response.status} {response.url}")

    # Without motion, or a colour would be examined halfway from light to dark.
    with browser.new_context(viewport={"width": WIDE, "height": 900},
                             reduced_motion="reduce") as context:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text)
                if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: outside.append(request.url)
                if not request.url.startswith((f"{site.base}/", "data:")) else None)
        page.on("requestfailed", lambda request: failed.append(request.url))
        page.on("response", answered)
        page.goto(site.url(name), wait_until="networkidle")
        met = list(complaints)  # before axe, which has complaints of its own
        texts = page.evaluate(TEXTS)
        overflow = _look(page, SCREENSHOTS / str(site.book.year), name)
        page.set_viewport_size({"width": WIDE, "height": 900})
        page.evaluate(UNFOLD)
        page.wait_for_timeout(400)  # the theme measures again a moment later
        violations = {"light": axe(page, AXE)}
        page.emulate_media(color_scheme="dark")
        violations["dark"] = axe(page, CONTRAST)
    return Visit(met, outside, failed, texts, violations, overflow)


def _look(page: Page, folder: Path, name: str) -> dict[int, int]:
    """Keep screenshots; return by how much the page is wider than each window."""
    folder.mkdir(parents=True, exist_ok=True)
    overflow = {}
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme)
            path = folder / f"{name.rpartition('/')[2]}-{width}-{scheme}.png"
            page.screenshot(path=path)
        overflow[width] = _overflow(page)
    page.set_viewport_size({"width": ENLARGED, "height": 900})
    return {**overflow, ENLARGED: _overflow(page)}


def _overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def axe(page: Page, options: dict) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:120]} {node['failureSummary']}"
            for rule in found for node in rule["nodes"]]
