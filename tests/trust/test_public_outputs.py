"""Whatever leaves a branch for everybody to read names nobody who acts in no post."""

from __future__ import annotations

import contextlib
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from harness import Jinlin
from store.meddling import guards_aside
from trust.conftest import Proving
from trust.stations import Stations, arrive

from jinlin.store.schema.personal import PERSONAL, Content

from .test_listed_texts import READ_ELSEWISE

REMOVED, MERGED, ALIVE, UNKNOWN, PHONE = "钱来娣", "孙招弟", "蒋盼儿", "沈若梅", "13712345671"
DOOR: Final = "3-1-998"
PLANTED: Final = (REMOVED, MERGED, ALIVE, UNKNOWN, PHONE, DOOR)
TEXT: Final = f" {REMOVED}、{MERGED}和{ALIVE}说，{UNKNOWN}阿姨知道，电话{PHONE}，住{DOOR}"
MEANT: Final = frozenset({"contact", "signer", "witness", "places", "place", "choices", "subject"})
"""Who signs, whom to ask, where it hangs, what a form offered to every home: meant to be read."""
DRAWN: Final = {
    "事项": "10月", "经费": "4季度", "决议": "M4", "实施结果": "M4-1", "电梯": "E1",
    "共建": "下半年", "问卷": "W1", "服务": "10月", "权力清单": "", "红管家": "3",
}  # fmt: skip
"""What notices are drawn from, and of which."""
PAPERS: Final = (
    "notice print N1", "notice print N2", "notice print N4", "issue board", "issue board --days 90",
    "meeting publish M4", "meeting minutes M4 --public", "meeting resolutions --chain --public",
    "branch fund disclose --from 2026-10-01 --to 2026-12-31 --place 大厅", "elevator disclose X1",
    "elevator disclose X1 --running", "project page G1", "survey tally W1 --public",
    "survey tally W2 --public", "report monthly 2026-10 --public",
    "report quarterly 2026-Q3 --public",
)  # fmt: skip
LISTED: Final = "issue board", "meeting resolutions"
"""Listings: what is on the screen is what a file of them holds."""


def plant(database: Path) -> None:
    """Write people into every text of a database, behind its back."""
    with guards_aside(database) as connection:
        connection.execute(
            "INSERT INTO person (number, name, phone) VALUES (99997, ?, ?)", (ALIVE, PHONE)
        )
        connection.execute(
            "INSERT INTO person (number, name, removed_at) VALUES (99998, ?, '2026-11-01')",
            (REMOVED,),
        )
        connection.execute(
            "INSERT INTO person (number, name, removed_at, merged_into)"
            " SELECT 99999, ?, '2026-11-01', id FROM person WHERE number = 99997",
            (MERGED,),
        )
        connection.execute(
            "INSERT INTO household (building_id, entrance, room, floor, removed_at)"
            " SELECT id, '1', '998', 9, '2026-11-01' FROM building WHERE code = '3'"
        )
        for table, columns in PERSONAL.items():
            for column, content in columns.items():
                if content is Content.FREE_TEXT and table not in READ_ELSEWISE:
                    if column in MEANT:
                        continue
                    with contextlib.suppress(sqlite3.IntegrityError):  # one of a few words
                        connection.execute(
                            f"UPDATE {table} SET {column} = {column} || '{TEXT}'"
                            f" WHERE {column} <> ''"
                        )


def text_of(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def leaving(jinlin: Jinlin) -> Iterator[tuple[str, str]]:
    """Yield every paper for everybody, and what can be read in it."""
    for source, which in DRAWN.items():
        drawn = ["--from", source, *(["--of", which] if which else [])]
        jinlin("notice", "post", *drawn, "--place", "大厅", "--draft", "--yes")
        [(number,)] = jinlin.sql("SELECT max(number) FROM notice")
        yield from written(jinlin, ["notice", "print", f"N{number}"], f"notice from {source}")
    for line in PAPERS:
        if line.startswith(LISTED):
            yield line, jinlin(*line.split(), "--json").out
        else:
            yield from written(jinlin, line.split(), line)
    yield "issue affects --message", jinlin("issue", "affects", "1", "--message").out
    site = jinlin.folder / "网站"
    jinlin("notice", "site", site)
    for path in site.rglob("*"):
        if path.is_file():
            yield f"notice site: {path.name}", text_of(path)


def written(jinlin: Jinlin, words: list[str], what: str) -> Iterator[tuple[str, str]]:
    path = jinlin.folder / "o.html"
    told = jinlin(*words, "-o", path.name, "--yes")
    yield what, text_of(path)
    yield f"{what}: what is said of it", told.out
    path.unlink()


def test_nobody_in_no_post_is_named_on_what_everybody_reads(
    stations: Stations, proving: Proving, tmp_path: Path
) -> None:
    proof = proving(15, "papers for everybody name nobody in no post, however she was entered")
    control = proving(15, "the same papers for the house", control=True)
    jinlin = stations.stand(tmp_path / "at")
    arrive(jinlin, stations.all[-1])
    plant(jinlin.db)
    for what, text in leaving(jinlin):
        named = [planted for planted in PLANTED if planted in text]
        proof.check(not named, (what, named))
    for line in ("issue show 1", "project show G1", "survey show W1"):
        control.check(ALIVE not in jinlin(*line.split()).out, line)
