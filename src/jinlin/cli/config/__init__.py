"""`jinlin config`: its verbs, each loaded when it is typed.

`settings.py` knows each setting and where its value comes from, `show.py` and `set.py` print and
change them, the language in the file of `language_file.py`; `holidays.py` takes the public holidays
that `holiday_files.py` reads; `alias.py` keeps words of her own, `database_names.py` the names of
databases; `template.py` writes the Word
files in whose look papers are written, `completion.py` what a shell reads.
"""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.grammar import CorrectingCommand, ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)

app = noun(
    N_("Settings, where each comes from, and public holidays."),
    later=(
        _verb(
            "show",
            "show:show_",
            N_("Each setting with its value and origin."),
            ListingCommand,
        ),
        _verb("set", "set:set_", N_("Give a setting another value."), CorrectingCommand),
        _verb(
            "alias",
            "alias:alias",
            N_("Lines you type often, by a word of your own."),
            ListingCommand,
        ),
        _verb(
            "database",
            "database_names:database_",
            N_("Several databases by name: --db 桂园, or the one used from now on."),
            ListingCommand,
        ),
        _verb(
            "holidays",
            "holidays:holidays",
            N_("The public holidays of a year; note a day, or take all from a file."),
            ListingCommand,
        ),
        _verb(
            "template",
            "template:template",
            N_("The Word file in whose look a paper is written; edit it in Word or WPS."),
            ListingCommand,
        ),
        _verb(
            "completion",
            "completion:completion",
            N_("What a shell needs to complete commands, names and numbers."),
        ),
        FamilyLater(
            "field",
            module="jinlin.complex.commands.field",
            text=N_("Fields of your own for buildings, households and members."),
        ),
    ),
    words={"库名": "database", "数据库": "database"},
)
