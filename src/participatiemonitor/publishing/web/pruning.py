"""Leave out what the themes ship and no page uses.

One rule, for all kinds of things: what nothing that remains refers to, goes.

- A style rule goes when each of its selectors has a class that is in no page and in no script.
- A file in a folder of the themes goes when no page and no remaining style sheet names it;
  licences stay.
- Source maps go, and so do the lines that point at them.
- The copy that Sphinx makes of a download or a figure goes where the folder for downloads has
  the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import tinycss2
from tinycss2.ast import Node

from participatiemonitor.publishing.policy import THEMES

_ADDRESS = re.compile(r'\b(?:href|src|action)="([^"#]+)')
_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')]+)""")
_STAMPED = re.compile(r'\b(href|src)="([^"?#]+)\?(?:v|digest)=[0-9a-f]+"')
_LICENCE = re.compile(r"licen[cs]e|^OFL", re.IGNORECASE)
_MAP = re.compile(r"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ ?\*/)\n?")


def page_files(html: Path) -> list[Path]:
    """List the pages of a built book, without the templates among the theme's files.

    Parameters
    ----------
    html : pathlib.Path

    Returns
    -------
    list of pathlib.Path
    """
    return sorted(
        path for path in html.rglob("*.html") if path.relative_to(html).parts[0] not in THEMES
    )


def prune(html: Path) -> None:
    """Remove unused style rules and files.

    Parameters
    ----------
    html : pathlib.Path
        Folder with finished pages.
    """
    html = html.resolve()
    texts = {path: path.read_text("utf-8") for path in page_files(html)}
    _share_downloads(html, texts)
    used = _named(texts, _ADDRESS)
    scripts = {path: path.read_text("utf-8") for path in sorted(used)
               if path.suffix == ".js"}
    words = _words(texts.values(), scripts.values())
    styles: dict[Path, str] = {}
    while sheets := {path for path in used if path.suffix == ".css"} - set(styles):
        styles |= {path: _lean(path, words) for path in sorted(sheets)}
        used |= _named(styles, _URL)
    for path, text in {**scripts, **styles}.items():
        path.write_text(_MAP.sub("\n", text), "utf-8")
    for path in [path for name in THEMES for path in (html / name).rglob("*")]:
        if path.is_file() and path not in used and not _LICENCE.search(path.name):
            path.unlink()
    _remove_empty(html)
    for path, text in texts.items():
        path.write_text(_stamp(path, text), "utf-8")


def _share_downloads(html: Path, texts: dict[Path, str]) -> None:
    for copy in sorted((*(html / "_downloads").glob("*/*"), *(html / "_images").glob("*"))):
        original = html / "downloads" / copy.name
        if original.is_file() and original.read_bytes() == copy.read_bytes():
            double = copy.relative_to(html).as_posix()
            for path, text in texts.items():
                texts[path] = text.replace(double, f"downloads/{copy.name}")
            copy.unlink()


def _named(texts: dict[Path, str], address: re.Pattern[str]) -> set[Path]:
    """Files of the book that texts refer to."""
    found = {(path, urlsplit(match)) for path, text in texts.items()
             for match in address.findall(text)}
    targets = {_target(path, parts.path) for path, parts in found
               if parts.path and not parts.scheme}
    return set(filter(Path.is_file, targets))


def _target(path: Path, address: str) -> Path:
    return (path.parent / unquote(address)).resolve()


def _words(texts: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Classes in pages, and every word in a script, which may be one."""
    classes = {word for text in texts for listed in re.findall(r'\bclass="([^"]*)"', text)
               for word in listed.split()}
    return classes.union(*(re.findall(r"[\w-]+", text) for text in scripts))


def _lean(path: Path, words: set[str]) -> str:
    """A style sheet with the rules that some page can use."""

    def of(nodes: list[Node]) -> str:
        return "".join(filter(None, map(kept, nodes)))

    def kept(node: Node) -> str | None:
        match node.type, getattr(node, "lower_at_keyword", None):
            case "qualified-rule", _ if not _applies(node, words):
                return None
            case "comment", _ if not node.value.startswith("!"):  # a licence does
                return None
            case "at-rule", "font-face" if not _named({path: node.serialize()}, _URL):
                # Most fonts of the icons are not there; see `icons`.
                return None
            case "at-rule", "media" | "supports":
                inner = of(tinycss2.parse_rule_list(node.content))
                start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
                return f"{start}{{{inner}}}" if inner.strip() else None
        return node.serialize()

    return of(tinycss2.parse_stylesheet(path.read_text("utf-8")))


def _applies(rule: Node, words: set[str]) -> bool:
    """Whether some selector of a rule names only classes there are."""
    selector: list[str] = []
    before = None
    for token in rule.prelude:
        if token == ",":
            if words.issuperset(selector):
                return True
            selector = []
        elif token.type == "ident" and before == ".":
            selector.append(token.value)
        before = token
    return words.issuperset(selector)


def _stamp(path: Path, text: str) -> str:
    """Renew the digest behind an address, so that no browser shows an old file from its cache."""

    def renew(match: re.Match[str]) -> str:
        digest = hashlib.sha256(_target(path, match[2]).read_bytes()).hexdigest()
        return f'{match[1]}="{match[2]}?v={digest[:8]}"'

    return _STAMPED.sub(renew, text)


def _remove_empty(html: Path) -> None:
    for name in (*THEMES, "_downloads", "_images"):
        for folder in sorted((html / name).glob("**/"), reverse=True):
            if not any(folder.iterdir()):
                folder.rmdir()
