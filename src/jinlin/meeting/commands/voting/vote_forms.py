"""`jinlin meeting vote`: what was counted said on the line, or by name on a form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.exchange.table.rows import Row
from jinlin.meeting.commands.kinds import TIME, MeetingNumber
from jinlin.meeting.commands.voting import options
from jinlin.meeting.rules.meetings import SaidTime
from jinlin.output.command.family import family
from jinlin.output.command.grammar import TemplateCommand
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE, NUMBER
from jinlin.output.command.verb import Verb, verb_in
from jinlin.output.importing.outcome import Outcome
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Tx

_verb = partial(verb_in, __name__)

app = family(
    N_("Record a vote: by show of hands, by name or on paper."),
    usual="record",
    takes_words=True,
    later=(
        Verb(
            "record",
            module="jinlin.meeting.commands.voting.vote",
            function="vote",
            text=N_("Counted or named on the line: M12 1 --for 11. The usual one."),
        ),
        _verb(
            "template",
            "template",
            N_("A form with who may vote, to be filled in and imported."),
            TemplateCommand,
        ),
        _verb("import", "import_", N_("Import a vote by name, all of it or nothing.")),
    ),
    words={"记录": "record", "录入": "record"},
)


def template(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))],
    at: Annotated[
        SaidTime | None, TIME.option("--time", help=N_("When, such as 20:15; else now."))
    ] = None,
) -> None:
    from jinlin.meeting.agenda.agenda_items import find_item
    from jinlin.meeting.record.queries import find_meeting
    from jinlin.meeting.voting.named_vote_form import (
        named_vote_form,
        named_vote_number,
        named_vote_rows,
    )
    from jinlin.output.importing.form import write_form

    with reading(call) as reader:
        meeting = find_meeting(reader, number)
        title = find_item(reader, meeting, item).title
        said = at.after(meeting.begins, reader.clock) if at else None
        rows = named_vote_rows(reader, meeting, said)
        form_number = named_vote_number(reader, meeting, item)
    back = f"jinlin meeting vote import {meeting.label} {item}"
    write_form(call, named_vote_form(), form_number, rows, back=back, about=title)


def import_(
    call: Call,
    number: MeetingNumber,
    *,
    item: Annotated[int, NUMBER.argument(called=N_("ITEM"), help=N_("The item of the agenda."))],
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    not_voting: Annotated[
        int, options.COUNTED.option(help=N_("There, and gave no vote at all."))
    ] = 0,
    kind: options.Kind = None,
    question: options.ToldQuestion,
    words: ImportWords,
) -> None:
    from jinlin.meeting.voting.named_vote_form import NEEDED, WANTED, take_named_vote
    from jinlin.meeting.voting.vote_words import vote_lines
    from jinlin.output.importing.take import Terms, import_file

    def work(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        del origin
        asked = options.question_of(tx, number, item, question)
        outcome, taken = take_named_vote(tx, rows, number, asked, kind=kind, not_voting=not_voting)
        if taken is None:
            return outcome
        told = (taken.row.label, *vote_lines(taken.row), *options.taken_lines(taken))
        return outcome._replace(notes=(*told, *outcome.notes))

    import_file(call, file, WANTED, work, Terms(None, *words), needed=NEEDED)
