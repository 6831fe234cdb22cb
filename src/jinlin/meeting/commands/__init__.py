"""`jinlin meeting`, one file a task."""

from __future__ import annotations

from jinlin.core.i18n import _
from jinlin.meeting.commands.during import attend, item, resolve
from jinlin.meeting.commands.looking import list_, minutes, show_, types
from jinlin.meeting.commands.recording import add, edit
from jinlin.output.grammar import Command, ListingCommand, PageCommand, noun

app = noun(_("Meetings, attendance, resolutions, minutes."))
app.command("add", cls=Command, help=_("Record a meeting, planned or held."))(add)
app.command("attend", cls=Command, help=_("Record who was there, excused or absent."))(attend)
app.command("item", cls=Command, help=_("Add to the agenda, or write down a discussion."))(item)
app.command("resolve", cls=Command, help=_("Record what a meeting decided."))(resolve)
app.command("list", cls=ListingCommand, help=_("The meetings, the latest first."))(list_)
app.command("show", cls=ListingCommand, help=_("One meeting with all that belongs to it."))(show_)
app.command("edit", cls=Command, help=_("Change what is kept of a meeting."))(edit)
app.command("minutes", cls=PageCommand, help=_("The minutes of a meeting, as Markdown."))(minutes)
app.command("types", cls=ListingCommand, help=_("The kinds of meeting, how often, who chairs."))(
    types
)
