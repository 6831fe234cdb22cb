"""Which questionnaires want somebody: those soon to be closed, and answers whose time is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from jinlin.core.i18n import N_
from jinlin.output.contribution.today_lines import TodayLine, TodaySection
from jinlin.store.transaction.tx import Reader
from jinlin.survey.duties import unposted_evaluations
from jinlin.survey.record.surveys import surveys

AHEAD: Final = timedelta(days=3)
"""So long beforehand the close is told of."""


def _closing(reader: Reader) -> Iterator[TodayLine]:
    by = (reader.clock.today + AHEAD).isoformat()
    for one in surveys(reader, still_open=True):
        if one.closes_on is not None and one.closes_on <= by:
            yield TodayLine(one.label, one.title, one.closes_on)


def _to_delete(reader: Reader) -> Iterator[TodayLine]:
    today = reader.clock.today.isoformat()
    for one in surveys(reader):
        if one.closed_on and one.keep_until and one.keep_until < today and not one.forgotten_on:
            yield TodayLine(one.label, one.title, one.keep_until)


def _to_post(reader: Reader) -> Iterator[TodayLine]:
    for survey, due_on in unposted_evaluations(reader):
        yield TodayLine(survey.label, survey.title, due_on.isoformat() if due_on else None)


SECTIONS: Final = (
    TodaySection(
        178,
        "surveys_closing",
        N_("Surveys to be closed"),
        N_("jinlin survey close {number}"),
        _closing,
    ),
    TodaySection(
        191,
        "evaluations_to_post",
        N_("Evaluations to be posted"),
        N_("jinlin notice post --from survey --of {number}"),
        _to_post,
    ),
    TodaySection(
        179,
        "surveys_to_delete",
        N_("Answers to surveys kept longer than was said"),
        N_("jinlin survey close {number} --forget"),
        _to_delete,
    ),
)
