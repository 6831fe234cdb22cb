"""What who gives or takes money is, as far as the name tells: an organisation or a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.surnames import DOUBLE_SURNAMES, SURNAMES
from jinlin.core.text import compact


class Party(StrEnum):
    """What the other side of a payment is; a public page names organisations and nobody else."""

    ORGANISATION = "organisation"
    PERSON = "person"
    DOUBT = "doubt"

    @property
    def open(self) -> bool:
        """Whether everybody may read its name."""
        return self is Party.ORGANISATION


PARTY_LABELS: Final[Mapping[Party, str]] = {
    Party.ORGANISATION: N_("organisation"),
    Party.PERSON: N_("person"),
    Party.DOUBT: N_("in doubt"),
}
_SAID: Final[Mapping[str, Party]] = {
    "单位": Party.ORGANISATION, "公司": Party.ORGANISATION, "企业": Party.ORGANISATION,
    "org": Party.ORGANISATION, "organization": Party.ORGANISATION,
    "个人": Party.PERSON, "居民": Party.PERSON, "自然人": Party.PERSON,
}  # fmt: skip

_SURNAMES: Final = frozenset(SURNAMES + "金夏成时米商阙景昌元党辜巫奚易禹臧湛竺诸桑穆帅滕古官曲")
"""Of a name by itself ordinary words are surnames too."""
_BODY = (
    "公司|有限|集团|企业|银行|信用社|保险|物业|街道|社区|居委|村委|业委|监委|委员会|管委会|筹备组|"
    "政府|党委|党组|总支|支部|党工委|党群|工会|妇联|团委|残联|协会|学会|商会|联合会|基金会|志愿者|"
    "合作社|事务所|工作室|营业部|经营部|服务部|门市部|供应站|服务站|派出所|中心|超市|商场|商城|商行|"
    "百货|便利店|专卖店|五金店|广场|市场|酒店|宾馆|饭店|餐厅|酒楼|食堂|药房|诊所|卫生院|医院|学校|"
    "幼儿园|小学|中学|大学|学院|研究院|设计院|检测院|检验院|特检院|住建|城建|房管|城管|财政|民政|林业|"
    "水利|供电|供水|自来水|燃气|电信|联通|移动公司|广电|邮政|公积金|红十字|慈善"
)
_TRADE = (
    "广告|电梯|水电|五金|装饰|装修|装潢|印刷|图文|文印|打印|复印|文具|家政|保洁|清洁|园林|绿化|花木|苗木|"
    "建材|建设|建筑|建工|工程|钢构|门窗|消防|安防|监控|科技|电子|电器|电力|机电|设备|机械|劳务|咨询|传媒|"
    "文化|餐饮|食品|蔬菜|水果|粮油|商贸|贸易|实业|物流|快递|汽修|开锁|维保|防水|检测|测绘|设计|家具|家私|"
    "灯饰|制衣|服装|旗帜|标识|音响|通信|网络|软件|健身|体育|旅游|搬家|租赁|运输"
)
_ENDS_FIRM = "[店厂局处办部司馆铺]"
_ENDS_BODY = "[会委行所站队社院校网党团室组园坊庄城村]"
_PLACES = (
    "中国|中华|福建|浙江|江苏|广东|广西|江西|安徽|山东|山西|河南|河北|湖南|湖北|四川|贵州|云南|海南|陕西|"
    "甘肃|青海|宁夏|新疆|西藏|内蒙古|辽宁|吉林|黑龙江|台湾|香港|澳门|北京|上海|天津|重庆|福州|厦门|泉州|"
    "漳州|莆田|三明|南平|龙岩|宁德|榕城|鹭岛|广州|深圳|东莞|佛山|珠海|杭州|宁波|温州|绍兴|嘉兴|金华|台州|"
    "南京|苏州|无锡|常州|南通|徐州|扬州|合肥|南昌|济南|青岛|烟台|郑州|洛阳|武汉|长沙|成都|贵阳|昆明|南宁|"
    "海口|西安|兰州|西宁|银川|太原|石家庄|沈阳|大连|长春|哈尔滨|呼和浩特|乌鲁木齐|拉萨|台北"
)
# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_FROM_PLACE = rf"(?:{_PLACES}|[市县省镇乡])(.{{2,}})|.{{2,}}[省市县镇]"
_BRACKETS = r"[(（]([^()（）]*)[)）]"
_ROLE = (
    r"(?:(?:全体|本楼|本小区|各)?(?:居民|业主|住户|党员|群众|志愿者|热心人|热心居民|楼长|楼栋长|网格员)"
    r"(?:代表)?们?|匿名)"
)
"""What a name stands behind, or what is written instead of one."""
_HONOURED = (
    r"(?:先生|女士|小姐|同志|师傅|老师|医生|律师|老板|经理|主任|书记|会长|队长|局长|科长|处长|所长|院长|校长|"
    r"阿姨|大爷|大妈|大叔|大伯|奶奶|爷爷|叔叔|伯伯|婆婆|嫂子|姐|哥|叔|婶|伯|嫂|某某|某)"
)
_NAME_AND_TITLE = rf"[{''.join(sorted(_SURNAMES))}][一-鿿]{{0,2}}{_HONOURED}$"
_CALLED = rf"([一-鿿]{{1,3}}?){_HONOURED}"
_STANDS_BEHIND = rf"^{_ROLE}"
_SEVERAL = r"[、,，;；/]|\s和\s"


def parse_party(text: str) -> Party:
    """Read what the other side is: `单位`, `个人`, `organisation`, `person`.

    Raises:
        UsageError: it is neither.
    """
    said = compact(text)
    for party in (Party.ORGANISATION, Party.PERSON):
        if said in {party.value, compact(_(PARTY_LABELS[party]))}:
            return party
    if said in _SAID:
        return _SAID[said]
    raise UsageError(
        _("“{text}” says neither organisation nor person.").format(text=text),
        hint=_("Choose from: {choices}.").format(
            choices=_(", ").join(
                _(PARTY_LABELS[party]) for party in (Party.ORGANISATION, Party.PERSON)
            )
        ),
    )


def party_in(name: str) -> Party:
    """Return what a name says by itself; what it leaves open is in doubt, never a guess.

    A firm called a person is a nuisance, a person named on a board an injury: what looks like
    both is in doubt.

    Args:
        name: as it was typed; several between `、` are an organisation only if each is one.
    """
    parts = {_one(part) for part in re.split(_SEVERAL, name) if part.strip()}
    if Party.PERSON in parts:
        return Party.PERSON
    return parts.pop() if len(parts) == 1 else Party.DOUBT


def looks_like_person(said: str) -> bool:
    """Return whether a text looks like a person's name: `陈美玲`, `欧阳建国`, `小陈`, `李师傅`."""
    if re.fullmatch(r".{1,4}[·•].+|[小老阿大][一-鿿]", said):
        return True
    match = re.fullmatch(_CALLED, said)
    if match and (_surname(match[1]) == match[1] or looks_like_person(match[1])):
        return True
    if re.fullmatch(r"[一-鿿]{2,4}", said) is None:
        return False
    return 1 <= len(said) - len(_surname(said)) <= 2 and bool(_surname(said))  # noqa: PLR2004


def _surname(said: str) -> str:
    if said[:2] in DOUBLE_SURNAMES:
        return said[:2]
    return said[:1] if said[:1] in _SURNAMES else ""


def _one(name: str) -> Party:
    whole = compact(name)
    said = re.sub(_STANDS_BEHIND, "", re.sub(_BRACKETS, "", whole))
    if not said:
        return Party.ORGANISATION if whole else Party.DOUBT
    if re.search(_NAME_AND_TITLE, said):
        return Party.PERSON
    found = _by_words(said)
    if found is None:
        found = Party.PERSON if looks_like_person(said) else _by_place(said)
    beside = [part for part in re.findall(_BRACKETS, whole) if len(part) > 2]  # noqa: PLR2004
    if found is Party.ORGANISATION and any(_one(part) is Party.PERSON for part in beside):
        return Party.DOUBT
    return found


def _by_place(said: str) -> Party:
    """Return what a name is that may begin with a place: `福州新华都`, but not `福州陈美玲`."""
    match = re.fullmatch(_FROM_PLACE, said)
    if match is None or (match[1] and looks_like_person(match[1])):
        return Party.DOUBT
    return Party.ORGANISATION


def _by_words(said: str) -> Party | None:
    """Return what the words of bodies and trades in a name say; None where it has none."""
    if re.search(rf"{_ENDS_FIRM}$", said) and len(said) > 2:  # noqa: PLR2004
        return Party.ORGANISATION
    bodies = [*re.finditer(_BODY, said)]
    found = bodies or [*re.finditer(_TRADE, said)]
    if not found:
        return _by_ending(said)
    head, tail = said[: found[-1].start()], said[found[-1].end() :]
    shaped = not tail and len(said) < 4 and looks_like_person(said)  # noqa: PLR2004  (`李建设`)
    if shaped or looks_like_person(tail) or (not bodies and looks_like_person(head)):
        return Party.DOUBT
    return Party.ORGANISATION


def _by_ending(said: str) -> Party | None:
    """Return what the last character says: `中铁二局`, `业委会`; None where it says nothing."""
    if len(said) < 3 or re.search(rf"{_ENDS_BODY}$", said) is None:  # noqa: PLR2004
        return None
    surname = _surname(said)
    if surname and (len(said) == 3 or len(surname) > 1):  # noqa: PLR2004
        return Party.DOUBT
    return Party.ORGANISATION
