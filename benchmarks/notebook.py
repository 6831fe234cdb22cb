"""A notebook of any size to measure on: six events an issue, one in five still open."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from measuring import ROOT, Installed

FEW, SOME, MANY = "200 issues", "20 000 issues", "200 000 issues"
COUNTS = {FEW: 200, SOME: 20_000, MANY: 200_000}
FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

target, count = sys.argv[1], int(sys.argv[2])
call = Call(environment=Environment.of_process(), command="fill", database=target)
COUNTED = (
    "WITH RECURSIVE counted (n) AS"
    " (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
)

def moment(hours):
    return (
        "strftime('%Y-%m-%dT%H:%M:%SZ', '2025-11-01',"
        f" (n * 7919 % 8760 + {hours}) || ' hours')"
    )

DAY = "strftime('%Y-%m-%d', '2025-11-01', (n * 7919 % 8760 + 72) || ' hours')"
OPEN = "n % 5 = 0"
SHUT = moment("n % 200")

def unless_open(value):
    return f"CASE WHEN {OPEN} THEN NULL ELSE {value} END"

RATED = unless_open("'satisfied'")

def event(kind, hours, to):
    ends = kind in ("closed", "rated")
    shown = f"CASE WHEN {OPEN} THEN 'noted' ELSE '{kind}' END" if ends else f"'{kind}'"
    return (
        "INSERT INTO issue_event (issue_id, at, kind, to_status, user,"
        " satisfaction)"
        f" {COUNTED} SELECT n, {moment(hours)}, {shown},"
        f" CASE {shown} WHEN 'noted' THEN NULL ELSE {to} END, '林',"
        f" CASE {shown} WHEN 'rated' THEN 'satisfied' END FROM counted"
    )

with writing(call) as tx:
    tx.write(f"INSERT INTO building (id, code) {COUNTED} SELECT n, n FROM counted", (20,))
    tx.write(
        f"INSERT INTO person (id, number, name) {COUNTED} SELECT 1000 + n, 1000 + n,"
        " substr('张王李赵陈林黄周吴', 1 + n % 9, 1)"
        " || substr('美秀志国建丽小海', 1 + n % 8, 1)"
        " || substr('华英强明兰芳云平', 1 + n / 9 % 8, 1) FROM counted",
        (2000,),
    )
    tx.write(
        "INSERT INTO issue (id, year, number, title, category_id, building_id,"
        " steward_id, channel, urgency, status, level, reported_at, accepted_at, due_on, warn_on,"
        " raise_on, respond_by, reporter, private, closed_at, solved_at, result, satisfaction)"
        f" {COUNTED} SELECT n, 2026, n, '第' || n || '件事：楼道灯不亮',"
        " 1 + n % (SELECT count(*) FROM category), 1 + n % 20, 1001 + n % 30,"
        " CASE n % 3 WHEN 0 THEN 'phone' WHEN 1 THEN 'wechat' ELSE 'door' END,"
        " CASE n % 10 WHEN 0 THEN 'urgent' ELSE 'normal' END,"
        f" CASE WHEN {OPEN} THEN 'in_progress' ELSE 'closed_solved' END,"
        " CASE n % 40 WHEN 0 THEN 'street' ELSE 'complex' END,"
        f" {moment(0)}, CASE n % 7 WHEN 0 THEN NULL ELSE {moment(5)} END, {DAY}, {DAY}, {DAY},"
        f" {moment(24)}, CASE n % 3 WHEN 0 THEN '住户' || n % 4000 END, n % 11 = 0,"
        f" {unless_open(SHUT)}, {unless_open(SHUT)},"
        f" '换了灯泡', {RATED} FROM counted",
        (count,),
    )
    for kind, hours, to in (
        ("reported", "0", "'reported'"),
        ("assigned", "2", "'in_progress'"),
        ("accepted", "5", "NULL"),
        ("noted", "6", "NULL"),
        ("closed", "n % 200", "'closed_solved'"),
        ("rated", "n % 200", "NULL"),
    ):
        tx.write(event(kind, hours, to), (count,))
"""


def put_notebooks(at: Installed) -> None:
    """Put the notebooks into the folder, as `200 issues.db` and so on.

    They are filled through the store, set-based, and kept in the machine's folder for temporary
    files, by the version of the schema.
    """
    for name, count in COUNTS.items():
        shutil.copy(_filled(at, name, count), at.folder / f"{name}.db")


def _filled(at: Installed, name: str, count: int) -> Path:
    """Return a filled database, made when there is none of this schema yet."""
    scripts = sorted((ROOT / "src" / "jinlin" / "store" / "schema").glob("*.sql"))
    version = hashlib.sha256(
        b"".join(script.read_bytes() for script in scripts) + FILL.encode()
    ).hexdigest()[:12]
    kept = Path(tempfile.gettempdir()) / f"jinlin-benchmark-{version}-{count}.db"
    if not kept.exists():
        draft = f"{name}.new.db"
        at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", draft, "--yes"])
        at.seconds([at.python, "-c", FILL, draft, str(count)])
        shutil.move(at.folder / draft, kept)
    return kept
