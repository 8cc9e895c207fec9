"""The class list: what an analyst types, as names, prompts and colours."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from .errors import BadClasses, BadOption
from .palette import complete_colours

MAX_CLASSES = 65_534  # ids are stored in 16 bits; 0 is "no class", 65535 stays free

_ENTRY_MARK = r";|\r\n?|\n|\u2028|\u2029"
_TRAILING_COLOUR = re.compile(r"(?<![^\s,])#([0-9A-Fa-f]{6})\s*$")
_ESCAPE = re.compile(r"\\([\\:;,#])")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_COMMAS = re.compile("[,\u060c\u3001\uff0c]")  # Latin, Arabic, enumeration and full-width comma
# Controls, lone surrogates, line and paragraph separators: no file format carries all of them unharmed.
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Zl", "Zp"})


@dataclass(frozen=True)
class ClassSpec:
    """One class: the label people see, what the model reads for it, and its colour.

    Args:
        name: the label; surrounding space is dropped.
        prompts: what the model reads; none means that it reads the name.
        colour: "#rrggbb"; empty until a `ClassList` chooses one.

    Raises:
        BadClasses: the name is empty, a text holds control characters, or the colour is not "#rrggbb".
    """

    name: str
    prompts: tuple[str, ...] = ()
    colour: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", self.name.strip())
        object.__setattr__(self, "prompts", tuple(text for text in (p.strip() for p in self.prompts) if text))
        object.__setattr__(self, "colour", self.colour.lower())
        for text in (self.name, *self.prompts):
            _refuse_controls(text)
        if not _is_visible(self.name):
            raise BadClasses("A class has no name: write one before its colon, or remove the entry.")
        if self.colour and not _COLOUR.fullmatch(self.colour):
            raise BadClasses(
                f"The colour {_quoted(self.colour)} of class {_quoted(self.name)} is not of the form #rrggbb."
            )

    @property
    def texts(self) -> tuple[str, ...]:
        """What the model reads: the prompts, or the name where there are none."""
        return self.prompts or (self.name,)

    def to_text(self) -> str:
        """The class as one line of class text."""
        head = re.sub(r"([\\:;])", r"\\\1", self.name)
        prompts = ", ".join(re.sub(r"([\\,;])", r"\\\1", prompt) for prompt in self.prompts)
        return " ".join(part for part in (f"{head}: {prompts}" if prompts else head, self.colour) if part)


@dataclass(frozen=True)
class ClassList:
    """The classes of one run in order: class id is the place, from 1; id 0 is no data or unlabelled.

    Classes without a colour are given one that no other class has.

    Raises:
        BadClasses: there is no class, there are more than `MAX_CLASSES`, or two share a name.
    """

    classes: tuple[ClassSpec, ...]

    def __post_init__(self) -> None:
        if not self.classes:
            raise BadClasses("No classes were given: name at least one, for example: building; road; tree; water.")
        if len(self.classes) > MAX_CLASSES:
            raise BadClasses(f"{len(self.classes):,} classes were given: a class raster holds at most {MAX_CLASSES:,}.")
        self._refuse_equal_names()
        colours = complete_colours(self.names, tuple(spec.colour for spec in self.classes))
        coloured = (s if s.colour else replace(s, colour=colours[index]) for index, s in enumerate(self.classes))
        object.__setattr__(self, "classes", tuple(coloured))

    def __len__(self) -> int:
        return len(self.classes)

    def __iter__(self) -> Iterator[ClassSpec]:
        return iter(self.classes)

    @property
    def names(self) -> tuple[str, ...]:
        """Labels in class order: `names[i]` belongs to class id `i + 1`."""
        return tuple(spec.name for spec in self.classes)

    @property
    def colours(self) -> tuple[str, ...]:
        """Colours "#rrggbb" in class order."""
        return tuple(spec.colour for spec in self.classes)

    def to_text(self) -> str:
        """The list as class text, one class a line; `parse_classes` reads it back as the same list."""
        return "\n".join(spec.to_text() for spec in self.classes)

    def arrange(self, values: Mapping[str, float], what: str = "balance") -> tuple[float, ...]:
        """Put values given by class name, in any case, into class order; classes without one get 0.

        Args:
            values: by class name.
            what: what they are called in messages.

        Raises:
            BadOption: a name is none of the classes.
        """
        places = {name_key(name): place for place, name in enumerate(self.names)}
        arranged = [0.0] * len(places)
        for name, value in values.items():
            if name_key(name) not in places:
                raise BadOption(
                    f"There is no class {_quoted(name)}: only classes of the list have a place in the {what}."
                )
            arranged[places[name_key(name)]] = value
        return tuple(arranged)

    def _refuse_equal_names(self) -> None:
        seen: dict[str, str] = {}
        for spec in self.classes:
            key = name_key(spec.name)
            if key in seen:
                both = " and ".join(dict.fromkeys((_quoted(seen[key]), _quoted(spec.name))))
                raise BadClasses(f"Two classes have the same name, {both}: names must differ in more than upper case.")
            seen[key] = spec.name


def parse_classes(text: str) -> ClassList:
    r"""Read class text: one class a line (or `;`), `name: prompt, prompt #rrggbb`; prompts and colour are optional.

    Without a colon a comma belongs to the name. A backslash before `:`, `;`, `,`, `#` or itself makes it plain text.

    Raises:
        BadClasses: with a sentence that names the culprit.
    """
    entries = _split(text, _ENTRY_MARK)
    return ClassList(tuple(_parse_entry(entry) for entry in entries if entry.strip()))


def parse_prompts(text: str) -> tuple[str, ...]:
    """Read prompts that commas separate; empty ones are dropped."""
    return tuple(_unescape(prompt).strip() for prompt in _split(text, ",") if prompt.strip())


def looks_like_a_comma_list(text: str) -> bool:
    """Say whether class text holds a single class whose name has commas: most likely several classes were meant."""
    entries = [entry for entry in _split(text, _ENTRY_MARK) if entry.strip()]
    if len(entries) != 1 or len(_split(entries[0], ":")) > 1:
        return False
    return len([part for part in _split(entries[0], _COMMAS.pattern) if part.strip()]) > 1


def name_key(name: str) -> str:
    """What two names have in common when people would call them the same: case, composition and spacing aside."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return " ".join(unicodedata.normalize("NFC", folded).split())


def _parse_entry(entry: str) -> ClassSpec:
    name, *rest = _split(entry, ":", limit=1)
    if rest:
        prompts, colour = _cut_colour(rest[0])
    else:
        prompts, (name, colour) = "", _cut_colour(name)
    if not name.strip():
        raise BadClasses(f"The entry {_quoted(entry.strip())} has no class name: write one before its colon or colour.")
    return ClassSpec(_unescape(name), parse_prompts(prompts), colour)


def _cut_colour(text: str) -> tuple[str, str]:
    match = _TRAILING_COLOUR.search(text)
    return (text[: match.start()], f"#{match[1]}") if match else (text, "")


def _split(text: str, mark: str, limit: int = 0) -> list[str]:
    """Cut `text` at every mark that no backslash hides, at most `limit` times (0: always); escapes stay as they are."""
    parts: list[str] = []
    start = 0
    for match in re.finditer(rf"{_ESCAPE.pattern}|{mark}", text):
        if match[0].startswith("\\"):
            continue
        parts.append(text[start : match.start()])
        start = match.end()
        if len(parts) == limit:
            break
    return [*parts, text[start:]]


def _unescape(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)


def _refuse_controls(text: str) -> None:
    for character in text:
        if unicodedata.category(character) in _REFUSED_CATEGORIES:
            raise BadClasses(
                f"The class text {_quoted(text)} holds the control character U+{ord(character):04X}: remove it."
            )


def _is_visible(name: str) -> bool:
    """Say whether a name shows anything: not only spaces and invisible formatting marks."""
    return any(unicodedata.category(character) not in ("Zs", "Cf") for character in name)


def _quoted(text: str) -> str:
    """A text as part of a sentence: in quotes, shortened, and without what would break a terminal."""
    shown = "".join(c if unicodedata.category(c) not in _REFUSED_CATEGORIES else "\ufffd" for c in text)
    return f"“{shown if len(shown) <= 60 else shown[:59] + '…'}”"
