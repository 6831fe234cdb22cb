"""What a name says: an organisation, a person, or neither for certain."""

from __future__ import annotations

import pytest

from jinlin.core.errors import UsageError
from jinlin.core.people.parties import Party, parse_party, party_in


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


@pytest.mark.parametrize(
    "name",
    [
        "福州市林业局", "福建省陈氏建设有限公司", "上海三菱电梯有限公司福建分公司", "福州市鼓楼区住房保障和房产管理局", "福建永福电梯", "福州市", "朴朴超市", "解放军医院",
        "福建省特种设备检验研究院", "福州市公安局鼓楼分局", "鼓楼区司法局", "万科物业", "福州金辉物业", "福建省陈氏有限公司", "金山社区居委会",
        "福州市红十字会", "福州市自来水有限公司", "国网福建电力", "中铁二局", "榕城印务中心", "福建师范大学", "福州市第一医院", "鼓楼区民政局",
        "党支部", "业委会", "物业", "福州电信", "中国移动福州分公司", "福州供电公司", "晋安区消防救援大队", "福州市机关幼儿园",
        "金龙电梯有限公司", "王庄社区", "洪山镇政府", "区委组织部", "榕城家政", "新华书店", "老街坊便利店", "通力电梯", "物业服务中心",
        "街道办", "福州市慈善总会", "福州市特检院", "海峡银行", "社区卫生服务中心", "榕城图文", "福建建工集团", "榕城绿化工程队", "中国邮政",
        "张氏装饰工程有限公司", "福州日报社", "鼓楼区住建局", "鼓楼区应急管理局", "福州市住房公积金管理中心", "住房和城乡建设局", "省建设厅",
    ],
)  # fmt: skip
def test_what_only_words_and_places_make_is_an_organisation(name: str) -> None:
    assert party_in(name) is Party.ORGANISATION


@pytest.mark.parametrize(
    "name",
    [
        "福州市陈美玲", "保洁员陈美玲", "欧阳建设", "物业保洁陈美玲", "林秀英社区网格员", "张美玲物业经理", "吴志强街道办主任", "陈美玲物业",
        "上官文化", "王永局", "刘大厂", "福州李建设", "保洁李建设", "物业李文化", "福州市欧阳建设", "福州林业成", "林业成", "林文镇",
        "林海市", "王芳物业", "王芳家政", "林芳五金店", "保安队长刘强", "电梯维保员王强", "司机张伟", "王芳社区网格员", "街道办陈芳",
        "梅苑小区陈芳", "3号楼陈芳物业", "吴志愿", "王代表", "福建省林秀英", "鼓楼区陈美玲", "榕城陈美玲", "福州市鼓楼区陈美玲", "市陈美玲",
        "镇林秀英", "社区陈芳", "物业金华", "物业金辉", "保洁员陈镇明", "小区保洁阿芳", "保安老刘", "物业水电工陈建", "诸葛电梯", "司马建设", "业主陈美玲装修有限公司",
        "福州司马建国", "陈王美玲物业", "保洁员阿芳", "绿化工林国强", "家政张阿姨", "林国强园林", "黄小琴装修", "赵明远门窗店", "孙建国修锁",
        "周洁清洁", "李绿化", "吴消防", "郑电梯", "林文化", "陈建设", "王工程", "高学校", "张中心", "林秀英等人物业",
        "居委会主任林芳", "派出所民警王伟", "医院护工陈丽", "学校门卫老李", "王小明幼儿园", "林校长", "福州某某公司王芳", "张伟搬家",
        "陈志强水电工", "物业主任", "网格长张华", "福州江建国", "陈福建", "福州陈福建", "李上海", "王海南", "物业陈国庆",
        "社区居民陈美玲", "党员陈美玲", "楼长李华", "陈美玲保洁员", "林业李华", "财政所陈会计",
    ],
)  # fmt: skip
def test_nothing_with_what_may_be_a_name_or_a_post_is_an_organisation(name: str) -> None:
    assert party_in(name) is not Party.ORGANISATION


def test_what_it_is_can_be_said_in_words() -> None:
    assert parse_party("单位") is parse_party("organisation") is Party.ORGANISATION
    assert parse_party("个人") is parse_party(" Person ") is Party.PERSON
    with pytest.raises(UsageError):
        parse_party("in doubt")
