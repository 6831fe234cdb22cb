"""A title on its way to a screen in the street: it names nobody, no door, no phone, no company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.output.discretion import HALF_WIDTH, NOBODY, PHONE, SHORTEST_NAME, Names, discreet

SOMEBODY: Final = N_("a resident")
PARTIES: Final = {
    "物业": N_("a property company"),
    "公司": N_("a company"),
    "店": N_("a shop"),
    "商户": N_("a shop"),
    "餐": N_("a shop"),
    "施工": N_("a building team"),
    "装修": N_("a building team"),
    "开发商": N_("a developer"),
}
"""What the accused party is called instead, by what its name holds; the first that fits."""
PARTY: Final = N_("a party")
# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_PLATE = r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·. ]?[A-Z0-9]{5,6}"
_LOCAL_PHONE = r"(?<!\d)\d{7,8}(?!\d)"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范石廖贾韦傅付邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔汤"
)
_ADDRESSED = (
    rf"[{_SURNAMES}](?:先生|女士|小姐|阿姨|大爷|大妈|大叔|大伯|奶奶|爷爷|叔叔|伯伯|婆婆|师傅|老师|"
    r"姐|哥|叔|婶|伯|嫂|某某|某)"
)
HIDDEN: Final = "***"
_DOOR = (
    r"(?<![\d.:/*A-Za-z-])(?!(?:110|119|120|122)(?![室房户家]))[1-9]\d{2,3}(?![\d.:/*A-Za-z%℃-]"
    r"|[年月日天元块次人个米平瓦伏斤路线吨升度名万千多余辆棵盏只件]|号线|公里|小时|分钟|公交|热线)"
)
"""Three or four digits are a door unless something says what else they count."""
_WRITTEN_DOOR = r"[一二三四五六七八九][〇零一二三四五六七八九十]{2,3}(?=[室房户家])"
_NO_FACILITY = (
    r"(?!人?(?:坡道|通道|车位|厕所|卫生间|设施|证|卡|联合会|日|食堂|预防|宣传|讲座|政策|补贴))"
)
_PERHAPS_NAMED = (
    rf"(?:^|[替帮找，、：:； ])(?:[{_SURNAMES}]|欧阳|上官|司马|诸葛)[一-龥]{{1,2}}?"
    r"(?=家|反映|反应|说|投诉|来电)"
)
_KIND_OF_COMPANY = (
    r"(?:物业|服务|管理|有限|责任|股份|集团|公司|商贸|餐饮|装饰|装修|工程|建设|小区)+$"
)


class Redactor:
    """What must not be read in public, looked up in one pass over a text.

    Args:
        names: residents' names, as the register and the notebook have them.
        accused: the parties that issues are about.
    """

    def __init__(self, names: Iterable[str], accused: Iterable[str]) -> None:
        self._names = Names(names)
        self._accused = sorted(
            {(said, party) for name in accused for said, party in _called(name)},
            key=lambda pair: -len(pair[0]),
        )

    def text(self, text: str) -> str:
        """Return a text that may be read in public: a building stays, a door does not.

        Nor does what the register of care calls people by.
        """
        return self.nameless(_in_care().sub(_(SOMEBODY), text))

    def nameless(self, text: str) -> str:
        """Return a text without names, companies, doors and phones; nothing more is loaded."""
        for said, party in self._accused:
            if said in text:
                text = text.replace(said, _(party))
        text = self._names.replaced(text.translate(HALF_WIDTH), lambda _name: _(SOMEBODY))
        text = re.sub(_ADDRESSED, _(SOMEBODY), text)
        text = PHONE.sub(HIDDEN, re.sub(_PLATE, _("a car"), text))
        text = re.sub(_LOCAL_PHONE, HIDDEN, discreet(text))
        return re.sub(_WRITTEN_DOOR, HIDDEN, re.sub(_DOOR, HIDDEN, text))


@cache
def _in_care() -> re.Pattern[str]:
    """Return what finds the words by which the register of care calls people."""
    from jinlin.complex.care import usual_tags

    words = {word for tag in usual_tags() for word in (tag.name, *tag.words)}
    longest_first = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{longest_first}){_NO_FACILITY})+(?:老人|老年人|长者|人员|家庭|居民|户)*"
    )


def perhaps_named(text: str) -> bool:
    """Return whether a text may name somebody the database does not know, as in `张美华家`."""
    return re.search(_PERHAPS_NAMED, text) is not None


def untitled(category: str) -> str:
    """Return what stands in place of the title of a private issue."""
    return _("[not public] {category}").format(category=category)


def _called(name: str) -> Iterable[tuple[str, str]]:
    """Return what a party is called, in full and in short, each with what stands instead."""
    name = name.strip()
    if len(name) < SHORTEST_NAME or name in NOBODY:
        return
    party = next((said for part, said in PARTIES.items() if part in name), PARTY)
    yield name, party
    stem = re.sub(_KIND_OF_COMPANY, "", name)
    if SHORTEST_NAME <= len(stem) < len(name) and stem not in NOBODY:
        for ending in ("物业公司", "物业", "公司"):
            if ending[:2] in name or ending in name:
                yield stem + ending, party
        yield stem, party
