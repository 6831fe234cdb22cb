"""What hangs of partners: agreements, what came by which way and for what, without contacts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded


@seeded
def partners(jinlin: Jinlin) -> Jinlin:
    jinlin("issue", "add", "南门非机动车道被占", "--category", "parking")
    jinlin("issue", "add", "5号楼两户漏水争吵", "--category", "neighbours")
    jinlin("partner", "add", "春江银行", "--kind", "非公", "--agreement", "2026-03-01",
           "--until", "2028-02-28", "--contact", "王经理", "--phone", "13805930001")  # fmt: skip
    jinlin("partner", "add", "卫生服务中心", "--kind", "事业", "--agreement", "2026-11-01")
    jinlin("partner", "support", "D1", "20万", "--about", "2026-1", "--paid-to", "城建公司")
    jinlin("partner", "support", "D1", "1万", "--what", "慰问",
           "--purse", "共建资助", "--handler", "林秀英")  # fmt: skip
    jinlin("partner", "support", "D2", "--what", "给漏水的两户调解", "--about", "2026-2")
    jinlin("partner", "support", "D2", "--what", "义诊", "--promised", "--due", "2026-12-01")
    return jinlin


def drafted(jinlin: Jinlin, *words: str) -> str:
    jinlin("notice", "post", "--draft", "--from", "共建", *words, "--yes")
    return jinlin("notice", "print", "N1").out


def test_the_notice_tells_agreements_uses_and_ways_without_contacts(partners: Jinlin) -> None:
    partners("partner", "add", "海边书店", "--agreement", "2026-05-01")
    partners("partner", "end", "D3", "--reason", "停业", "--date", "2026-10-09")
    page = "".join(drafted(partners, "--of", "下半年").split())
    assert "2026年下半年共建协议和资源使用情况公开" in page
    assert "截至2026年11月5日，共建单位2家，其中本期新签1家。" in page
    assert "本期到位资金21万元（共建单位直接支付20万元、经共建资助账1万元）、其他支持1项。" in page
    for told in (
        "南门非机动车道被占",
        "城建公司",
        "慰问1万元",
        "义诊",
        "居民事项",
        "2028.2.28",
        "2026.10.9",
    ):
        assert told in page
    for hidden in ("王经理", "1380593", "漏水"):
        assert hidden not in page
    assert "资金" not in partners("notice", "post", "--from", "共建", "--place", "大厅",
                                    "--dry-run", lang="en").out  # fmt: skip


@pytest.mark.parametrize(
    ("which", "title"),
    [
        ("2026-H2", "2026年下半年"),
        ("四季度", "2026年第四季度"),
        ("2026", "2026年共建协议"),
        ("上半年", "2026年上半年"),
    ],
)
def test_a_half_year_a_quarter_or_a_year_may_be_named(
    partners: Jinlin, which: str, title: str
) -> None:
    assert title in drafted(partners, "--of", which)


@pytest.mark.parametrize(
    ("which", "code", "said"),
    [("2025", 1, "2025年没有登记共建单位"), ("2027-H1", 2, "还没有开始"), ("春天", 2, "下半年")],
)
def test_what_cannot_be_told_says_why(partners: Jinlin, which: str, code: int, said: str) -> None:
    assert (
        said
        in partners("notice", "post", "--draft", "--from", "共建", "--of", which, code=code).err
    )


def due(jinlin: Jinlin) -> list[str]:
    return [one["next"] for one in jinlin("notice", "due", "--json").data if "共建" in one["what"]]


def test_every_half_year_it_is_owed_where_there_is_a_partner(jinlin: Jinlin) -> None:
    assert due(jinlin) == []
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01")
    assert due(jinlin) == ["jinlin 公示 张贴 --取自 共建单位"]
    jinlin("notice", "post", "--from", "共建", "--place", "公示栏", "--yes")
    jinlin.now = datetime(2027, 1, 10, 4, tzinfo=UTC)
    assert len(due(jinlin)) == 1
    jinlin("partner", "end", "春江银行", "--reason", "到期")
    assert due(jinlin) == []
