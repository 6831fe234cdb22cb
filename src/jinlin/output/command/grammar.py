"""The classes of commands: global options anywhere on the line, help that aligns, two languages.

A room makes its noun with `noun.noun()` and gives each command one of the classes below.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer
from typer._click.core import ParameterSource
from typer.core import TyperCommand, TyperOption

from jinlin.core.call import Call, Environment
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.output.command.kind import TypedWord, unsaid
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
        **kept,
    )


def _digest(ctx: typer.Context, environment: Environment) -> str:
    from jinlin.output.command.operation import digest_of

    return digest_of(ctx, environment)


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
        for param in self.params:
            if getattr(param.type, "asked", None):  # it is asked for, and not refused for missing
                param.required = False

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

    def invoke(self, ctx: Any) -> Any:
        """Hand the command its call."""
        return self.carry_out(ctx, _call_of(ctx))

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Carry the command out with a call."""
        ctx.obj = call
        if ctx.obj.verbose:
            from jinlin.core.config import database_path

            path = database_path(ctx.obj)
            ctx.obj.environment.tell(_("Database: {path}").format(path=path))
        refuse_own_files(ctx, ctx.obj)
        if ctx.obj.operation:
            from jinlin.store.command.repetition import answer_repetition

            answer_repetition(ctx.obj, shows=self.shows)
        if any(
            not param.type.asked.optional or param.type.asked.default
            for param in unsaid(self.params, ctx.params)
        ):
            from jinlin.output.command.questions import ask_for_words

            ask_for_words(ctx, ctx.obj)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from jinlin.output.command.help_page import help_page

        formatter.write(help_page(self, ctx, everywhere=global_options()))


class CorrectingCommand(Command):
    """A command that writes something down, or puts right what was written."""

    clears = True


class EditCommand(CorrectingCommand):
    """A command that changes what is named on the line; see `edits`."""

    example = ""
    beside: Sequence[str] = ()

    def carry_out(self, ctx: Any, call: Call) -> Any:
        """Refuse a line that names nothing to change.

        Raises:
            UsageError: it names none.
        """
        if not any(
            param.param_type_name == "option"
            and param.name not in self.beside
            and ctx.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
            for param in self.params
        ):
            raise UsageError(_("Nothing to change was named."), hint=_(self.example))
        return super().carry_out(ctx, call)


def edits(example: str, *beside: str) -> type[Command]:
    """Return the class of a command that changes what its options name.

    Args:
        example: the hint where none was given: how it is used, not yet translated.
        beside: its options that change nothing by themselves, such as a reason, as its function
            calls them.
    """
    return type("EditCommand", (EditCommand,), {"example": example, "beside": beside})


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


class PageCommand(Command):
    """A command whose result is a page of text (see `output.delivery.page`)."""

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
    """A command that writes a whole register into a file (see `output.delivery.export`)."""

    def shared_options(self) -> tuple[TyperOption, ...]:
        """Return where the file goes and what it holds, then the global options."""
        return (*file_options(".xlsx .csv .json"), fields_option(), *global_options())


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

    def made_of(self, function: Callable[..., None], kind: type[Command]) -> Any:
        """Return the command that carries out a function Typer can call."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(self.name, cls=kind, help=self.help)(function)
        return typer.main.get_command(app)


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
        function = getattr(import_module(self.module), self.function)
        return self.made_of(taking_call(function, self.kind), self.kind)


def taking_call(
    function: Callable[..., None], kind: type[Command] = Command
) -> Callable[..., None]:
    """Return a function that Typer can call in place of one whose first parameter is the call.

    A parameter that is a `NamedTuple` stands for the words its fields declare: what several
    commands take alike is declared once, and handed on as one value.

    Args:
        function: what carries the command out.
        kind: the class of the command, which hands it more.
    """
    signature = inspect.signature(function, eval_str=True)
    first, *words = signature.parameters.values()
    if first.annotation is not Call:
        return function

    words = [word for word in words if word.name not in kind.hands]

    def act(ctx: typer.Context, said: Mapping[str, Any]) -> None:
        read = {word.name: _gathered(word, said) for word in words}
        function(ctx.obj, **read, **kind.handed(ctx))

    return for_typer(act, [one for word in words for one in _declared(word)])


def for_typer(
    act: Callable[[typer.Context, dict[str, Any]], None], words: Sequence[inspect.Parameter]
) -> Callable[..., None]:
    """Return a function that Typer can call with the words declared; it hands them on together."""

    def carry_out(ctx: typer.Context, **said: Any) -> None:
        act(ctx, said)

    context = inspect.Parameter(
        "ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
    )
    vars(carry_out)["__signature__"] = inspect.Signature([context, *words])
    carry_out.__annotations__ = {}
    return carry_out


def _declared(word: inspect.Parameter) -> Iterator[inspect.Parameter]:
    """Return the words a parameter stands for."""
    fields = _fields(word)
    if not fields:
        yield word.replace(kind=word.KEYWORD_ONLY, annotation=_plain(word.annotation))
    for field in fields:
        yield from _declared(field)


def _gathered(word: inspect.Parameter, said: Mapping[str, Any]) -> Any:
    """Return what a parameter is handed of what was said."""
    fields = _fields(word)
    if not fields:
        return said[word.name]
    return word.annotation(*(_gathered(field, said) for field in fields))


def _fields(word: inspect.Parameter) -> Sequence[inspect.Parameter]:
    defaults = getattr(word.annotation, "_field_defaults", None)
    if defaults is None or get_origin(word.annotation) is Annotated:
        return ()
    hints = get_type_hints(word.annotation, include_extras=True)
    return [
        inspect.Parameter(
            name, word.KEYWORD_ONLY, default=defaults.get(name, word.empty), annotation=hint
        )
        for name, hint in hints.items()
    ]


def _plain(annotation: Any) -> Any:
    """Return how Typer knows a word: by its kind, and whether it may be repeated.

    What a kind reads may be one of several things, or a list, of which Typer knows nothing.
    """
    said, *how = get_args(annotation) if get_origin(annotation) is Annotated else (annotation,)
    if not isinstance(getattr(how[0] if how else None, "click_type", None), TypedWord):
        return annotation
    repeated = any(get_origin(one) is list for one in (said, *get_args(said)))
    return Annotated[list[str] if repeated else str, how[0]]


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


def under(panel: str, *verbs: Later) -> Sequence[Later]:
    """Return verbs that help lists under a heading of their own."""
    for verb in verbs:
        verb.panel = panel
    return verbs
