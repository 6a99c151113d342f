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
    texts = {path: path.read_text(encoding="utf-8") for path in page_files(html)}
    _share_downloads(html, texts)
    shipped = [path for name in THEMES for path in sorted((html / name).rglob("*"))
               if path.is_file()]
    used = _named(texts, _ADDRESS)
    scripts = _read(used, ".js")
    words = _words(texts.values(), scripts.values())
    styles: dict[Path, str] = {}
    while sheets := {path for path in used if path.suffix == ".css"} - set(styles):
        styles |= {path: _lean(path, words) for path in sorted(sheets)}
        used |= _named(styles, _URL)
    for path, text in {**scripts, **styles}.items():
        path.write_text(_MAP.sub("\n", text), encoding="utf-8")
    for path in shipped:
        if path not in used and not _LICENCE.search(path.name):
            path.unlink()
    _remove_empty(html)
    for path, text in texts.items():
        path.write_text(_stamp(path, text), encoding="utf-8")


def _share_downloads(html: Path, texts: dict[Path, str]) -> None:
    for copy in sorted((*(html / "_downloads").glob("*/*"), *(html / "_images").glob("*"))):
        original = html / "downloads" / copy.name
        if not original.is_file() or original.read_bytes() != copy.read_bytes():
            continue
        double = copy.relative_to(html).as_posix()
        for path, text in texts.items():
            texts[path] = text.replace(double, f"downloads/{copy.name}")
        copy.unlink()


def _read(paths: Iterable[Path], suffix: str) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(paths)
            if path.suffix == suffix}


def _named(texts: dict[Path, str], address: re.Pattern[str]) -> set[Path]:
    """Files of the book that texts refer to."""
    found = set()
    for path, text in texts.items():
        for match in address.finditer(text):
            parts = urlsplit(match[1])
            if parts.scheme or not parts.path:
                continue
            found.add(_target(path, parts.path))
    return {path for path in found if path.is_file()}


def _target(path: Path, address: str) -> Path:
    return (path.parent / unquote(address)).resolve()


def _words(texts: Iterable[str], scripts: Iterable[str]) -> set[str]:
    """Classes in pages, and every word in a script, which may be one."""
    words = set()
    for text in texts:
        for classes in re.findall(r'\bclass="([^"]*)"', text):
            words.update(classes.split())
    for text in scripts:
        words.update(re.findall(r"[\w-]+", text))
    return words


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
            case "at-rule", "font-face" if not _has_file(node, path):
                return None
            case "at-rule", "media" | "supports":
                inner = of(tinycss2.parse_rule_list(node.content))
                start = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
                return f"{start}{{{inner}}}" if inner.strip() else None
        return node.serialize()

    return of(tinycss2.parse_stylesheet(path.read_text(encoding="utf-8")))


def _has_file(face: Node, path: Path) -> bool:
    """Whether a font is still there; most of the icons' are not, see `icons`."""
    addresses = _URL.findall(face.serialize())
    return any((path.parent / urlsplit(address).path).is_file() for address in addresses)


def _applies(rule: Node, words: set[str]) -> bool:
    """Whether some selector of a rule names only classes there are."""
    selector: list[str] = []
    before = None
    for token in rule.prelude:
        if token == ",":
            if all(name in words for name in selector):
                return True
            selector = []
        elif token.type == "ident" and before == ".":
            selector.append(token.value)
        before = token
    return all(name in words for name in selector)


def _stamp(path: Path, text: str) -> str:
    """Renew the digest behind an address, so that no browser shows an old file from its cache."""

    def renew(match: re.Match[str]) -> str:
        content = _target(path, match[2]).read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:8]
        return f'{match[1]}="{match[2]}?v={digest}"'

    return _STAMPED.sub(renew, text)


def _remove_empty(html: Path) -> None:
    for name in (*THEMES, "_downloads", "_images"):
        for folder in sorted(((html / name), *(html / name).rglob("*/")), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
