"""`jinlin member`, one file a task."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.member.commands.register import list_, show_
from jinlin.member.commands.roster import import_
from jinlin.member.commands.writing import add, edit
from jinlin.output.grammar import Command, PersonalListingCommand, noun

app = noun(_("Party members and people."))
app.command("add", cls=Command, help=_("Put somebody into the register of members."))(add)
app.command("list", cls=PersonalListingCommand, help=_("The register of members."))(list_)
app.command("show", cls=PersonalListingCommand, help=_("Everything kept of one member."))(show_)
app.command("edit", cls=Command, help=_("Change what is kept of a member."))(edit)
app.command(
    "import", cls=Command, help=_("Take a roster of members from an xlsx, xls or csv file.")
)(import_)
