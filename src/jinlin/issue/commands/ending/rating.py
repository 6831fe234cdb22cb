"""`jinlin issue rate`: one issue, or many from a form that was filled in while calling."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, _
from jinlin.output.command.family import family
from jinlin.output.command.grammar import PersonalTemplateCommand
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FILE
from jinlin.output.command.verb import Verb, verb_in
from jinlin.store.command.command import reading

_verb = partial(verb_in, __name__)

app = family(
    N_("Record how satisfied residents are."),
    usual="record",
    takes_words=True,
    later=(
        Verb(
            "record",
            module="jinlin.issue.commands.ending.rate",
            function="rate",
            text=N_("One issue: 12 满意. The usual one."),
        ),
        _verb(
            "template",
            "template",
            N_("A form with whom to call, to be filled in and imported."),
            PersonalTemplateCommand,
        ),
        _verb("import", "import_", N_("Import a filled-in form.")),
    ),
    words={"记录": "record", "录入": "record"},
)


def template(
    call: Call,
    everybody: Annotated[
        bool, flag("--all", help=N_("Also those whose day to be asked has not come."))
    ] = False,
) -> None:
    from jinlin.issue.lists.call_form import call_form, call_form_number, masked_calls, to_call
    from jinlin.output.importing.form import write_form

    with reading(call) as reader:
        rows = to_call(reader, everybody=everybody)
        shown = rows if call.unmask else masked_calls(reader, rows)
        number = call_form_number(reader)
    if not rows:
        raise RuleError(
            _("Nobody is to be asked today."),
            hint=_("Everybody who was not asked yet: jinlin issue rate template --all"),
        )
    people = {(row.reporter, row.phone) for row in rows if row.reporter or row.phone}
    write_form(
        call,
        call_form(),
        number,
        shown,
        back="jinlin issue rate import",
        persons=len(people) if call.unmask else 0,
    )


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The filled sheet: xlsx, csv."))],
    words: ImportWords,
) -> None:
    from jinlin.issue.lists.call_form import NEEDED, WANTED, take_calls
    from jinlin.output.importing.take import Terms, import_file

    import_file(call, file, WANTED, take_calls, Terms("issue", *words), needed=NEEDED)
