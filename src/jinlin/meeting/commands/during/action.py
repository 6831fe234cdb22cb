"""`jinlin meeting action`: who does what by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.meeting.commands.during.shared import Due, Issues, Item, Owner
from jinlin.meeting.minutes import action_items
from jinlin.meeting.record.actions import name_if_said
from jinlin.meeting.record.register import ActionRow
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.resolutions import (
    is_action,
    parse_action,
    parse_percent,
    parse_resolution,
)
from jinlin.output.delivery.show import done as say_done
from jinlin.store.command.command import writing


def action(
    call: Call,
    number: Annotated[
        str, typer.Argument(metavar="M12|A5", help=_("The meeting of a new one, or the old one."))
    ],
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What is to be done."))
    ] = None,
    owner: Owner = None,
    due: Due = None,
    item: Item = None,
    resolution: Annotated[
        str | None,
        typer.Option(metavar="M12-1", help=_("The resolution that it carries out.")),
    ] = None,
    issue: Issues = None,
    percent: Annotated[
        str | None, typer.Option(metavar="40", help=_("How much of it is done, in per cent."))
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("What came of it so far."))
    ] = None,
) -> None:
    old = is_action(number)
    _check_options(
        {"--item": item, "--resolution": resolution, "--issue": issue}
        if old
        else {"--percent": percent, "--note": note},
        old=old,
    )
    with writing(call) as tx:
        due_on = due.on(tx.clock) if due else None
        if old:
            edit = action_items.ActionEdit(
                text=clean(text or "") or None,
                owner=name_if_said(tx, owner),
                due_on=due_on,
                percent=parse_percent(percent) if percent else None,
                remark=clean(note or "") or None,
            )
            row = action_items.edit_action(tx, parse_action(number), edit)
        else:
            meeting = parse_number(number)
            new = action_items.NewAction(
                text=_text_of(text),
                owner=name_if_said(tx, owner) or None,
                due_on=due_on,
                item=item,
                resolution=_own_number(resolution, meeting),
                issues=tuple(issue or ()),
            )
            row = action_items.add_action(tx, meeting, new)
    said_of(call, row)


def _text_of(text: str | None) -> str:
    kept = clean(text or "")
    if not kept:
        raise UsageError(
            _("Missing: {names}.").format(names=_("TEXT")), hint=_("Give it on the command line.")
        )
    return kept


def _check_options(wrong: Mapping[str, object], *, old: bool) -> None:
    """Refuse what goes with an action item of the other kind alone: a new one, or one there is."""
    for option, given in wrong.items():
        if given:
            raise UsageError(
                _("{option} goes with a new action item.").format(option=option)
                if old
                else _("{option} goes with an action item that is there.").format(option=option),
                hint=_("A new one: jinlin meeting action M12 TEXT. One that is there: A5."),
            )


def _own_number(text: str | None, meeting: int) -> int | None:
    """Return the number within its meeting of a resolution of the same meeting: `M12-1`, `1`."""
    if not text:
        return None
    named, own = parse_resolution(f"M{meeting}-{text}" if text.isdecimal() else text)
    if named != meeting:
        raise UsageError(
            _("Resolution {number} is of another meeting.").format(number=text),
            hint=_("Record the action item in its meeting: jinlin meeting action M{number} TEXT")
            .format(number=named),
        )  # fmt: skip
    return own


def said_of(call: Call, row: ActionRow) -> None:
    facts = [
        fact
        for fact in (
            row.owner,
            _("due {day}").format(day=row.due_on) if row.due_on else None,
            _("done on {day}").format(day=row.done_on)
            if row.done_on
            else _("{percent} % done").format(percent=row.percent),
        )
        if fact
    ]
    say_done(
        call,
        _("{number} {text} ({facts})").format(
            number=row.label, text=row.text, facts=_(", ").join(facts)
        ),
        number=row.label,
        data=dict(zip(_KEYS, _values(row), strict=True)),
    )
    if row.issues:
        call.tell(_("Written back to: {issues}").format(issues=_(", ").join(row.issues)))


_KEYS = ("number", "text", "owner", "due_on", "percent", "done_on", "meeting", "item",
         "resolution", "issues", "remark")  # fmt: skip


def _values(row: ActionRow) -> list[Any]:
    return [
        row.label, row.text, row.owner, row.due_on.isoformat() if row.due_on else None,
        row.percent, row.done_on.isoformat() if row.done_on else None, row.meeting, row.item,
        row.resolution, row.issues, row.remark,
    ]  # fmt: skip
