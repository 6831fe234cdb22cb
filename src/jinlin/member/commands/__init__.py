"""`jinlin member`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
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
    N_("Party members and people."),
    words={"任职": "post", "交叉任职": "post", "三驾马车": "post", "转接": "transfer",
           "转出": "transfer --out", "转入": "transfer --in"},
    later=(
        _verb("add", "register.add:add", N_("Put somebody into the register of members.")),
        _verb(
            "list", "register.list:list_", N_("The register of members."),
            filtered(PersonalListingCommand, "jinlin.member.register.filters:MEMBERS"),
        ),
        _verb("show", "register.show:show_", N_("Everything kept of one member."), PersonalListingCommand),
        _verb("edit", "register.edit:edit", N_("Change what is kept of a member."), edits(N_('For example: --phone 13805911234, or --note "" to clear the remark.'))),
        _verb("remove", "register.remove:remove", N_("Take somebody out of the register, with the reason.")),
        _verb("restore", "register.restore:restore", N_("Put somebody back who was taken out.")),
        _verb("transfer", "register.transfer:transfer", N_("Membership moves in or out, with its letter.")),
        _verb("voters", "register.voters:voters", N_("Who may vote, and how many votes are needed."), PersonalListingCommand),
        _verb("dues", "register.dues:dues", N_("Dues by the published rates; the wage is not kept."), ListingCommand),
        _family("post", "post", N_("Who sits where; posts and their terms.")),
        _family("report-in", "report_in", N_("Members who work elsewhere report in and serve.")),
        _family("opinion", "opinion", N_("Employers ask the branch's opinion; its replies.")),
        _family("honour", "honour", N_("Honours of members, with what the records said of them then.")),
        _verb("find", "people.find:find", N_("Find anybody: owners, tenants, members, posts."), PersonalListingCommand),
        _verb("contacts", "people.contacts:contacts", N_("Who to call: posts and stewards, also for a phone (.vcf)."), PersonalListingCommand),
        _verb("id", "people.id:id_", N_("Record or show an ID number, with its purpose."), PersonalListingCommand),
        _verb("duplicates", "people.duplicates:duplicates_", N_("Who may be recorded twice, and why."), PersonalListingCommand),
        _verb("merge", "people.merge:merge_", N_("Make one person of two records; undo takes it back.")),
        _verb("forget", "people.forget:forget_", N_("Delete what is kept of a person for good.")),
        _verb("import", "register.import_:import_", N_("Take a roster of members from an xlsx, xls or csv file.")),
        _verb("export", "register.export:export_", N_("All members into a file that can be imported."), ExportCommand),
        _verb("template", "register.template:template", N_("An empty table to be filled in and imported."), TemplateCommand),
    ),
)  # fmt: skip
