"""Which questionnaires are handed over: open ones, and those whose answers are still kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinlin.core.days.written import written_day
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import in_a_row
from jinlin.documents.page import Block, Heading, Paragraph
from jinlin.output.contribution.handover_parts import HandoverPart, HandoverShare
from jinlin.output.listing.listed_texts import as_listed
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.counts import papers
from jinlin.survey.record.surveys import Survey, surveys


def _parts(reader: Reader) -> Iterator[HandoverPart]:
    left = [one for one in surveys(reader) if one.forgotten_on is None]
    titles = as_listed(reader, (one.title for one in left))
    blocks: list[Block] = [Heading(_("Surveys"))] if left else []
    for one in left:
        said = _("{title} ({number})").format(title=titles[one.title], number=one.label)
        blocks.append(Paragraph(in_a_row([said, *_told(reader, one)])))
    yield HandoverPart(23, data={"surveys": [one.label for one in left]}, blocks=tuple(blocks))


def _told(reader: Reader, survey: Survey) -> Iterator[str]:
    counted = papers(reader, survey, survey.round)[-1]
    text = (
        _("{answered} papers without a name came back.")
        if counted.by_slips
        else _("{answered} of {asked} answered.")
    )
    yield text.format(answered=counted.answered, asked=counted.asked)
    if survey.closed_on is None:
        if survey.closes_on:
            yield _("Answers are due by {day}.").format(day=written_day(survey.closes_on))
        return
    yield _("Closed on {day}; single answers are to be deleted after {until}.").format(
        day=written_day(survey.closed_on), until=written_day(survey.keep_until)
    )


SHARE: Final = HandoverShare(
    registers={"survey": N_("surveys"), "survey_paper": N_("answers to surveys")}, parts=_parts
)
