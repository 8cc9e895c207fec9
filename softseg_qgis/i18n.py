"""The words on the screen in the user's language: English is the source, `resources/i18n` holds the translations."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .paths import resource

CONTEXT = "SoftSeg"


def tr(text: str, context: str = CONTEXT, **values: object) -> str:
    """Translate a text, then fill its named places: `tr("{done} of {total} tiles", done=3, total=8)`.

    Args:
        text: English, written as one literal, so that `make i18n` finds it.
        context: parts the same English into different meanings; a literal too.
        values: what the places in braces become; without any, braces stay as they are.
    """
    translated = QCoreApplication.translate(context, text)
    return translated.format(**values) if values else translated


def install_translator() -> QTranslator | None:
    """Have Qt translate into QGIS's language; gives what `remove_translator` takes back, None for English."""
    translator = QTranslator()
    for name in _catalogues(QgsApplication.locale()):
        path = resource("i18n", f"{name}.qm")
        if path.is_file() and translator.load(str(path)):
            QCoreApplication.installTranslator(translator)
            return translator
    return None


def remove_translator(translator: QTranslator | None) -> None:
    """Take back what `install_translator` gave."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)


def _catalogues(locale: str) -> list[str]:
    """The names a catalogue may have, the closest first: "pt_BR", then "pt"."""
    parts = locale.replace("-", "_").split("_")
    return [f"softseg_{'_'.join(parts[:size])}" for size in range(len(parts), 0, -1)]
