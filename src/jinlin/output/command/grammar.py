"""The classes of commands: global options anywhere on the line, help that aligns, two languages.

A room makes its noun with `noun.noun()` and gives each command one of the classes below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperOption

from jinlin.core.call import Call, Environment
from jinlin.core.errors import JinlinError, UnansweredError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import (
    begun_by,
    give_names,
    meant_by,
    other_names,
    spellings_of,
    without_months_named,
)
from jinlin.core.naming import take_for, taken_for
from jinlin.output.command.kind import (
    SEVERAL,
    UNDERSTOOD,
    TypedWord,
    Understood,
    asked_of,
    unsaid,
)
from jinlin.output.command.named_files import refuse_own_files
from jinlin.output.command.options import (
    Kept,
    fields_option,
    file_options,
    global_options,
    listing_options,
    page_options,
    unmask_option,
)
from jinlin.output.command.typed_words import name_of
from jinlin.output.typer_inside import (
    BadOptionUsage,
    ParameterSource,
    iter_params_for_processing,
)


def _call_of(ctx: typer.Context) -> Call:
    root = ctx.find_root()
    environment: Environment = root.obj
    kept: Kept = dict(root.meta.get("jinlin", {}))
    limit = kept.pop("limit", None)
    return Call(
        environment=environment,
        command=ctx.command_path.partition(" ")[2],
        database=kept.pop("db", None),
        language=kept.pop("lang", None),
        limit=None if limit is None else int(limit) if limit.isdecimal() else 0,
        words=_digest(ctx, environment) if kept.get("operation") else None,
        answered={},
        **kept,
    )


def _digest(ctx: typer.Context, environment: Environment) -> str:
    from jinlin.output.command.operation import digest_of

    return digest_of(ctx, environment)


def _tell_readings(call: Call) -> None:
    """Say for which names words were taken that are not typed as they are called."""
    for text, name in taken_for():
        call.tell(_("“{text}” is read as {name}.").format(text=text, name=name))


def surroundings(ctx: typer.Context) -> Call:
    """Return a call that says where the database is, before the line is read to its end."""
    root = ctx.find_root()
    kept: Kept = root.meta.get("jinlin", {})
    return Call(
        root.obj,
        database=kept.get("db"),
        yes=kept.get("yes", False),
        dry_run=kept.get("dry_run", False),
    )


_EVERYWHERE: Final = frozenset({"--", *spellings_of("--help")})
"""What stands on any line, and is no option of one command."""


def _plain(params: Sequence[Any], opts: Mapping[str, Any]) -> bool:
    """Return whether a line holds its texts and nothing else without a name; there is one reading.

    Args:
        params: what the command takes.
        opts: what the line gives by parameter.
    """
    return all(
        opts.get(param.name) and param.type.kind.name == "text"
        if param.param_type_name == "argument"
        else not getattr(param.type, "free", False)
        for param in params
        if isinstance(param.type, TypedWord)
    )


class Command(TyperCommand):
    """A command with the global options.

    Attributes:
        shows: what it is mostly for; some such verbs write as well.
        clears: an option set to nothing empties what is kept, where it can be empty.
        hands: the parameters of its function that are no words of the line; see `handed`.
    """

    shows = False
    clears = False
    hands: Sequence[str] = ()

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        self.params.extend(self.further_params())
        give_names(self.params)
        for param in self.params:
            if isinstance(param.type, TypedWord):  # it is asked for, and not refused for missing
                vars(param)["needed"] = param.required and param.type.asked is None
                param.required = False

    def further_params(self) -> Sequence[Any]:
        """Return its own options that its function does not declare."""
        return ()

    def get_params(self, ctx: Any) -> list[Any]:
        """Return its own options, then the global ones."""
        return [*super().get_params(ctx), *self.shared_options()]

    @classmethod
    def handed(cls, _ctx: typer.Context) -> dict[str, Any]:
        """Return what its function is handed besides the call and its words."""
        return {}

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return the options it shares with other commands."""
        return global_options()

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read a line; words that do not stand as they are declared may stand in any order."""
        if ctx.resilient_parsing:
            return list(super().parse_args(ctx, args))
        if any(one[:2] == "--" for one in args):
            args = self._as_named_here(without_months_named(args, self.params))
        try:
            opts, rest, order = self.make_parser(ctx).parse_args(args=list(args))
        except BadOptionUsage as error:
            error.ctx = ctx
            raise
        told = self.shared_options()
        params = iter_params_for_processing(order, self.get_params(ctx))
        early = [param for param in params if param.is_eager or param in told]
        for param in early:
            param.handle_parse_result(ctx, opts, [])
        if rest or not _plain(self.params, opts):
            rest = ctx.find_root().command.read_freely(ctx, opts, rest, surroundings(ctx))
        for param in params:
            if param not in early:
                param.handle_parse_result(ctx, opts, rest)
        if rest:
            ctx.fail(f"Got unexpected extra argument(s) ({' '.join(rest)})")
        ctx.args = rest
        return rest

    def _as_named_here(self, args: Sequence[str]) -> list[str]:
        """Return a line with the options as this command calls them, whatever they were called.

        A word that needs no name loses it: `收款 702 --金额 1万`.
        """
        every = (*self.params, *self.shared_options())
        known = {name for one in every for name in (*one.opts, *one.secondary_opts)}
        bare = {
            f"--{name}"
            for one in self.params
            if one.param_type_name == "argument" and one.metavar
            for name in (_(one.metavar), *other_names(one.type.name))
        }
        named: list[str] = []
        for word in args:
            name, equals, value = word.partition("=")
            if word[:2] != "--" or name in known or name in _EVERYWHERE:
                named.append(word)
                continue
            meant = None
            if name not in bare:
                begun = begun_by(name, self.params, self.shared_options())
                meant = meant_by(name, self.params) or begun
            if name in bare or (meant is not None and meant.param_type_name == "argument"):
                named += [value] if equals else []
            elif meant is None:
                named.append(word)
            else:
                take_for(name, name_of(meant))
                named.append(f"{meant.opts[0]}{equals}{value}")
        return named

    def invoke(self, ctx: Any) -> None:
        """Hand the command its call; where it names several records, once for each."""
        call = _call_of(ctx)
        if call.encrypt:
            from jinlin.output.delivery.passphrase import sealing

            call = sealing(call)
        if SEVERAL in ctx.meta:
            ctx.find_root().command.carry_out_each(ctx, call, self.carry_out)
        else:
            self.carry_out(ctx, call)
        if call.environment.window is not None:
            call.environment.window.ran(ctx)

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Carry the command out with a call.

        Raises:
            UnansweredError: a word is missing and nobody can be asked; a line that works is told.
        """
        try:
            return self._carry_out(ctx, call)
        except UnansweredError as error:
            from jinlin.output.command.help_page import example_of

            if line := example_of(self, ctx):
                error.hint = _("For example: {line}").format(line=f"jinlin {line}")
            raise

    def _carry_out(self, ctx: Any, call: Call) -> Any:
        ctx.obj = call
        if understood := ctx.meta.pop(UNDERSTOOD, None):
            _say_back(call, understood)
        if ctx.obj.verbose:
            from jinlin.core.config import database_path

            path = database_path(ctx.obj)
            ctx.obj.environment.tell(_("Database: {path}").format(path=path))
        refuse_own_files(ctx, ctx.obj)
        if ctx.obj.operation and SEVERAL not in ctx.meta:  # else that was done for all of them
            from jinlin.store.command.repetition import answer_repetition

            answer_repetition(ctx.obj, shows=self.shows)
        missing = map(asked_of, unsaid(self.params, ctx.params))
        if any(one.put_to(call) for one in missing if one):
            from jinlin.output.command.questions import ask_for_words

            ask_for_words(ctx, ctx.obj)
        try:
            while True:
                try:
                    return super().invoke(ctx)
                except JinlinError as error:
                    if call.environment.window is None or SEVERAL in ctx.meta:
                        raise
                    from jinlin.output.command.questions import ask_again, names_what_is_missing

                    if not (call.answered or names_what_is_missing(ctx, error)):
                        raise
                    ask_again(ctx, call, error)
        finally:
            _tell_readings(ctx.obj)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from jinlin.output.command.help_page import help_page

        shared = {one.name for one in global_options()}
        everywhere = [one for one in self.shared_options() if one.name in shared]
        formatter.write(help_page(self, ctx, everywhere=everywhere))


def _say_back(call: Call, understood: Understood) -> None:
    """Say how a line was read; where it is about money, votes or the like, ask whether it is meant.

    Raises:
        KeyboardInterrupt: it is not.
    """
    from jinlin.output.asking import confirm

    said = _("Read as: {line}").format(line=understood.line)
    if understood.weighty and call.environment.interactive:
        confirm(call, said)
    elif not call.json:
        call.tell(said)


class CorrectingCommand(Command):
    """A command that writes something down, or puts right what was written."""

    clears = True


class EditCommand(CorrectingCommand):
    """A command that changes what is named on the line; see `edits`."""

    example = ""
    beside: Sequence[str] = ()

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Ask what is to change where the line names nothing; nobody there, refuse it.

        Raises:
            UsageError: it names none.
        """
        changes = [
            param
            for param in self.params
            if param.param_type_name == "option" and param.name not in self.beside
        ]
        if not any(
            ctx.get_parameter_source(param.name) is ParameterSource.COMMANDLINE for param in changes
        ):
            if call.yes or not call.environment.interactive:
                raise UsageError(_("Nothing to change was named."), hint=_(self.example))
            from jinlin.output.command.questions import ask_for_change

            ask_for_change(ctx, call, changes)
        return super().carry_out(ctx, call)


def edits(example: str, *beside: str) -> type[Command]:
    """Return the class of a command that changes what its options name.

    Args:
        example: the hint where none was given: how it is used, not yet translated.
        beside: its options that change nothing by themselves, such as a reason, as its function
            calls them.
    """
    return type("EditCommand", (EditCommand,), {"example": example, "beside": beside})


class UnmaskingCommand(Command):
    """What shows personal data, masked unless `--unmask`, which the log remembers."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return `--unmask` and what every command of its form has."""
        return (unmask_option(), *super().shared_options())

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Log the unmasking before anything is shown; a file is asked about and logged as it."""
        if not call.unmask or (call.output and not call.dry_run):
            return super().carry_out(ctx, call)
        from jinlin.output.delivery.saving import once_saved
        from jinlin.store.command.unmasking import log_unmasking

        with once_saved(call, asking=True) as held:
            answer = super().carry_out(ctx, held)
            log_unmasking(call)
        return answer


class ListingCommand(Command):
    """A command whose result can be had in every format."""

    shows = True

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return the formats, then the global options."""
        return (*listing_options(), *global_options())


class PageCommand(Command):
    """A command whose result is a page of text (see `output.delivery.page`)."""

    shows = True

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return what can be done with the page, then the global options."""
        return (*page_options(), *global_options())


class PersonalListingCommand(UnmaskingCommand, ListingCommand):
    """A listing with personal data."""


class PersonalPageCommand(UnmaskingCommand, PageCommand):
    """A page with personal data."""


class TemplateCommand(Command):
    """A command that writes an empty table to be filled in."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes, then the global options."""
        return (*file_options(".xlsx"), *global_options())


class PersonalTemplateCommand(TemplateCommand):
    """A command that writes a table to be filled in by who needs to know people for it."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return `--unmask` and what every table to be filled in has."""
        return (unmask_option(), *super().shared_options())


class ExportCommand(Command):
    """A command that writes a whole register into a file (see `output.delivery.export`)."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes and what it holds, then the global options."""
        return (*file_options(".xlsx .csv .json .jsonl"), fields_option(), *global_options())
