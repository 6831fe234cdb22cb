"""Filters kept under a name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.naming import the_one
from jinlin.core.text import compact
from jinlin.issue.lists.filters import ISSUES, meant
from jinlin.issue.lists.lists import WantedIssues
from jinlin.issue.rules.texts import one_line
from jinlin.output.listing.filter import FilterWords, from_kept
from jinlin.store.transaction.tx import Reader, Tx

NAME_LENGTH: Final = 30


class SavedFilter(NamedTuple):
    """A filter under a name."""

    id: int
    name: str
    filter: FilterWords


def saved_filters(reader: Reader) -> list[SavedFilter]:
    """Return the filters that were saved, in the order of their names."""
    rows = reader.rows("SELECT * FROM saved_filter WHERE removed_at IS NULL ORDER BY name")
    return [SavedFilter(row["id"], row["name"], _kept(row["words"])) for row in rows]


def find_filter(reader: Reader, name: str, *, whole: bool = False) -> SavedFilter:
    """Return the filter saved under a name.

    Args:
        reader: the database.
        name: what was typed.
        whole: only a whole name is taken, as where a filter goes.

    Raises:
        NotFoundError: there is none; those there are are named.
    """
    known = saved_filters(reader)

    def none() -> NotFoundError:
        return NotFoundError(
            _("There is no filter “{name}”.").format(name=name),
            hint=_("Known: {known}.").format(known=_(", ").join(one.name for one in known))
            if known
            else _("Save one: jinlin issue filter save 路灯 --category 公共照明 --overdue"),
        )

    return the_one(name, known, lambda one: (one.name,), none=none, whole=whole)


def save_filter(tx: Tx, name: str, asked: FilterWords) -> bool:
    """Save a filter; one of the same name is replaced.

    Returns:
        Whether there was one.

    Raises:
        UsageError: it asks for nothing, or has no name.
    """
    kept = one_line(name, what=_("The name"), longest=NAME_LENGTH)
    if not asked:
        raise UsageError(
            _("The filter asks for nothing."),
            hint=_("Add what it is to hold, such as --category 公共照明 --overdue."),
        )
    meant(tx, asked)
    before = next((f for f in saved_filters(tx) if compact(f.name) == compact(kept)), None)
    words = json.dumps(ISSUES.kept(asked), ensure_ascii=False)
    if before is None:
        tx.insert("saved_filter", name=kept, words=words)
    else:
        tx.update("saved_filter", before.id, name=kept, words=words)
    told = {"name": kept}
    tx.describe(
        Message(N_("Saved the filter “{name}”"), told),
        reverse=Message(N_("take back the filter “{name}”"), told),
    )
    return before is not None


def remove_filter(tx: Tx, name: str) -> str:
    """Remove a saved filter.

    Returns:
        Its name.

    Raises:
        NotFoundError: there is none.
    """
    found = find_filter(tx, name, whole=True)
    tx.update("saved_filter", found.id, removed_at=tx.clock.stamp)
    told = {"name": found.name}
    tx.describe(
        Message(N_("Removed the filter “{name}”"), told),
        reverse=Message(N_("put back the filter “{name}”"), told),
    )
    return found.name


def with_saved(reader: Reader, asked: FilterWords) -> FilterWords:
    """Return what was asked for together with what the saved filters among it ask for.

    Raises:
        NotFoundError: there is no such filter.
    """
    found: FilterWords = {term: words for term, words in asked.items() if term != "filter"}
    for name in asked.get("filter", ()):
        found = ISSUES.both(found, find_filter(reader, name).filter)
    return found


def chosen(reader: Reader, asked: FilterWords) -> WantedIssues:
    """Return which issues are meant by what was asked for, saved filters among it.

    Raises:
        UsageError: a word cannot be read.
        NotFoundError: there is no such filter, category, building, home or person.
    """
    return meant(reader, with_saved(reader, asked))


def _kept(words: str) -> FilterWords:
    """Return a saved filter; what a later version may have added is not read.

    Raises:
        RuleError: it was kept by a newer version.
    """
    said: Mapping[str, Any] = json.loads(words)
    if not said.keys() <= {term.name for term in ISSUES.terms}:
        raise RuleError(
            _("A saved filter asks for something this version does not know."),
            hint=_("Save it anew: jinlin issue filter save NAME …"),
        )
    return from_kept(said)
