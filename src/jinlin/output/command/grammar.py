"""The shape of every command: global options anywhere on the line, help that aligns, two languages.

A room makes its noun with `noun()` and gives each command one of the classes below.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from jinlin.core.call import Call, Environment
from jinlin.core.errors import UsageError
from jinlin.core.i18n import LANGUAGES, _, catalogue
from jinlin.core.people.wholenames import check_unmasked
from jinlin.output.command.typed_words import check_said, check_words

Kept = dict[str, Any]
MAX_LIMIT_DIGITS: Final = 9

VERBS: Final = {
    "列表": "list", "查看": "show", "新增": "add", "登记": "add", "修改": "edit", "删除": "remove",
    "编辑": "edit",
    "导入": "import", "导出": "export", "办结": "close", "派单": "assign", "记一笔": "note",
    "重开": "reopen", "回访": "rate", "评价": "rate", "分摊": "split", "说明": "explain",
    "规则": "schemes", "签到": "attend", "出席": "attend", "议题": "item", "类型": "types",
    "决议": "resolve", "记录": "minutes",
    "周报": "weekly", "月报": "monthly", "季报": "quarterly", "年报": "yearly",
    "任职": "post", "卸任": "end", "报到": "report-in", "认领": "claim", "完成": "done",
    "征求意见": "opinion", "复函": "letter", "转接": "transfer", "有表决权": "voters",
    "党费": "dues", "入队": "join", "退队": "leave", "包联": "cover", "取消包联": "uncover",
    "名单": "roster", "特长": "skills",
    "模板": "template",
    "查找": "find", "身份证": "id", "查重": "duplicates", "合并": "merge", "彻底删除": "forget",
    "走访": "visit", "走访记录": "visits", "业主": "owner", "过户": "sell", "住户": "occupant",
    "代表": "representative", "关爱": "care", "告知书": "consent-form",
    "受理": "accept", "退单": "hand-back", "退回派单": "hand-back", "上门": "visit",
    "催办": "urge", "协商": "consult", "暂缓": "defer", "接着办": "resume", "上议事日": "agenda",
    "上报": "escalate", "呼叫": "call", "联合处置": "joint", "打分": "score",
    "部分解决": "partly", "不予受理": "decline", "质检": "check", "关联": "link",
    "涉及": "affects", "类别": "categories", "改类别": "category",
    "六有": "venue", "阵地": "venue", "场所": "room", "党小组": "group", "经费": "fund",
    "收入": "income", "支出": "spend", "冲销": "reverse", "凭证": "voucher", "余额": "balance",
    "公开": "disclose", "公开页": "page", "划转": "transfer", "对方": "counterparty",
    "节假日": "holidays",
    "字段": "field", "补全": "completion",
    "备份": "backup", "恢复": "restore", "位置": "path", "升级": "upgrade", "设置": "set",
}  # fmt: skip
"""Chinese words for verbs; `help` shows both."""


_TAKING_AWAY: Final = frozenset(
    {"remove", "forget", "undo", "reverse", "restore", "withdraw", "uncover", "end", "merge"}
)
_SURE: Final = 0.75
"""How near a word must be to a verb that takes something away to be meant by it."""


def _keep(ctx: typer.Context, param: Any, value: Any) -> None:
    """Keep a global option, wherever on the line it stood.

    Raises:
        UsageError: nothing can be seen of what it is set to.
    """
    kept: Kept = ctx.find_root().meta.setdefault("jinlin", {})
    if isinstance(value, str) and value:
        check_said(max(param.opts, key=len), value)
    if value not in (None, False):
        kept[param.name] = value


def _limit(ctx: typer.Context, param: Any, value: str | None) -> None:
    if value is None:
        return
    if value.strip().lower() not in ("all", "全部") and not (
        value.isdecimal() and len(value) <= MAX_LIMIT_DIGITS and int(value)
    ):
        raise UsageError(
            _("“{text}” is not a number of rows.").format(text=value),
            hint=_("Write it like --limit 100 or --limit all."),
        )
    _keep(ctx, param, value)


def _file(ctx: typer.Context, param: Any, value: str | None) -> None:
    if value is None:
        return
    from jinlin.core.files.filenames import check_file_name

    check_file_name(value)
    _keep(ctx, param, value)


def _option(
    *names: str, text: str, metavar: str | None = None, callback: Callable[..., None] = _keep
) -> TyperOption:
    return TyperOption(
        param_decls=list(names),
        help=text,
        metavar=metavar,
        is_flag=metavar is None,
        expose_value=False,
        callback=callback,
    )


@cache
def global_options() -> tuple[TyperOption, ...]:
    """Return the options that every command and every group accepts."""
    return (
        _option("--db", text=_("The database to use."), metavar=_("FILE")),
        _option("--lang", text=_("zh or en."), metavar=_("LANGUAGE")),
        _option("--user", text=_("Who is writing."), metavar=_("NAME")),
        _option("--operation", text=_("Repeating this id repeats nothing."), metavar="ID"),
        _option("--yes", "-y", text=_("Answer every question with yes.")),
        _option("--dry-run", text=_("Rehearse: show what would happen, save nothing.")),
        _option("--json", text=_("Results and errors as JSON.")),
        _option("--quiet", "-q", text=_("Print only what was asked for.")),
        _option("--verbose", "-v", text=_("Say more, such as which database is used.")),
    )


@cache
def listing_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result can be written to a file."""
    return (
        _option("--csv", text=_("As csv, for Excel.")),
        _option("--md", text=_("As Markdown.")),
        _option(
            "-o",
            "--output",
            text=_("Into a file: .json .csv .md .xlsx .docx .html."),
            metavar=_("FILE"),
            callback=_file,
        ),
        _option("--force", text=_("Replace a file that is there already.")),
        _option("--open", text=_("Open the file when it is written.")),
        _fields_option(),
        _option("--limit", text=_("How many rows to show, or all."), metavar="N", callback=_limit),
    )


@cache
def _fields_option() -> TyperOption:
    return _option("--fields", text=_("Only these columns, such as a,b,c."), metavar=_("FIELDS"))


@cache
def report_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a page with tables behind it."""
    return (
        _option("--csv", text=_("As csv, for Excel.")),
        _option("--md", text=_("As Markdown.")),
        _option(
            "-o", "--output", text=_("Into a file: .docx .html .xlsx .csv .md .txt .json."),
            metavar=_("FILE"), callback=_file,
        ),
        _option("--force", text=_("Replace a file that is there already.")),
        _option("--open", text=_("Open the file when it is written.")),
        _option("--limit", text=_("How many rows to show, or all."), metavar="N", callback=_limit),
    )  # fmt: skip


@cache
def page_options() -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a page of text."""
    return (
        _option("--md", text=_("As Markdown.")),
        _option(
            "-o",
            "--output",
            text=_("Into a file: .docx .html .md .txt .json."),
            metavar=_("FILE"),
            callback=_file,
        ),
        _option("--force", text=_("Replace a file that is there already.")),
        _option("--open", text=_("Open the file when it is written.")),
    )


@cache
def file_options(endings: str) -> tuple[TyperOption, ...]:
    """Return the options of commands whose result is a file."""
    return (
        _option(
            "-o", "--output", text=_("Which file: {endings}.").format(endings=endings),
            metavar=_("FILE"), callback=_file,
        ),
        _option("--force", text=_("Replace a file that is there already.")),
        _option("--open", text=_("Open the file when it is written.")),
    )  # fmt: skip


@cache
def _unmask_option() -> TyperOption:
    return _option("--unmask", text=_("Show names and phones in full; the log keeps a line."))


def called(ctx: typer.Context) -> Call:
    """Return the call that a command was given."""
    call: Call = ctx.obj
    return call


def _call_of(ctx: typer.Context) -> Call:
    root = ctx.find_root()
    environment: Environment = root.obj
    kept: Kept = dict(root.meta.get("jinlin", {}))
    kept.pop("lang", None)
    limit = kept.pop("limit", None)
    return Call(
        environment=environment,
        command=ctx.command_path.partition(" ")[2],
        database=kept.pop("db", None),
        limit=None if limit is None else int(limit) if limit.isdecimal() else 0,
        words=_digest_of(ctx, environment) if kept.get("operation") else None,
        **kept,
    )


def _digest_of(ctx: typer.Context, environment: Environment) -> str:
    """Return a digest of what was typed, and of what is in the files that it names."""
    import hashlib

    total = hashlib.sha256(repr(sorted(ctx.params.items())).encode())
    for named in _words_called(ctx, _words_for_files()):
        path = environment.path(named)
        with suppress(OSError):  # the command itself says what is wrong with it
            if path.is_file():  # what is piped in can be read only once
                with path.open("rb") as file:
                    total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def _words_called(ctx: typer.Context, called: Container[str]) -> Iterator[str]:
    """Return the words of a command that its help calls so."""
    for param in ctx.command.params:
        named = ctx.params.get(param.name or "")
        if named and getattr(param, "metavar", None) in called:
            yield str(named)


@cache
def _words_for_files() -> frozenset[str]:
    return _in_every_language("FILE", "PHOTO", "YEAR|FILE")


@cache
def _words_for_folders() -> frozenset[str]:
    return _in_every_language("FOLDER")


def _in_every_language(*known: str) -> frozenset[str]:
    return frozenset(catalogue(language).say(word) for language in LANGUAGES for word in known)


def _refuse_own_files(ctx: typer.Context, call: Call) -> None:
    """Refuse to take the database for a table or a folder, or its backup; `db` is about it.

    Raises:
        FileError: a word names it.
    """
    if call.command.startswith("db "):
        return
    for named in _words_called(ctx, _words_for_files()):
        from jinlin.store.file.own_files import refuse_own

        refuse_own(call, call.environment.path(named))
    for named in _words_called(ctx, _words_for_folders()):
        from jinlin.store.file.own_files import refuse_own_folder

        refuse_own_folder(call, call.environment.path(named))


class Command(TyperCommand):
    """A command with the global options.

    Attributes:
        shows: what it is mostly for; some such verbs write as well.
    """

    shows = False

    def get_params(self, ctx: Any) -> list[Any]:
        """Return its own options, then the global ones."""
        return [*super().get_params(ctx), *self.shared_options()]

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return the options it shares with other commands."""
        return global_options()

    def invoke(self, ctx: Any) -> Any:
        """Hand the command its call, and only words that say something and hide nothing."""
        check_words(ctx)
        check_unmasked(ctx.params.values())
        return self.carry_out(ctx, _call_of(ctx))

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Carry the command out with a call."""
        ctx.obj = call
        if ctx.obj.verbose:
            from jinlin.core.config import database_path

            path = database_path(ctx.obj)
            ctx.obj.environment.tell(_("Database: {path}").format(path=path))
        _refuse_own_files(ctx, ctx.obj)
        if ctx.obj.operation:
            from jinlin.store.command.command import answer_repetition

            answer_repetition(ctx.obj, shows=self.shows)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from jinlin.output.command.help_page import help_page

        formatter.write(help_page(self, ctx, everywhere=global_options()))


class ListingCommand(Command):
    """A command whose result can be had in every format."""

    shows = True

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return the formats, then the global options."""
        return (*listing_options(), *global_options())


class PersonalListingCommand(ListingCommand):
    """A listing with personal data, masked unless `--unmask`, which the log remembers."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return `--unmask` and what every listing has."""
        return (_unmask_option(), *super().shared_options())

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Log the unmasking before anything is shown; a file is asked about and logged as it."""
        if not call.unmask or (call.output and not call.dry_run):
            return super().carry_out(ctx, call)
        from jinlin.output.delivery.saving import once_saved
        from jinlin.store.command.command import log_unmasking

        with once_saved(call, asking=True) as held:
            answer = super().carry_out(ctx, held)
            log_unmasking(call)
        return answer


class PageCommand(Command):
    """A command whose result is a page of text (see `output.page`)."""

    shows = True

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return what can be done with the page, then the global options."""
        return (*page_options(), *global_options())


class TemplateCommand(Command):
    """A command that writes an empty table to be filled in."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes, then the global options."""
        return (*file_options(".xlsx"), *global_options())


class ExportCommand(Command):
    """A command that writes a whole register into a file (see `output.exporting`)."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes and what it holds, then the global options."""
        return (*file_options(".xlsx .csv .json"), _fields_option(), *global_options())


class Later(TyperCommand):
    """A command that help and suggestions can name without loading it.

    Reading the parameters of a dozen commands costs as much as running one, so what is typed all
    day loads only the one it needs.

    Attributes:
        panel: the heading under which help lists it; empty for the usual one.
    """

    panel: str = ""

    def load(self) -> Any:
        """Return the command itself."""
        raise NotImplementedError


class Verb(Later):
    """A verb whose function is loaded when it is typed.

    Args:
        name: the verb.
        module: where its function is.
        function: what it is called there.
        text: its help, translated.
        kind: the class of the command.
    """

    def __init__(
        self, name: str, *, module: str, function: str, text: str, kind: type[Command] = Command
    ) -> None:
        super().__init__(name, help=text, rich_markup_mode=None)
        self.module, self.function, self.kind = module, function, kind

    def load(self) -> Any:
        """Return the command itself."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        function = getattr(import_module(self.module), self.function)
        app.command(self.name, cls=self.kind, help=self.help)(function)
        return typer.main.get_command(app)


def verb_in(module: str, name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    """Return a verb.

    Args:
        module: where its function is; or the package of the file that has it.
        name: the verb.
        where: the function; or the file and the function in it, `files:export`.
        text: its help, translated.
        kind: the class of the command.
    """
    file, _colon, function = where.rpartition(":")
    within = f"{module}.{file}" if file else module
    return Verb(name, module=within, function=function, text=text, kind=kind)


class Noun(TyperGroup):
    """A noun with its verbs, in English and Chinese."""

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
        name = self.words.get(args[0], args[0])
        command = self.get_command(ctx, name)
        if command is None:
            raise self._unknown(args[0])
        return name, command.load() if isinstance(command, Later) else command, args[1:]

    def _unknown(self, word: str) -> UsageError:
        from difflib import get_close_matches

        chinese: dict[str, str] = {}
        for said, name in self.words.items():
            if name in self.commands:
                chinese.setdefault(name, said)
        known = [*self.commands, *(w for w, name in self.words.items() if name in self.commands)]
        near = [
            one
            for one in get_close_matches(word, known, n=3, cutoff=0.5)
            if self.words.get(one, one) not in _TAKING_AWAY
            or get_close_matches(word, [one], cutoff=_SURE)
        ]
        return UsageError(
            _("There is no command “{word}”.").format(word=word),
            hint=_("Did you mean: {near}?").format(near=_(", ").join(near))
            if near
            else _("Choose one of: {known}.").format(
                known=_(", ").join(
                    self.commands
                    if word.isascii()
                    else [chinese.get(name, name) for name in self.commands]
                )
            ),
        )

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Return the verbs a shell may offer: English ones, or Chinese ones when it begins so."""
        if incomplete.isascii():
            return list(super().shell_complete(ctx, incomplete))
        return self.chinese_verbs(incomplete)

    def chinese_verbs(self, begun: str) -> list[Any]:
        """Return the Chinese verbs that begin so, as a shell may offer them."""
        from typer._click.shell_completion import CompletionItem

        return [
            CompletionItem(word, help=self.commands[name].get_short_help_str())
            for word, name in self.words.items()
            if word.startswith(begun) and name in self.commands
        ]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from jinlin.output.command.help_page import help_page

        formatter.write(help_page(self, ctx, everywhere=global_options()))


def noun(
    text: str, *, later: Sequence[Later] = (), words: Mapping[str, str] | None = None
) -> typer.Typer:
    """Return the app of a room: a noun whose commands are added to it.

    Args:
        text: its help, translated.
        later: verbs that are loaded when they are typed, in the order of the help page.
        words: Chinese words that mean another verb here than elsewhere, or come first in the help.
    """
    own = dict(words or {})
    own |= {word: verb for word, verb in VERBS.items() if word not in own}
    app = typer.Typer(
        cls=type("NounWithVerbs", (Noun,), {"later": later, "words": own}) if later else Noun,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        help=text,
    )
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """Make Typer treat a noun with one verb as a noun."""
