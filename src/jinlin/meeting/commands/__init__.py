"""`jinlin meeting`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    Command,
    CorrectingCommand,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    PersonalPageCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import under, verb_in

_verb = partial(verb_in, __name__)


def _family(name: str, where: str, text: str) -> FamilyLater:
    return FamilyLater(name, module=f"{__name__}.{where}", text=text)


def _asked(name: str) -> type[Command]:
    return filtered(PersonalListingCommand, f"jinlin.meeting.record.filters:{name}")


app = noun(
    N_("Meetings, attendance, resolutions, minutes."),
    words={
        "议题清单": "agenda",
        "议程": "agenda",
        "议题": "item",
        "发言": "say",
        "删除发言": "unsay",
        "开会": "open",
        "散会": "close",
        "删除决议": "unresolve",
        "决议台账": "resolutions",
        "复查": "review",
        "待办": "action",
        "待办台账": "actions",
        "完成": "done",
        "确认": "confirm",
        "提出意见": "object",
        "更正": "correct",
        "会议记录": "minutes",
        "记录": "minutes",
        "会议纪要": "summary",
        "纪要": "summary",
        "决议公开": "publish",
        "公开": "publish",
        "通知": "notify",
        "签到": "attend",
        "表决": "vote",
        "表决结果": "votes",
        "选举": "elect",
        "业主表决": "ballot",
        "法定人数": "quorum",
        "告知": "announce",
        "规则": "rule",
        "表决事项": "matters",
        "签到表": "signin",
        "表决票": "ballot-paper",
        "选票": "election-paper",
        "日程": "calendar",
        "先议事项": "first",
        "重大事项": "major",
    },
    later=(
        *under(
            N_("To record and to look:"),
            _verb("add", "record.add:add", N_("Record a meeting, planned or held.")),
            _verb(
                "list", "record.list:list_", N_("The meetings, the latest first."),
                _asked("MEETINGS"),
            ),
            _verb(
                "show", "record.show:show_", N_("One meeting with all that belongs to it."),
                ListingCommand,
            ),
            _verb(
                "edit", "record.add:edit", N_("Change what is kept of a meeting."),
                edits(N_('For example: --chair 林秀英, or --note "" to clear the discussion.')),
            ),
            _verb("remove", "record.remove:remove", N_("Take it out: it was called off, or never held.")),
            _verb(
                "calendar", "record.calendar:calendar", N_("What is due, held, missed; what comes next."),
                ListingCommand,
            ),
            _verb(
                "types", "record.types:types", N_("The kinds of meeting, who decides and how."),
                ListingCommand,
            ),
            _verb(
                "rule", "record.rule:rule", N_("Another rule for a kind of meeting, from a day on."),
                edits(
                    N_("For example: --quorum >=2/3 --pass >1/2 --base present --source 议事规则12条"),
                    "kind", "since", "source",
                ),
            ),
            _verb(
                "matters", "record.matters:matters", N_("What owners decide, and what each needs."),
                ListingCommand,
            ),
            _family("major", "record.major", N_("The major matters, and which steps are due for each.")),
            _family("first", "record.first", N_("What the branch deliberates before the owners do.")),
        ),
        *under(
            N_("Before it:"),
            _verb(
                "agenda", "before.agenda:agenda", N_("The agenda as a paper; --build draws it up."),
                PageCommand,
            ),
            _verb("item", "before.item:item", N_("Add to the agenda, or write down a discussion.")),
            _verb("notify", "before.notify:notify", N_("The notice that invites to it."), PageCommand),
            _verb("announce", "before.announce:announce", N_("Record that everybody was told, and of what.")),
            _verb(
                "signin", "before.signin:signin",
                N_("The sheet that people sign."), PersonalPageCommand,
            ),
            _verb(
                "ballot-paper", "voting.ballot_paper:ballot_paper",
                N_("The paper on which owners vote."), PageCommand,
            ),
            _verb(
                "election-paper", "voting.election_paper:election_paper",
                N_("The ballot paper of an election."), PageCommand,
            ),
        ),
        *under(
            N_("While it goes on:"),
            _verb("open", "during.open:open_", N_("It begins; its agenda is frozen.")),
            _family("attend", "during.attendance", N_("Record who was there, excused or absent.")),
            _verb(
                "quorum", "voting.quorum:quorum", N_("Who may vote, who is there, and whether that is enough."),
                ListingCommand,
            ),
            _family("vote", "voting.vote_forms", N_("Record a vote: by show of hands, by name or on paper.")),
            _verb(
                "votes", "voting.votes:votes", N_("The votes taken, or one of them."),
                PersonalListingCommand,
            ),
            _verb("elect", "voting.elect:elect", N_("Record an election.")),
            _verb("ballot", "voting.ballot:ballot", N_("Record what owners decide, by heads and area.")),
            _verb("say", "during.say:say", N_("Write down what somebody said.")),
            _verb("unsay", "during.unsay:unsay", N_("Take out what was written down wrongly.")),
            _verb(
                "resolve", "during.resolve:resolve", N_("Record what was decided, or put it right."),
                CorrectingCommand,
            ),
            _verb("unresolve", "during.unresolve:unresolve", N_("Take out a resolution recorded wrongly.")),
            _verb(
                "action", "during.action:action", N_("Record who does what by when."),
                CorrectingCommand,
            ),
            _verb("close", "during.close:close", N_("It ends.")),
        ),
        *under(
            N_("The papers:"),
            _verb("minutes", "papers.minutes:minutes", N_("The minutes, to be signed."), PageCommand),
            _verb(
                "summary", "papers.summary:summary", N_("What was settled, who, by when: sent out."),
                PageCommand,
            ),
            _verb(
                "publish", "papers.publish:publish", N_("What was resolved, for the notice board."),
                PageCommand,
            ),
            _verb("object", "papers.object:object_", N_("Record an objection to the minutes.")),
            _verb("confirm", "papers.confirm:confirm", N_("Confirm the minutes and lock them.")),
            _verb(
                "correct", "papers.correct:correct", N_("Say what is wrong in confirmed minutes.")
            ),
        ),
        *under(
            N_("Afterwards:"),
            _verb(
                "resolutions", "after.resolutions:resolutions", N_("The register of resolutions."),
                _asked("RESOLUTIONS"),
            ),
            _verb("review", "after.review:review", N_("Look at a resolution again, or revoke it.")),
            _verb("actions", "after.actions:actions", N_("Who has what to do."), _asked("ACTIONS")),
            _verb("done", "after.done:done", N_("An action item or a resolution is carried out.")),
        ),
    ),
)  # fmt: skip
