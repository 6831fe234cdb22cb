"""`jinlin meeting notify`: what goes out before it, as a text, a page or a calendar entry."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated, BinaryIO

from jinlin.core.call import Call
from jinlin.core.files.filenames import check_file_name, ending_of
from jinlin.core.i18n import N_, _
from jinlin.core.text import shown
from jinlin.meeting.calendar.ical import Event, calendar_of
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.meeting.commands.withheld import tell_kept
from jinlin.meeting.pages.invitation import (
    days_ahead,
    days_short,
    notice_items,
    notice_page,
    notice_text,
)
from jinlin.meeting.pages.paper import Paper, paper_of
from jinlin.meeting.pages.release import let_out, of_items
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.rules.meetings import has_time
from jinlin.output.command.kinds import FILE, TEXT
from jinlin.output.delivery.files import write_whole
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.listing.stream import handing_on
from jinlin.store.command.command import reading
from jinlin.store.history.chain import database_key


def notify(
    call: Call,
    number: MeetingNumber,
    ics: Annotated[
        str | None,
        FILE.option(help=N_("Also as an entry for a phone's calendar.")),
    ] = None,
    contact: Annotated[
        str | None,
        TEXT.option(help=N_("Whom to ask, and her phone.")),
    ] = None,
) -> None:
    with reading(call) as reader:
        paper = let_out(reader, paper_of(reader, number), counted=True)
        key, made_at = database_key(reader), reader.clock.now
    tell_kept(call, of_items(paper.kept), ahead=paper.ahead)
    text = notice_text(paper)
    target = ics or (call.output if is_calendar(call.output) else None)
    if target:
        if target != call.output:
            check_page(call)
        events = [meeting_event(paper.meeting, _agenda_text(paper))]
        save_calendar(call, target, calendar_of(events, key=key, made_at=made_at))
    if not is_calendar(call.output) and not (target and call.output is None and call.quiet):
        _show(call, paper, text, contact)
    if short := days_short(paper):
        call.tell(
            _(
                "That is {days} days too late for the notice that the law asks for, {needed} days"
                " ahead."
            ).format(days=short, needed=days_ahead(paper)),
        )


def _show(call: Call, paper: Paper, text: str, contact: str | None) -> None:
    """Print the text to paste, or the page where a file, Markdown or JSON was asked for."""
    if call.output or call.json or call.md:
        show_pages(
            call,
            [notice_page(paper, contact=contact)],
            data={"number": paper.meeting.label, "title": paper.meeting.title, "text": text},
            template="会议通知",
        )
        return
    with handing_on(call.environment.stdout):
        call.environment.stdout.write(f"{shown(text)}\n")


def is_calendar(target: str | None) -> bool:
    """Return whether a file is one for a calendar."""
    return bool(target) and PurePath(target or "").suffix.lower() == ".ics"


def save_calendar(call: Call, target: str, content: bytes) -> None:
    """Write a calendar file whole.

    Raises:
        UsageError: it has no such name, or another ending.
        FileError: it cannot be written, or is there already.
    """
    check_file_name(target)
    ending_of(target, (".ics",))

    def write(file: BinaryIO) -> None:
        file.write(content)

    path = write_whole(call, target, write)
    call.tell(_("Written to {path}.").format(path=path))


def meeting_event(meeting: MeetingRow, text: str = "") -> Event:
    """Return a meeting as an entry of a calendar; without a time of day it takes the whole day."""
    return Event(
        key=meeting.label,
        title=meeting.title,
        start=meeting.held_at if has_time(meeting.held_at) else meeting.held_at.date(),
        end=meeting.ended_at,
        place=meeting.place,
        text=text,
    )


def _agenda_text(paper: Paper) -> str:
    return "\n".join(notice_items(paper))
