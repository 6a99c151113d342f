"""What a page may load and run: its own site's files and nothing else.

The policy stands in each page itself, so that it holds wherever the pages are put. Scripts and
styles written in a page are allowed by their digest alone; one that is added later does not run.
"""

from __future__ import annotations

import base64
import hashlib

from bs4 import BeautifulSoup

# What a page cannot say of itself; `monitor serve` sends it along.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def protect(soup: BeautifulSoup) -> None:
    """Write the policy in the head of a page, before anything that it is about.

    Parameters
    ----------
    soup : bs4.BeautifulSoup
        A page that is otherwise finished; changed in place.
    """
    meta = soup.new_tag(
        "meta", attrs={"http-equiv": "Content-Security-Policy", "content": policy(soup)}
    )
    soup.head.find("meta", charset=True).insert_after("\n    ", meta)


def policy(soup: BeautifulSoup) -> str:
    """Compose the policy of a page.

    Parameters
    ----------
    soup : bs4.BeautifulSoup

    Returns
    -------
    str
    """
    scripts = [tag.string for tag in soup.find_all("script", src=False) if tag.string]
    styles = [tag.string for tag in soup.find_all("style") if tag.string]
    return "; ".join((
        "default-src 'none'",
        " ".join(("script-src 'self'", *_digests(scripts))),
        " ".join(("style-src 'self'", *_digests(styles))),
        "img-src 'self' data:",  # the figures stand in the page
        "font-src 'self'",
        "connect-src 'self'",  # the search fetches pages for its summaries
        "form-action 'self'",
        "base-uri 'none'",
    ))  # fmt: skip


def _digests(texts: list[str]) -> list[str]:
    digests = (hashlib.sha256(text.encode()).digest() for text in dict.fromkeys(texts))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
