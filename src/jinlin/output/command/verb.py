"""A verb that is loaded when it is typed, and how the function it names becomes its command."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer
from typer.core import TyperCommand

from jinlin.core.call import Call
from jinlin.core.i18n import _, speaking
from jinlin.output.command.grammar import Command
from jinlin.output.command.kind import TypedWord
from jinlin.output.typer_inside import make_default_short_help


class Later(TyperCommand):
    """A command that help and suggestions can name without loading it.

    Reading the parameters of a dozen commands costs as much as running one, so what is typed all
    day loads only the one it needs.

    Attributes:
        panel: the heading under which help lists it, not yet translated; empty for the usual one.
        has_verbs: whether verbs of its own follow it.
    """

    has_verbs = False

    panel: str = ""

    def said(self) -> str:
        """Return its help, in the user's language."""
        return _(self.help or "")

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return the beginning of its help, as a shell shows it."""
        return make_default_short_help(self.said(), limit)

    def load(self) -> Any:
        """Return the command itself; it is made once for each language, which its help speaks."""
        made: dict[str, Any] = vars(self).setdefault("made", {})
        if speaking() not in made:
            made[speaking()] = self.make()
        return made[speaking()]

    def make(self) -> Any:
        """Return the command itself, newly made."""
        raise NotImplementedError

    def made_of(self, function: Callable[..., None], kind: type[Command]) -> Any:
        """Return the command that carries out a function Typer can call."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(self.name, cls=kind, help=self.said())(function)
        return typer.main.get_command(app)


class Verb(Later):
    """A verb whose function is loaded when it is typed.

    Args:
        name: the verb.
        module: where its function is.
        function: what it is called there.
        text: its help, not yet translated.
        kind: the class of the command.
    """

    def __init__(
        self, name: str, *, module: str, function: str, text: str, kind: type[Command] = Command
    ) -> None:
        super().__init__(name, help=text, rich_markup_mode=None)
        self.module, self.function, self.kind = module, function, kind

    def make(self) -> Any:
        """Return the command itself, newly made."""
        function = getattr(import_module(self.module), self.function)
        return self.made_of(taking_call(function, self.kind), self.kind)


@cache
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
    plain = get_origin(word.annotation) is not Annotated
    return _fields_of(word.annotation) if plain and hasattr(word.annotation, "_fields") else ()


@cache
def _fields_of(words: Any) -> Sequence[inspect.Parameter]:
    defaults = words._field_defaults
    hints = get_type_hints(words, include_extras=True)
    return [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=defaults.get(name, inspect.Parameter.empty),
            annotation=hint,
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
        text: its help, not yet translated.
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
