"""Changing a category: what the branch promises from a day on, and what it says about it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.sentences import enumerated
from jinlin.core.text import compact
from jinlin.issue.record.categories import BEGUN, OWN_CODE, OWN_PROMISE, Category, categories
from jinlin.issue.rules.danger import Danger
from jinlin.issue.rules.limits import EARLIEST, Limit, Promise
from jinlin.output.listing.discretion import discreet
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Tx

MOST_WARNING: Final = 60
OWN_FROM: Final = 1000
"""Above it stand the ids of the branch's own categories, and none of the program's."""
CATEGORY_LABELS: Final = {
    "respond": N_("Reach by"),
    "close": N_("Close by"),
    "escalate": N_("Raise after"),
    "warn_days": N_("Warn"),
    "source": N_("Grounds"),
    "spoken": N_("What residents say"),
    "first_handler": N_("First handler"),
    "goes_to": N_("Goes to"),
    "skill": N_("Skill"),
    "advice": N_("Mind"),
    "questions": N_("Ask"),
    "privacy": N_("Privacy"),
}
"""What can be changed."""


class NewPromise(NamedTuple):
    """What is to be promised; None leaves it as it is."""

    respond: Limit | None = None
    close: Limit | None = None
    escalate: Limit | None = None
    warn_days: int | None = None
    source: str | None = None


class Description(NamedTuple):
    """What is said about a category; None leaves it as it is."""

    spoken: str | None = None
    first_handler: str | None = None
    goes_to: str | None = None
    skill: str | None = None
    advice: str | None = None
    questions: str | None = None
    privacy: str | None = None


def change_category(
    tx: Tx, category: Category, promise: NewPromise, description: Description, *, since: date
) -> Category:
    """Promise something else for a category from a day on, or say something else about it.

    Issues that are recorded already keep the days they were given.

    Args:
        tx: the transaction.
        category: as it is, with the promise that holds on that day.
        promise: what is to be promised.
        description: what is to be said about it.
        since: from when the promise holds.

    Returns:
        The category with the promise that holds from that day on.

    Raises:
        UsageError: nothing is to be different, or the day is too long ago.
        RuleError: it is the category of harm to people, which stays secret.
    """
    if since < EARLIEST:
        raise UsageError(
            _("{day} is too long ago for a promise.").format(day=since),
            hint=_("Give the day from which it holds with --from."),
        )
    promised = category.promise._asdict()
    limits = {k: v for k, v in promise._asdict().items() if v not in {None, promised[k]}}
    said = {
        name: value
        for name, value in description._asdict().items()
        if value not in {None, getattr(category, name)}
    }
    if not limits and not said:
        raise UsageError(
            _("Nothing is different from what holds for “{category}” on {day}.").format(
                category=category.label, day=since
            ),
            hint=_("See: jinlin issue categories {category}").format(category=category.word),
        )
    if limits:
        source = promise.source or OWN_PROMISE
        _promise(tx, category, category.promise._replace(**limits | {"source": source}), since)
    if said:
        tx.update("category", category.id, **said)
    if "privacy" in said:
        _keep_back(tx, category, str(said["privacy"]))
    told: dict[str, str | Message] = {
        "category": category.name,
        "fields": enumerated(CATEGORY_LABELS[name] for name in (*limits, *said)),
        "day": since.isoformat(),
    }
    tx.describe(
        Message(N_("Changed category {category} from {day} on: {fields}"), told),
        reverse=Message(N_("change category {category} back: {fields}"), told),
        subject=category.code,
    )
    [now] = [known for known in categories(tx, day=since) if known.id == category.id]
    return now


def add_category(
    tx: Tx,
    name: str,
    group: Category,
    promise: NewPromise,
    description: Description,
    *,
    since: date,
) -> Category:
    """Make a category of the branch's own; what is not said of it is as in its group.

    Args:
        tx: the transaction.
        name: what it is called.
        group: the group it belongs to, with the promise that holds on that day.
        promise: what is promised for it.
        description: what is said about it.
        since: the day of which it is told; the promise holds for what was before, too.

    Raises:
        UsageError: there is one of that name, the group is none, or the name tells of somebody.
    """
    _check_name(tx, name)
    if not group.is_group or group.unsorted:
        raise UsageError(
            _("“{category}” is no group of categories.").format(category=group.label),
            hint=_("The groups are: {groups}.").format(
                groups=_(", ").join(
                    one.label for one in categories(tx) if one.is_group and not one.unsorted
                )
            ),
        )
    row = OWN_FROM + tx.next_number("category")
    said = {key: value for key, value in description._asdict().items() if value is not None}
    tx.insert(
        "category",
        **{
            "id": row,
            "code": f"{OWN_CODE}{row}",
            "group_code": group.code,
            "name": name,
            "privacy": group.privacy,
        }
        | said,
    )
    limits = {key: value for key, value in promise._asdict().items() if value is not None}
    promised = group.promise._replace(**{"source": OWN_PROMISE} | limits)
    tx.insert("category_limit", category_id=row, since=BEGUN, **_columns(promised))
    [made] = [one for one in categories(tx, day=since) if one.id == row]
    told: dict[str, str | Message] = {"category": name, "group": group.name}
    tx.describe(
        Message(N_("Made category {category} in {group}"), told),
        reverse=Message(N_("take category {category} out again"), told),
        subject=made.code,
    )
    return made


def _check_name(tx: Tx, name: str) -> None:
    for known in categories(tx):
        if compact(name) in {compact(known.name), compact(known.label), known.code}:
            raise UsageError(
                _("There is a category “{category}” already.").format(category=known.label),
                hint=_("Change it without --group: jinlin issue category {category}").format(
                    category=known.word
                ),
            )
    if discreet(name, KnownNames(tx).among(name)) != name:
        raise UsageError(
            _("A category is on boards: its name tells of nobody."),
            hint=_("Call it by what such issues are about, like 充电桩."),
        )


def remove_category(tx: Tx, category: Category) -> None:
    """Take a category of the branch's own out again.

    Raises:
        RuleError: it came with the program, or issues are recorded under it.
    """
    if not category.own:
        raise RuleError(
            _("“{category}” came with the program and stays.").format(category=category.label),
            hint=_("What is never used does no harm."),
        )
    count = tx.value("SELECT count(*) FROM issue WHERE category_id = ?", (category.id,))
    if count:
        raise RuleError(
            _("Issues are recorded under “{category}”: {count}.").format(
                category=category.label, count=count
            ),
            hint=_(
                "Put them under another one first: jinlin issue bulk --category {category}"
            ).format(category=category.word),
        )
    rows = tx.rows("SELECT id FROM category_limit WHERE category_id = ?", (category.id,))
    tx.delete_many("category_limit", [row["id"] for row in rows])
    tx.delete_many("category", [category.id])
    told: dict[str, str | Message] = {"category": category.name}
    tx.describe(
        Message(N_("Took category {category} out"), told),
        reverse=Message(N_("put category {category} in again"), told),
        subject=category.code,
    )


def _keep_back(tx: Tx, category: Category, privacy: str) -> None:
    """Keep back with a category what was recorded under it; opening it opens no issue by itself.

    Raises:
        RuleError: it is the category of harm to people.
    """
    if category.code == Danger.HARM:
        raise RuleError(
            _("Issues of “{category}” never leave the house.").format(category=category.label),
            hint=_("Take another category for what is no harm to a person."),
        )
    if privacy == "open":
        return
    tx.write("UPDATE issue SET private = 1 WHERE category_id = ? AND private = 0", (category.id,))
    if privacy == "secret":
        tx.write(
            "UPDATE issue SET steward_id = NULL, doer_id = NULL, handler = NULL"
            " WHERE category_id = ? AND closed_at IS NULL",
            (category.id,),
        )


def _columns(promise: Promise) -> dict[str, Any]:
    return {
        "respond_amount": promise.respond.amount,
        "respond_unit": promise.respond.unit,
        "close_amount": promise.close.amount,
        "close_unit": promise.close.unit,
        "raise_amount": promise.escalate.amount,
        "raise_unit": promise.escalate.unit,
        "warn_days": promise.warn_days,
        "source": promise.source,
    }


def _promise(tx: Tx, category: Category, promise: Promise, since: date) -> None:
    values = _columns(promise)
    known = tx.value(
        "SELECT id FROM category_limit WHERE category_id = ? AND since = ?",
        (category.id, since.isoformat()),
    )
    if known is None:
        tx.insert("category_limit", category_id=category.id, since=since.isoformat(), **values)
    else:
        tx.update("category_limit", known, **values)


def read_warning(text: str) -> int:
    """Read how many working days ahead of the due day it is called close.

    Raises:
        UsageError: it is no number, or too large.
    """
    said = text.strip()
    if not said.isdecimal() or int(said[:3]) > MOST_WARNING:
        raise UsageError(
            _("“{text}” is no number of working days.").format(text=text),
            hint=_("Write 0 to {most}.").format(most=MOST_WARNING),
        )
    return int(said)
