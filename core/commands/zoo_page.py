"""The page of the zoo, `resources/zoo.md`: which model for which imagery, made of what is declared of each.

`python -m core.commands.zoo_page` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..resources import resource
from ..spectrum import RGB
from ..text.languages import LANGUAGES
from ..vlm.hub.catalogue import entries
from ..vlm.hub.consent import concerns
from ..vlm.hub.entry import Entry, Figure
from .model_texts import licence_text, size_text

PAGE_FILE = "zoo.md"
_MIOU = "mIoU without training, {}, %"
_MEAN = "mean of the eight"
_SCENES = "scene classification without training, "

IMAGERY = {
    "OpenEarthMap": "land cover from the air and from space, 0.25 to 0.5 m",
    "LoveDA": "town and country from space, 0.3 m",
    "Potsdam": "orthophotos of a city, 5 cm",
    "Vaihingen": "orthophotos of a town in false colour (near infrared, red, green), 9 cm",
    "UDD5": "oblique drone views",
    "VDD": "drone views from above and from the side",
    "UAVid": "oblique drone views of streets",
    "iSAID": "things: ships, vehicles, courts, tanks",
}
"""What each data set of the published comparison shows."""

_HEAD = """# Which model for which imagery

This page is made of `resources/zoo.json`. No figure on it was measured by SoftSeg: each is quoted, with its source.
What is marked (?) is not verified: nobody states it where it was looked for, or it was inferred. Sizes are those that
pages of the files show. `softseg models show NAME` tells all that is known of a model, `softseg models download NAME`
fetches it, and `softseg models recommend RASTER --classes …` compares those that you have on your own image.

The starter ships with SoftSeg, reads English and needs no download; its [card](models/starter/README.md) says what it
reaches. It is the one model here that was trained to draw maps. The others compare patches of the image with words, and
nothing is trained for it: expect blobs rather than outlines, and see the figures."""
_ADVICE = """The leading models differ less than the data sets do. So take the figures for a shortlist, and let your own
image decide. Beside them:

- **In a hurry, or without a GPU**: a model with patches of 32 px ({light}) has a quarter of the cells to compute, and
  draws coarser.
- **Sentinel-2 with all its bands**: {spectral} reads them as numbers; all others look at red, green and blue.
- **Words in other languages**: {languages} reads them as they are, and is too coarse for maps alone. All others read
  English; SoftSeg translates the land-cover words of {glossary} for them, and says so.
- **A licence that is stated on the page of the weights and allows commercial use**: {free}.
- **Scenes of coarse satellite images rather than maps**: see the last table."""


def zoo_page(models: Sequence[Entry]) -> str:
    """The page in Markdown."""
    parts = [_HEAD, "## By imagery", _by_imagery(models), _advice(models), "## All models", _all_models(models)]
    parts += ["## Maps without training, mIoU in percent", _maps(models), "## Scenes and retrieval", _scenes(models)]
    parts += ["## What to know before relying on one", _cautions(models)]
    return "\n\n".join(parts) + "\n"


def write_page() -> None:
    """Write the page beside the list of models."""
    path = resource("zoo.json").with_name(PAGE_FILE)
    path.write_text(zoo_page(entries()), encoding="utf-8", newline="\n")


def _by_imagery(models: Sequence[Entry]) -> str:
    rows = []
    for name, shows in IMAGERY.items():
        figures = ((each.id, _value(each, _MIOU.format(name))) for each in models)
        best = sorted(((value, known) for known, value in figures if value is not None), reverse=True)[:3]
        rows.append([f"{shows} ({name})", ", ".join(f"{known} {value:g}" for value, known in best)])
    sources = _sources(figure for each in models for figure in each.figures if figure.what.startswith("mIoU"))
    return f"{_table(['imagery (data set)', 'best published mIoU without training, %'], rows)}\n\nSource: {sources}."


def _advice(models: Sequence[Entry]) -> str:
    light = [each.id for each in models if each.patch == 32 and each.figures]
    several = [f"{each.id} ({' '.join(each.text.languages)})" for each in models if len(each.text.languages) > 1]
    free = [each.id for each in models if each.licence.commercial == "yes" and each.licence.verified]
    spectral = [each.id for each in models if each.bands != RGB]
    values = {"spectral": spectral, "light": light, "languages": several, "free": free}
    *most, last = LANGUAGES.values()
    return _ADVICE.format(
        glossary=f"{', '.join(most)} and {last}", **{name: ", ".join(ids) for name, ids in values.items()}
    )


def _all_models(models: Sequence[Entry]) -> str:
    return _table(
        ["name", "good for", "size", "licence of the weights", "patch", "reads", "ground resolution"],
        ([each.id, each.what, size_text(each.size_bytes), _licence(each), *_seen(each)] for each in models),
    )


def _seen(entry: Entry) -> list[str]:
    """Patch, languages, and the ground resolution that its publisher states."""
    languages = " ".join(entry.text.languages)
    ground = f"{entry.ground_m[0]:g} to {entry.ground_m[1]:g} m" if entry.ground_m else "not stated"
    return [f"{entry.patch} px", languages, ground]


def _maps(models: Sequence[Entry]) -> str:
    sets = [*IMAGERY, _MEAN]
    rows = [[each.id, *(_shown(_value(each, _MIOU.format(name))) for name in sets)] for each in models]
    return _table(["name", *sets], (row for row in rows if any(cell != "–" for cell in row[1:])))


def _scenes(models: Sequence[Entry]) -> str:
    """Every other figure, with its source: sets and averages differ, so only lines of one source compare."""
    rows = [
        [each.id, figure.what.removeprefix(_SCENES), f"{figure.value:g}", figure.source]
        for each in models
        for figure in each.figures
        if not figure.what.startswith("mIoU")
    ]
    return _table(["name", "figure", "value", "source"], rows)


def _cautions(models: Sequence[Entry]) -> str:
    """What speaks against a model without a thought, and its notes."""
    lines = []
    for each in models:
        sentences = [f"{found[0].upper()}{found[1:]} (?)." for found in concerns(each)] + list(each.notes)
        if sentences:
            lines.append(f"- **{each.id}**: {' '.join(sentences)}")
    return "\n".join(lines)


def _licence(entry: Entry) -> str:
    """Its licence in a word or two, with a question mark where that is not clear or was not seen."""
    text = licence_text(entry)
    return text if entry.licence.verified or text.endswith("(?)") else f"{text} (?)"


def _value(entry: Entry, what: str) -> float | None:
    return next((figure.value for figure in entry.figures if figure.what == what), None)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


def _sources(figures: Iterable[Figure]) -> str:
    return "; ".join(dict.fromkeys(figure.source for figure in figures))


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    write_page()
