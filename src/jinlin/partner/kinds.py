"""The kinds of words that commands about partners take, and the fixed choices."""

from __future__ import annotations

import re
from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.text import clean
from jinlin.core.word import Word
from jinlin.output.command.kind import WordKind


class PartnerKind(Word, refusal=N_("“{text}” is no kind of partner.")):
    """What a partner is."""

    STATE_OWNED = "state_owned", N_("state-owned enterprise"), "国企", "国有企业"
    PRIVATE = "private", N_("private enterprise"), "非公", "民企", "企业"
    AUTHORITY = "authority", N_("authority"), "机关", "政府部门"
    INSTITUTION = "institution", N_("public institution"), "事业", "学校", "医院"
    SOCIAL = "social", N_("social organisation"), "社团", "协会"
    OTHER = "other", N_("other partner"), "其他"


class SupportKind(Word, refusal=N_("“{text}” is no kind of support.")):
    """What a partner gives; the first four and money are the article's."""

    VENUE = "venue", N_("place"), "阵地", "场地"
    CULTURE = "culture", N_("culture"), "文化活动"
    SERVICE = "service", N_("service"), "服务", "义诊"
    INFORMATION = "information", N_("information"), "信息化"
    MONEY = "money", N_("funds"), "资金", "捐款"
    PEOPLE = "people", N_("people to help"), "人才", "人力", "志愿者"
    GOODS = "goods", N_("goods"), "物资", "捐物"


_COUNTED: Final = (
    r"(?:\d+|[一二两三四五六七八九十百几]+)多?"
    "(?:[箱袋台桶张套把瓶盒批辆件本床份斤吨副棵个块]|公斤|千克)"
)


_GIVEN: Final = "[捐送赠]"
_PLACE: Final = "场地|会议室|活动室|礼堂|操场|停车场|阵地"


def given_kind(what: str) -> SupportKind:
    """Return what kind of support words other than money tell: `十箱矿泉水`, `捐书` are goods."""
    if re.match(f"{_COUNTED}|{_GIVEN}", what):
        return SupportKind.GOODS
    return SupportKind.VENUE if re.search(f"(?:{_PLACE})$", what) else SupportKind.SERVICE


PARTNER: Final = WordKind("partner", "D1", clean)
"""A partner, by its number or its name."""
SUPPORT: Final = WordKind("support", "D1-3", clean)
"""What a partner promised or gave: `D1-3`."""
CONTACT_PHONE: Final = WordKind("phone", N_("PHONE"), clean)
"""A phone of a partner, as it was given: with an extension, or two of them."""
