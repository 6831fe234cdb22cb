"""The nouns, each loaded only when it is used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, Final, NamedTuple

import typer
from typer.core import TyperOption

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import spellings_of
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.output.command.grammar import surroundings
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later, Verb, under

START: Final = N_("To begin:")
DAILY: Final = N_("Every day:")
REGISTERS: Final = N_("Registers:")
CARE: Final = N_("Looking after the data:")


class NounEntry(NamedTuple):
    """One line of the table.

    Attributes:
        chinese: the Chinese word for it.
        module: where its app is; of what has no verbs, where its function is: `init:init`.
        help: its help line, not yet translated.
        panel: under which heading it stands.
    """

    chinese: str
    module: str
    help: str
    panel: str


NOUNS: Final[Mapping[str, NounEntry]] = {
    "init": NounEntry("建库", "jinlin.cli.start.init:init", N_("Create the database of a complex."), START),
    "demo": NounEntry("演示", "jinlin.cli.start.demo:demo", N_("Build the example complex and walk through it."), START),
    "today": NounEntry("今天", "jinlin.cli.today.today:today", N_("What is overdue, due, to visit, to ask; what to type."), DAILY),
    "shell": NounEntry("窗口", "jinlin.cli.window.shell:shell", N_("The window: the day's list, a menu, and a line to type in."), DAILY),
    "find": NounEntry("找", "jinlin.cli.search.find", N_("Find anything: words, people, homes, numbers."), DAILY),
    "issue": NounEntry("事项", "jinlin.issue.commands", N_("What residents bring, from report to satisfaction."), DAILY),
    "elevator": NounEntry("电梯", "jinlin.elevator.commands", N_("The elevator: who pays what, who agreed, where it stands."), DAILY),
    "project": NounEntry("项目", "jinlin.project.commands", N_("Works in the complex: a member of the branch in every stage."), DAILY),
    "partner": NounEntry("共建单位", "jinlin.partner.commands", N_("Partners: agreements, what they promise and give."), DAILY),
    "survey": NounEntry("问卷", "jinlin.survey.commands", N_("Surveys: what doors are asked, and what came out."), DAILY),
    "meeting": NounEntry("会议", "jinlin.meeting.commands", N_("Meetings, attendance, resolutions, minutes."), DAILY),
    "service": NounEntry("服务", "jinlin.meeting.commands.service", N_("Service days: who served, and how many residents."), DAILY),
    "notice": NounEntry("公示", "jinlin.notice.commands", N_("What is posted, objections, questions, the public site."), DAILY),
    "report": NounEntry("报告", "jinlin.report.commands", N_("The monthly report."), DAILY),
    "rollup": NounEntry("汇总", "jinlin.rollup.commands.office", N_("For a street and above: what branches hand up."), DAILY),
    "branch": NounEntry("支部", "jinlin.member.commands.branch", N_("The branch: what it is, its venue, groups and purses."), REGISTERS),
    "building": NounEntry("楼栋", "jinlin.complex.commands.building", N_("Buildings."), REGISTERS),
    "household": NounEntry("房屋", "jinlin.complex.commands.household", N_("Households, their areas and owners."), REGISTERS),
    "member": NounEntry("党员", "jinlin.member.commands", N_("Party members and people."), REGISTERS),
    "team": NounEntry("服务队", "jinlin.member.commands.team", N_("Service teams, and which steward looks after what."), REGISTERS),
    "log": NounEntry("日志", "jinlin.cli.history.log", N_("What was done, the latest first."), CARE),
    "undo": NounEntry("撤销", "jinlin.cli.history.undo:undo", N_("Take the last command back, as a whole."), CARE),
    "redo": NounEntry("重做", "jinlin.cli.history.redo:redo", N_("Do again what the last undo took back."), CARE),
    "config": NounEntry("设置", "jinlin.cli.config", N_("Settings, where each comes from, and public holidays."), CARE),
    "sql": NounEntry("查表", "jinlin.cli.search.sql", N_("Ask the database in SQL; it changes nothing."), CARE),
    "db": NounEntry("数据库", "jinlin.cli.database", N_("Where the data is; backup and restore."), CARE),
}  # fmt: skip


class NounLater(Later):
    """A noun that help and suggestions can name without loading it."""

    has_verbs = True

    def __init__(self, name: str, entry: NounEntry) -> None:
        super().__init__(name, help=entry.help, rich_markup_mode=None)
        self.module = entry.module
        self.panel = entry.panel

    def make(self) -> Any:
        """Return the noun."""
        return typer.main.get_command(import_module(self.module).app)


def _later(name: str, entry: NounEntry) -> Later:
    module, _colon, function = entry.module.partition(":")
    if not function:
        return NounLater(name, entry)
    verb = Verb(name, module=module, function=function, text=entry.help)
    return under(entry.panel, verb)[0]


HELP: Final = ("help", "帮助")
_INTO: Final = "存保另导输"
"""What a word that says into what kind of file something goes begins with."""
VERSION: Final = ("version", "版本")


def _tell_version(ctx: Any, _param: Any, value: bool) -> None:
    if not value:
        return
    import sqlite3

    from jinlin import __version__

    ctx.obj.stdout.write(f"jinlin {__version__}\nSQLite {sqlite3.sqlite_version}\n")
    raise typer.Exit


class Root(Noun):
    """`jinlin` itself."""

    words: Mapping[str, str] = {
        **{entry.chinese: name for name, entry in NOUNS.items()},
        "成员": "member",
        "共建": "partner",
        "居民": "household",
        "服务日": "service",
        "调查": "survey",
        "撤消": "undo",
        "查找": "find",
        "搜索": "find",
        "search": "find",
    }

    def get_params(self, ctx: Any) -> list[Any]:
        """Return the option for the version, then the global ones."""
        version = TyperOption(
            param_decls=[*spellings_of("--version")],
            help=N_("The version of jinlin and of its store."),
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_tell_version,
        )
        return [version, *super().get_params(ctx)]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find a noun; `help` shows the help page of what follows it."""
        if args[0][-1:] in "报告" or any(word[:1] in _INTO for word in args):
            from jinlin.cli.line.turned import into_file

            args = into_file(args)
        if len(args) == 2 and args[1] in HELP:  # noqa: PLR2004  (`办结 帮助`)
            args = args[::-1]
        if args[0] in VERSION:
            _tell_version(ctx, None, value=True)
        if args[0] not in HELP:
            return super().resolve_command(ctx, self._with_noun(ctx, args))
        if any(not word.startswith("-") for word in args[1:2]):
            return super().resolve_command(ctx, self._with_noun(ctx, [*args[1:], "--help"]))
        ctx.obj.stdout.write(f"{ctx.get_help()}\n")
        raise typer.Exit

    def read_freely(self, ctx: Any, opts: dict[str, Any], rest: list[str], call: Call) -> list[str]:
        """Put right what the words of a line are for; see `cli.line.understood`."""
        from jinlin.cli.line.understood import read_freely

        return read_freely(ctx, opts, rest, call)

    def carry_out_each(self, ctx: Any, call: Call, act: Callable[[Any, Call], Any]) -> None:
        """Carry a command out on each of several records; see `cli.line.several`."""
        from jinlin.cli.line.several import carry_out_each

        carry_out_each(ctx, call, act)

    def _with_noun(self, ctx: Any, args: list[str]) -> list[str]:
        """Return a line that begins with its noun.

        Raises:
            UsageError: nobody knows what is meant.
        """
        if self.words.get(args[0], args[0]) in self.commands:
            return args
        from jinlin.cli.line.add_ons import add_on, run_add_on
        from jinlin.cli.line.first_words import meant
        from jinlin.cli.line.no_command import no_command
        from jinlin.cli.line.turned import without_options

        call = surroundings(ctx)
        if (program := add_on(args[0], call)) is not None:
            raise typer.Exit(run_add_on(program, args[1:], call))
        words, options = without_options(args)
        if (line := meant(ctx, words, call)) is not None:
            return [*line, *options]
        if self.begun(args[0]):
            return args
        return [*self._noted(call, words, no_command(self, words, call)), *options]

    def _noted(self, call: Call, args: list[str], refused: UsageError) -> list[str]:
        """Return the line that notes an issue down, where a whole title was typed and is meant.

        Raises:
            UsageError: it is none, or nobody can be asked.
        """
        from jinlin.cli.line.no_command import is_question, says_enough
        from jinlin.output.asking import confirm

        noted = says_enough(args) and not is_question(args) and not refused.instead
        if not call.environment.interactive or call.yes or not noted:
            raise refused
        if (window := call.environment.window) is not None:
            window.proposed(["issue", "add", *args])
            refused.hint = _("{hint}. To record it now: y").format(hint=refused.hint)
            raise refused
        line = f"{as_spoken('issue add')} {' '.join(map(quoted, args))}"
        confirm(
            call,
            _("There is no command “{word}”. Note it down: {line}").format(word=args[0], line=line),
        )
        return ["issue", "add", *args]

    def verb_for(self, ctx: Any, args: Sequence[str]) -> list[str] | None:
        """Return the line from its verb on that must be meant where what a noun begins with is none.

        Raises:
            UsageError: there are several.
        """
        if ctx.command is self:
            return [begun, *args[1:]] if (begun := self.begun(args[0])) else None
        from jinlin.cli.line.noun_words import verb_for

        return verb_for(ctx, args, surroundings(ctx))

    def verb_suiting(self, ctx: Any, usual: str, args: Sequence[str]) -> str:
        """Return the verb of a family that words suit where they do not suit its usual one."""
        from jinlin.cli.line.noun_words import verb_suiting

        return verb_suiting(ctx, usual, args, surroundings(ctx))


def root() -> Root:
    """Return the whole command line."""
    return Root(
        name="jinlin",
        help=N_(
            "jinlin, the working tool of the secretary of a residential complex's Party branch.\n"
            "Everything is in one file on this computer. jinlin NOUN --help says more.\n"
            "Do not record state secrets, work secrets or unpublished Party documents here."
        ),
        commands={name: _later(name, entry) for name, entry in NOUNS.items()},
        no_args_is_help=True,
        rich_markup_mode=None,
    )
