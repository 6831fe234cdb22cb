"""Parts of sentences that the history keeps untranslated."""

from __future__ import annotations

from collections.abc import Iterable

from jinlin.core.i18n import N_, Message


def enumerated(names: Iterable[str]) -> Message:
    """Return message ids as one part of a sentence: `Place, Chair, Remark`.

    Args:
        names: message ids marked with `N_`; at least one.
    """
    first, *others = names
    said = Message(first)
    for name in others:
        said = Message(N_("{some}, {another}"), {"some": said, "another": Message(name)})
    return said
