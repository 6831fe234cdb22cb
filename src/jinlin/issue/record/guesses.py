"""Which category an issue belongs under where none was chosen, or another fits better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from jinlin.core.text import compact
from jinlin.issue.record.categories import UNSORTED, Category, categories_called
from jinlin.issue.rules.danger import Danger, danger_in, traps_somebody
from jinlin.issue.rules.guessing import LikeTitles, decided, guessed
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Reader

FIRE: Final = "fire"
"""Whose advice is that of danger, too."""
LOOKED_AT: Final = 400
"""So many of the last issues are looked at for titles that say the same."""


class GuessedCategory(NamedTuple):
    """A category as it was guessed.

    Attributes:
        category: which; 待归类 where nothing decides.
        near: what the words tell alike, where they tell several.
    """

    category: Category
    near: tuple[Category, ...] = ()


def guess_category(
    known: Sequence[Category], title: str, reader: Reader | None = None
) -> GuessedCategory:
    """Return the category a title tells, and of several alike the one chosen for it before.

    Args:
        known: all categories there are.
        title: what an issue says of itself.
        reader: the database in which what was chosen before is looked up; None where it is not.
    """
    told = guessed(title)
    own = _own_told(known, title)
    danger = told[:1] and told[0] in set(Danger)
    before = chosen_before(reader, title) if reader and not danger else {}
    code = decided(told, before)
    by_code = {category.code: category for category in known}
    if own is not None and not danger:
        return GuessedCategory(own)
    near = tuple(by_code[one] for one in told if one in by_code) if len(told) > 1 else ()
    return GuessedCategory(by_code.get(code or "", known[-1]), near)


def _own_told(known: Sequence[Category], title: str) -> Category | None:
    """Return the branch's own category of whose words a title has the longest."""
    said = compact(title)
    told = [
        (len(compact(word)), category)
        for category in known
        if category.own
        for word in (category.name, *category.spoken.split())
        if compact(word) in said
    ]
    return max(told, key=lambda one: one[0])[1] if told else None


def chosen_before(reader: Reader, title: str) -> Mapping[str, int]:
    """Return by code how often a category was chosen lately for titles that say the same."""
    like = LikeTitles(title)
    rows = reader.rows(
        "SELECT i.title, c.code FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " WHERE i.removed_at IS NULL AND c.code <> c.group_code ORDER BY i.id DESC LIMIT ?",
        (LOOKED_AT,),
    )
    return Counter(row["code"] for row in rows if like.hold(row["title"]))


def better_category(known: Sequence[Category], chosen: Category, title: str) -> Category | None:
    """Return the category that a title tells, where only a group was chosen.

    Words of harm or danger count whatever was chosen.
    """
    danger = dangerous_category(known, chosen, title)
    if danger is not None or not chosen.is_group:
        return danger
    better = guess_category(known, title).category
    return None if better in (chosen, known[-1]) else better


def likely_category(known: Sequence[Category], words: str, title: str) -> Category | None:
    """Return the one category that a notebook's own word for it means: 照明 is 公共照明.

    Where the word means none or several, the title decides; None where that does not either.
    """
    meant = categories_called(known, words)
    if len(meant) == 1:
        return meant[0]
    for text in (words, title):
        found = guess_category(known, text).category
        if found.code != UNSORTED and (not meant or found in meant):
            return found
    return None


def dangerous_category(known: Sequence[Category], chosen: Category, title: str) -> Category | None:
    """Return the category of harm or danger a title sounds like; None where it is under it."""
    danger = danger_in(title)
    settled = {Danger.HARM, danger} | ({FIRE} if danger is Danger.EMERGENCY else set())
    if danger is None or chosen.code in settled:
        return None
    return next((category for category in known if category.code == danger), None)


def usual_urgency(category: Category, title: str) -> Urgency:
    """Return how urgent an issue is where nobody says it: danger and somebody trapped are critical.

    Whoever is trapped in an elevator is to be reached in half an hour, outside cities in an hour
    (TSG T5002-2017).
    """
    dangerous = category.code == Danger.EMERGENCY or traps_somebody(title)
    return Urgency.CRITICAL if dangerous else Urgency.NORMAL
