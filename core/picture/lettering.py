"""Lettering: text of any script for a picture, with whatever fonts the machine has."""

from __future__ import annotations

import unicodedata

from PIL import ImageFont

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

# Fonts that Linux, Windows and macOS come with.
_REGULAR = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "segoeui.ttf", "Arial.ttf")
_OTHER_SCRIPTS = (
    *("NotoSansCJK-Regular.ttc", "wqy-microhei.ttc", "msyh.ttc", "malgun.ttf", "YuGothR.ttc", "PingFang.ttc"),
    *("AppleSDGothicNeo.ttc", "Nirmala.ttf", "NotoSansDevanagari-Regular.ttf", "Arial Unicode.ttf"),
)
_BOLD = ("DejaVuSans-Bold.ttf", "NotoSans-Bold.ttf", "segoeuib.ttf", "Arial Bold.ttf")
_NO_CHARACTER = "\U0010ffff"  # never assigned: every font draws its "missing" box for it


class Lettering:
    """Fonts of one size, and the letters that they can draw.

    Args:
        size: height of the letters in px.
        bold: prefer heavier fonts.
    """

    def __init__(self, size: int, *, bold: bool = False) -> None:
        names = (*(_BOLD if bold else ()), *_REGULAR, *_OTHER_SCRIPTS)
        found = (_font(name, size) for name in names)
        self._fonts: list[Font] = [font for font in found if font is not None]
        self._fonts.append(ImageFont.load_default(size))

    def drawable(self, text: str, otherwise: str = "") -> tuple[str, Font]:
        """The text as far as one font can draw it, and that font.

        Letters that it lacks lose their accents or are left out; when none remains, `otherwise` stands in.
        """
        candidates = ((_within(text, font), font) for font in self._fonts)
        drawn, font = min(candidates, key=lambda each: _distance(text, each[0]))
        return (drawn, font) if drawn.strip() else (otherwise, self._fonts[0])

    def fitting(self, text: str, width: float, otherwise: str = "") -> tuple[str, Font]:
        """As `drawable`, and cut off with dots where it would be wider than `width` px."""
        drawn, font = self.drawable(text, otherwise)
        if font.getlength(drawn) <= width:
            return drawn, font
        while drawn and font.getlength(f"{drawn}...") > width:
            drawn = drawn[:-1]
        return f"{drawn.rstrip()}...", font


def _font(name: str, size: int) -> ImageFont.FreeTypeFont | None:
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return None


def _distance(text: str, drawn: str) -> int:
    """How many letters of a text were changed or lost."""
    return sum(letter not in drawn for letter in text) + abs(len(text) - len(drawn))


def _within(text: str, font: Font) -> str:
    """A text without what a font cannot draw; a mark goes with the letter that carries it."""
    missing = bytes(font.getmask(_NO_CHARACTER))
    kept: list[str] = []
    carried = False
    for letter in text:
        is_mark = unicodedata.category(letter).startswith("M")
        drawn = "" if is_mark and not carried else _drawn(letter, font, missing)
        carried = bool(drawn)
        kept.append(drawn)
    return " ".join("".join(kept).split())


def _drawn(letter: str, font: Font, missing: bytes) -> str:
    """A letter, its plain form without accents, or nothing."""
    forms = (letter, unicodedata.normalize("NFKD", letter)[0])
    return next((form for form in forms if form.isspace() or bytes(font.getmask(form)) != missing), "")
