"""`jinlin elevator`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.core.i18n import _
from jinlin.elevator.commands import money
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.grammar import (
    Command,
    Later,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    Verb,
)
from jinlin.output.command.noun import noun


def _verb(name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    file, _colon, function = where.partition(":")
    return Verb(name, module=f"{__name__}.{file}", function=function, text=text, kind=kind)


def _family(name: str, where: str, text: str) -> FamilyLater:
    return FamilyLater(name, module=f"{__name__}.{where}", text=text)


def _under(panel: str, *verbs: Later) -> Sequence[Later]:
    """Return verbs that help lists under a heading of their own."""
    for verb in verbs:
        verb.panel = panel
    return verbs


app = noun(
    _("The elevator: who pays what, who agreed, where it stands."),
    words={
        "立项": "add", "项目": "projects", "终止": "end", "状态": "status", "进度": "status",
        "阶段": "stage", "节点": "milestone", "报价": "quote", "费用": "cost", "构成": "cost", "补贴": "subsidy", "补助": "subsidy",
        "比较": "compare", "比选": "compare", "采用": "adopt", "定案": "adopt",
        "征求意见": "consult", "征询": "consult", "表决": "ballot", "出资约定": "agreement",
        "协议": "agreement", "利害关系业主": "affected", "受影响": "affected", "计票": "tally",
        "入户单": "sheet", "一户一单": "sheet", "公示": "notice",
        **money.WORDS,
    },
    later=(
        *_under(
            _("What everybody pays:"),
            _verb("split", "apportionment.split:split_", _("Share the cost among the households."), ListingCommand),
            _verb(
                "explain",
                "apportionment.explain:explain",
                _("Say in words how a door's amount came about."),
                ListingCommand,
            ),
            _verb(
                "compare",
                "apportionment.compare:compare_",
                _("Quotes by schemes: who pays what, who gains and loses."),
                ListingCommand,
            ),
            _verb("schemes", "apportionment.schemes:schemes", _("The schemes there are."), ListingCommand),
            _verb("list", "apportionment.list:list_", _("The saved plans."), PersonalListingCommand),
            _verb("show", "apportionment.show:show_", _("A plan (E3) or a project (X1)."), ListingCommand),
            _verb("remove", "apportionment.remove:remove", _("Take a draft plan out.")),
        ),
        *_under(
            _("The project:"),
            _verb("add", "project.projects:add", _("Open a project for an entrance.")),
            _verb("projects", "project.projects:projects_", _("The projects."), ListingCommand),
            _verb("edit", "project.projects:edit", _("Correct what is kept of a project.")),
            _verb("end", "project.projects:end", _("Give a project up; it stays on record.")),
            _verb(
                "status",
                "progress.status:status",
                _("Where it stands, and what blocks the next stage."),
                ListingCommand,
            ),
            _verb("stage", "progress.stage:stage", _("Go on to the next stage.")),
            _verb("milestone", "progress.milestone:milestone", _("Record what a stage asks for as done.")),
            _family("quote", "project.quote", _("Quotes side by side; the one that is chosen.")),
            _family("cost", "project.cost", _("The lines that make up the cost.")),
            _family("subsidy", "project.subsidy", _("The subsidies, and how far each has come.")),
            _verb("adopt", "progress.adopt:adopt_", _("Make a version of the scheme the one in force.")),
        ),
        *_under(
            _("From door to door, three papers apart:"),
            _family("consult", "consent.consult", _("The consultation: what each door says.")),
            _family("ballot", "consent.ballot", _("The ballot: open it, record votes, end it.")),
            _family("agreement", "consent.agreement", _("The payment agreements that are signed.")),
            _family("affected", "consent.affected", _("Owners whom the works touch.")),
            _verb(
                "sheet",
                "progress.sheet:sheet_",
                _("A page for each door to carry along; the leader's list."),
                PageCommand,
            ),
            _verb("notice", "progress.notice:notice_", _("Post the scheme in force for comment.")),
            _verb("tally", "consent.tally:tally", _("Count the three papers, each by itself."), ListingCommand),
        ),
        *_under(_("The money:"), *money.verbs()),
    ),
)  # fmt: skip
