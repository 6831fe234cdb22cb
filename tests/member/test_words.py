"""The fixed choices of the room: every spelling that was ever understood stays understood."""

from __future__ import annotations

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core import i18n
from jinlin.core.errors import NotFoundError
from jinlin.core.word import Word
from jinlin.member.branch.venue import PointState
from jinlin.member.register.duplicates import Likeness
from jinlin.member.register.transfers import Move
from jinlin.member.register.voters import Right
from jinlin.member.report_in.opinions import Cause, ReplyState
from jinlin.member.rules.branch import BranchType
from jinlin.member.rules.cross_posting import TONES, Conflict, Tone
from jinlin.member.rules.party import Affiliation, MemberStanding, PartyState, Sex
from jinlin.member.rules.party_dues import Payer
from jinlin.member.rules.posts import Body
from jinlin.member.rules.purses import Direction, Purse
from jinlin.member.team.teams import TeamKind

SPELLINGS: list[tuple[type[Word], dict[str, str]]] = [
    (
        PartyState,
        {
            "full": "full 正式党员 正式 Full",
            "probationary": "probationary 预备党员 预备",
            "activist": "activist 入党积极分子 积极分子 发展对象",
            "applicant": "applicant 入党申请人 申请人",
        },
    ),
    (
        Affiliation,
        {
            "here": "here 在本支部 本支部",
            "report_in": "report_in report-in 报到党员 在职报到 报到",
            "none": "none 无 群众",
        },
    ),
    (
        MemberStanding,
        {
            "active": "active 正常 在册",
            "migrant": "migrant 流动 流动党员 外出",
            "lost_contact": "lost_contact lost-contact 失联 失联党员 失去联系",
        },
    ),
    (
        Body,
        {
            "branch": "branch 支部 党支部 小区党支部 支委会",
            "group": "group 党小组 楼栋党小组",
            "owners_committee": "owners_committee owners-committee 业委会 业主委员会",
            "supervisory_board": "supervisory_board 监事会 业主监事会 监委会 业主监督委员会",
            "property_company": "property-company 物业 物业公司 物业企业 物业服务企业",
            "residents_committee": "residents-committee 居委会 居民委员会 社区居委会",
            "community_party": "community_party 社区党委 社区党总支 社区党支部 社区党组织",
            "service_centre": "service-centre 服务中心 物业服务中心",
            "service_station": "service_station 服务站 物业服务站",
            "building": "building 楼栋 楼幢 单元",
            "team": "team 服务队 志愿队 志愿服务队",
            "other": "other 其他",
        },
    ),
    (
        Purse,
        {
            "start_up_grant": "start_up_grant start-up-grant grant 启动经费 党建工作经费 党建经费 工作经费",
            "dues": "dues 党费",
            "common_revenue": "common-revenue 公共收益",
            "maintenance_fund": "maintenance_fund 维修资金 住宅专项维修资金 专项维修资金 维修基金",
            "own_money": "own-money 自筹款 自筹 居民自筹 居民自筹款",
            "partner_aid": "partner_aid 共建资助 共建 捐赠 资助",
            "service_account": "service-account 物业服务收支 物业服务",
        },
    ),
    (
        BranchType,
        {
            "regular": "regular 建制式 单独组建 单独",
            "joint": "joint 联合 联合式 联合组建 联合党支部",
            "overlay": "overlay 兼合式 兼合 兼合组建 兼和式",
        },
    ),
    (
        TeamKind,
        {
            "red_stewards": "red-stewards red_stewards 红管家 红管家服务队",
            "volunteers": "volunteers 志愿者 志愿 志愿服务队",
            "staff": "staff 专职 专职队伍 工作人员",
        },
    ),
    (
        Cause,
        {
            "honours": "honours 评优评先 评优 评先 评先评优",
            "promotion": "promotion 晋职晋级 晋级 晋职 提拔",
            "delegate": "delegate 两代表一委员 推选 党代表 人大代表 政协委员",
            "other": "other 其他",
        },
    ),
    (Sex, {"female": "female f F 女 女性", "male": "male m M 男 男性"}),
    (
        PointState,
        {"met": "有 是 达标 yes", "missing": "没有 无 缺 否 未达标 no", "unchecked": "unchecked"},
    ),
]
CHOICES = [words for words, _spelled in SPELLINGS]
PRINTED = [*CHOICES, Conflict, Direction, Likeness, Move, Payer, ReplyState, Right, Tone]


@pytest.mark.parametrize(("words", "spelled"), SPELLINGS, ids=lambda x: getattr(x, "__name__", ""))
def test_every_spelling_means_the_stored_word(words: type[Word], spelled: dict[str, str]) -> None:
    assert list(spelled) == [word.value for word in words]
    for stored, texts in spelled.items():
        for text in texts.split():
            assert words.read(text) == stored, text


@pytest.mark.parametrize("words", CHOICES)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_what_is_printed_is_understood(words: type[Word], lang: str) -> None:
    i18n.install(lang)
    assert [words.read(word.label) for word in words] == list(words)


@pytest.mark.parametrize("words", PRINTED)
@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_no_two_words_of_a_choice_are_printed_alike(words: type[Word], lang: str) -> None:
    i18n.install(lang)
    assert len(set(words.labels().values())) == len(words)


@given(st.sampled_from(CHOICES), st.data())
def test_width_case_blanks_and_dashes_do_not_matter(words: type[Word], data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(list(words)))
    said = data.draw(st.sampled_from([word.value, *word.spoken]))
    typed = said.upper().replace("_", "-")
    assert words.read(f" {typed} ") is word


@pytest.mark.parametrize("words", [c for c in CHOICES if c not in {Sex, PointState}])
def test_what_means_none_is_not_found_and_all_are_named(words: type[Word]) -> None:
    i18n.install("zh")
    with pytest.raises(NotFoundError) as refused:
        words.read("不知道")
    assert "不知道" in refused.value.message
    for label in words.labels().values():
        assert label in (refused.value.hint or "")


def test_every_conflict_has_its_tone() -> None:
    assert set(TONES) == set(Conflict)
    assert set(TONES.values()) == set(Tone)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("member", "list", "--party-state", "党外"), "no Party status"),
        (("member", "list", "--affiliation", "外地"), "cannot be held"),
        (("member", "list", "--standing", "睡觉"), "no standing"),
        (("member", "list", "--body", "妇联"), "no body"),
        (("branch", "fund", "list", "--purse", "小金库"), "no purse"),
        (("branch", "edit", "--type", "私营"), "no type of branch"),
        (("team", "add", "甲队", "--kind", "妇联"), "no kind of team"),
        (("member", "opinion", "add", "P1", "--from", "某局", "--cause", "好奇"), "no cause"),
    ],
)
def test_a_word_nobody_knows_is_refused_by_every_command(
    jinlin: Jinlin, words: tuple[str, ...], told: str
) -> None:
    error = jinlin(*words, "--json", code=3, lang="en").error
    assert told in error["message"]
    assert error["hint"].startswith("Choose one of: ")


def test_a_filter_takes_several_words_however_they_are_parted(jinlin: Jinlin) -> None:
    for name, state in (("陈建国", "full"), ("王芳", "probationary"), ("李雷", "applicant")):
        jinlin("member", "add", name, "--party-state", state)
    for said in ("预备,申请人", "预备，申请人", "预备、申请人", "预备；申请人", " 申请人 , 预备 ,"):
        rows = jinlin("member", "list", "--party-state", said, "--unmask", "--json").data
        assert [row["name"] for row in rows] == ["王芳", "李雷"], said
