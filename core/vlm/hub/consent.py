"""What a person should agree to before a model is fetched: an unclear licence, an activation that nobody confirmed."""

from __future__ import annotations

from ...errors import BadOption
from .entry import Entry


def concerns(entry: Entry) -> tuple[str, ...]:
    """What speaks against using a model without a thought, one clause each; empty where nothing does."""
    return (*_about_licence(entry), *_about_activation(entry))


def require_consent(entry: Entry, *, accepted: bool) -> None:
    """Raise BadOption for a model that gives cause for concern, unless its user has accepted that."""
    found = concerns(entry)
    if found and not accepted:
        raise BadOption(f"{entry.title} needs a yes first (--yes in a command): {'; '.join(found)}.")


def _about_licence(entry: Entry) -> tuple[str, ...]:
    licence = entry.licence
    if licence.commercial == "no":
        return (f"its licence ({licence.id or 'not stated'}) forbids commercial use",)
    if licence.commercial == "unclear":
        return ("it is unclear whether its licence allows commercial use",)
    return () if licence.verified else (f"its licence ({licence.id}) was not seen at its publisher",)


def _about_activation(entry: Entry) -> tuple[str, ...]:
    if entry.activation is None:
        return ("nobody states which activation function it needs",)
    if not entry.activation_verified:
        return (f"its activation function ({entry.activation}) is inferred and may be wrong",)
    return ()
