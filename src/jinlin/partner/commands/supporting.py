"""`jinlin partner support`: one thing a partner gives, or all of a list."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.family import family
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE
from jinlin.output.command.verb import Verb, verb_in

_verb = partial(verb_in, __name__)

app = family(
    N_("Record what a partner gives or promises."),
    usual="record",
    takes_words=True,
    later=(
        Verb(
            "record",
            module="jinlin.partner.commands.support",
            function="support_",
            text=N_("One thing: 春江银行 20万 --paid-to 城建公司. The usual one."),
        ),
        _verb("import", "import_", N_("Take a list of what partners gave, from xlsx, xls or csv.")),
    ),
    words={"记录": "record", "录入": "record"},
)


def import_(
    call: Call,
    file: Annotated[str, FILE.argument(help=N_("The list: xlsx, xls, csv."))],
    words: ImportWords,
) -> None:
    from jinlin.output.importing.take import Terms, import_file
    from jinlin.partner.support_list import NEEDED, WANTED, take_supports

    import_file(call, file, WANTED, take_supports, Terms(None, *words, money=True), needed=NEEDED)
