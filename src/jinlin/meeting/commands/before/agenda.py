"""`jinlin meeting agenda`: the agenda as a paper, drawn up with `--build`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, _
from jinlin.meeting.agenda.agenda_draft import Built, build_agenda, next_friday_council
from jinlin.meeting.commands.kinds import MEETING
from jinlin.meeting.commands.withheld import tell_inside, tell_kept
from jinlin.meeting.pages.agenda import agenda_page
from jinlin.meeting.pages.agenda_facts import ItemFacts, facts_of
from jinlin.meeting.pages.paper import Paper, paper_of
from jinlin.meeting.pages.release import let_out, of_items, told_inside
from jinlin.meeting.record.branch_first import Progress
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


def agenda(
    call: Call,
    number: Annotated[
        int | None,
        MEETING.argument(help=N_("The meeting; else the next Friday council.")),
    ] = None,
    build: Annotated[
        bool, flag("--build", help=N_("Add what is stuck, undone, due, left over."))
    ] = False,
    again: Annotated[
        bool,
        flag("--again", "--撤下的也要", help=N_("With --build: also what was taken off by hand.")),
    ] = False,
    internal: Annotated[
        bool,
        flag(
            "--internal",
            help=N_("For the branch itself: with the internal items, private issues in full."),
        ),
    ] = False,
) -> None:
    if not build:
        with reading(call) as reader:
            meeting = number or next_friday_council(reader)
            if meeting is None:
                raise NotFoundError(
                    _("No Friday council is planned."),
                    hint=_("Plan it and draw up its agenda: jinlin meeting agenda --build"),
                )
            paper = _outside(reader, paper_of(reader, meeting), internal=internal)
            inside = [] if internal else told_inside(reader, paper)
            facts = facts_of(reader, paper)
        _show(call, paper, facts, internal=internal, data=_data(paper))
        _tell_kept_back(call, paper, internal=internal)
        tell_inside(call, inside)
        return
    check_page(call)
    with once_saved(call) as held, writing(call) as tx:
        built = build_agenda(tx, number, again=again)
        paper = _outside(tx, paper_of(tx, built.meeting.number), internal=internal)
        data = {
            **_data(paper),
            "created": built.created,
            "added": list(built.added.positions),
            "left_off": list(built.added.left_off),
            "dropped": list(built.restated.dropped),
            "dry_run": call.dry_run,
        }
        _show(held, paper, facts_of(tx, paper), internal=internal, data=data)
    _tell_kept_back(call, paper, internal=internal)
    _tell_built(call, built)


def _outside(reader: Reader, paper: Paper, *, internal: bool) -> Paper:
    """Return the paper as those who are not of the branch may read it, unless it stays inside."""
    return paper if internal else let_out(reader, paper)


def _show(
    call: Call,
    paper: Paper,
    facts: Mapping[int, ItemFacts],
    *,
    internal: bool,
    data: dict[str, Any],
) -> None:
    show_pages(call, [agenda_page(paper, facts, internal=internal)], data=data, template="议题清单")


def _tell_kept_back(call: Call, paper: Paper, *, internal: bool) -> None:
    """Say what the paper leaves out, and what the branch has to say before the others do."""
    tell_kept(call, of_items(paper.kept), ahead=paper.ahead)
    hidden = sum(item.internal for item in paper.whole.items)
    if hidden and not internal:
        call.tell(_("Internal items not printed: {count} (--internal)").format(count=hidden))
    for item in paper.whole.items:
        if item.id in paper.first and paper.first[item.id].progress is Progress.NOT_YET:
            call.tell(
                _(
                    "Item {position}: the branch records what it says beforehand in its own"
                    " meeting: jinlin meeting item M… --for {item}"
                ).format(position=item.position, item=f"{paper.meeting.label}/{item.position}"),
            )


def _data(paper: Paper) -> dict[str, Any]:
    meeting = paper.meeting
    return {
        "number": meeting.label,
        "title": meeting.title,
        "held_at": meeting.when if isinstance(meeting.when, str) else meeting.when.isoformat(),
        "frozen": meeting.opened_at is not None,
        "items": [
            {
                "item": item.position,
                "title": item.title,
                "source": item.source_kind,
                "reference": item.source_ref,
                "why": item.source_text,
                "internal": item.internal,
                "branch_first": paper.first[item.id].progress if item.id in paper.first else None,
            }
            for item in paper.whole.items
        ],
    }


def _tell_built(call: Call, built: Built) -> None:
    """Say what was put on the agenda, what stays off, and what was planned for it."""
    label = built.meeting.label
    if built.created:
        call.tell(
            _("No Friday council was planned: {number} is planned now for {day}.").format(
                number=label, day=built.meeting.held_at.date().isoformat()
            ),
        )
    call.tell(
        _("{number}: {count} new items on the agenda.").format(
            number=label, count=len(built.added.positions)
        )
        if built.added.positions
        else _("{number}: nothing new for the agenda.").format(number=label),
    )
    if built.restated.dropped:
        call.tell(
            _("Settled meanwhile or no longer waiting, and taken off: {items}").format(
                items=_(", ").join(built.restated.dropped)
            ),
        )
    if built.added.left_off:
        call.tell(
            _("Taken off by hand before, and left off (--again puts them back): {items}").format(
                items=_(", ").join(built.added.left_off)
            ),
        )
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
