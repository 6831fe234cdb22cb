"""`jinlin report`: its verbs, each loaded when it is typed; and what this room adds to notices.

`periods.py` has the verbs for a week, month, quarter and year, `edition.py` what they share: one
set of figures in the edition and the form that were asked for. What is handed up is made by the
room `rollup`, above this one. `notice/` has the verbs of the noun
`notice` that need the records of all rooms; the room `notice` names them in its own table.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from typer.core import TyperOption

from jinlin.core.i18n import N_, _
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.options import file_options, global_options, report_options
from jinlin.output.command.verb import verb_in


class ReportCommand(ListingCommand):
    """A report: a page, or the tables behind it."""

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        self.help = f"{self.help}\n{_(_FORMS)}"

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return what can be done with it; the file may also be a page."""
        return (*report_options(), *global_options())


class BundleCommand(ListingCommand):
    """The file that is handed up, which is no table."""

    shows = False

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes, then the global options."""
        return (*file_options(".zip"), *global_options())


_verb = partial(verb_in, __name__)
_FORMS = N_(
    "The whole page goes to the screen, --md or -o FILE.docx .html .md, all figures to --json;"
    " --csv and -o FILE.xlsx hold the tables."
)

app = noun(
    N_("Weekly, monthly, quarterly and yearly reports."),
    later=(
        _verb("weekly", "periods:weekly", N_("What a week brought, on one page."), ReportCommand),
        _verb(
            "monthly",
            "periods:monthly",
            N_(
                "What a month brought: issues, meetings, projects, money, on one page.\n"
                "Without a month it is the month before until the 10th, then the one that is"
                " running, up to now."
            ),
            ReportCommand,
        ),
        _verb(
            "quarterly",
            "periods:quarterly",
            N_("What a quarter brought, on one page."),
            ReportCommand,
        ),
        _verb("yearly", "periods:yearly", N_("What a year brought, on one page."), ReportCommand),
        _verb(
            "list",
            "list:list_",
            N_("The reports that were handed in with --final."),
            filtered(ListingCommand, "jinlin.report.edition.filed_reports:PERIODS"),
        ),
        verb_in(
            "jinlin.rollup.commands",
            "bundle",
            "bundle:bundle",
            N_("Make the file with a month's figures that goes to the street, signed."),
            BundleCommand,
        ),
        verb_in(
            "jinlin.rollup.commands",
            "key",
            "key:key",
            N_("The key that signs what is handed up, to be read out to the street."),
            ListingCommand,
        ),
    ),
)
