"""What stands in columns of names and names nobody: relations, offices, crowds."""

from __future__ import annotations

import re
from typing import Final

NOBODY: Final = frozenset(
    {
        "物业", "社区", "街道", "支部", "居民", "业主", "住户", "租户", "群众", "匿名", "党员",
        "网格员", "保安", "城管", "派出所", "业委会", "居委会", "监事会",
    }
)  # fmt: skip
"""What notebooks write for a reporter who is not named."""
RELATIONS: Final = frozenset(
    {
        "本人", "家属", "家人", "老伴", "爱人", "妻子", "丈夫", "儿子", "女儿", "子女", "父亲",
        "母亲", "父母", "孙子", "孙女", "保姆", "邻居", "老板", "房东", "租客",
        "监护人",
    }
)  # fmt: skip
"""What notebooks write in place of a name."""
ROLES: Final = "居民|业主|住户|党员|群众|志愿者|热心人|热心居民|热心群众|楼长|楼栋长|网格员"
"""What people are in a complex, before a name or in place of one."""
_OF_MANY = (
    rf"(?:{ROLES}|租户|租客|邻居|市民|商户|商家|老人|物业|社区|街道|小区|支部|业委会|居委会|网格|保安|保洁|维修|施工|"
    r"管理|值班|工作|热心|匿名|志愿服务队?|代表|人员|员工?|家属|队员)"
)
_WHERE = (
    r"(?:[\d一二三四五六七八九十]++[-#号栋幢座楼层单元室户名位个]*|[本该同各全整][楼栋幢座单元小区体]+|楼[上下]|隔壁|对门|"
    r"部分|多[名位户个]|几[名位户个]|数[名位户个]|若干[名位户个]?|附近|周边|的)"
)
_HOW_MANY = r"(?:们|等|若干|多|数|几|[\d一二三四五六七八九十]++|[名位户个人])"


def says_nobody(name: str) -> bool:
    """Return whether a text that may be a name says who somebody is, and not his name.

    It is asked where anything may be typed, such as who reported; on the register of people every
    name is one: there is a 吴志愿 and a 王代表.
    """
    if name in NOBODY or name in RELATIONS:
        return True
    return re.fullmatch(rf"{_WHERE}*{_OF_MANY}+{_HOW_MANY}*", name) is not None
