"""Redaction: a text on its way to a screen in the street names nobody, no door, no company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.core.people.nobody import NOBODY
from jinlin.issue.record.categories import category_label
from jinlin.output.listing.discretion import SOMEBODY, outside
from jinlin.output.listing.spotting import SHORTEST_NAME, Names, Spot, beside, replaced, spots
from jinlin.output.listing.telling import What

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
_LOCAL_PHONE: Final = (
    r"(?<![\d.])(?!20\d\d(?:0[1-9]|1[0-2])[0-3]\d)\d{7,8}(?!\d|\.\d|\s?[元万户人次])",
    What.PHONE,
)
_NO_FACILITY = (
    r"(?!人?(?:坡道|通道|车位|厕所|卫生间|设施|证|卡|联合会|日|食堂|预防|宣传|讲座|政策|补贴))"
)
_FRAIL: Final = frozenset({"行动不便", "卧床", "瘫痪"})
"""What tells of somebody's health as the tags of the register of care do, and is none of them."""
_KIND_OF_COMPANY = (
    r"(?:物业|服务|管理|有限|责任|股份|集团|公司|商贸|餐饮|装饰|装修|工程|建设|小区)+$"
)


A_HOME: Final = N_("in a resident's home")
_AT_HOME: Final = (
    "水|龙头|马桶|下水|地漏|电(?![动话瓶梯])|灯|开关|插座|线路|门(?![口前外])|锁|窗|燃气|煤气|灶|热水器|"
    "空调|冰箱|洗衣机|家电|暖气|厕所|卫生间|厨房|阳台|墙|天花板|地板"
)
"""What breaks in a home: whoever has it there is not spoken of, the home is."""


class Redactor:
    """What must not be read in public, looked up in one pass over a text.

    Args:
        names: residents' names, as the register and the notebook have them.
        accused: the parties that issues are about.
    """

    def __init__(self, names: Names, accused: Iterable[str]) -> None:
        self._names = names
        self._accused = sorted(
            {(said, party) for name in accused for said, party in _called(name)},
            key=lambda pair: -len(pair[0]),
        )

    def text(self, text: str) -> str:
        """Return a text that may be read in public: a building stays, a door does not.

        Nor does what the register of care calls people by.
        """

        def instead(found: re.Match[str]) -> str:
            at_home = re.match(_AT_HOME, text[found.end() :])
            return beside(text, found.start(), _(A_HOME if at_home else SOMEBODY), found.end())

        return self.nameless(_in_care().sub(instead, text))

    def nameless(self, text: str) -> str:
        """Return a text without names, companies, doors and phones; nothing more is loaded."""
        for said, party in self._accused:
            if said in text:
                text = text.replace(said, _(party))
        return replaced(text, spots(text, self._names, (_LOCAL_PHONE,), leaving=True), _instead)

    def likely(self, text: str) -> list[str]:
        """Return what in a text is taken for names, though nobody is known by them."""
        found = spots(text, self._names)
        return list(dict.fromkeys(spot.text for spot in found if spot.what is What.LIKELY))


def _instead(spot: Spot) -> str:
    return _("a car") if spot.what is What.PLATE else outside(spot)


@cache
def _in_care() -> re.Pattern[str]:
    """Return what finds the words by which the register of care calls people."""
    from jinlin.complex.household.care import usual_tags

    words = {word for tag in usual_tags() for word in (tag.name, *tag.words)} | _FRAIL
    longest_first = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(
        rf"(?:(?:{longest_first}){_NO_FACILITY})+(?:老人|老年人|长者|人员|人士|家庭|居民|户)*"
    )


def taken_for_names(likely: Iterable[str], none: Iterable[str]) -> str:
    """Return what to do where something was taken for a name and is none.

    Args:
        likely: what was taken for names.
        none: what was said to be no name before.
    """
    from jinlin.core.typed import quoted

    return _("Taken for a name: {names}. If it is none: jinlin config set no_names {words}").format(
        names=_(", ").join(likely), words=quoted(",".join((*none, *likely)))
    )


def untitled(category: str) -> str:
    """Return what stands in place of the title of a private issue."""
    return _("[not public] {category}").format(category=category_label(category))


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
