"""Words by which somebody tells of harm or danger, whatever category was chosen.

They are found in the program and not in the database, whose words a branch may have changed: who
says such a thing is told first what to do. A word too many costs a hint, a word too few a life.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from jinlin.core.text import compact


class Danger(StrEnum):
    """What a text sounds like; the value is the code of the category."""

    HARM = "harm"
    EMERGENCY = "emergency"


_FAMILY: Final = (
    "老婆|媳妇|妻子|老伴|丈夫|老公|孩子|小孩|娃|儿子|女儿|孙子|孙女|"
    "老人(?!机)|老太|老头|父母|父亲|母亲|爸|妈|婆婆|公公"
)
_NO_CALL: Final = r"(?!.{0,3}(?:电话|手机|热线|疫苗|针))"
_NO_BLOW: Final = (
    r"(?!电话|手机|麻将|牌|扑克|游戏|球|拳击|太极|鼓|工|鼾|呼噜|扫|招呼|"
    r"听|针|孔|钻|洞|墙|水|印|伞|车|算|架|磨|蜡)"
)
# Plain texts, which `re` compiles when one is first used and keeps: a list looks for no danger.
_HARM: Final = (
    r"家暴|家庭暴力|(?:夫妻|两口子|小两口).{0,3}打架|施暴|虐待(?!猫|狗|动物|宠物)|殴打|毒打|暴打|挨打|打人(?!工|数|口)|砍人|捅人|持刀|行凶"
    rf"|打(?:{_FAMILY}|我|他|她){_NO_CALL}|(?:{_FAMILY}|男人|女婿|保姆|护工){_NO_BLOW}打{_NO_BLOW}"
    r"|被(?:人|丈夫|老公|儿子|邻居|家人)?打(?!开|碎|坏|破|烂|断|折|翻|通|湿|印|包|磨|滑|扫|扰|掉|落|乱|穿)"
    r"|性侵|性骚扰|猥亵|强奸|拐卖|拐走|弃婴|遗弃(?:老人|孩子|婴)|囚禁|不给饭吃|自杀|轻生|自残|跳楼(?!价)|割腕|上吊"
)
_GAS: Final = r"煤气|燃气|天然气|液化气|瓦斯"
_EMERGENCY: Final = (
    rf"(?:{_GAS})(?!费|表|卡|公司|改造|安装|开通|接通|入户|通气|停气|缴|充值|价|管道改造|抄表|检查|安检|安全|知识|宣传|灶|怎么|什么时候)"
    r"|冒烟|冒火|(?<!打不)(?<!点不)着火(?!点)|失火|起火|(?<!防)火灾(?!隐患|演练|险|知识|宣传|报警|警报|预防)"
    r"|漏电|触电|电线.{0,2}(?:冒火|打火)|爆炸|爆管|塌陷|坍塌|倒塌|垮塌|内涝|落水(?!管|口|头)|溺水"
    r"|晕倒|昏倒|昏迷|没有?呼吸|没有?心跳|中毒"
)
_TRAPPED: Final = (
    r"(?:电梯|轿厢).{0,6}(?:困人|关人|困住|被困|被关|困了|困着)|(?:困|关)在.{0,3}(?:电梯|轿厢)"
)
_NOT_NOW: Final = r"困过|演练|应急预案|知识|宣传|培训|怎么|防止|预防|经常|容易|上次|上月|去年"


def danger_in(text: str) -> Danger | None:
    """Return what a text sounds like; harm to a person before anything else."""
    said = compact(text)
    if re.search(_HARM, said):
        return Danger.HARM
    return Danger.EMERGENCY if re.search(_EMERGENCY, said) else None


def traps_somebody(text: str) -> bool:
    """Return whether a text tells that somebody is trapped in an elevator."""
    said = compact(text)
    return re.search(_TRAPPED, said) is not None and re.search(_NOT_NOW, said) is None
