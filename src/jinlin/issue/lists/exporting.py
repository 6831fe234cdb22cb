"""The whole notebook as an import reads it again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.exchange.table.fields import field_label
from jinlin.issue.lists.lists import MAY_BE_HANDED_ON, WantedIssues, count, matching
from jinlin.issue.privacy.redaction import Redactor, untitled
from jinlin.issue.privacy.redactors import redactor_of
from jinlin.issue.record.categories import UNSORTED, category_labels
from jinlin.issue.record.queries import STATUS_TOLD
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.satisfaction import Satisfaction
from jinlin.issue.rules.statuses import told_labels
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.delivery.export import ExportedRegister
from jinlin.output.listing.listing import Listing
from jinlin.store.transaction.tx import Reader

NOTEBOOK: Final = N_("Issue notebook")


def notebook_register(
    reader: Reader, wanted: WantedIssues, *, masked: bool = False
) -> ExportedRegister:
    """Return the issues a filter chooses, the oldest first, without the secret ones.

    Args:
        reader: the database.
        wanted: which issues.
        masked: what was typed is put as on the board, rooms are left out, and of private issues
            only the category is told.
    """
    redactor = redactor_of(reader) if masked else None
    condition, values = matching(wanted)
    rows = reader.rows(
        "SELECT i.year, i.number, i.reported_at, i.title, c.name AS category, b.code AS building,"  # noqa: S608  (our own columns)
        " h.entrance, h.room, i.place, i.reporter, i.reporter_phone, i.on_behalf_of, i.accused,"
        " i.channel, i.urgency, ifnull(p.name, i.handler) AS handler, i.due_on, i.deferred_until,"
        f" {STATUS_TOLD} AS status, i.closed_at, i.result, i.satisfaction, i.satisfaction_reason,"
        " i.private OR c.privacy <> 'open' AS untitled,"
        f" i.private OR (c.privacy <> 'open' AND c.code <> '{UNSORTED}') AS private,"
        " o.year AS into_year,"
        " o.number AS into_number, i.public_title, f.what AS offer, i.paid"
        " FROM issue AS i JOIN category AS c ON c.id = i.category_id"
        " LEFT JOIN building AS b ON b.id = i.building_id"
        " LEFT JOIN household AS h ON h.id = i.household_id"
        " LEFT JOIN person AS p ON p.id = i.steward_id"
        " LEFT JOIN offer AS f ON f.id = i.offer_id"
        " LEFT JOIN issue AS o ON o.id = i.merged_into"
        f" WHERE i.removed_at IS NULL AND {MAY_BE_HANDED_ON}{condition}"
        " ORDER BY i.reported_at, i.id",
        values,
    )
    named = {name for row in rows for name in (row["reporter"], row["on_behalf_of"]) if name}
    return ExportedRegister(
        listing=Listing(
            key="issues",
            title=_(NOTEBOOK),
            columns=tuple(_columns()),
            rows=[
                _row(reader, row if redactor is None else _masked(row, redactor)) for row in rows
            ],
        ),
        persons=len(named),
        notes=(
            *_secret_note(reader, wanted),
            *(untitled_note(sum(row["untitled"] for row in rows)) if masked else ()),
        ),
    )


def _secret_note(reader: Reader, wanted: WantedIssues) -> Iterator[str]:
    """Return how many secret issues are not in the file; nothing where there are none."""
    kept_back = count(reader, wanted) - count(reader, wanted._replace(without_secret=True))
    if kept_back:
        yield _("Kept back as secret, so not in the file: {count}.").format(count=kept_back)


def _masked(row: sqlite3.Row, redactor: Redactor) -> dict[str, Any]:
    """Return a row without what names somebody or a door."""
    values = dict(row)
    for column in ("title", "place", "result", "satisfaction_reason", "public_title"):
        values[column] = values[column] and redactor.text(values[column])
    if row["untitled"]:
        kept_back = ("place", "result", "satisfaction_reason", "accused", "offer", "paid")
        values |= dict.fromkeys(kept_back) | {"title": untitled(row["category"])}
    return values | {"room": None}


def untitled_note(count: int) -> Iterator[str]:
    """Return that so many private issues have no title; nothing where there are none."""
    if count:
        yield _("Private issues stand there without their titles: {count}.").format(count=count)


def _columns() -> Iterator[Column]:
    def column(field: str, kind: Kind = Kind.TEXT, **more: Any) -> Column:
        return Column(key=field, heading=field_label(field), kind=kind, **more)

    yes = {1: _("yes"), 0: _("no")}
    yield column("number")
    yield column("reported_at", Kind.TIME)
    yield column("title")
    yield column("category", labels=category_labels())
    yield column("building")
    yield column("entrance")
    yield column("room")
    yield column("place")
    yield column("reporter", personal=Personal.NAME)
    yield column("phone", personal=Personal.PHONE)
    yield column("on_behalf_of", personal=Personal.NAME)
    yield column("accused", personal=Personal.NAME)
    yield column("channel", labels=Channel.labels())
    yield column("urgency", labels=Urgency.labels())
    yield column("handler")
    yield column("due_on", Kind.DATE)
    yield column("deferred_until", Kind.DATE)
    yield column("status", labels=told_labels())
    yield column("closed_at", Kind.TIME)
    yield column("result")
    yield column("satisfaction", labels=Satisfaction.labels())
    yield column("reason")
    yield column("private", labels={str(word): label for word, label in yes.items()})
    yield column("public_title")
    yield column("offer")
    yield column("resident_paid", Kind.MONEY)
    yield column("merged_into")


def _row(reader: Reader, row: sqlite3.Row | dict[str, Any]) -> tuple[Any, ...]:
    local = reader.clock.local
    deferred = row["status"] == "deferred"
    return (
        issue_label(row["year"], row["number"]), local(row["reported_at"]), row["title"],
        row["category"], row["building"], row["entrance"], row["room"], row["place"],
        row["reporter"], row["reporter_phone"],
        row["on_behalf_of"], row["accused"], row["channel"], row["urgency"], row["handler"],
        row["due_on"], row["deferred_until"] if deferred else None, row["status"],
        row["closed_at"] and local(row["closed_at"]), row["result"], row["satisfaction"],
        row["satisfaction_reason"], str(row["private"]), row["public_title"],
        row["offer"], row["paid"],
        row["into_year"] and issue_label(row["into_year"], row["into_number"]),
    )  # fmt: skip
