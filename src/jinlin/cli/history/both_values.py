"""What an undone edit sets from what to what: told when it is done, never kept in the history.

A room's own names for its columns are those its edit goes by; a register's are declared with it.
Phones and the like are masked, as everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.listing.values import as_text, hidden
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.transaction.tx import Reader

MOST: Final = 8
"""More values than these are for `jinlin log`."""
_MASKED: Final = {
    Content.NAME: Personal.NAME,
    Content.PHONE: Personal.PHONE,
    Content.ID_NUMBER: Personal.ID,
}


class EditedTable(NamedTuple):
    """What people call the columns of a table, as its edit has them.

    Attributes:
        labels: where the labels by column are: `module:NAME`; or the class of a register's record.
        words: by column the fixed choice its values are words of.
        kinds: by column what its values mean, where they are no text.
        untold: columns whose values say nothing to people.
    """

    labels: str
    words: Mapping[str, str] = {}
    kinds: Mapping[str, Kind] = {}
    untold: frozenset[str] = frozenset()


_PARTY: Final = "jinlin.member.rules.party"
_MEMBER: Final = EditedTable(
    f"{_PARTY}:DETAIL_LABELS",
    {
        "party_state": f"{_PARTY}:PartyState",
        "affiliation": f"{_PARTY}:Affiliation",
        "standing": f"{_PARTY}:MemberStanding",
    },
)
TABLES: Final[Mapping[str, EditedTable]] = {
    "issue": EditedTable(
        "jinlin.issue.record.correction:FIELD_LABELS",
        {
            "channel": "jinlin.issue.rules.channels:Channel",
            "urgency": "jinlin.issue.rules.urgencies:Urgency",
        },
        {"private": Kind.BOOLEAN, "paid": Kind.MONEY},
    ),
    "household": EditedTable(
        "jinlin.complex.rules.buildings:HOUSEHOLD_FIELDS",
        {
            "state": "jinlin.complex.rules.buildings:Use",
            "area_basis": "jinlin.complex.rules.buildings:AreaBasis",
        },
        {"area": Kind.AREA},
    ),
    "meeting": EditedTable(
        "jinlin.meeting.record.actions:FIELD_LABELS",
        kinds={"held_at": Kind.TIME, "ended_at": Kind.TIME},
        untold=frozenset({"type"}),
    ),
    "notice": EditedTable("jinlin.notice.notice_fields:FIELD_LABELS"),
    "branch": EditedTable(
        "jinlin.member.rules.branch:FIELD_LABELS",
        {"type": "jinlin.member.rules.branch:BranchType"},
    ),
    "member": _MEMBER,
    "person": _MEMBER,
    "building": EditedTable("jinlin.complex.building.buildings:Building"),
    "team": EditedTable("jinlin.member.team.teams:Team"),
    "party_group": EditedTable("jinlin.member.branch.group_register:Group"),
    "room": EditedTable("jinlin.member.branch.rooms:Room"),
    "venue_item": EditedTable("jinlin.member.branch.venue:VenuePoint"),
    "offer": EditedTable("jinlin.member.management.offers:OfferedService"),
    "manager": EditedTable("jinlin.member.management.managers:ComplexManager"),
    "honour": EditedTable("jinlin.member.report_in.honours:Honour"),
    "opinion": EditedTable("jinlin.member.report_in.opinions:EmployerLetter"),
    "elevator_cost": EditedTable("jinlin.elevator.project.costs:CostLine"),
    "elevator_quote": EditedTable("jinlin.elevator.project.quotes:Quote"),
    "elevator_subsidy": EditedTable("jinlin.elevator.project.subsidies:Subsidy"),
    "major_matter": EditedTable("jinlin.meeting.chain.own_matters:OwnMajorMatter"),
    "first_matter": EditedTable("jinlin.meeting.record.first_matters:FirstMatter"),
    "project_quote": EditedTable("jinlin.project.record.quotes:ProjectQuote"),
    "field": EditedTable("jinlin.complex.field.fields:BranchField"),
    "partner": EditedTable("jinlin.partner.record.partners:Partner"),
    "street_task": EditedTable("jinlin.member.branch.tasks:StreetTask"),
    "power": EditedTable("jinlin.notice.small_powers:Power"),
}
"""By table; a test compares them with the registers and the edits there are."""


class BothValues(NamedTuple):
    """A value that an undo sets: of which field, from what, to what.

    Attributes:
        key: its column.
        field: what people call that.
    """

    key: str
    field: str
    before: str
    after: str

    @property
    def line(self) -> str:
        """What people read: `Floors: 8 → 6`."""
        nothing = _("(empty)")
        return _("{field}: {before} → {after}").format(
            field=self.field, before=self.before or nothing, after=self.after or nothing
        )


def both_values(reader: Reader, seq: int) -> list[BothValues]:
    """Return what taking back a command sets, by field; nothing where it is too much to tell."""
    found: dict[tuple[str, int, str], BothValues] = {}
    for change in reader.rows(
        "SELECT table_name, row_id, before, after FROM row_change"
        " WHERE entry = ? AND before IS NOT NULL AND after IS NOT NULL ORDER BY id LIMIT ?",
        (seq, MOST + 1),
    ):
        table = change["table_name"]
        if table in TABLES:
            told = _told(reader, table, json.loads(change["after"]), json.loads(change["before"]))
            found |= {(table, change["row_id"], one.key): one for one in told}
    return list(found.values()) if len(found) <= MOST else []


def _told(
    reader: Reader, table: str, now: Mapping[str, Any], then: Mapping[str, Any]
) -> Iterator[BothValues]:
    for column in columns_known(table):
        before, after = now.get(column.key), then.get(column.key)
        if before != after:
            yield BothValues(
                column.key,
                column.heading,
                value_told(reader, column, before),
                value_told(reader, column, after),
            )


def columns_known(table: str) -> Iterator[Column]:
    """Return the columns of a table that people know, as its edit or its register calls them."""
    known = TABLES[table]
    personal = PERSONAL.get(table, {})
    named = _found(known.labels)
    if isinstance(named, Mapping):
        for key, label in named.items():
            if key in known.untold:
                continue
            words = _found(known.words[key]).labels() if key in known.words else None
            kind = known.kinds.get(key, Kind.TEXT)
            yield Column(key, _(label), kind, masked_as(personal.get(key)), words)
        return
    for one in named.fields:
        if one.label and one.stored and not one.sql:
            labels = one.words.labels() if one.words else None
            kind = one.column or Kind.TEXT
            yield Column(one.key, _(one.label), kind, masked_as(personal.get(one.key)), labels)


def _found(named: str) -> Any:
    module, _colon, name = named.partition(":")
    return getattr(import_module(module), name)


def masked_as(content: Content | None) -> Personal | None:
    return None if content is None else _MASKED.get(content)


def value_told(reader: Reader, column: Column, kept: Any) -> str:
    if kept is None:
        return ""
    value = kept
    if column.kind is Kind.TIME:
        value = reader.moment(kept)
    elif isinstance(kept, str) and kept.startswith("["):
        value = "、".join(map(str, json.loads(kept)))
    return as_text(column, hidden(column, value, unmask=False))
