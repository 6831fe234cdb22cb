"""`jinlin meeting`: the commands of the room, one file a task, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_, _
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    Command,
    CorrectingCommand,
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import under, verb_in

_verb = partial(verb_in, __name__)


def _asked(name: str) -> type[Command]:
    return filtered(PersonalListingCommand, f"jinlin.meeting.record.filters:{name}")


app = noun(
    _("Meetings, attendance, resolutions, minutes."),
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
        "日程": "calendar",
        "先议事项": "first",
    },
    later=(
        *under(
            _("To record and to look:"),
            _verb("add", "record.add:add", _("Record a meeting, planned or held.")),
            _verb(
                "list", "record.list:list_", _("The meetings, the latest first."),
                _asked("MEETINGS"),
            ),
            _verb(
                "show", "record.show:show_", _("One meeting with all that belongs to it."),
                ListingCommand,
            ),
            _verb(
                "edit", "record.add:edit", _("Change what is kept of a meeting."),
                edits(N_('For example: --chair 林秀英, or --note "" to clear the discussion.')),
            ),
            _verb("remove", "record.remove:remove", _("It was called off, or never was.")),
            _verb(
                "calendar", "record.calendar:calendar", _("What is due, held, missed; what comes next."),
                ListingCommand,
            ),
            _verb(
                "types", "record.types:types", _("The kinds of meeting, who decides and how."),
                ListingCommand,
            ),
            _verb(
                "rule", "record.rule:rule", _("Another rule for a kind of meeting, from a day on."),
                edits(
                    N_("For example: --quorum >=2/3 --pass >1/2 --base present --source 议事规则12条"),
                    "kind", "since", "source",
                ),
            ),
            _verb(
                "matters", "record.matters:matters", _("What owners decide, and what each needs."),
                ListingCommand,
            ),
            _verb(
                "first", "record.first:first", _("What the branch deliberates before the owners do."),
                ListingCommand,
            ),
        ),
        *under(
            _("Before it:"),
            _verb(
                "agenda", "before.agenda:agenda", _("The agenda as a paper; --build draws it up."),
                PageCommand,
            ),
            _verb("item", "before.item:item", _("Add to the agenda, or write down a discussion.")),
            _verb("notify", "before.notify:notify", _("The notice that invites to it."), PageCommand),
            _verb("announce", "before.announce:announce", _("Everybody was told, and of what.")),
            _verb("signin", "before.signin:signin", _("The sheet that people sign."), PageCommand),
        ),
        *under(
            _("While it goes on:"),
            _verb("open", "during.open:open_", _("It begins; its agenda is frozen.")),
            _verb(
                "attend", "during.attend:attend", _("Record who was there, excused or absent."),
                CorrectingCommand,
            ),
            _verb(
                "quorum", "voting.quorum:quorum", _("Who votes, who is there, and is that enough."),
                ListingCommand,
            ),
            _verb("vote", "voting.vote:vote", _("Record a vote: by hands, by name or on paper.")),
            _verb(
                "votes", "voting.votes:votes", _("The votes taken, or one of them."),
                PersonalListingCommand,
            ),
            _verb("elect", "voting.elect:elect", _("Record an election.")),
            _verb("ballot", "voting.ballot:ballot", _("Record what owners decide, by heads and area.")),
            _verb("say", "during.say:say", _("Write down what somebody said.")),
            _verb("unsay", "during.unsay:unsay", _("Take out what was written down wrongly.")),
            _verb(
                "resolve", "during.resolve:resolve", _("Record what was decided, or put it right."),
                CorrectingCommand,
            ),
            _verb("unresolve", "during.unresolve:unresolve", _("Take out a resolution recorded wrongly.")),
            _verb(
                "action", "during.action:action", _("Record who does what by when."),
                CorrectingCommand,
            ),
            _verb("close", "during.close:close", _("It ends.")),
        ),
        *under(
            _("The papers:"),
            _verb("minutes", "papers.minutes:minutes", _("The minutes, to be signed."), PageCommand),
            _verb(
                "summary", "papers.summary:summary", _("What was settled, who, by when: sent out."),
                PageCommand,
            ),
            _verb(
                "publish", "papers.publish:publish", _("What was resolved, for the notice board."),
                PageCommand,
            ),
            _verb("object", "papers.object:object_", _("Somebody has something against the minutes.")),
            _verb("confirm", "papers.confirm:confirm", _("Confirm the minutes and lock them.")),
            _verb(
                "correct", "papers.correct:correct", _("Say what is wrong in confirmed minutes.")
            ),
        ),
        *under(
            _("Afterwards:"),
            _verb(
                "resolutions", "after.resolutions:resolutions", _("The register of resolutions."),
                _asked("RESOLUTIONS"),
            ),
            _verb("review", "after.review:review", _("Look at a resolution again, or revoke it.")),
            _verb("actions", "after.actions:actions", _("Who has what to do."), _asked("ACTIONS")),
            _verb("done", "after.done:done", _("An action item or a resolution is carried out.")),
        ),
    ),
)  # fmt: skip
