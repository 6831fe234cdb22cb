"""`jinlin survey tally`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.kind import flag
from jinlin.output.contribution.rectification import put_right
from jinlin.output.delivery.show import show
from jinlin.store.command.command import reading
from jinlin.survey.commands import shared
from jinlin.survey.pages import tally_record
from jinlin.survey.record.counts import tally
from jinlin.survey.record.evaluated import body_ratings, evaluations
from jinlin.survey.record.surveys import find_survey, questions


def tally_(
    call: Call,
    number: shared.Number = None,
    round_: shared.Round = None,
    public: Annotated[
        bool, flag("--public", help=N_("As it may hang: no words, nothing that very few said."))
    ] = False,
) -> None:
    with reading(call) as reader:
        survey = find_survey(reader, number)
        asked = questions(reader, survey)
        counted = tally(reader, survey, asked, round_)
        rated = [*body_ratings(reader, survey, asked, counted.round)]
        righted = put_right(reader, evaluations(reader, survey)) if rated else []
    show(call, tally_record(survey, counted, rated, righted, public=public))
