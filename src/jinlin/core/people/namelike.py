"""What looks like somebody's name in a sentence, though nobody of that name is known.

A surname and one or two characters are a name only beside words that people stand beside: 反映, 说,
家, 的, 与. Ordinary words that begin with the same character (路灯的, 高层与) are told apart by the
list `ordinary.txt`, a line a surname: what follows it in words of two characters, after the
dictionary of jieba (MIT) and the titles of issues. No name begins within a word (经费|收支). Where
what follows stands beside things as well (的, 在, 堵), the given name must be of usual characters:
`given.txt`, the 800 most frequent in the names that ngender (MIT) has counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from jinlin.core.people.surnames import DOUBLE_SURNAMES, SURNAMES, TITLES

NO_HOME: Final = "具电政装属长庭园乐教居用禽畜人"
"""What makes of 家 something else than a home: 家具."""
SPEAKS: Final = {
    "称": "呼号重",
    "说": "明法服理话唱好",
} | dict.fromkeys(
    (
        "反映", "反应", "投诉", "来电", "来访", "来信", "举报", "诉称", "表示", "提出", "建议",
        "咨询", "求助", "告知", "打来", "上访", "夫妇", "夫妻", "一家", "老两口", *TITLES,
        "大姐", "大哥", "同志",
    ),
    "",
)  # fmt: skip
"""What only people do or are called, and what must not follow it: 说明 is none of that."""
BESIDE: Final = {
    "家": NO_HOME,
    "和": "谐平睦",
} | dict.fromkeys(
    (
        "与", "跟", "私自", "擅自", "吵", "打架", "争吵", "纠纷", "冲突", "矛盾", "共同", "协商",
        "调解", "走访", "上门",
    ),
    "",
)  # fmt: skip
"""What people stand beside, and seldom anything else."""
_BESIDE_THINGS: Final = {
    "及": "时格",
} | dict.fromkeys(("的", "在", "把", "将", "被", "占用", "堵", "修", "看", "处理", "解决"), "")
"""What things stand beside as often as people."""
CALLED = (
    "居民", "业主", "住户", "租户", "租客", "邻居", "群众", "党员", "老人", "房东", "楼长", "联系",
    "与", "跟", "同", "替", "帮", "找", "由", "请", "向", "和",
)  # fmt: skip
"""What stands before a name, so that it may end where the sentence does."""
_BEFORE = (
    "楼栋幢座室户元梯层号天日晚午早上下听据经被对因是的与跟同替帮找由请向和让给叫于就把将为到去了问"
)
_WORDS: Final = {
    "上": "游司方任古", "下": "游马滑方文", "为": "何官", "到": "任", "去": "路向", "号": "段",
    "同": "方于", "听": "任闻", "和": "田文", "因": "应",
    "天": "文麻池安龙牛方房蓝梁宁", "室": "温", "对": "于方付应华白练", "就": "任范", "层": "高",
    "座": "钟", "把": "关", "据": "查", "日": "常方程文",
    "早": "于", "晚": "安", "栋": "梁", "梯": "田段", "楼": "房", "由": "于", "经": "常费文纪史查",
    "给": "付", "被": "包", "让": "路", "请": "安", "问": "安路",
}  # fmt: skip
"""Words of two characters that begin like what leads to a name and end like a surname (jieba)."""
_MEASURES: Final = frozenset("楼栋幢座室户元梯层号天日")
"""What after a figure is a word by itself: 3层高明."""
_SURNAMES: Final = frozenset(SURNAMES)
_LONGEST: Final = 2
"""So many characters a given name has at most."""
_NEVER = frozenset(
    "由的了是在不也都还就又被把将与跟及给从到让请叫找替帮说称要没很太最更着过吗呢吧啊呀们这那哪每各些几某"
)
"""What no given name has."""
_SELDOM = frozenset("家和之为于有无多少个楼道路灯水电门窗车房层区街户室号院墙管漏坏堵人")
"""What is a whole given name hardly ever."""
_NOUNS: Final = frozenset({
    "公开", "社区", "物业", "街道", "业主", "居民", "住户", "邻居", "商户", "公司", "电梯", "多次",
    "昨日", "今日", "今天", "昨天", "楼上", "楼下", "楼层", "大家", "自己", "老人", "孩子", "车位",
    "路灯", "小区", "周边", "附近", "单元", "支部", "书记", "党员", "群众", "政府", "部门", "消防",
    "城管", "交警", "派出", "网格", "志愿", "保洁", "保安", "租客", "房东", "装修", "施工", "管理",
    "维修", "安全", "垃圾", "停车", "噪音", "噪声", "油烟", "管道", "外墙", "屋顶", "渗漏", "漏水",
    "期间", "时间", "地方", "问题", "情况", "相关", "有关", "所有", "全体", "整个", "边上", "门口",
    "上次", "本次", "再次", "之间", "之后", "之前", "以后", "以前", "开始", "长期", "经常", "一直",
    "集团",
})  # fmt: skip
"""What follows a character that is a surname elsewhere: 向社区反映, 曾多次投诉."""


def namelike(text: str, none: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Return where something stands that looks like a name; the text is folded.

    Args:
        text: half-width, as `fold` leaves it.
        none: what somebody said is no name.
    """
    at = 0
    while at < len(text) - 1:
        end = _end_of_name(text, at, none)
        if end is None:
            at += 1
        else:
            yield at, end
            at = end


def _end_of_name(text: str, start: int, none: Collection[str]) -> int | None:
    """Return where a name ends that begins at a place; None where none begins."""
    double = text[start : start + 2] in DOUBLE_SURNAMES
    if not (double or text[start] in _SURNAMES) or not may_begin(text, start):
        return None
    end = start + 1 + double
    for _given in range(_LONGEST):
        end += end < len(text) and text[end] in " \t"
        if end >= len(text) or not is_han(text[end]):
            return None
        end += 1
        name = "".join(text[start:end].split())
        sure = stands(text, end, SPEAKS)
        usual = stands(text, end, _BESIDE_THINGS) and _is_usual(name)
        beside = sure or usual or stands(text, end, BESIDE)
        alone = not beside and not is_han(text[end : end + 1]) and text.endswith(CALLED, 0, start)
        if (beside or alone) and name not in none and _may_be(name, sure=sure):
            return end
    return None


def may_begin(text: str, start: int) -> bool:
    """Return whether a name may begin at a place: after no word, or after one that leads to it."""
    before = text[start - 1 : start] if start else ""
    if not is_han(before):
        return True
    if text[start] in PREPOSITIONS or within_word(text, start):
        return False
    return before in _BEFORE or text.endswith(CALLED, 0, start)


def within_word(text: str, start: int) -> bool:
    """Return whether what might be a surname ends a common word: 经费."""
    before, figure = text[max(start - 1, 0) : start], text[max(start - 2, 0) : max(start - 1, 0)]
    if before in _MEASURES and figure.isalnum() and not is_han(figure):
        return False
    return text[start] in _WORDS.get(before, "")


def stands(text: str, at: int, words: Mapping[str, str]) -> bool:
    """Return whether one of some words stands at a place, and nothing that makes it another."""
    at += text[at : at + 1] == " "
    for length in (1, 2, 3):
        word = text[at : at + length]
        if word in words:
            following = text[at + len(word) : at + len(word) + 1]
            return not following or following not in words[word]
    return False


def is_han(char: str) -> bool:
    """Return whether a character is Chinese; nothing is none."""
    return "一" <= char <= "龥"


def _may_be(name: str, *, sure: bool) -> bool:
    """Return whether a candidate is a name.

    Args:
        name: a surname and one or two characters.
        sure: whether it stands before what only people do or are called.
    """
    surname = _surname(name)
    given = name[len(surname) :]
    if not given or _NEVER & set(given) or given in _NOUNS or name[:2] in _NOUNS:
        return False
    if len(surname) > 1:
        return True
    if surname in PREPOSITIONS and (len(given) < len("小明") or _DAYS & set(given)):
        return False
    if given[0] in ordinary().get(surname, ""):
        return sure and len(given) > 1 and surname in _COMMONEST
    return len(given) > 1 or given not in _SELDOM


PREPOSITIONS: Final = frozenset("于向应连和")
"""Surnames that are mostly other words."""
_FEW_WORDS: Final = 16
_DAYS: Final = frozenset("日天月年周上下午今明昨本此该前后")
_COMMONEST: Final = frozenset("王李张刘陈杨吴徐孙朱郭罗郑梁谢宋唐许韩冯邓曹彭蒋蔡")
"""Surnames whose ordinary words, such as 王国, do not speak: 王国庆反映."""


def _surname(name: str) -> str:
    return name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1]


def _is_usual(name: str) -> bool:
    """Return whether the given name is of usual characters, or the surname hardly a word."""
    surname = _surname(name)
    hardly_a_word = len(ordinary().get(surname, "")) < _FEW_WORDS
    return hardly_a_word or _given().issuperset(name[len(surname) :])


@cache
def _given() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("given.txt").read_text("utf-8"))


@cache
def ordinary() -> dict[str, str]:
    """Return what follows each surname in ordinary words."""
    lines = Path(__file__).with_name("ordinary.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)
