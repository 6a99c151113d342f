"""Icons drawn in the page itself, instead of by a script and a font of all icons there are.

The theme marks an icon as ``<i class="fa-solid fa-bars">`` and ships a script of 1.5 MB that
replaces it in the browser. Here the same is done once, with the outline from the theme's font.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from fontTools import subset
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from lxml.builder import E
from lxml.html import HtmlElement

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.web.built_page import BuiltPage

FONTS = Path("_static", "vendor", "fontawesome", "webfonts")
SCRIPT = "fontawesome.js"

# Class of a style, and the file with its outlines.
_STYLES = {
    "fa-solid": "fa-solid-900.ttf",
    "fas": "fa-solid-900.ttf",
    "fa-regular": "fa-regular-400.ttf",
    "far": "fa-regular-400.ttf",
    "fa-brands": "fa-brands-400.ttf",
    "fab": "fa-brands-400.ttf",
}
# Font of the signs that style sheets write.
_SIGNS = "fa-solid-900"
_SIGN = re.compile(r'--pst-icon-[\w-]+:\s*"(.)"')
# Top of the square that icons are drawn in, in units of the font above its base line.
_TOP = 448
_SIZES = {"fa-lg", "fa-xs", "fa-sm", "fa-xl", "fa-fw"}


class Icons:
    """The outlines of the theme's icons.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages, with the theme's fonts still there.
    """

    def __init__(self, html: Path) -> None:
        self._folder = html / FONTS
        self._font = cache(lambda file: TTFont(self._folder / file))
        self._outline = cache(self._drawn)

    def inline(self, page: BuiltPage) -> None:
        """Put the drawing of each icon in its place, and leave out the script.

        Parameters
        ----------
        page : BuiltPage
            Changed in place.
        """
        for script in page.root.findall(".//script[@src]"):
            if f"/{SCRIPT}" in script.get("src"):
                script.drop_tree()
        for mark in page.of_class(*_STYLES):
            drawing = self._drawing(mark)
            drawing.tail = mark.tail
            mark.getparent().replace(mark, drawing)

    def shrink_fonts(self, style: str) -> None:
        """Keep of the fonts only the signs that style sheets write, in front of a note or a link.

        Parameters
        ----------
        style : str
            The theme's style sheet; its signs stand in properties called ``--pst-icon-…``.
        """
        signs = set(map(ord, _SIGN.findall(style)))
        for path in sorted(self._folder.iterdir()):
            if path.stem != _SIGNS:
                path.unlink()
                continue
            options = subset.Options(flavor="woff2" if path.suffix == ".woff2" else None)
            with subset.load_font(path, options) as font:
                subsetter = subset.Subsetter(options)
                subsetter.populate(unicodes=signs)
                subsetter.subset(font)
                subset.save_font(font, path, options)

    def _drawing(self, mark: HtmlElement) -> HtmlElement:
        classes = mark.get("class").split()
        style = next(name for name in classes if name in _STYLES)
        name = next(
            one for one in classes
            if one.startswith("fa-") and one not in _STYLES and one not in _SIZES
        )
        box, path = self._outline(_STYLES[style], name.removeprefix("fa-"))
        # Decoration: the button or link around it has a name of its own.
        return E.svg(E.path({"fill": "currentColor", "d": path}), {
            "class": " ".join(("svg-inline--fa", *(one for one in classes if one != style))),
            **{key: value for key, value in mark.items() if key.startswith("data-")},
            "aria-hidden": "true", "focusable": "false", "viewBox": box,
        })  # fmt: skip

    def _drawn(self, file: str, name: str) -> tuple[str, str]:
        """Frame and path of an icon, with the y axis downwards as on a screen."""
        font = self._font(file)
        glyphs = font.getGlyphSet()
        if name not in glyphs:
            raise RunError(
                f"Pictogram fa-{name} staat niet in {file} van het thema. Kies een ander "
                "pictogram, of een andere stijl (fa-solid, fa-regular, fa-brands)."
            )
        pen = SVGPathPen(glyphs, ntos="{:g}".format)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, -1, 0, _TOP)))
        return f"0 0 {glyphs[name].width:g} {font['head'].unitsPerEm}", pen.getCommands()
