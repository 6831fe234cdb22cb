"""`jinlin db`: its verbs, each loaded when it is typed.

`backup.py`, `restore.py`, `handover.py`, `check.py`, `upgrade.py` and `path.py` are the verbs;
`problems.py` says for them what `check` finds wrong, and `replacement.py` what a restore would
replace; `decrypt.py` opens what `-o FILE.age` wrote, and `compare.py` lays two computers' databases
side by side.
"""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.grammar import ListingCommand, PageCommand, PersonalListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)

app = noun(
    N_("Where the data is; checks, backup and restore."),
    later=(
        _verb("path", "path:path", N_("Say where the database is.")),
        _verb("check", "check:check", N_("Check whether all is well."), ListingCommand),
        _verb(
            "backup",
            "backup:backup",
            N_("Copy the database and check the copy; the last ten and one a month stay."),
        ),
        _verb("restore", "restore:restore", N_("Put a backup in the place of the database.")),
        _verb(
            "handover",
            "handover:handover",
            N_("For the next secretary: a list to sign and a checked backup."),
            PageCommand,
        ),
        _verb(
            "compare",
            "compare:compare",
            N_("What this database and one on another computer have each done; nothing changes."),
            PersonalListingCommand,
        ),
        _verb("decrypt", "decrypt:decrypt", N_("Open a file that -o FILE.age has encrypted.")),
        _verb("upgrade", "upgrade:upgrade", N_("Bring the database up to this version.")),
    ),
    words={"检查": "check", "移交": "handover", "比较": "compare", "对比": "compare"},
)
