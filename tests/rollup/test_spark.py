"""Spark answers every question as DuckDB does, with the same words over the same files."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from small_lake import tree, write_lake

from jinlin.core.clock import Month
from jinlin.rollup.office.asking import VIEWS, Asked, LakeQuestion, asking, question
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.rules.indicators import by_unit, indicators
from jinlin.rollup.rules.tables import TABLES
from jinlin.rollup.rules.tree import OrgLevel

pytestmark = pytest.mark.spark
spark_sql = pytest.importorskip("pyspark.sql")
BRANCHES, MONTHS = 500, 14
ASKED = Asked(Month(2026, 10), OrgLevel.STREET, "", 5)
CODES = [f"3501{n % 3 + 1:02}{n % 25 // 3 + 1:03}{n % 5 + 1:03}{n + 1:03}" for n in range(BRANCHES)]


def cells(chance: random.Random) -> dict[str, int]:
    """Figures of a branch; now and then a table it does not know, an empty month, a slip."""
    if chance.random() < 0.05:
        return {"_ _ on": 3}
    known = [table for table in TABLES.values() if chance.random() < 0.9]
    told = {
        f"{table.name} {item} {measure}": chance.randint(0, 30) * chance.choice((1, 1, 1, 10))
        for table in known
        for item in items(table.name)
        for measure in table.measures
        if chance.random() < 0.9
    }
    return told | {"_ _ on": chance.randint(1, 12)}


def items(table: str) -> tuple[str, ...]:
    match len(TABLES[table].item):
        case 0:
            return ("_",)
        case 1:
            return ("facilities", "environment")
    return ("facilities/lighting", "neighbours/")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> OfficeFolder:
    chance = random.Random(23)
    month, months = Month(2026, 10), {}
    for _count in range(MONTHS):
        months[str(month)] = {code: cells(chance) for code in CODES if chance.random() < 0.95}
        month = month.previous
    return write_lake(tmp_path_factory.mktemp("office"), tree(*CODES), months)


@pytest.fixture(scope="module")
def spark(folder: OfficeFolder) -> Iterator[Any]:
    built = spark_sql.SparkSession.builder.master("local[2]").config(
        "spark.sql.ansi.enabled", "true"
    )
    built = built.config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
    session = built.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    for table in ("org", "reports", *TABLES):
        session.read.parquet(str(folder.lake / table)).createOrReplaceTempView(table)
    session.sql(ASKED.months).createOrReplaceTempView("months")
    for view in VIEWS:
        session.sql(ASKED.filled(question(f"views/{view}"))).createOrReplaceTempView(view)
    yield session
    session.stop()


def test_both_are_asked_about_figures_that_nobody_knows(spark: Any) -> None:
    """Of some branches the table is not known, and there are rows that say nothing."""
    unknown = "SELECT count(*) FROM branch WHERE households IS NULL"
    assert spark.sql(unknown).collect()[0][0] > 300


@pytest.mark.parametrize("name", [*LakeQuestion, "indicators"])
def test_both_engines_give_the_same_answer(folder: OfficeFolder, spark: Any, name: str) -> None:
    every = name == "indicators"
    text = ASKED.filled(by_unit(indicators().values()) if every else question(name))
    with asking(folder, ASKED) as asks:
        told = [tuple(row.values()) for row in asks.run(text)]
    assert told
    assert [tuple(row) for row in spark.sql(text).collect()] == told
