"""`jinlin meeting action`: who does what by when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.command_words import is_command_word
from jinlin.core.line.option_names import as_typed
from jinlin.core.reference import Reference
from jinlin.meeting.commands.during.shared import Due, Issues, Item, Owner
from jinlin.meeting.commands.kinds import PERCENT
from jinlin.meeting.minutes import action_items
from jinlin.meeting.record.actions import name_if_said
from jinlin.meeting.record.register import ActionRow
from jinlin.meeting.rules.meetings import parse_number, resolution_label
from jinlin.meeting.rules.resolutions import (
    ResolutionNumber,
    action_label,
    is_action,
    parse_action,
    parse_resolution,
)
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import NUMBER, RECORD, TEXT
from jinlin.output.delivery.show import done as say_done
from jinlin.store.command.command import writing


class ActionNumber(NamedTuple):
    """The number of an action item, where that of a meeting may stand too."""

    number: int


def _number(text: str) -> int | ActionNumber:
    return ActionNumber(parse_action(text)) if is_action(text) else parse_number(text)


def _resolution(text: str) -> int | ResolutionNumber:
    return (
        NUMBER.take(text, as_typed("--resolution")) if text.isdecimal() else parse_resolution(text)
    )


_MEETING_OR_ACTION: Final = WordKind("action item", "M12|A5", _number)
_RESOLUTION: Final = WordKind("resolution", "M12-1", _resolution)


def action(
    call: Call,
    number: Annotated[
        int | ActionNumber,
        _MEETING_OR_ACTION.argument(help=N_("The meeting of a new one, or the old one.")),
    ],
    text: Annotated[
        str | None,
        TEXT.argument(
            help=N_("What is to be done."),
            asked=AskedFor(
                N_("What is to be done"), where=lambda said: isinstance(said["number"], int)
            ),
        ),
    ],
    owner: Owner = None,
    due: Due = None,
    item: Item = None,
    resolution: Annotated[
        int | ResolutionNumber | None,
        _RESOLUTION.option(help=N_("The resolution that it carries out.")),
    ] = None,
    issue: Issues = None,
    about: Annotated[
        Reference | None,
        RECORD.option("--about", help=N_("What else it is about: W2, to put right what it found.")),
    ] = None,
    percent: Annotated[
        int | None, PERCENT.option(help=N_("How much of it is done, in per cent."))
    ] = None,
    note: Annotated[str | None, TEXT.option(help=N_("What came of it so far."))] = None,
) -> None:
    old = isinstance(number, ActionNumber)
    _check_options(
        {"--item": item, "--resolution": resolution, "--issue": issue or None, "--about": about}
        if old
        else {"--percent": percent, "--note": note},
        old=old,
    )
    with writing(call) as tx:
        due_on = due.on(tx.clock) if due else None
        if isinstance(number, ActionNumber):
            _check_text(text, *number)
            edit = action_items.ActionEdit(
                text, name_if_said(tx, owner), due_on, percent, remark=note
            )
            row = action_items.edit_action(tx, *number, edit)
        else:
            assert text is not None  # it was asked for
            new = action_items.NewAction(
                text=text,
                owner=name_if_said(tx, owner) or None,
                due_on=due_on,
                item=item,
                resolution=_own_number(resolution, number),
                issues=tuple(issue or ()),
                about=about,
            )
            row = action_items.add_action(tx, number, new)
    said_of(call, row)


def _check_text(text: str | None, number: int) -> None:
    """Refuse a word of the commands as the new text of an action item: `待办 A1 完成`.

    Raises:
        UsageError: it is one.
    """
    if text and is_command_word(text):
        raise UsageError(
            _("“{text}” is a word of the commands, and not what is to be done.").format(text=text),
            hint=_("Where it is done: jinlin meeting done {number}").format(
                number=action_label(number)
            ),
        )


def _check_options(wrong: Mapping[str, object], *, old: bool) -> None:
    """Refuse what goes with an action item of the other kind alone: a new one, or one there is."""
    for option, given in wrong.items():
        if given is not None:
            raise UsageError(
                _("{option} goes with a new action item.").format(option=as_typed(option))
                if old
                else _("{option} goes with an action item that is there.").format(
                    option=as_typed(option)
                ),
                hint=_("A new one: jinlin meeting action M12 TEXT. One that is there: A5."),
            )


def _own_number(said: int | ResolutionNumber | None, meeting: int) -> int | None:
    """Return the number within its meeting of a resolution of the same meeting."""
    if not isinstance(said, ResolutionNumber):
        return said
    if said.meeting != meeting:
        raise UsageError(
            _("Resolution {number} is of another meeting.").format(number=resolution_label(*said)),
            hint=_("Record the action item in its meeting: jinlin meeting action M{number} TEXT")
            .format(number=said.meeting),
        )  # fmt: skip
    return said.own


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
         "resolution", "issues", "about", "remark")  # fmt: skip


def _values(row: ActionRow) -> list[Any]:
    return [
        row.label, row.text, row.owner, row.due_on.isoformat() if row.due_on else None,
        row.percent, row.done_on.isoformat() if row.done_on else None, row.meeting, row.item,
        row.resolution, row.issues, row.about, row.remark,
    ]  # fmt: skip
