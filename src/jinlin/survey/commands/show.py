"""`jinlin survey show`: one survey, or what one door answered."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.kinds import WHO
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading
from jinlin.survey.commands import shared
from jinlin.survey.pages.records import papers_record, survey_record
from jinlin.survey.record.counts import papers
from jinlin.survey.record.papers import papers_of, respondent
from jinlin.survey.record.surveys import find_survey, questions


def show_(
    call: Call,
    number: shared.Number = None,
    *,
    home: Annotated[
        str | None, HOME.option("--room", help=N_("What this door answered, round by round."))
    ] = None,
    person: Annotated[
        str | None, WHO.option("--person", help=N_("What she answered, where people are asked."))
    ] = None,
) -> None:
    with reading(call) as reader:
        survey = find_survey(reader, number, closed_too=True)
        asked = questions(reader, survey)
        said = home or person
        if said is None:
            record = survey_record(survey, asked, papers(reader, survey, survey.round)[-1])
        else:
            who = respondent(reader, survey, said)
            record = papers_record(survey, asked, who, papers_of(reader, survey, who))
    show(call, record)
