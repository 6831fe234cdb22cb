"""`jinlin service kind`: what is usual of a kind of service day, and how it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMonth
from jinlin.meeting.commands.record.rule import OFTEN
from jinlin.meeting.commands.service.kinds import ASKED_KIND, ITEMS, SERVICE_TYPE
from jinlin.meeting.record.rules_in_force import set_frequency, type_on
from jinlin.meeting.rules.frequency import Frequency
from jinlin.meeting.rules.kinds import MeetingType
from jinlin.meeting.service.usual import ServiceKeeping, UsualService, keeping, set_usual, usual
from jinlin.meeting.service.words import kept_words, missed_words
from jinlin.output.command.kinds import MONTH, TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Record
from jinlin.store.command.command import reading, writing


def kind(
    call: Call,
    kind: Annotated[
        MeetingType, SERVICE_TYPE.argument(help=N_("Such as 爱心日."), asked=ASKED_KIND)
    ],
    due: Annotated[
        Frequency | Literal[False] | None,
        OFTEN.option("--due", help=N_("How often: 每月25日, 每周六, none.")),
    ] = None,
    place: Annotated[
        str | None, TEXT.option("--place", help=N_("Where it is usually held."), cleared="")
    ] = None,
    items: Annotated[
        Sequence[str] | None,
        ITEMS.option("--items", help=N_("What is usually offered."), cleared=()),
    ] = None,
    unbroken_since: Annotated[
        SaidMonth | None,
        MONTH.option(
            "--unbroken-since", help=N_("The month since which it was never missed."), cleared=""
        ),
    ] = None,
) -> None:
    changes: dict[str, str | None] = {}
    if place is not None:
        changes["place"] = place or None
    if items is not None:
        changes["items"] = "、".join(items) or None
    if not changes and due is None and unbroken_since is None:
        with reading(call) as reader:
            now = type_on(reader, kind.code, reader.clock.today)
            record = _record(now, usual(reader, kind.code), keeping(reader, kind.code))
        show(call, record)
        return
    with writing(call) as tx:
        if unbroken_since is not None:
            since = unbroken_since.on(tx.clock) if unbroken_since else None
            changes["unbroken_since"] = str(since) if since else None
        known = set_usual(tx, kind.code, changes) if changes else usual(tx, kind.code)
        if due is not None:
            set_frequency(
                tx, kind.code, due or None, since=tx.clock.today, source=_("set for service days")
            )
        now = type_on(tx, kind.code, tx.clock.today)
    done(
        call,
        _("{type}: {often}; place {place}; services: {items}.").format(
            type=now.name,
            often=now.frequency or _("as needed"),
            place=known.place or _("as said"),
            items=_(", ").join(known.items) or _("as said"),
        ),
        number=now.code,
        data={"type": now.code, "due": now.due.code if now.due else None} | _json(known),
    )


def _record(now: MeetingType, known: UsualService, kept: ServiceKeeping) -> Record:
    return Record.of(
        title=now.name,
        fields=[
            (Column(key="type", heading=_("Type")), now.name),
            (Column(key="due", heading=_("How often")), now.frequency or None),
            (Column(key="place", heading=_("Place")), known.place),
            (Column(key="items", heading=_("Services offered")), "、".join(known.items) or None),
            (Column(key="held", heading=_("Held"), kind=Kind.INTEGER), kept.held),
            (Column(key="row", heading=_("In a row")), kept_words(kept, known) or None),
            (Column(key="missed", heading=_("Missed")), missed_words(kept) or None),
        ],
    )


def _json(known: UsualService) -> dict[str, Any]:
    return {
        "place": known.place,
        "items": list(known.items),
        "unbroken_since": known.unbroken_since,
    }
