"""`jinlin report`: its verbs, each loaded when it is typed; and what this room adds to notices.

`periods.py` has the verbs for a week, month, quarter and year, `edition.py` what they share: one
set of figures in the edition and the form that were asked for. `notice/` has the verbs of the noun
`notice` that need the records of all rooms; the room `notice` names them in its own table.
"""

from __future__ import annotations

from functools import partial

from typer.core import TyperOption

from jinlin.core.i18n import _
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.noun import noun
from jinlin.output.command.options import global_options, report_options
from jinlin.output.command.verb import verb_in


class ReportCommand(ListingCommand):
    """A report: a page, or the tables behind it."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return what can be done with it; the file may also be a page."""
        return (*report_options(), *global_options())


_verb = partial(verb_in, __name__)
_FORMS = _(
    "The whole page goes to the screen, --md or -o FILE.docx .html .md, all figures to --json;"
    " --csv and -o FILE.xlsx hold the tables."
)

app = noun(
    _("Weekly, monthly, quarterly and yearly reports."),
    later=(
        _verb(
            "weekly",
            "periods:weekly",
            _("What a week brought, on one page.\n") + _FORMS,
            ReportCommand,
        ),
        _verb(
            "monthly",
            "periods:monthly",
            _(
                "What a month brought: issues, meetings, projects, money, on one page.\n"
                "Without a month it is the month before until the 10th, then the one that is"
                " running, up to now. "
            )
            + _FORMS,
            ReportCommand,
        ),
        _verb(
            "quarterly",
            "periods:quarterly",
            _("What a quarter brought, on one page.\n") + _FORMS,
            ReportCommand,
        ),
        _verb(
            "yearly",
            "periods:yearly",
            _("What a year brought, on one page.\n") + _FORMS,
            ReportCommand,
        ),
        _verb(
            "list",
            "list:list_",
            _("The reports that were handed in with --final."),
            filtered(ListingCommand, "jinlin.report.edition.filed_reports:PERIODS"),
        ),
    ),
)
