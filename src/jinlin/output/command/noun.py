"""A noun of the command line with its verbs, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import typer
from typer.core import TyperGroup

from jinlin.core.errors import UsageError
from jinlin.core.i18n import _, speaking
from jinlin.core.line.command_words import TAKING_AWAY
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.output.command.kind import UNDERSTOOD, Understood
from jinlin.output.command.options import global_options
from jinlin.output.command.verb import Later

VERBS: Final = {
    "列表": "list", "查看": "show", "新增": "add", "登记": "add", "修改": "edit", "删除": "remove",
    "编辑": "edit",
    "导入": "import", "导出": "export", "办结": "close", "结案": "close", "关闭": "close",
    "派单": "assign", "指派": "assign", "交办": "assign", "记一笔": "note",
    "重开": "reopen", "回访": "rate", "评价": "rate", "分摊": "split", "说明": "explain",
    "规则": "schemes", "签到": "attend", "出席": "attend", "议题": "item", "类型": "types",
    "决议": "resolve", "记录": "minutes",
    "周报": "weekly", "月报": "monthly", "季报": "quarterly", "年报": "yearly",
    "报到": "report-in", "认领": "claim", "完成": "done",
    "征求意见": "opinion", "荣誉": "honour", "复函": "letter", "有表决权": "voters",
    "党费": "dues", "入队": "join", "加入": "join", "退队": "leave", "包联": "cover",
    "取消包联": "uncover",
    "名单": "roster", "通讯录": "contacts", "特长": "skills",
    "模板": "template", "空表": "template",
    "查找": "find", "身份证": "id", "查重": "duplicates", "合并": "merge", "彻底删除": "forget",
    "走访": "visit", "走访记录": "visits", "业主": "owner", "过户": "sell", "住户": "occupant",
    "代表": "representative", "关爱": "care", "告知书": "consent-form", "征询表": "question-form",
    "受理": "accept", "退单": "hand-back", "退回派单": "hand-back", "上门": "visit",
    "催办": "urge", "协商": "consult", "暂缓": "defer", "接着办": "resume", "上议事日": "agenda",
    "上报": "escalate", "呼叫": "call", "联合处置": "joint", "打分": "score",
    "部分解决": "partly", "不予受理": "decline", "质检": "check", "关联": "link",
    "涉及": "affects", "类别": "categories", "改类别": "category",
    "六有": "venue", "阵地": "venue", "场所": "room", "党小组": "group",
    "任务": "task", "报送": "bundle", "公钥": "key",
    "管理方": "manager", "服务项目": "offer", "菜单": "menu", "服务单": "slip", "经费": "fund",
    "点单": "offer", "收入": "income", "支出": "spend", "冲销": "reverse", "凭证": "voucher",
    "余额": "balance", "公开": "disclose", "公开页": "page", "划转": "transfer",
    "对方": "counterparty", "节假日": "holidays", "别名": "alias",
    "字段": "field", "补全": "completion",
    "备份": "backup", "恢复": "restore", "位置": "path", "升级": "upgrade", "设置": "set",
    "解密": "decrypt",
}  # fmt: skip
"""Chinese words for verbs; `help` shows both."""


_BEGUN: Final = 2
"""So many letters of an English word are its beginning."""
_LETTERS: Final = 2
"""So many letters may be what a Chinese word begins with; one begins too many."""
_SURE: Final = 0.75
"""How near a word must be to a verb that takes something away to be meant by it."""


def begins(word: str) -> bool:
    """Return whether a word is long enough to be the beginning of a verb."""
    return len(word) >= (_BEGUN if word.isascii() else 1)


class Noun(TyperGroup):
    """A noun with its verbs, in English and Chinese.

    Attributes:
        words: what verbs are called in Chinese; a word may stand for one with an option.
        later: the verbs.
    """

    words: Mapping[str, str] = VERBS
    later: Sequence[Later] = ()

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands.update({str(verb.name): verb for verb in self.later})

    def get_params(self, ctx: Any) -> list[Any]:
        """Return its own options, then the global ones."""
        return [*super().get_params(ctx), *global_options()]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find a verb by its English or its Chinese name; suggest what is near."""
        said = self.words.get(args[0])
        name, *options = said.split() if said else (args[0],)
        command = self.get_command(ctx, name)
        if command is None:
            if (meant := self.guessed(ctx, args)) is None:
                raise self._unknown(args[0])
            name, *_words = args = meant
            command = self.get_command(ctx, name)
        loaded = command.load() if isinstance(command, Later) else command
        return name, loaded, [*options, *args[1:]]

    def guessed(self, ctx: Any, args: list[str]) -> list[str] | None:
        """Return the line from the verb on that must be meant where none is typed, and say so.

        None where none is meant.

        Raises:
            UsageError: several may be.
        """
        meant: list[str] | None = ctx.find_root().command.verb_for(ctx, args)
        if meant is not None:
            path = as_spoken(f"{ctx.command_path} {meant[0]}".partition(" ")[2])
            line = " ".join([path, *map(quoted, meant[1:])])
            ctx.meta[UNDERSTOOD] = Understood(line, weighty=meant[0] in TAKING_AWAY)
        return meant

    def begun(self, word: str) -> str | None:
        """Return the only verb that begins so; what takes something away is typed whole."""
        if not begins(word):
            return None
        begun = {name for name in self.commands if name.startswith(word)}
        begun |= {name for said, name in self.words.items() if said.startswith(word)}
        begun &= set(self.commands)
        return begun.pop() if len(begun) == 1 and not begun & TAKING_AWAY else None

    def _unknown(self, word: str) -> UsageError:
        chinese: dict[str, str] = {}
        for said, name in self.words.items():
            if name in self.commands:
                chinese.setdefault(name, said)
        names = [chinese.get(n, n) if speaking() == "zh" else n for n in self.commands]
        error = UsageError(
            _("There is no command “{word}”.").format(word=word),
            hint=_("Choose one of: {known}.").format(known=_(", ").join(names)),
        )
        if near := self._near(word):
            error.instead = word, tuple(near)
        return error

    def _near(self, word: str) -> list[str]:
        """Return the verbs a word resembles."""
        from difflib import get_close_matches

        known = [*self.commands, *(w for w, name in self.words.items() if name in self.commands)]
        return [
            one
            for one in get_close_matches(word, known, n=3, cutoff=0.5)
            if self.words.get(one, one) not in TAKING_AWAY
            or get_close_matches(word, [one], cutoff=_SURE)
        ]

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Return the verbs a shell may offer: English ones, or Chinese ones when it begins so.

        Letters may also be those that Chinese words begin with: `sx` for 事项.
        """
        if not incomplete.isascii():
            return self.chinese_verbs(incomplete)
        english = list(super().shell_complete(ctx, incomplete))
        return [*english, *self._by_letters(incomplete.lower())]

    def _by_letters(self, letters: str) -> list[Any]:
        """Return one Chinese word for each verb that has one whose letters begin so."""
        if len(letters) < _LETTERS or not letters.isalpha():
            return []
        from jinlin.core.people.pinyin import initials

        offered: dict[str, Any] = {}
        for item, word in ((item, item.value) for item in self.chinese_verbs("")):
            if self.words[word] not in offered and initials(word).startswith(letters):
                offered[self.words[word]] = item
        return list(offered.values())

    def chinese_verbs(self, begun: str) -> list[Any]:
        """Return the Chinese verbs that begin so, as a shell may offer them."""
        from jinlin.output.typer_inside import CompletionItem

        return [
            CompletionItem(word, help=self.commands[name].get_short_help_str())
            for word, name in self.words.items()
            if word.startswith(begun) and name in self.commands
        ]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from jinlin.output.command.help_page import help_page

        formatter.write(help_page(self, ctx, everywhere=global_options()))


def spoken_words(own: Mapping[str, str]) -> Mapping[str, str]:
    """Return the Chinese words for verbs: a noun's own, which its help shows, then the usual."""
    return {**own, **{word: verb for word, verb in VERBS.items() if word not in own}}


def noun(
    text: str, *, later: Sequence[Later] = (), words: Mapping[str, str] | None = None
) -> typer.Typer:
    """Return the app of a room: a noun whose commands are added to it.

    Args:
        text: its help, not yet translated.
        later: verbs that are loaded when they are typed, in the order of the help page.
        words: Chinese words that mean another verb here than elsewhere, or come first in the help.
    """
    own = {"later": later, "words": spoken_words(words or {})}
    app = typer.Typer(
        cls=type("NounWithVerbs", (Noun,), own) if later else Noun,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        help=text,
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """Make Typer treat a noun with one verb as a noun."""
