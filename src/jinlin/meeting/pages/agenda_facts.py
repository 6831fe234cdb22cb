"""What those at the table need to know of an item that is about an issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinlin.core.days.written import day_words
from jinlin.core.i18n import _
from jinlin.issue.escalation.ladder import last_escalation
from jinlin.issue.lists.friday_agenda import stuck
from jinlin.issue.privacy.redactors import discreet_texts
from jinlin.issue.record.queries import find
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
        """Yield label by label what is recorded."""
        labels = (
            _("Situation"), _("Done so far"), _("Difficulty"), _("What is requested"),
            _("Decided last time"), _("The branch proposes"), _("Reported by"),
        )  # fmt: skip
        return ((label, text) for label, text in zip(labels, self, strict=True) if text)


def facts_of(reader: Reader, paper: Paper) -> Mapping[int, ItemFacts]:
    """Return by place what is recorded of the issues on an agenda, without residents' names.

    Of what stays in the house there is nothing.
    """
    items = [
        item
        for item in paper.whole.items
        if item.source_kind == SourceKind.ISSUE and not paper.kept_item(item)
    ]
    proposals = {one.number: one.proposal for one in stuck(reader)} if items else {}
    found = [_facts(reader, paper, item, proposals) for item in items]
    texts = iter(discreet_texts(reader, [text for facts in found for text in facts]))
    return {item.position: ItemFacts(*(next(texts) for _field in ItemFacts())) for item in items}


def _facts(
    reader: Reader, paper: Paper, item: AgendaItem, proposals: Mapping[str, str | None]
) -> ItemFacts:
    issue = find(reader, item.source_ref or "")
    asked = last_escalation(reader, issue)
    last = resolutions_about(reader, [issue.id], besides=paper.meeting.number).get(issue.id)
    brought = _("brought up on {day}").format(
        day=day_words(reader.clock.local(issue.reported_at).date())
    )
    decided = ""
    if last is not None and last.stands and last.held_on is not None:
        decided = _("{day}: {text}").format(day=day_words(last.held_on), text=last.text)
    return ItemFacts(
        situation=(asked and asked.summary) or _(", ").join(filter(None, (issue.place, brought))),
        work_done=(asked and asked.work_done) or "",
        stuck=(asked and asked.stuck) or "",
        request=(asked and asked.request) or "",
        decided=" ".join(decided.split()),
        proposal=proposals.get(item.source_ref or "") or "",
        reporter=issue.steward or issue.handler or "",
    )
