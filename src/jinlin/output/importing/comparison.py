"""What a table says compared with what is recorded: new, changed, the same, missing (upsert)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import _
from jinlin.output.importing.outcome import Change, Details, Outcome, Rejected
from jinlin.output.listing.values import as_text, hidden

K = TypeVar("K", bound=Hashable)


class Difference(NamedTuple):
    """One thing that changes of a record.

    Attributes:
        heading: what people call it, in the user's language.
        before: what it was, in words that hide what is personal; empty where only that it changes
            is said.
        after: what it becomes, likewise.
    """

    heading: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The difference in words: `Floor 5 → 6`."""
        if self.before == self.after:
            return self.heading
        return f"{self.heading} {self.before} → {self.after}"


def difference(column: Column, before: Any, after: Any) -> Difference:
    """Return what changes of a field; of free text, which may name anybody, only that it does."""
    if column.personal is Personal.TEXT:
        return Difference(column.heading)
    shown = (
        as_text(column, hidden(column, value, unmask=False)) or _("none")
        for value in (before, after)
    )
    return Difference(column.heading, *shown)


def differences(
    columns: Iterable[Column], before: Mapping[Any, Any], after: Mapping[Any, Any]
) -> Iterator[Difference]:
    """Yield what changes of these fields.

    Args:
        columns: the fields.
        before: what is recorded, by key; None or nothing where there is none.
        after: what a table says; a field it has not is left as it is.
    """
    for column in columns:
        old, new = before.get(column.key), after.get(column.key)
        if column.key in after and old != new:
            yield difference(column, old, new)


class RegisterComparison(Generic[K]):
    """A table compared with a register, record by record.

    Attributes:
        added: the new records.
        changed: what changes of the recorded ones.
        unchanged: those that are so already.
        missing: those the table does not name; they are kept.

    Args:
        label: what a record is called in what is said, masked.
    """

    def __init__(self, label: Callable[[K], str]) -> None:
        self._label = label
        self.added: list[K] = []
        self.changed: dict[K, Sequence[Difference]] = {}
        self.unchanged: list[K] = []
        self.missing: list[K] = []

    def met(self, key: K, found: Sequence[Difference]) -> bool:
        """Note what changes of a record that is recorded; return whether anything does."""
        if found:
            self.changed[key] = found
        else:
            self.unchanged.append(key)
        return bool(found)

    def outcome(self, rejected: Iterable[Rejected] = (), notes: Iterable[str] = ()) -> Outcome:
        """Return the counts, the records themselves, and what else is to be told."""
        return Outcome(
            added=len(self.added),
            changed=len(self.changed),
            unchanged=len(self.unchanged),
            missing=len(self.missing),
            rejected=tuple(rejected),
            notes=tuple(notes),
            details=Details(
                added=self._changes(self.added),
                changed=(
                    Change(self._label(key), _("; ").join(one.text for one in found))
                    for key, found in self.changed.items()
                ),
                unchanged=self._changes(self.unchanged),
                missing=self._changes(self.missing),
            ),
        )

    def _changes(self, keys: Iterable[K]) -> Iterator[Change]:
        return (Change(self._label(key)) for key in keys)
