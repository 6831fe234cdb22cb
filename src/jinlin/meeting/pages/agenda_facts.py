"""What those at the table need to know of an item that is about an issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.core.sentences import clauses, sentence
from jinlin.issue.escalation.ladder import EscalationRow, last_escalation
from jinlin.issue.escalation.request import steps_done
from jinlin.issue.escalation.request_words import request_told, step_told
from jinlin.issue.lists.friday_agenda import stuck
from jinlin.issue.privacy.upward import ToldUpward, names_upward
from jinlin.issue.record.life import EventRow
from jinlin.issue.record.queries import IssueRow, find
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.record.agenda import AgendaItem, SourceKind
from jinlin.meeting.record.resolution_register import resolutions_about
from jinlin.store.transaction.tx import Reader


class ItemFacts(NamedTuple):
    """What stands below an item; each empty where nothing is recorded.

    Attributes:
        situation: how things are.
        work_done: what was done already.
        stuck: what the complex cannot do by itself.
        request: what is asked of whom.
        decided: what a meeting decided on it last.
        proposal: what the branch proposes.
        reporter: who reports on it.
    """

    situation: str = ""
    work_done: str = ""
    stuck: str = ""
    request: str = ""
    decided: str = ""
    proposal: str = ""
    reporter: str = ""

    def told(self) -> Iterator[tuple[str, str]]:
        """Yield label by label what is recorded of the matter itself, in sentences."""
        labels = (
            _("Situation"), _("Done so far"), _("Difficulty"), _("What is requested"),
            _("Decided last time"), _("The branch proposes"),
        )  # fmt: skip
        for label, text in zip(labels, self, strict=False):
            if text:
                yield label, "\n".join(map(sentence, text.split("\n")))


def facts_of(reader: Reader, paper: Paper) -> Mapping[int, ItemFacts]:
    """Return by place what is recorded of the issues on an agenda, without residents' names.

    Of what another room brought it is why: what money is missing, what was promised. Of what stays
    in the house there is nothing.
    """
    brought = {
        item.position: ItemFacts(situation=item.source_text)
        for item in paper.whole.items
        if item.source_text
        and item.source_kind not in {None, *SourceKind}
        and not paper.kept_item(item)
    }
    items = [
        item
        for item in paper.whole.items
        if item.source_kind == SourceKind.ISSUE and not paper.kept_item(item)
    ]
    proposals = {one.number: one.proposal for one in stuck(reader)} if items else {}
    return brought | {item.position: _facts(reader, paper, item, proposals) for item in items}


def _facts(
    reader: Reader, paper: Paper, item: AgendaItem, proposals: Mapping[str, str | None]
) -> ItemFacts:
    issue = find(reader, item.source_ref or "")
    asked = last_escalation(reader, issue)
    steps = _since_told(steps_done(reader, issue), asked)
    last = resolutions_about(reader, [issue.id], besides=paper.meeting.number).get(issue.id)
    proposal = proposals.get(item.source_ref or "")
    told = (*(asked.told if asked else ()), *(step.note for step in steps))
    safe = _safe(reader, issue, (*told, issue.place, last and last.text, proposal))
    brought = _("brought up on {day}").format(
        day=day_words(reader.clock.local(issue.reported_at).date())
    )
    done = [safe.text(asked and asked.work_done)]
    done += [step_told(step, safe, reader.clock) for step in steps]
    decided = ""
    if last is not None and last.stands and last.held_on is not None:
        text = " ".join(safe.text(last.text).split())
        decided = _("{day}: {text}").format(day=day_words(last.held_on), text=text)
    return ItemFacts(
        situation=safe.text(asked and asked.summary) or clauses(safe.text(issue.place), brought),
        work_done="\n".join(filter(None, done)),
        stuck=safe.text(asked and asked.stuck),
        request=request_told(asked, safe) if asked else "",
        decided=decided,
        proposal=safe.text(proposal),
        reporter=issue.steward or issue.handler or "",
    )


def _since_told(steps: list[EventRow], asked: EscalationRow | None) -> list[EventRow]:
    """Return the steps that nothing tells yet: what a meeting decided stands by itself."""
    told = asked.escalated_at if asked and asked.work_done else ""
    return [step for step in steps if step.at > told and step.reference is None]


def _safe(reader: Reader, issue: IssueRow, said: Iterable[str | None]) -> ToldUpward:
    names = names_upward(
        reader,
        said,
        brought=(issue.reporter, issue.on_behalf_of),
        in_charge=(issue.steward, issue.doer, issue.handler),
    )
    return ToldUpward(names, issue.room)
