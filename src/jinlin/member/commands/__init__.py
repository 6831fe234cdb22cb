"""`jinlin member`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_, _
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    ExportCommand,
    ListingCommand,
    PersonalListingCommand,
    TemplateCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)


def _family(name: str, file: str, text: str) -> FamilyLater:
    return FamilyLater(name, module=f"{__name__}.{file}", text=text)


app = noun(
    _("Party members and people."),
    later=(
        _verb("add", "register.add:add", _("Put somebody into the register of members.")),
        _verb(
            "list", "register.list:list_", _("The register of members."),
            filtered(PersonalListingCommand, "jinlin.member.register.filters:MEMBERS"),
        ),
        _verb("show", "register.show:show_", _("Everything kept of one member."), PersonalListingCommand),
        _verb("edit", "register.edit:edit", _("Change what is kept of a member."), edits(N_('For example: --phone 13805911234, or --note "" to clear the remark.'))),
        _verb("remove", "register.remove:remove", _("Take somebody out of the register, with the reason.")),
        _verb("restore", "register.restore:restore", _("Put somebody back who was taken out.")),
        _verb("transfer", "register.transfer:transfer", _("Membership moves in or out, with its letter.")),
        _verb("voters", "register.voters:voters", _("Who may vote, and how many votes are needed."), PersonalListingCommand),
        _verb("dues", "register.dues:dues", _("Dues by the published rates; the wage is not kept."), ListingCommand),
        _family("post", "post", _("Who sits where; posts and their terms.")),
        _family("report-in", "report_in", _("Members who work elsewhere report in and serve.")),
        _family("opinion", "opinion", _("Employers ask the branch's opinion; its replies.")),
        _verb("find", "people.find:find", _("Find anybody: owners, tenants, members, posts."), PersonalListingCommand),
        _verb("id", "people.id:id_", _("An id number, with its purpose; birthday and sex by it."), PersonalListingCommand),
        _verb("duplicates", "people.duplicates:duplicates_", _("Who may be recorded twice, and why."), PersonalListingCommand),
        _verb("merge", "people.merge:merge_", _("Make one person of two records; undo takes it back.")),
        _verb("forget", "people.forget:forget_", _("Delete what is kept of a person for good.")),
        _verb("import", "register.import_:import_", _("Take a roster of members from an xlsx, xls or csv file.")),
        _verb("export", "register.export:export_", _("All members into a file that can be imported."), ExportCommand),
        _verb("template", "register.template:template", _("An empty table to be filled in and imported."), TemplateCommand),
    ),
)  # fmt: skip
