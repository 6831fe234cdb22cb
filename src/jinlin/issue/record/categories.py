"""The categories of issues: which a new database gets, what they are called, which a word means."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from jinlin.core.errors import NotFoundError
from jinlin.core.files.shipped import shipped
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.naming import readings, take_for, the_one
from jinlin.core.word import Word
from jinlin.issue.rules.guessing import words_of
from jinlin.issue.rules.limits import EARLIEST, Limit, LimitUnit, Promise
from jinlin.store.transaction.tx import Reader, Tx

COLUMNS: Final = (
    "id", "code", "group_code", "name", "spoken", "first_handler", "goes_to", "privacy", "advice",
    "origin", "skill", "questions",
)  # fmt: skip
LIMIT_COLUMNS: Final = (
    "category_id", "since", "respond_amount", "respond_unit", "close_amount", "close_unit",
    "raise_amount", "raise_unit", "source",
)  # fmt: skip
BEGUN: Final = "1990-01-01"
"""From when the limits that came with the program hold: no notebook begins before it."""
OWN_PROMISE: Final = "本支部承诺，非法定期限"
"""The source of the limits that came with the program."""
UNSORTED: Final = "unsorted"
"""The code of the category of what nobody has sorted yet, the last of all: 待归类.

It keeps an issue off boards as long as it is there, and leaves no mark on it.
"""


OWN_CODE: Final = "own_"
"""With this begins the code of a category of the branch's own."""


def shipped_categories() -> dict[str, Any]:
    """Return what `categories.toml` says: a table of groups, and a list of categories."""
    return shipped("issue/categories.toml")


def category_labels() -> Mapping[str, str]:
    """Return by its name in the database what a category or a group is called, as labels."""
    return english_names() if speaking() == "en" else MappingProxyType({})


def category_label(name: str) -> str:
    """Return what a category or a group is called in the user's language."""
    return category_labels().get(name, name)


def group_label(code: str) -> str:
    """Return what the group of a code is called in the user's language; the code of no group."""
    group = shipped_categories()["groups"].get(code, {"name": code})
    return category_label(group["name"])


@cache
def english_names() -> Mapping[str, str]:
    """Return what the categories and groups are called in English, by their Chinese names."""
    return MappingProxyType(dict(_names(shipped_categories())))


def _names(shipped: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for one in (*shipped["groups"].values(), *shipped["category"]):
        yield one["name"], one["english"]


class Privacy(Word, refusal=N_("“{text}” does not say what may be public.")):
    """What of a category may be public."""

    OPEN = "open", N_("for all")
    PRIVATE = "private", N_("not on boards"), "不公开", "保密"
    SECRET = "secret", N_("stays in the house"), "不外传", "机密"


class Category(NamedTuple):
    """What an issue is about, with what the branch promises for it.

    Attributes:
        code: the English word for it.
        group_code: the group it belongs to; its own code for a group, which is a category for the
            undecided.
        spoken: what residents say, in words between spaces.
        promise: the limits that hold, and from when.
        first_handler: who looks first.
        goes_to: who else it may need.
        privacy: private is never on boards, secret in no list that leaves the house.
        advice: what to do or mind first.
        skill: which kind of red steward it is for; empty for any.
        questions: what to ask whoever reports it, one a line.
    """

    id: int
    code: str
    group_code: str
    name: str
    spoken: str
    promise: Promise
    first_handler: str
    goes_to: str
    privacy: Privacy
    advice: str
    skill: str
    questions: str

    @property
    def label(self) -> str:
        """What it is called in the user's language."""
        return category_label(self.name)

    @property
    def word(self) -> str:
        """What people type for it: the name in Chinese, the code in English."""
        return self.name if speaking() == "zh" else self.code

    @property
    def is_group(self) -> bool:
        """Whether it says only roughly what an issue is about."""
        return self.code == self.group_code

    @property
    def own(self) -> bool:
        """Whether the branch made it, and it did not come with the program."""
        return self.code.startswith(OWN_CODE)

    @property
    def unsorted(self) -> bool:
        """Whether it says that nobody knows yet what an issue is about."""
        return self.code == UNSORTED

    @property
    def makes_private(self) -> bool:
        """Whether an issue that is put under it is private from then on."""
        return self.privacy is not Privacy.OPEN and not self.unsorted

    @property
    def secret(self) -> bool:
        """Whether nothing of it may leave the house."""
        return self.privacy is Privacy.SECRET

    @property
    def respond(self) -> Limit:
        """When the resident or the place is reached."""
        return self.promise.respond

    @property
    def close(self) -> Limit:
        """When there is a result."""
        return self.promise.close

    @property
    def escalate(self) -> Limit:
        """Past this it goes to the Friday council or upward."""
        return self.promise.escalate

    @property
    def first_advice(self) -> str:
        """What must be done before anything is written down; empty where nothing must."""
        return self.advice if self.respond.unit is LimitUnit.AT_ONCE else ""


def categories(reader: Reader, *, day: date | None = None) -> list[Category]:
    """Return all categories, each group before what belongs to it, 待归类 last.

    Args:
        reader: the database.
        day: with the promises that held then; today where it is not said.
    """
    rows = reader.rows(
        "SELECT c.*, l.* FROM category AS c JOIN category_limit AS l ON l.category_id = c.id"
        " AND l.since = (SELECT max(since) FROM category_limit WHERE category_id = c.id"
        " AND since <= ?) ORDER BY c.id",
        (max(day or reader.clock.today, EARLIEST).isoformat(),),
    )
    found = [
        Category(
            row["category_id"], row["code"], row["group_code"], row["name"], row["spoken"],
            _promise(row), row["first_handler"], row["goes_to"], Privacy(row["privacy"]),
            row["advice"], row["skill"], row["questions"],
        )
        for row in rows
    ]  # fmt: skip
    order = {group.code: place for place, group in enumerate(c for c in found if c.is_group)}
    return sorted(found, key=lambda c: (order[c.group_code], not c.is_group, c.id))


def _promise(row: sqlite3.Row) -> Promise:
    return Promise(
        since=row["since"],
        respond=Limit(row["respond_amount"], LimitUnit(row["respond_unit"])),
        close=Limit(row["close_amount"], LimitUnit(row["close_unit"])),
        escalate=Limit(row["raise_amount"], LimitUnit(row["raise_unit"])),
        warn_days=row["warn_days"],
        source=row["source"],
    )


def promises(reader: Reader) -> Mapping[int, Sequence[Promise]]:
    """Return what the branch promised for each category and when, the latest first."""
    found: dict[int, list[Promise]] = {}
    for row in reader.rows("SELECT * FROM category_limit ORDER BY since DESC"):
        found.setdefault(row["category_id"], []).append(_promise(row))
    return found


def promise_on(made: Sequence[Promise], day: date) -> Promise:
    """Return the promise that held on a day, of those of one category, the latest first."""
    said = day.isoformat()
    return next((promise for promise in made if promise.since <= said), made[-1])


def find_category(known: Sequence[Category], text: str, *, whole: bool = False) -> Category:
    """Return the category that a word means: its name, a spoken word, a beginning, a group's.

    Args:
        known: all categories there are.
        text: what was typed.
        whole: only a whole name is taken, as in a file of many rows.

    Raises:
        NotFoundError: there is none, or there are several; the groups are named.
    """

    def none() -> NotFoundError:
        groups = _(", ").join(c.label for c in known if c.is_group and not c.unsorted)
        return NotFoundError(
            _("There is no category “{text}”.").format(text=text),
            hint=_("The groups are: {groups}. All categories: jinlin issue categories").format(
                groups=groups
            ),
        )

    if own := readings(text, known, _own_names(text), near=False):
        return own[0]
    found = the_one(text, known, _own_names(text) if whole else names_of, none=none, whole=whole)
    take_for(text, found.label)
    return found


def categories_called(known: Sequence[Category], text: str) -> list[Category]:
    """Return the categories that a word may mean, as `find_category` reads it."""
    return readings(text, known, _own_names(text), near=False) or readings(text, known, names_of)


def names_of(category: Category) -> Iterator[str]:
    """Return what people call a category: its name, its code, what they write of it."""
    yield category.name
    yield category.code
    yield category.label
    yield from category.spoken.split()
    yield from words_of(category.code)


def _own_names(text: str) -> Callable[[Category], Iterable[str]]:
    """Return what gives the names of a category by which a text may mean it, in any language."""
    english = english_names() if text.isascii() else {}
    return lambda category: (category.name, category.code, english.get(category.name, ""))


def seed_categories(tx: Tx) -> None:
    """Give a new database the usual categories with their limits."""
    found = list(_rows(shipped_categories()))
    tx.insert_many("category", COLUMNS, ((n, *row) for n, (row, _limit) in enumerate(found, 1)))
    tx.insert_many(
        "category_limit", LIMIT_COLUMNS, ((n, *limit) for n, (_row, limit) in enumerate(found, 1))
    )


def _rows(data: dict[str, Any]) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Return a row and its limits for each category, each group first.

    A group is a category for the undecided; it is private when most of what belongs to it is: what
    is undecided stays off boards.
    """
    fallback = next(c for c in data["category"] if c["code"] == "other")
    standing_alone = {c["code"] for c in data["category"]}
    for code, group in data["groups"].items():
        if code in standing_alone:
            continue
        privacies = [c["privacy"] for c in data["category"] if c["group"] == code]
        most = privacies.count("open") * 2 < len(privacies)
        yield _row(
            {
                **fallback,
                "code": code,
                "group": code,
                "name": group["name"],
                "origin": "",
                "privacy": "private" if most else "open",
            }
        )
    for category in data["category"]:
        yield _row(category)


def _row(category: dict[str, Any]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    row = (
        category["code"], category["group"], category["name"], " ".join(category["spoken"]),
        category["first_handler"], category["goes_to"], category["privacy"], category["advice"],
        category["origin"], category.get("skill", ""), "\n".join(category.get("questions", ())),
    )  # fmt: skip
    limits = (*category["respond"], *category["close"], *category["raise"])
    return row, (BEGUN, *limits, OWN_PROMISE)
