"""Which category words sound like, where none was chosen or another fits better."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinlin.core.text import compact, plain_word
from jinlin.issue.record.categories import Category, categories_holding
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.urgencies import Urgency

BEGINNING: Final = 2
"""Of a spoken word so many characters tell enough: 路灯 of 路灯不亮."""
FIRE: Final = "fire"
"""Whose advice is that of danger, too."""


def better_category(known: Sequence[Category], chosen: Category, title: str) -> Category | None:
    """Return the one category whose name or spoken words a title holds, where a group was chosen.

    Words of harm or danger count whatever was chosen.
    """
    danger = dangerous_category(known, chosen, title)
    if danger is not None:
        return danger
    if not chosen.is_group:
        return None
    said = compact(title)
    fitting = [
        (max((len(word) for word in _called(c) if compact(word) in said), default=0), c)
        for c in known
    ]
    longest = max(length for length, _category in fitting)
    if not longest:
        near = [c for c in _near_in(known, said) if c is not chosen]
        return near[0] if len(near) == 1 else None
    best = [c for length, c in fitting if length == longest]
    return best[0] if len(best) == 1 else None


def _called(category: Category) -> list[str]:
    """Return the words a category goes by; a group's name says too little."""
    return [*category.spoken.split(), *([] if category.is_group else [category.name])]


def likely_category(known: Sequence[Category], words: str, title: str) -> Category | None:
    """Return the one category that a notebook's own word for it means: 照明 is 公共照明.

    Where the word belongs to none or to several, the title decides; None where that does not
    either.
    """
    last = known[-1]
    if found := better_category(known, last, words):
        return found
    holding = categories_holding(known, plain_word(words))
    if len(holding) == 1:
        return holding[0]
    found = better_category(known, last, title)
    return found if not holding or found in holding else None


def dangerous_category(known: Sequence[Category], chosen: Category, title: str) -> Category | None:
    """Return the category of harm or danger a title sounds like; None where it is under it."""
    danger = danger_in(title)
    settled = {Danger.HARM, danger} | ({FIRE} if danger is Danger.EMERGENCY else set())
    if danger is None or chosen.code in settled:
        return None
    return next((category for category in known if category.code == danger), None)


def usual_urgency(category: Category) -> Urgency:
    """Return how urgent an issue is where nobody says it: danger is critical."""
    return Urgency.CRITICAL if category.code == Danger.EMERGENCY else Urgency.NORMAL


def _near_in(known: Sequence[Category], said: str) -> list[Category]:
    """Return the categories of whose spoken words a text holds the beginning, such as 路灯."""
    return [
        c
        for c in known
        if any(compact(w)[:BEGINNING] in said for w in c.spoken.split() if len(w) > BEGINNING)
    ]
