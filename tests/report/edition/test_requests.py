"""Part five of a report: what community and street are asked for, as it was asked for last."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from harness import Jinlin
from report.records import at, recording

ASKED = (
    "issue", "escalate", "1", "--to", "街道", "--request", "依法查处占道停车", "--department", "城管",
    "--summary", "非机动车道被占", "--stuck", "支部无执法权", "--wanted-by", "2026-11-20",
)  # fmt: skip


def part_five(jinlin: Jinlin, *words: str) -> str:
    page = "".join(jinlin("report", "monthly", "11", *words).out.split())
    return page[page.index("需协调事项。") + 6 : page.index("六、")]


@pytest.fixture
def blocked(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("issue", "add", "门口被堵", "--category", "停车与车棚充电桩", "--building", "3",
           "--place", "南门", "--reporter", "王大娘")  # fmt: skip
    jinlin("issue", "note", "1", "已劝导四次")
    return jinlin


def test_a_matter_is_told_with_what_was_done_and_what_is_asked_of_whom_by_when(
    blocked: Jinlin,
) -> None:
    blocked(*ASKED)
    assert part_five(blocked) == (
        "1.3号楼门口被堵（南门）。非机动车道被占；已劝导四次；支部无执法权。"
        "请街道呼叫城管，依法查处占道停车，11月20日前办结。"
    )
    [told] = blocked("report", "monthly", "11", "--json").data["requests"]
    assert (told["level"], told["departments"], told["wanted_by"]) == (
        "street", ["城管"], "2026-11-20",
    )  # fmt: skip


def test_what_was_asked_last_is_told_and_whom_the_street_called(blocked: Jinlin) -> None:
    blocked("issue", "escalate", "1", "--to", "社区", "--request", "请居委会一起上门")
    assert part_five(blocked).endswith("已劝导四次。请居委会一起上门。")
    blocked(*ASKED)
    blocked("issue", "call", "1", "--lead", "城管", "--department", "公安")
    assert part_five(blocked).endswith("11月20日前办结。街道已呼叫城管、公安。")
    blocked("issue", "arrive", "1", "城管")
    assert part_five(blocked).endswith("街道已呼叫城管、公安，城管已报到。")


def test_what_was_asked_after_the_period_is_not_told_in_it(blocked: Jinlin) -> None:
    blocked(*ASKED)
    october = blocked("report", "monthly", "10", "--json").data
    assert (october["requests"], october["issues"]["to_coordinate"]) == ([], 0)


def test_a_default_addressee_is_never_asked(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        records.issue(at("11-02"), (at("11-03"), "assigned", "escalated"), title="楼道堆物")
    assert part_five(jinlin) == "1.楼道堆物。请社区、街道协调解决。"


def test_of_a_private_matter_only_its_kind_is_told(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "夫妻吵架摔东西", "--category", "邻里", "--reporter", "王大娘")
    jinlin("issue", "escalate", "1", "--to", "街道", "--request", "请来劝劝两口子")
    assert part_five(jinlin) == "1.邻里矛盾1件（内容略），已提请街道协调。"
    told: Any = jinlin("report", "monthly", "11", "--json").data["requests"]
    assert "夫妻" not in str(told)
    assert "劝劝" not in str(told)


def test_residents_are_not_named_and_who_acts_is(blocked: Jinlin) -> None:
    for name in ("郑国梁", "陈小明"):
        blocked("member", "add", name)
    blocked("member", "post", "add", "郑国梁", "--body", "业委会", "--title", "主任")
    blocked(*ASKED[:-2], "--work-done", "郑国梁与王大娘、陈小明（13912345678）在3-1-502商量过")
    told = part_five(blocked)
    assert "郑国梁与某居民、某居民" in told
    for hidden in ("王大娘", "陈小明", "139", "502"):
        assert hidden not in told


def test_nothing_that_was_asked_is_kept_with_a_filed_report(blocked: Jinlin) -> None:
    blocked(*ASKED)
    blocked("report", "monthly", "11", "--final")
    [(figures,)] = blocked.sql("SELECT figures FROM filed_report")
    assert '"issues.to_coordinate":1' in figures
    assert "占道" not in figures
    assert "门口" not in figures


def test_the_workbook_has_a_row_a_matter(blocked: Jinlin) -> None:
    blocked(*ASKED)
    blocked("report", "monthly", "11", "-o", "报.xlsx")
    sheet: Any = openpyxl.load_workbook(blocked.folder / "报.xlsx")["需协调事项"]
    heads, row = sheet.iter_rows(values_only=True)
    told = dict(zip(heads, row, strict=True))
    assert (told["事项"], told["请求单位"]) == ("3号楼门口被堵（南门）", "街道")
    assert (told["已做工作"], told["存在困难"]) == ("已劝导四次", "支部无执法权")


def test_the_public_edition_asks_nobody(blocked: Jinlin) -> None:
    blocked(*ASKED)
    assert "占道" not in blocked("report", "monthly", "11", "--public").out
    assert blocked("report", "monthly", "11", "--public", "--json").data["requests"] == []
