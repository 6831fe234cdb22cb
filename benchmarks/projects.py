"""What a project costs after 2 000 notes and 28 partners after 5 000 supports, against ten of each.

    python benchmarks/projects.py [ROUNDS]

Goals: within 1.3 times, to list, to show and to record one more; and with ten of each no more than
1.2 times what a list of issues costs. Each note names two people, one of them a member of the
branch.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

target, count, supports = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
call = Call(environment=Environment.of_process(), command="fill", database=target)
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"

with writing(call) as tx:
    tx.next_numbers("partner", 28)
    for number in range(1, 29):
        tx.next_numbers(f"partner_support-{number}", supports)
    tx.write(
        "INSERT INTO project_note (project_id, stage, noted_on, text, user)"
        f" {COUNTED}"
        " SELECT 1, 'sounding', strftime('%Y-%m-%d', '2026-01-01', (n % 300) || ' days'),"
        " '第' || n || '次到现场', '林秀英' FROM counted",
        (count,),
    )
    tx.write(
        "INSERT INTO partner (number, name, kind, agreement_on)"
        f" {COUNTED} SELECT n, '共建单位' || n, 'private', '2026-01-01' FROM counted",
        (28,),
    )
    tx.write(
        "INSERT INTO partner_support (partner_id, number, kind, what, amount, promised_on,"
        " received_on, paid_to, user)"
        f" {COUNTED} SELECT n % 28 + 1, n, 'money', '资金', 100000 + n, '2026-02-01',"
        " '2026-03-01', '城建公司', '林秀英' FROM counted",
        (supports,),
    )
    tx.write(
        "INSERT INTO project_hand (project_id, stage, note_id, person_id, ours)"
        " SELECT 1, 'sounding', id, (SELECT min(person_id) FROM member), 1 FROM project_note"
    )
    tx.write(
        "INSERT INTO project_hand (project_id, stage, note_id, name, ours)"
        " SELECT 1, 'sounding', id, '物业李工', 0 FROM project_note"
    )
"""

ISSUES = "issue list"
COMMANDS = {
    ISSUES: ["issue", "list"],
    "project list": ["project", "list"],
    "project show": ["project", "show"],
    "project page": ["project", "page"],
    "project note": ["project", "note", "看现场", "--by", "杨卫国"],
    "partner list": ["partner", "list"],
    "partner show": ["partner", "show", "D2"],
    "partner support": ["partner", "support", "D2", "3万", "--paid-to", "城建公司", "--yes"],
    "branch offer list": ["branch", "offer", "list"],
    "partner list --resources": ["partner", "list", "--resources"],
}
WRITE_A_PAGE = {"project page"}


def main() -> None:
    """Measure, print, and leave with 1 when the goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    few, many = "10", "2 000"
    with installed() as at:
        for name, count, supports in ((few, 10, 10), (many, 2_000, 5_000)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.jinlin, "member", "add", "杨卫国", "--db", f"{name}.db"])
            at.seconds([at.jinlin, "project", "add", "东门植树", "--kind", "绿化", "--started",
                        "2026-01-01", "--db", f"{name}.db"])  # fmt: skip
            at.seconds([at.jinlin, "issue", "add", "路灯不亮", "--category", "设施", "--db",
                        f"{name}.db"])  # fmt: skip
            at.seconds([at.jinlin, "branch", "offer", "add", "入户小修", "--price", "免费", "--db",
                        f"{name}.db"])  # fmt: skip
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(count), str(supports)])
        took = medians(
            at,
            {
                f"{what}, {name} notes": [at.jinlin, *words, "--db", f"{name}.db"]
                for what, words in COMMANDS.items()
                for name in (few, many)
            },
            rounds=rounds,
        )
    report(
        "projects",
        took,
        [
            *(
                Goal(what, 1.3, took[f"{what}, {many} notes"] / took[f"{what}, {few} notes"], "x")
                for what in COMMANDS
            ),
            *(
                Goal(
                    f"{what} / {ISSUES}",
                    1.2,
                    took[f"{what}, {few} notes"] / took[f"{ISSUES}, {few} notes"],
                    "x",
                )
                for what in COMMANDS
                if what not in {ISSUES, *WRITE_A_PAGE}
            ),
        ],
    )


main()
