"""`jinlin rollup report`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.kind import WordKind
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Record
from jinlin.rollup.commands.office.asked import ByLevel, opened_lake
from jinlin.rollup.commands.office.words import BelowUnit, InFolder, OfMonth, month_meant
from jinlin.rollup.office.answers import question_listing
from jinlin.rollup.office.asking import LakeQuestion
from jinlin.rollup.office.overview import overview

QUESTION: Final = WordKind("lake_question", N_("WORD"), LakeQuestion.understood, words=LakeQuestion)


def report(
    call: Call,
    month: OfMonth = None,
    *,
    in_: BelowUnit = None,
    by: ByLevel = None,
    question: Annotated[
        LakeQuestion | None,
        QUESTION.option(help=N_("One question by itself, such as trend or league.")),
    ] = None,
    folder: InFolder = None,
) -> None:
    with opened_lake(call, folder, month_meant(call, month), in_, by) as (lake, name):
        told = overview(lake, name) if question is None else question_listing(lake, question)
    in_csv = call.csv or (call.output or "").lower().endswith(".csv")
    show(call, told.listings[0] if in_csv and isinstance(told, Record) else told)
