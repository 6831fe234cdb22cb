"""`jinlin meeting item`: the agenda by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.issue.commands.shared.kinds import ISSUE
from jinlin.meeting.agenda import agenda_items
from jinlin.meeting.agenda.agenda_items import ItemEdit
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.branch_first import deliberated, first_words
from jinlin.meeting.rules.meetings import meeting_label
from jinlin.meeting.rules.resolutions import parse_item
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import NUMBER, RECORD, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Tx

ITEM: Final = WordKind("item", "M12/3", parse_item)


def _is_new(said: Mapping[str, Any]) -> bool:
    """Return whether an item is added that is called as nothing on an agenda is."""
    alone = said["place"] is None and said["to"] is None and not said["remove"]
    return alone and said["for_item"] is None


_View: TypeAlias = Annotated[
    str | None, TEXT.option(help=N_("What the meeting held of it, for the summary."))
]
_Remove: TypeAlias = Annotated[
    bool, flag("--remove", help=N_("Take it off; building again leaves it off."))
]
_Internal: TypeAlias = Annotated[
    bool | None,
    flag("--internal/--public", help=N_("Keep it off every paper that leaves the branch.")),
]
_BranchFirst: TypeAlias = Annotated[
    bool | None,
    flag("--branch-first/--no-branch-first", help=N_("The branch deliberates it beforehand.")),
]
_ForItem: TypeAlias = Annotated[
    tuple[int, int] | None,
    ITEM.option("--for", help=N_("Deliberated here for an item of that meeting; titled as there.")),
]
_Settled: TypeAlias = Annotated[
    bool | None,
    flag("--settled/--unsettled", help=N_("Whether nothing of it is left for next time.")),
]
_Reason: TypeAlias = Annotated[
    str | None, TEXT.option(help=N_("Why the agenda changes after opening."))
]


def item(
    call: Call,
    number: MeetingNumber,
    text: Annotated[
        str | None,
        TEXT.argument(
            help=N_("What the item is about."),
            asked=AskedFor(N_("What the item is about"), where=_is_new),
        ),
    ] = None,
    place: Annotated[
        int | None, NUMBER.option("--item", help=N_("An item already on the agenda."))
    ] = None,
    note: Annotated[
        str | None, TEXT.option(help=N_("What was said; added to what is there."))
    ] = None,
    view: _View = None,
    to: Annotated[int | None, NUMBER.option(help=N_("Move it to this place."))] = None,
    remove: _Remove = False,
    internal: _Internal = None,
    branch_first: _BranchFirst = None,
    for_item: _ForItem = None,
    settled: _Settled = None,
    issue: Annotated[
        str | None, ISSUE.option(called="2026-0007", help=N_("The issue it is about."))
    ] = None,
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What else it is about: G1, E3."))
    ] = None,
    reason: _Reason = None,
) -> None:
    edit = ItemEdit(
        title=text,
        note=note,
        view=view,
        internal=internal,
        branch_first=branch_first,
        settled=settled,
        for_item=for_item,
        reason=reason,
        issue=issue,
        about=about,
    )
    if (remove or to is not None) and (place is None or _says_more(edit) or (remove and to)):
        raise UsageError(
            _("--remove and --to stand alone with --item N."),
            hint=_("For example: jinlin meeting item {number} --item 3 --to 1").format(
                number=meeting_label(number)
            ),
        )
    with writing(call) as tx:
        did, sentence = _carried_out(tx, number, place, edit, to=to, remove=remove)
        first = deliberated(tx, [] if remove else [did])
    done(
        call,
        sentence.format(number=meeting_label(number), position=did.position, title=did.title),
        number=str(did.position),
        data=_data(number, did),
    )
    _tell_first(call, number, did, first)


def _carried_out(
    tx: Tx, meeting: int, place: int | None, edit: ItemEdit, *, to: int | None, remove: bool
) -> tuple[AgendaItem, str]:
    """Do the one thing that was asked, and return the item and the sentence that says so."""
    if place is None:
        return agenda_items.add_item(tx, meeting, edit.title, edit), _(
            "{number}, item {position}: {title}"
        )
    if remove:
        return agenda_items.remove_item(tx, meeting, place, edit.reason), _(
            "{number}: item {position} was taken off: {title}"
        )
    if to is not None:
        return agenda_items.move_item(tx, meeting, place, to), _(
            "{number}, item {position}: {title}"
        )
    if not _says_more(edit):
        raise UsageError(
            _("Nothing to change was named."), hint=_("Give a new text, or --note TEXT.")
        )
    return agenda_items.edit_item(tx, meeting, place, edit), _("{number}, item {position}: {title}")


def _says_more(edit: ItemEdit) -> bool:
    """Return whether something of an item is to change, and not only why."""
    return any(value is not None for value in edit._replace(reason=None))


def _data(meeting: int, item: AgendaItem) -> dict[str, Any]:
    return {
        "number": meeting_label(meeting),
        "item": item.position,
        "title": item.title,
        "note": item.note,
        "view": item.view,
        "internal": item.internal,
        "branch_first": item.branch_first,
        "settled": item.settled,
    }


def _tell_first(call: Call, meeting: int, item: AgendaItem, first: dict[int, Any]) -> None:
    """Say that the branch deliberates an item beforehand, and how that is recorded."""
    if item.id not in first:
        return
    call.tell(
        _("Branch first (an opinion; the owners decide): {state}.").format(
            state=first_words(first[item.id])
        ),
    )
    call.tell(
        _("Record it in a branch meeting: jinlin meeting item M… --for {item}").format(
            item=f"{meeting_label(meeting)}/{item.position}"
        ),
    )
