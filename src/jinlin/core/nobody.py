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
_OF_MANY = (
    r"居民|业主|住户|租户|志愿|代表|物业|网格|保安|保洁|群众|热心|邻居|楼长|党员|人员|全体|匿名"
)


def says_nobody(name: str) -> bool:
    """Return whether what was written for a name says who somebody is, and not his name."""
    return name in NOBODY or name in RELATIONS or re.search(_OF_MANY, name) is not None
