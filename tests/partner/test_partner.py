"""Partners: agreements, promises, money paid by themselves or into the purse, three lists."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import Jinlin, seeded
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.meddling import meddle


@seeded
def bank(jinlin: Jinlin) -> Jinlin:
    """A bank with an agreement, and an issue that was passed up."""
    jinlin("issue", "add", "南门非机动车道被占", "--category", "parking")
    jinlin("issue", "escalate", "1", "街道", "--request", "请呼叫城管", "--department", "城管",
           "--work-done", "已劝导")  # fmt: skip
    jinlin("partner", "add", "春江银行", "--kind", "非公", "--agreement", "2026-03-01",
           "--until", "2028-02-28", "--contact", "王经理", "--phone", "0593-2868123")  # fmt: skip
    return jinlin


def totals(jinlin: Jinlin) -> str:
    return "".join(jinlin("partner", "list").out.split())


def test_money_a_partner_paid_itself_is_received_and_stands_in_no_purse(bank: Jinlin) -> None:
    made = bank("partner", "support", "春江银行", "20万", "--about", "2026-1",
                "--paid-to", "城建公司", "--json").data  # fmt: skip
    assert (made["number"], made["kind"], made["amount_fen"]) == ("D1-1", "money", 20_000_000)
    assert (made["paid_to"], made["fund_entry"]) == ("城建公司", None)
    assert bank("branch", "fund", "list", "--json").data == []
    assert "直接支付200,000.00元" in totals(bank)


def test_money_into_the_purse_is_one_entry_and_one_support(bank: Jinlin) -> None:
    made = bank("partner", "support", "D1", "1万", "--what", "慰问", "--purse", "共建资助", "--handler",
                "林秀英", "--json").data  # fmt: skip
    [entry] = bank("branch", "fund", "list", "--json").data
    assert made["fund_entry"] == entry["number"] == "F1"
    assert (entry["purse"], entry["income_fen"]) == ("partner_aid", 1_000_000)
    bank("undo")
    assert bank("branch", "fund", "list", "--json").data == []
    assert bank("partner", "show", "D1", "--json").data["supports_received"] == 0


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("春江银行", "5万"), 2, "--直接付给"),
        (("春江银行", "5万", "--paid-to", "甲公司", "--purse", "共建资助"), 2, "--直接付给"),
        (("春江银行", "5万", "--paid-to", "桂园党支部"), 1, "支部"),
        (("春江银行", "5万", "--purse", "党费"), 1, "共建资助"),
        (("春江银行", "5万", "--promised", "--paid-to", "甲公司"), 2, "到位"),
        (("春江银行", "--what", "书", "--paid-to", "甲公司"), 2, "金额"),
        (("春江银行",), 2, "支持什么"),
        (("春江银行", "--what", "讲座", "--kind", "资金"), 2, "多少钱"),
        (("春江银行", "0", "--paid-to", "甲公司"), 2, "0"),
        (("春江银行", "5万", "--kind", "服务", "--paid-to", "甲公司"), 2, "--类型"),
        (("海边书店", "--what", "书"), 3, "海边书店"),
        (("春江银行", "--what", "书", "--about", "2026-99"), 3, "2026-0099"),
        (("春江银行", "--what", "书", "--date", "2027-01-01"), 2, "2027-01-01"),
        (("春江银行", "5万", "--paid-to", "林书记"), 1, "林书记"),
    ],
)
def test_what_cannot_be_recorded_says_why_and_changes_nothing(
    bank: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = bank.dump()
    assert said in bank("partner", "support", *words, code=code).err
    assert bank.dump() == before


def test_the_words_of_the_agreement_are_taken_too(bank: Jinlin) -> None:
    """For what, by when, into which purse, as people say it."""
    bank("partner", "support", "春江银行", "20万", "--for", "2026-1", "--paid-to", "城建公司")
    bank("partner", "support", "春江银行", "--what", "每周二义诊", "--by", "12-01")
    bank("共建单位", "支持", "春江银行", "1万", "--经费类别", "共建资助", "--谁", "林秀英")
    told = bank("partner", "show", "D1", "--json").data["supports"]
    assert [(one["about"], one["due_on"], one["fund_entry"]) for one in told] == [
        (None, None, "F1"), (None, "2026-12-01", None), ("2026-0001", None, None),
    ]  # fmt: skip


def test_what_was_promised_comes_or_is_dropped_once(bank: Jinlin) -> None:
    bank("partner", "support", "春江银行", "3万", "--promised", "--due", "2026-12-01")
    bank("partner", "support", "春江银行", "--what", "义诊", "--promised")
    assert "尚待兑现30,000.00元" in totals(bank)
    bank("partner", "receive", "D1-1", "--paid-to", "甲公司")
    assert "D1-1" in bank("partner", "receive", "D1-1", "--paid-to", "甲公司", code=1).err
    bank("partner", "drop", "D1-2", "--reason", "医生调走")
    assert "已于2026-11-05取消" in bank("partner", "receive", "D1-2", code=1).err
    shown = bank("partner", "show", "D1", "--json").data
    assert (shown["supports_received"], shown["received_fen"]) == (1, 3_000_000)


def test_a_problem_is_counted_once_and_only_when_it_is_solved(bank: Jinlin) -> None:
    for what in ("借护栏", "派志愿者"):
        bank("partner", "support", "春江银行", "--what", what, "--about", "2026-1")
    assert "助力解决0件" in totals(bank)
    bank("issue", "close", "1", "--result", "已划线")
    assert "助力解决1件" in totals(bank)
    bank(
        "project",
        "add",
        "划车位",
        "--kind",
        "其他",
        "--matter-reason",
        "街道出资",
        "--about",
        "2026-1",
    )
    bank("partner", "support", "春江银行", "--what", "油漆", "--about", "G1")
    bank("project", "stage", "使用", "--override", "补录")
    assert "助力解决1件" in totals(bank)


def test_three_lists_say_what_is_needed_what_stands_ready_and_what_is_under_way(
    bank: Jinlin,
) -> None:
    bank("project", "add", "充电棚", "--kind", "充电棚", "--budget", "5万")
    bank("partner", "support", "春江银行", "--what", "会议室")
    bank("partner", "support", "春江银行", "2万", "--about", "G1", "--paid-to", "甲公司")
    needs = {one["number"]: one for one in bank("partner", "list", "--needs", "--json").data}
    assert set(needs) == {"2026-0001", "G1"}
    assert (needs["G1"]["missing_fen"], needs["G1"]["promised"]) == (3_000_000, 1)
    [ready] = bank("partner", "list", "--resources", "--json").data
    [under_way] = bank("partner", "list", "--projects", "--json").data
    assert (ready["what"], under_way["about"]) == ("会议室", "G1")


def test_what_works_cost_is_paid_by_purses_and_by_partners_and_counted_once(bank: Jinlin) -> None:
    bank("project", "add", "东门植树", "--kind", "绿化", "--budget", "10万")
    bank("partner", "support", "D1", "2万", "--about", "G1", "--paid-to", "甲公司")
    bank("partner", "support", "D1", "3万", "--about", "G1",
         "--purse", "共建资助", "--handler", "林秀英")  # fmt: skip
    bank("partner", "support", "D1", "1万", "--about", "G1", "--promised")
    bank("branch", "fund", "spend", "25000", "共建资助", "--to", "甲公司", "--for", "树苗", "--by",
         "林秀英", "--approved-by", "周建华", "--about", "G1")  # fmt: skip
    shown = bank("project", "show", "--json").data
    assert [shown[f"{what}_fen"] for what in ("paid", "purses", "direct", "rest")] == [
        4_500_000, 2_500_000, 2_000_000, 5_500_000,
    ]  # fmt: skip
    [need] = [one for one in bank("partner", "list", "--needs", "--json").data
              if one["number"] == "G1"]  # fmt: skip
    assert (need["missing_fen"], need["promised"]) == (4_000_000, 3)
    page = "".join(bank("project", "page").out.split())
    assert "已付45,000.00其中共建单位直接支付20,000.00" in page
    [told] = bank("report", "monthly", "11", "--json").data["works"]
    assert told["paid_fen"] == 4_500_000
    bank("partner", "support", "D1", "6万", "--about", "G1", "--paid-to", "甲公司")
    page = "".join(bank("project", "page").out.split())
    assert "超付5,000.00" in page
    assert "-5,000" not in page


def test_money_that_was_taken_back_is_to_come_again(bank: Jinlin) -> None:
    def missing() -> int:
        [need] = [one for one in bank("partner", "list", "--needs", "--json").data
                  if one["number"] == "G1"]  # fmt: skip
        return int(need["missing_fen"])

    bank("project", "add", "东门植树", "--kind", "绿化", "--budget", "10万")
    bank("partner", "support", "D1", "3万", "--about", "G1",
         "--purse", "共建资助", "--handler", "林秀英")  # fmt: skip
    assert missing() == 7_000_000
    bank("branch", "fund", "reverse", "F1", "--reason", "打错")
    assert missing() == 7_000_000


def test_a_private_matter_is_no_need(bank: Jinlin) -> None:
    assert len(bank("partner", "list", "--needs", "--json").data) == 1
    bank("issue", "edit", "1", "--private")
    assert bank("partner", "list", "--needs", "--json").data == []


def test_the_same_support_of_a_day_is_asked_about(bank: Jinlin) -> None:
    line = ("partner", "support", "春江银行", "2万", "--paid-to", "甲公司")
    bank(*line)
    assert "D1-1" in bank(*line, code=2).err
    bank(*line, "--yes")
    assert "40,000.00" in totals(bank)


def test_who_ended_gives_no_more_and_who_promised_is_not_taken_out(bank: Jinlin) -> None:
    bank("partner", "support", "春江银行", "--what", "书", "--promised", "--date", "2026-10-01")
    assert "终止 D1" in bank("partner", "remove", "春江银行", code=1).err
    bank("partner", "drop", "D1-1", "--reason", "没了", "--date", "2026-09-30", code=1)
    bank("partner", "end", "春江银行", "--reason", "到期", "--date", "2026-02-01", code=1)
    bank("partner", "end", "春江银行", "--reason", "到期", "--date", "2026-11-01")
    assert "终止" in bank("partner", "support", "春江银行", "--what", "书", "--yes", code=1).err
    bank("partner", "support", "春江银行", "--what", "书", "--date", "2026-10-31")
    assert "终止" in bank("partner", "end", "D1", "--reason", "到期", code=1).err


def test_an_agreement_that_is_signed_anew_ended_no_longer(bank: Jinlin) -> None:
    bank("partner", "end", "春江银行", "--reason", "到期")
    refused = bank("partner", "support", "春江银行", "--what", "书", "--yes", code=1).err
    assert "共建单位 修改 D1 --协议日期" in refused
    bank("partner", "edit", "D1", "--agreement", "今天", "--until", "2101-01-01")
    assert "D1-1" in bank("partner", "support", "春江银行", "--what", "书", "--yes").out


def test_an_agreement_is_signed_by_today_and_ends_with_the_month_that_is_named(
    bank: Jinlin,
) -> None:
    bank("partner", "edit", "D1", "--until", "2028-02")
    assert bank("partner", "show", "D1", "--json").data["agreement_until"] == "2028-02-29"
    bank("partner", "add", "海边书店", "--agreement", "2027-01-01", code=1)


def test_equal_sums_for_other_things_are_other_supports(bank: Jinlin) -> None:
    bank("meeting", "add", "邻里议事会", "2026-11-06 19:30")
    for about, payee in (("2026-1", "甲公司"), ("2026-1", "乙公司"), ("M1", "甲公司")):
        bank("partner", "support", "D1", "1万", "--about", about, "--paid-to", payee)
    refused = bank(
        "partner", "support", "D1", "1万", "--about", "2026-1", "--paid-to", "甲公司", code=2
    )
    assert "D1-1" in refused.err
    assert "2026-0099" in bank("partner", "support", "D1", "1万", "--about", "2026-99",
                               "--paid-to", "甲公司", code=3).err  # fmt: skip


def test_a_unit_has_one_agreement_which_ends_after_it_begins(bank: Jinlin) -> None:
    assert "春江银行" in bank("partner", "add", "春江银行", code=1).err
    refused = bank("partner", "edit", "D1", "--until", "2026-02-01", code=1).err
    assert "协议到期早于签约" in refused


def test_a_list_of_partners_is_taken_in_and_a_line_that_cannot_be_comes_back(bank: Jinlin) -> None:
    lines = (
        "共建单位名称,单位性质,联系人,联系电话\n"
        "卫生服务中心,事业单位,张医生,0593-2860001\n春江小学,动物园,,\n"
    )
    (bank.folder / "单位.csv").write_text(lines, "utf-8")
    bank("partner", "import", "单位.csv", "--yes", code=None)
    names = [one["name"] for one in bank("partner", "list", "--json").data]
    assert names == ["春江银行", "卫生服务中心"]
    assert bank.sql("SELECT contact_phone FROM partner WHERE number = 2") == [("0593-2860001",)]
    assert "动物园" in (bank.folder / "单位-退回.csv").read_text("utf-8-sig")


def test_contacts_are_masked_unless_asked_for(bank: Jinlin) -> None:
    assert "王经理" not in bank("partner", "show", "D1").out
    assert "0593-2868123" in bank("partner", "show", "D1", "--unmask").out


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    amounts=st.lists(
        st.tuples(st.integers(1, 10**7), st.sampled_from(["direct", "purse", "promised"])),
        min_size=1,
        max_size=4,
    )
)
def test_totals_are_the_sum_of_what_was_typed(bank: Jinlin, amounts: list[tuple[int, str]]) -> None:
    how = {"direct": ("--paid-to", "甲公司"), "purse": ("--purse", "共建资助", "--handler", "林秀英"),
           "promised": ("--promised",)}  # fmt: skip
    before = bank("partner", "show", "D1", "--json").data["received_fen"]
    for fen, way in amounts:
        bank("partner", "support", "D1", f"{fen / 100:.2f}", *how[way], "--yes")
    came = sum(fen for fen, way in amounts if way != "promised")
    assert bank("partner", "show", "D1", "--json").data["received_fen"] == before + came


def test_a_promise_may_be_said_to_have_come_where_supports_are_recorded(bank: Jinlin) -> None:
    bank("partner", "support", "春江银行", "3万", "--promised")
    assert "D4-1" in bank("partner", "support", "D1-1", "3万", "--received", code=2).err
    bank("partner", "support", "D1-1", "--received", "--paid-to", "甲公司")
    assert bank("partner", "show", "D1", "--json").data["received_fen"] == 3_000_000


@pytest.mark.parametrize(
    ("change", "check", "named"),
    [
        ("UPDATE fund_entry SET amount = 1", "support_entries", "D1-1"),
        ("UPDATE partner_support SET about_number = '2026-0099'", "support_aims", "D1-1"),
        ("UPDATE fund_entry SET about_number = '2026-0099'", "entry_aims", "F1"),
        (
            "UPDATE agenda_item SET source_kind = 'partner_support', source_ref = 'D9-9'",
            "item_promises",
            "M1/1",
        ),
    ],
)
def test_what_points_at_nothing_is_found(bank: Jinlin, change: str, check: str, named: str) -> None:
    bank("partner", "support", "D1", "1万", "--about", "2026-1",
         "--purse", "共建资助", "--handler", "林秀英")  # fmt: skip
    bank("meeting", "add", "--type", "联盟联席会", "--time", "2026-11-27 9:00")
    bank("meeting", "item", "M1", "义诊")
    states = {one["check"]: one["state"] for one in bank("db", "check", "--json").data}
    assert states[check] == "ok"
    meddle(bank, change)
    found = bank("db", "check", "--json", code=4).data
    [one] = [one for one in found if one["check"] == check]
    assert one["state"] != "ok"
    assert named in one["found"]


def test_what_partners_gave_before_is_taken_from_a_list_once(bank: Jinlin) -> None:
    """A row is for what its number or its title says; without a day it is still to come."""
    (bank.folder / "支持.csv").write_text(
        "单位,支持类型,支持内容,支持金额,到位日期,直接付给,用于,承诺期限\n"
        "春江银行,,护栏,2万,2026-10-08,城建公司,南门非机动车道被占,\n"
        "D1,,慰问,0.5万,2026-10-16,共建资助,,\n"
        "春江银行,阵地,会议室,,,,,2026-12-01\n"
        "春江银行,,捐书,,2026-10-09,,没有这件事,\n"
        "春江银行,,借款,3万,2026-10-09,,,\n"
        "海边书店,,书,,2026-10-09,,,\n",
        "utf-8",
    )
    told = bank("partner", "support", "import", "支持.csv", "--yes", "--json", code=5)
    assert [(row["row"], row["column"]) for row in told.error["rows"]] == [
        (5, "用于"), (6, ""), (7, "单位"),
    ]  # fmt: skip
    kept = bank("partner", "show", "D1", "--json").data["supports"]
    assert [(one["what"], one["about"], one["due_on"], one["fund_entry"]) for one in kept] == [
        ("会议室", None, "2026-12-01", None),
        ("慰问", None, None, "F1"),
        ("护栏", "2026-0001", None, None),
    ]
    before = bank.dump()
    bank.now += timedelta(days=9)
    bank("共建单位", "支持", "导入", "支持.csv", "--yes", code=5)
    assert bank.dump() == before
    bank("undo")
    assert bank("partner", "show", "D1", "--json").data["supports"] == []
    assert bank("branch", "fund", "list", "--json").data == []


@pytest.mark.parametrize(
    "purpose",
    ["修健身器材", "送健身器材给小区", "购买公司产品", "健身器材", "修建公司", "养老服务中心"],
)
def test_a_purpose_is_never_taken_for_who_is_paid(bank: Jinlin, purpose: str) -> None:
    before = bank.dump()
    assert "--直接付给" in bank("共建单位", "支持", "春江银行", "2万元", purpose, code=2).err
    assert bank.dump() == before
    made = bank("共建单位", "支持", "春江银行", "2万元", purpose, "--承诺", "--json").data
    assert (made["what"], made["paid_to"], made["amount_fen"]) == (purpose, None, 2_000_000)


@pytest.mark.parametrize("payee", ["城建公司", "新华印刷厂", "王记五金店"])
def test_a_firm_among_the_words_is_paid_for_the_purpose_beside_it(bank: Jinlin, payee: str) -> None:
    words = ("共建单位", "支持", "春江银行", "2万元", "修健身器材", payee)
    made = bank(*words, "--json").data
    assert (made["what"], made["paid_to"]) == ("修健身器材", payee)


def test_other_things_may_be_given_in_the_words_they_are_told_in(bank: Jinlin) -> None:
    goods = bank("支持", "十箱矿泉水", "春江银行", "--json").data
    assert (goods["what"], goods["kind"]) == ("十箱矿泉水", "goods")
    assert bank("支持", "春江银行", "来小区义诊", "--json").data["kind"] == "service"
    paid = bank("支持", "春江银行", "2万", "直接付给城建公司", "--用途", "修步道", "--json").data
    assert (paid["what"], paid["paid_to"]) == ("修步道", "城建公司")


def test_a_slip_in_the_money_is_no_purpose(bank: Jinlin) -> None:
    assert "2万园" in bank("共建单位", "支持", "春江银行", "2万园", code=2).err


def test_equal_sums_for_different_ends_are_different_supports(bank: Jinlin) -> None:
    bank("issue", "add", "北门路灯", "--category", "parking")
    row = "春江银行,0.7万,2026-10-08,{payee},{issue}\n"
    said = [
        ("城建公司", "2026-1"),
        ("城建公司", "2026-2"),
        ("电力公司", "2026-1"),
        ("城建公司", "2026-1"),
    ]
    rows = "".join(row.format(payee=payee, issue=issue) for payee, issue in said)
    (bank.folder / "支持.csv").write_text("单位,支持金额,到位日期,直接付给,用于\n" + rows, "utf-8")
    assert bank("partner", "support", "import", "支持.csv", "--yes", "--json").data["added"] == 4
    again = bank("partner", "support", "import", "支持.csv", "--yes", "--json").data
    assert (again["added"], again["unchanged"]) == (0, 4)


def test_a_unit_reports_in_with_its_members_beside_it(jinlin: Jinlin) -> None:
    assert "共建单位 新增 市财政局 --报到日期" in jinlin("member", "报到", "市财政局", code=1).err
    jinlin("共建单位", "新增", "市财政局", "--类型", "机关", "--报到日期", "2026-03-02")
    for name, employer in (
        ("张伟", "市财政局"),
        ("李娜", "市财政局机关党委"),
        ("王芳", "市审计局"),
    ):
        jinlin("member", "report-in", name, "--employer", employer, "--date", "2026-04-01")
    jinlin("member", "report-in", "done", "张伟", "巡逻", "--date", "2026-11-02")
    shown = jinlin("partner", "show", "市财政局", "--unmask", "--json").data
    assert shown["reported_on"] == "2026-03-02"
    assert [(row["name"], row["times"]) for row in shown["members"]] == [("张伟", 1), ("李娜", 0)]
    assert "张伟" not in jinlin("partner", "show", "市财政局").out
    assert "单位党组织报到1家" in "".join(jinlin("report", "monthly", "11").out.split())
    assert "单位党组织报到" not in jinlin("report", "monthly", "2").out


def test_what_was_recorded_wrongly_is_put_right_under_its_number(bank: Jinlin) -> None:
    bank("partner", "support", "春江银行", "20万", "--what", "楼道灯", "--paid-to", "城建公司")
    before = bank.dump()["partner_support"]
    bank("partner", "support", "D1-1", "2.5万", "--on", "2026-10-30", "--about", "2026-1")
    [made] = bank("partner", "show", "D1", "--json").data["supports"]
    assert (made["amount_fen"], made["about"]) == (2_500_000, "2026-0001")
    assert "直接支付25,000.00元" in totals(bank)
    assert "200,000.00" in bank("log", "--limit", "1").out
    bank("undo")
    assert bank.dump()["partner_support"] == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("D1-1", "2万"), 1, "冲销"),
        (("D1-2", "2万"), 2, "不是资金"),
        (("D1-2",), 2, "哪里"),
        (("D1-3", "2万", "--paid-to", "甲公司"), 2, "到位"),
        (("D1-3", "2万", "--purse", "共建资助"), 2, "这一项不能改"),
        (("D1-3", "2万", "--on", "2027-01-01"), 2, "还没有到"),
        (("D1-9", "2万"), 3, "D1-9"),
    ],
)
def test_a_correction_that_cannot_be_says_what_to_do(
    bank: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    bank("partner", "support", "春江银行", "1万", "--purse", "共建资助")
    bank("partner", "support", "春江银行", "--what", "讲座", "--kind", "服务")
    bank("partner", "support", "春江银行", "3万", "--promised")
    before = bank.dump()["partner_support"]
    refused = bank("partner", "support", *words, code=code)
    assert said in refused.err, refused.err
    assert bank.dump()["partner_support"] == before


def test_a_partner_nobody_knows_is_added_under_the_name_that_was_typed(jinlin: Jinlin) -> None:
    told = jinlin("partner", "support", "春江小学", "--what", "捐书200本", code=3).err
    assert "请先新增：jinlin 共建单位 新增 春江小学\n" in told


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("捐书200本", "goods"),
        ("十箱矿泉水", "goods"),
        ("借用会议室", "venue"),
        ("每周二义诊", "service"),
    ],
)
def test_what_is_given_tells_its_kind(bank: Jinlin, what: str, kind: str) -> None:
    made = bank("partner", "support", "D1", "--what", what, "--json").data
    assert made["kind"] == kind


def test_what_a_support_is_for_is_named(bank: Jinlin) -> None:
    told = bank("partner", "support", "D1", "20万", "--about", "2026-1", "--paid-to", "城建公司")
    assert "用于2026-0001 南门非机动车道被占。" in told.out
