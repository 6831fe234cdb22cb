"""What a name says: an organisation, a person, or neither for certain."""

from __future__ import annotations

import pytest

from jinlin.core.errors import UsageError
from jinlin.core.parties import Party, parse_party, party_in


@pytest.mark.parametrize(
    "name",
    [
        "福州新华都", "榕城广告", "区住建", "区住建局", "金山街道", "榕城文具店", "街道党工委", "某某物业",
        "中国银行（金山支行）", "福建某某有限公司", "王记五金店", "甲公司", "市财政局", "省住建厅",
        "福州大学", "永辉超市金山店", "工商银行福州分行", "奥的斯电梯", "居委会", "供电所", "林业站",
        "晋安区政府", "全体业主", "福州新华都、榕城广告",
    ],
)  # fmt: skip
def test_a_firm_and_an_office_are_organisations(name: str) -> None:
    assert party_in(name) is Party.ORGANISATION


@pytest.mark.parametrize(
    "name",
    [
        "陈美玲", "林秀英", "欧阳建国", "老王", "小陈", "李师傅", "张三", "陈美玲（榕城广告）", "福州林老板", "陈某某", "王大爷", "张会", "李行",
        "阿依古丽·买买提", "业主代表王建国", "志愿者李华", "社区王书记", "物业公司张经理",
        "区住建局李科长", "王建国、李华", "榕城广告、陈美玲", "林 秀英",
    ],
)  # fmt: skip
def test_a_person_is_one_by_surname_length_and_title(name: str) -> None:
    assert party_in(name) is Party.PERSON


@pytest.mark.parametrize(
    "name",
    [
        "小陈水电", "老王水电", "陈美玲广告", "李建设", "物业王建国", "物业小张", "永辉", "新华都", "甲",
        "金龙社", "Otis", "", "榕城广告、永辉", "榕城广告（陈美玲）", "福州陈美玲", "街道林秀英", "林水利",
        "502业主陈美玲", "陈美玲等3人",
    ],
)  # fmt: skip
def test_what_could_be_both_is_in_doubt(name: str) -> None:
    assert party_in(name) is Party.DOUBT


def test_what_it_is_can_be_said_in_words() -> None:
    assert parse_party("单位") is parse_party("organisation") is Party.ORGANISATION
    assert parse_party("个人") is parse_party(" Person ") is Party.PERSON
    with pytest.raises(UsageError):
        parse_party("in doubt")
