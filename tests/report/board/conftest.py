"""A complex where everything happened, and people's names stand wherever people write them."""

from __future__ import annotations

from harness import Jinlin, seeded
from report.records import at, recording

CONTACT = "支部值班 0591-12345678"
GOSSIP = (
    "欧阳娜娜（13912345678，350102199001011234）和独孤大爷住3-1-1502，3号楼1单元1502室，"
    "王小明、李四光、赵老板都知道"
)
PRIVATE, SECRET, INJECTED = (
    "夫妻吵架摔东西",
    "孩子身上有伤",
    '<script>alert(1)</script>"><img src=x onerror=alert(2)>',
)


@seeded
def lived_in(jinlin: Jinlin) -> Jinlin:
    """N1 to N5 are posted: typed, issues, fund, resolutions, elevator; drafts and questions too."""
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("3")
        home = records.tx.insert(
            "household", building_id=tower, entrance="1", room="1502", floor=15
        )
        owner = records.person("欧阳娜娜", "13912345678")
        records.tx.write(
            "UPDATE person SET id_number = '350102199001011234' WHERE id = ?", (owner,)
        )
        records.tx.insert("ownership", household_id=home, person_id=owner)
        for category, status, title, private in (
            ("lighting", "in_progress", f"路灯不亮，{GOSSIP}", 0),
            ("lighting", "closed_solved", f"{INJECTED}{GOSSIP}修好了", 0),
            ("noise_home", "in_progress", PRIVATE, 1),
            ("harm", "closed_solved", SECRET, 1),
            ("pipes", "departments_called", "下水道堵塞", 0),
        ):
            closed = [(at("10-20"), "closed", status)] if status == "closed_solved" else [
                (at("10-06"), "assigned", status)]  # fmt: skip
            records.issue(
                at("10-05"), *closed, category=category, title=title, private=private,
                building=tower, household_id=home, reporter="独孤大爷",
                reporter_phone="13987654321", accused="赵老板",
            )  # fmt: skip
        records.meeting(
            at("11-04"), "neighbours_council", resolutions=[(GOSSIP, "李四光", "2026-12-01")]
        )
        records.meeting(at("11-03"), resolutions=[("发展党员事项", None, None)])
        records.plan(at("10-10"), GOSSIP, total=30000, amounts=[0, 10000, 20000], building=tower)
    fund = ("branch", "fund")
    jinlin(*fund, "income", "--purse", "启动经费", "--amount", "5000", "--from", "金山街道党工委",
           "--for", "启动", "--date", "2026-08-01")  # fmt: skip
    jinlin(*fund, "spend", "--purse", "启动经费", "--amount", "300", "--to", "李四光", "--for",
           f"酬劳 {GOSSIP}", "--by", "王小明", "--approved-by", "林秀英", "--date", "2026-08-02")  # fmt: skip
    jinlin("notice", "post", f"{INJECTED}楼道", "--type", "公示", "--text", f"{GOSSIP}\n{INJECTED}",
           "--basis", GOSSIP, "--for", GOSSIP, "--place", "3号楼大厅", "--contact", CONTACT,
           "--attachment", GOSSIP, "--date", "2026-10-20")  # fmt: skip
    jinlin("notice", "edit", "N1", "--for", "全体", "--reason", GOSSIP, code=1)
    jinlin(
        "notice",
        "object",
        "N1",
        GOSSIP,
        "--by",
        "王小明",
        "--phone",
        "13711112222",
        "--date",
        "2026-10-21",
    )
    jinlin("notice", "answer", "N1-1", f"{GOSSIP}{INJECTED}", "--outcome", "不成立")
    for source in ("事项", "经费", "决议"):
        which = ("--of", "10") if source == "事项" else ()
        jinlin("notice", "post", "--from", source, *which)
    jinlin(
        "notice",
        "post",
        "--from",
        "电梯",
        "--signer",
        "业主代表",
        "--basis",
        "讨论",
        "--contact",
        CONTACT,
    )
    jinlin("notice", "edit", "N5", "--contact", "业主代表 0591-12345678", "--reason", GOSSIP)
    jinlin("notice", "post", "没贴的草稿", "--type", "公告", "--text", "草稿", "--draft")
    jinlin("notice", "ask", f"食堂？{GOSSIP}{INJECTED}", "--by", "王小明", "--phone", "13711113333")
    jinlin("notice", "answer", "Q1", f"年底。{GOSSIP}")
    jinlin("notice", "ask", f"还没答 {GOSSIP}", "--by", "李四光")
    jinlin("notice", "ask", "不公开的提问", "--private")
    return jinlin
