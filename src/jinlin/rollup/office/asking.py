"""What the lake answers: the questions of `rules/questions`, put to one month, level and scope.

The questions are in the subset of SQL that DuckDB and Spark have in common, and both run them as
they stand; months and codes are filled in as texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple, TypeAlias

from jinlin.core.clock import Month
from jinlin.core.files.shipped import shipped_text
from jinlin.core.i18n import N_
from jinlin.core.word import Word
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.lake import ORG, REPORTS, as_read, files_of, lake_connection
from jinlin.rollup.rules.indicators import Indicator, by_unit
from jinlin.rollup.rules.tables import TABLES
from jinlin.rollup.rules.tree import OrgLevel

VIEWS: Final = ("units", "reporting")
"""What stands between the lake and the questions; the second builds on the first."""
_MONTHS: Final = 13
"""So many months a question looks at, with the one a year ago."""
_MEMORY: Final = "160MB"
_MARK: Final = re.compile(r":([a-z_]+)")
_COMMENT: Final = re.compile(r"--.*")

Answer: TypeAlias = Mapping[str, Any]
"""A row, by the names of its columns."""


class LakeQuestion(Word, refusal=N_("“{text}” is none of the questions.")):
    """What the lake is asked, each as its file is called."""

    COMPLETENESS = "completeness", N_("who reported"), "报送"
    MONTH = "month", N_("the month by unit and group"), "月表"
    CATEGORIES = "categories", N_("what residents bring most"), "类别"
    RATES = "rates", N_("settled in time, and how it was rated"), "满意率", "按期率"
    OVERDUE = "overdue", N_("how old what is open is"), "超期"
    DEPARTMENTS = "departments", N_("departments called"), "部门"
    ELEVATORS = "elevators", N_("how far elevator projects are"), "电梯"
    YEAR = "year", N_("against the year before, like for like"), "同比"
    LEAGUE = "league", N_("whom residents are most satisfied with"), "排名"
    TREND = "trend", N_("month by month"), "趋势"
    OUTLIERS = "outliers", N_("figures far from the usual"), "异常"
    CHECKS = "checks", N_("figures to be asked about"), "核对"


class Asked(NamedTuple):
    """What is asked about.

    Attributes:
        month: the month.
        level: on which level figures are added up.
        scope: the code of the organisation within which; empty for everybody.
        due_day: the day of the next month by which a month is in.
    """

    month: Month
    level: OrgLevel
    scope: str
    due_day: int

    def filled(self, question: str) -> str:
        """Return a question about this month, level and scope."""
        year, month = self.month
        values = {
            "month": str(self.month),
            "before": str(self.month.previous),
            "two_before": str(self.month.previous.previous),
            "year_ago": str(Month(year - 1, month)),
            "level": self.level.value,
            "scope": self.scope,
        }
        return _MARK.sub(lambda found: _text(values[found[1]]), _COMMENT.sub("", question))

    @property
    def looked_at(self) -> Sequence[Month]:
        """The months it looks at, the last first."""
        months = [self.month]
        while len(months) < _MONTHS:
            months.append(months[-1].previous)
        return months

    @property
    def months(self) -> str:
        """The question for the months it looks at, each with the day by which it had to be in."""
        rows = []
        for month in self.looked_at:
            due = month.next.first.replace(day=self.due_day)
            rows.append(f"({_text(str(month))}, {_text(due.isoformat())})")
        return f"SELECT * FROM (VALUES {', '.join(rows)}) AS listed (period, due)"  # noqa: S608  (our own texts)


class OpenLake(NamedTuple):
    """The lake, open for questions.

    Attributes:
        asked: what they are about.
        run: runs one, and returns its columns and rows.
    """

    asked: Asked
    run: Callable[[str], Iterator[Answer]]

    def question(self, name: str) -> list[Answer]:
        """Return what a `LakeQuestion` finds."""
        return list(self.run(self.asked.filled(question(name))))

    def indicators(self, asked: Iterable[Indicator]) -> list[Answer]:
        """Return the indicators of each unit, a rate with its base."""
        return list(self.run(self.asked.filled(by_unit(asked))))


def question(name: str) -> str:
    """Return the text of a question, or of a view: `views/units`."""
    return shipped_text(f"rollup/rules/questions/{name}.sql")


@contextmanager
def asking(folder: OfficeFolder, asked: Asked, without: Collection[str] = ()) -> Iterator[OpenLake]:
    """Open the lake of an office for questions.

    Args:
        folder: the office's folder.
        asked: what they are about.
        without: the codes of complexes that are left out of every answer.

    Raises:
        RuleError: DuckDB is not installed.
        StoreError: the lake cannot be read.
    """
    with lake_connection(_MEMORY) as connection:

        def run(text: str) -> Iterator[Answer]:
            cursor = connection.execute(text)
            names = [column[0] for column in cursor.description or ()]
            return (dict(zip(names, row, strict=True)) for row in cursor.fetchall())

        tree = as_read(folder.lake / ORG / "data.parquet")
        connection.execute(f"CREATE VIEW {ORG} AS FROM read_parquet({tree})")
        for table in (REPORTS, *TABLES):
            files = files_of(folder, table, map(str, asked.looked_at))
            connection.execute(
                f"CREATE VIEW {table} AS FROM read_parquet({files},"
                " hive_types = {'period': VARCHAR}, union_by_name = true)"
            )
        out = sorted(without)
        connection.execute(f"CREATE TABLE months AS {asked.months}")
        for view in VIEWS:
            text = asked.filled(question(f"views/{view}"))
            connection.execute(f"CREATE TABLE {view} AS {text}")
            connection.execute(f"DELETE FROM {view} WHERE list_contains(?, organisation)", [out])  # noqa: S608  (our own)
        yield OpenLake(asked, run)


def _text(value: str) -> str:
    quoted = value.replace("'", "''")
    return f"'{quoted}'"
