"""`jinlin survey tally`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading
from jinlin.survey.commands import shared
from jinlin.survey.pages import tally_record
from jinlin.survey.record.counts import tally
from jinlin.survey.record.surveys import find_survey, questions


def tally_(call: Call, number: shared.Number = None, round_: shared.Round = None) -> None:
    with reading(call) as reader:
        survey = find_survey(reader, number)
        counted = tally(reader, survey, questions(reader, survey), round_)
    show(call, tally_record(survey, counted))
