"""What people wrote down names nobody in any listing; a record shown by itself does."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path

from house.sources import script
from store.meddling import guards_aside
from trust.stations import HERE, Stations

from jinlin.output.command.grammar import ListingCommand
from jinlin.store.schema.personal import PERSONAL, Content

from .test_words import declared

NAME = "钱来娣"
THINGS = {
    ("branch group list", "name"), ("branch venue list", "name"), ("team list", "name"),
    ("issue categories", "first_handler"), ("member list", "post"), ("member post list", "unit"), ("member contacts", "roles"),
    ("branch offer list", "what"), ("meeting first list", "name"), ("meeting first list", "words"),
    ("meeting major list", "code"), ("meeting major list", "name"), ("meeting major list", "source"),
    ("meeting first list", "matter"), ("meeting first list", "basis"),
    ("notice powers list", "matter"), ("notice powers list", "public"), ("notice powers list", "when"),
}  # fmt: skip
"""What things and bodies are called: she types it, and it names whoever acts."""
READ_ELSEWISE = frozenset({"setting", "saved_filter", "room"})
"""What is written there is read again by the program."""


def plant(database: Path) -> None:
    """Write the name of somebody taken out into every text of a database, behind its back."""
    with guards_aside(database) as connection:
        connection.execute(
            "INSERT INTO person (number, name, removed_at) VALUES (99999, ?, '2026-11-01')", (NAME,)
        )
        for table, columns in PERSONAL.items():
            for column, content in columns.items():
                if content is Content.FREE_TEXT and table not in READ_ELSEWISE:
                    with contextlib.suppress(sqlite3.IntegrityError):  # one of a few words
                        connection.execute(
                            f"UPDATE {table} SET {column} = {column} || ' {NAME}'"
                            f" WHERE {column} <> ''"
                        )


def test_no_listing_names_whoever_acts_in_no_post(stations: Stations, tmp_path: Path) -> None:
    reference, jinlin = script("reference"), stations.stand(tmp_path / "here")
    written = {s.line.replace(HERE, str(stations.folder)): s for s in stations.all}
    at, before, tried = stations.all[0], None, 0
    named: set[tuple[str, str]] = set()
    for line in reference.scenes(stations.folder):
        if line in written:
            at = written[line]
            continue
        command = reference._command(line)
        if line.startswith("db ") or not isinstance(declared(command), ListingCommand):
            continue
        if at is not before:
            before = at
            shutil.copyfile(at.left, jinlin.db)
            plant(jinlin.db)
        told = jinlin(*line.split(" "), "--json")
        if isinstance(told.data, list):
            tried += 1
            named |= {
                (command, key)
                for row in told.data
                for key, value in row.items()
                if NAME in json.dumps(value, ensure_ascii=False)
            }
    assert named == THINGS
    assert tried > 20
    assert NAME in jinlin("issue", "list", "--unmask", "--limit", "all").out
    assert NAME in jinlin("issue", "show", "1").out
