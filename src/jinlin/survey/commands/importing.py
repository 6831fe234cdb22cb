"""`jinlin survey import`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.core.said import day_on
from jinlin.exchange.table.rows import Row
from jinlin.output.command.import_options import ImportWords
from jinlin.output.command.kinds import FILE
from jinlin.output.importing.outcome import Outcome
from jinlin.output.importing.take import Terms, open_table, take
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Tx
from jinlin.survey.commands import shared
from jinlin.survey.record.actions import check_open
from jinlin.survey.record.importing import (
    check_columns,
    check_first_time,
    fields_of,
    import_answers,
)
from jinlin.survey.record.surveys import KIND, find_survey, questions
from jinlin.works.words import On


def import_(
    call: Call,
    file: Annotated[
        str, FILE.argument(help=N_("A sheet of 问卷星 or 腾讯文档, or our form: xlsx, csv."))
    ],
    number: shared.Number = None,
    *,
    words: ImportWords,
    on: On = None,
) -> None:
    if number is not None and shared.is_number(file):
        file, number = number, file
    with reading(call) as reader:
        survey = find_survey(reader, number)
        check_open(survey)
        asked = questions(reader, survey)
    terms = Terms(KIND, *words)
    tables = open_table(call, file, fields_of(survey, asked), terms)
    check_columns(survey, asked, tables.headers)

    def work(tx: Tx, rows: Iterable[Row], *, origin: Mapping[str, str]) -> Outcome:
        del origin
        found = find_survey(tx, survey.label)
        check_first_time(tx, found, tables.digest)
        return import_answers(tx, found, asked, rows, day_on(on, tx.clock))

    take(call, tables, work, terms)
