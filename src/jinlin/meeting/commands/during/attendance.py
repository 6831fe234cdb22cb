"""`jinlin meeting attend`: people named on the line, or a form that was filled in at the door."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.meeting.commands.kinds import MeetingNumber
from jinlin.output.command.family import family
from jinlin.output.command.grammar import CorrectingCommand, TemplateCommand
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE
from jinlin.output.command.verb import Verb, verb_in
from jinlin.store.command.command import reading

_verb = partial(verb_in, __name__)

app = family(
    N_("Record who was there, excused or absent."),
    usual="record",
    takes_words=True,
    later=(
        Verb(
            "record",
            module="jinlin.meeting.commands.during.attend",
            function="attend",
            text=N_("Named on the line: M12 林秀英 陈建国. The usual one."),
            kind=CorrectingCommand,
        ),
        _verb(
            "template",
            "template",
            N_("A form with the roll, to be filled in and imported."),
            TemplateCommand,
        ),
        _verb("import", "import_", N_("Import a filled-in form.")),
    ),
    words={"记录": "record", "录入": "record"},
)


def template(call: Call, number: MeetingNumber) -> None:
    from jinlin.meeting.attendance.attendance_form import (
        attendance_form,
        attendance_form_number,
        attendance_rows,
    )
    from jinlin.meeting.record.queries import find_meeting
    from jinlin.output.importing.form import write_form

    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        rows = attendance_rows(reader, meeting)
        form_number = attendance_form_number(reader, meeting)
    back = f"jinlin meeting attend import {meeting.label}"
    write_form(call, attendance_form(), form_number, rows, back=back, about=meeting.title)


def import_(
    call: Call,
    number: MeetingNumber,
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    words: ImportWords,
) -> None:
    from jinlin.meeting.attendance.attendance_form import NEEDED, WANTED, take_attendance
    from jinlin.meeting.record.queries import find_meeting
    from jinlin.output.importing.take import Terms, import_file

    with reading(call) as reader:
        meeting = find_meeting(reader, number)
    call.tell(
        _("Attendance of {number} {title}:").format(number=meeting.label, title=meeting.title)
    )
    work = partial(take_attendance, number=number)
    import_file(call, file, WANTED, work, Terms(None, *words), needed=NEEDED)
