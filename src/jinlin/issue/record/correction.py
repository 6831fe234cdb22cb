"""A correction of what was recorded about an issue, with from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.money import yuan
from jinlin.core.sentences import enumerated
from jinlin.issue.record.actions import refuse_title
from jinlin.issue.record.categories import Category
from jinlin.issue.record.dates import begun, dates_anew, promised
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import take
from jinlin.issue.record.whereabouts import Place
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.limits import check_due, due_day
from jinlin.issue.rules.orders import IssueOrder
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Tx

EDITABLE: Final = (
    "title", "category", "urgency", "channel", "place", "building", "room", "reporter",
    "reporter_phone", "on_behalf_of", "accused", "due_on", "private", "public_title", "offer",
    "paid",
)  # fmt: skip
UNTOLD: Final = frozenset({"reporter", "reporter_phone", "on_behalf_of", "accused"})
"""Of these fields the life of an issue says that they changed, not from what to what."""


FIELD_LABELS: Final[Mapping[str, str]] = {
    "title": N_("Issue title"),
    "category": N_("Category"),
    "urgency": N_("Urgency"),
    "channel": N_("Channel"),
    "place": N_("Place"),
    "building": N_("Building"),
    "room": N_("Room"),
    "reporter": N_("Reporter"),
    "reporter_phone": N_("Reporter's phone"),
    "due_on": N_("Due on"),
    "on_behalf_of": N_("On behalf of"),
    "accused": N_("Against"),
    "private": N_("Private"),
    "public_title": N_("Title on the board"),
    "offer": N_("Offered service"),
    "paid": N_("Paid by the resident (yuan)"),
    "doer": N_("Does the work"),
    "informed": N_("Is informed"),
    "uninformed": N_("Is no longer informed"),
    "affects": N_("Also affects"),
    "result": N_("Result"),
}
"""The fields of which an `edited` step may say that they are different."""


class IssueCorrection(NamedTuple):
    """What is to be different; None leaves a field as it is.

    Attributes:
        where: the building and home; both are replaced together.
        reporter: empty where nobody is to be named any longer, as `reporter_phone` and
            `on_behalf_of`.
        public_title: what it is called on the board, where its own words stay in the house;
            empty where it is to stand there no longer.
        order: what is ordered and paid then.
    """

    title: str | None = None
    category: Category | None = None
    place: str | None = None
    where: Place | None = None
    reporter: str | None = None
    reporter_phone: str | None = None
    on_behalf_of: str | None = None
    accused: str | None = None
    channel: Channel | None = None
    urgency: Urgency | None = None
    due_on: date | None = None
    private: bool | None = None
    public_title: str | None = None
    order: IssueOrder | None = None


def edit_issue(tx: Tx, issue: IssueRow, wanted: IssueCorrection) -> IssueRow:
    """Correct an issue.

    A new category brings its own due date along where the old one was the old category's, and its
    privacy where that is stricter. What turns out to be secret is taken out of everybody's hands.

    Returns:
        The issue as it is now; the same where nothing is different.

    Raises:
        UsageError: it would be due before it was reported, or its category keeps it off boards
            and it has no other title for them.
        RuleError: it is to be public and secret.
    """
    values = dict(_columns(tx, issue, wanted))
    if wanted.due_on is not None:
        reported = tx.clock.local(issue.reported_at).date()
        check_due(wanted.due_on, reported)
    tx.update("issue", issue.id, **values)
    now = by_id(tx, issue.id)
    changes = dict(_differences(issue, now))
    if not changes:
        return now
    take(
        tx,
        issue,
        EventKind.EDITED,
        note=json.dumps(changes, ensure_ascii=False),
        changes={"due_on": now.due_on},
    )
    if now.secret:
        _untell(tx, issue)
    told: dict[str, str | Message] = {
        "number": issue.label,
        "fields": enumerated(FIELD_LABELS[field] for field in changes),
    }
    tx.describe(
        Message(N_("Changed in issue {number}: {fields}"), told),
        reverse=Message(N_("change back in issue {number}: {fields}"), told),
        subject=issue.label,
    )
    return now


def _untell(tx: Tx, issue: IssueRow) -> None:
    tx.write(
        "UPDATE issue_informed SET removed_at = ? WHERE issue_id = ? AND removed_at IS NULL",
        (tx.clock.stamp, issue.id),
    )


def _columns(tx: Tx, issue: IssueRow, wanted: IssueCorrection) -> Iterator[tuple[str, object]]:
    """Return the columns to write."""
    for column in (
        "title", "place", "reporter", "reporter_phone", "on_behalf_of", "accused", "channel",
        "urgency",
    ):  # fmt: skip
        value = getattr(wanted, column)
        if value is not None:
            yield column, value or None
    if wanted.where is not None:
        yield "building_id", wanted.where.building_id
        yield "household_id", wanted.where.household_id
    if wanted.category is not None:
        yield "category_id", wanted.category.id
        if wanted.category.secret:
            yield from dict.fromkeys(("steward_id", "doer_id", "handler")).items()
    yield from _publicity(issue, wanted).items()
    if wanted.order is not None:
        yield from wanted.order._asdict().items()
    if wanted.category or wanted.urgency or wanted.due_on:
        yield from _dates(tx, issue, wanted).items()


def _publicity(issue: IssueRow, wanted: IssueCorrection) -> Mapping[str, object]:
    """Return whether it is private then, and what it is called on boards.

    Raises:
        UsageError: its category keeps it off boards, and it has no title for them.
        RuleError: it is secret.
    """
    name, privacy = issue.category, issue.privacy
    if wanted.category is not None:
        name, privacy = wanted.category.name, wanted.category.privacy
    _check_publicity(issue, wanted, name, privacy)
    values: dict[str, object] = {}
    if wanted.private is not None:
        values["private"] = int(wanted.private or privacy != "open")
    elif (wanted.category is not None and wanted.category.makes_private) or (
        wanted.title is not None and danger_in(wanted.title) is Danger.HARM
    ):
        values["private"] = 1
    if wanted.category is not None and privacy == "secret":
        values["public_title"] = None
    elif wanted.public_title is not None:
        values["public_title"] = wanted.public_title or None
    elif wanted.private:
        values["public_title"] = None
    return values


def _check_publicity(issue: IssueRow, wanted: IssueCorrection, category: str, privacy: str) -> None:
    """Refuse to make public what its category keeps in the house.

    Args:
        issue: as it is.
        wanted: what is to be different.
        category: the name of its category then.
        privacy: that category's.

    Raises:
        UsageError: as `_publicity`.
        RuleError: as `_publicity`.
    """
    if wanted.public_title or (privacy == "secret" and wanted.private is False):
        refuse_title(category, privacy)
    outside = issue.public_title if wanted.public_title is None else wanted.public_title
    if wanted.private is False and privacy != "open" and not outside:
        raise UsageError(
            _("“{category}” is kept off boards: there it needs a title that tells no more.").format(
                category=category
            ),
            hint=_(
                "Give it with --public-title 某物业侵占业主资产; or open the whole category:"
                " jinlin issue category {category} --privacy open"
            ).format(category=category),
        )


def _dates(tx: Tx, issue: IssueRow, wanted: IssueCorrection) -> Mapping[str, str]:
    """Return the days it has now: a due day of her own stays, a promised one is promised anew."""
    start = begun(tx, issue)
    promise = promised(tx, issue.category_id, start, issue.urgency)
    usual = due_day(promise.close, start, calendar(tx)).isoformat()
    own = None if issue.due_on in {None, usual} else date.fromisoformat(issue.due_on or "")
    return dates_anew(
        tx,
        issue,
        category_id=wanted.category.id if wanted.category else issue.category_id,
        urgency=wanted.urgency or issue.urgency,
        due=wanted.due_on or own,
    )


def _differences(
    before: IssueRow, now: IssueRow
) -> Iterator[tuple[str, Sequence[str | None] | None]]:
    """Return the fields that differ, each with what it was and is; personal ones without."""
    for field in EDITABLE:
        was, is_ = _kept(before, field), _kept(now, field)
        if was != is_:
            yield field, None if field in UNTOLD else [was, is_]


def _kept(issue: IssueRow, field: str) -> str | None:
    """Return a value as the step keeps it: stored words, `yes` and `no`, homes in full."""
    if field == "room":
        from jinlin.complex.rules.address import label

        return label(issue.building or "", issue.entrance, issue.room) if issue.room else None
    value = getattr(issue, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


Changes: TypeAlias = Mapping[str, Sequence[str | None] | None]


def told_changes(changes: Changes) -> str:
    """Return what an `edited` step changed, in the user's language, one line a field."""
    return "\n".join(_told_field(field, pair) for field, pair in changes.items())


def _told_field(field: str, pair: Sequence[str | None] | None) -> str:
    name = _(FIELD_LABELS[field])
    if pair is None:
        return name
    was, now = (_told(field, value) for value in pair)
    return _("{field}: {was} → {now}").format(field=name, was=was, now=now)


def _told(field: str, value: str | None) -> str:
    if value is None:
        return _("none")
    if field == "urgency":
        return Urgency(value).label
    if field == "channel":
        return Channel(value).label
    if field == "paid":
        return yuan(int(value))
    if field == "private":
        return _("yes") if value == "yes" else _("no")
    return value
