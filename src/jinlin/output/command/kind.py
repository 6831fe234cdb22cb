"""A kind of word (parameter type): how what a user types is read, called, asked for and cleared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from typing import Any, Final, Generic, NamedTuple, TypeVar

import typer

from jinlin.core.call import Call
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import _
from jinlin.core.people.wholenames import check_unmasked
from jinlin.core.text import listed
from jinlin.core.word import Word
from jinlin.output.command.typed_words import BLANKS, MOST, check_said, name_of, too_large
from jinlin.output.typer_inside import ParamType

T = TypeVar("T")


class Unset(Enum):
    """What stands where nothing was given."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET
TYPED: Final = "jinlin.typed"
"""Where the context of a command keeps its words as they were typed, by parameter."""


UNDERSTOOD: Final = "jinlin.understood"
"""Where the context of a command keeps how a line was read, where it was not read as it stands."""


SEVERAL: Final = "jinlin.several"
"""Where the context of a command keeps the parameter that was given several records, and them."""


class Understood(NamedTuple):
    """How a line was read that does not stand as it is declared.

    Attributes:
        line: the command with its words in order, as it may be typed.
        weighty: it is about money, votes, or takes something away: it is said back before it is
            done.
    """

    line: str
    weighty: bool


class AskedFor(NamedTuple):
    """How a word is asked for on a terminal where it was not given.

    Attributes:
        text: the question, not yet translated.
        choices: the possible answers, shown with it, or who tells them; else its fixed choice.
        optional: it is asked only where another word is missing, and may stay unanswered.
        sought: an optional one that is asked for on a terminal whatever else was given.
        default: what an empty answer means, shown with the question; not yet translated.
        where: whether it is asked for at all, beside the other words of the command as its function
            calls them; None where it always is.
        then: what is done with an answer that was read: what it returns is what the command is
            handed; a `JinlinError` asks again.
        refusal: what is said where it alone is missing and nobody can be asked, beside the other
            words of the command; None says what it is called.
    """

    text: str
    choices: Sequence[str] | Callable[[Call], Sequence[str]] = ()
    optional: bool = False
    sought: bool = False
    default: str = ""
    where: Callable[[Mapping[str, Any]], object] | None = None
    then: Callable[[Call, Any], Any] | None = None
    refusal: Callable[[Call, Mapping[str, Any]], JinlinError] | None = None

    @property
    def always(self) -> bool:
        """Whether the command cannot do without the word, whatever else is said."""
        return not (self.optional or self.where or self.default)

    def put_to(self, call: Call) -> bool:
        """Whether the command stops to ask for the word, where it is missing."""
        if self.sought:
            return call.environment.interactive and not call.yes
        return not self.optional or bool(self.default)


class NamedThing(Enum):
    """What of the computer a word names."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"


def imported(where: str) -> Callable[[str], Any]:
    """Return a reader that is imported when it first reads.

    Kinds stand on the way of every command; most of what they read with is needed by few.

    Args:
        where: its module and name: `jinlin.core.money:parse_money`.
    """
    module, _colon, name = where.partition(":")

    def read(text: str) -> Any:
        return getattr(import_module(module), name)(text)

    return read


class WordKind(Generic[T]):
    """A kind of word, declared once: `MONEY = WordKind("money", N_("MONEY"), parse_money)`.

    A command's function declares its words with it and is handed what was read:
    `amount: Annotated[int, MONEY.argument(help=N_("What it pays."))]`.

    Args:
        name: what completion and forms know it by.
        called: what the help page calls it, not yet translated.
        read: reads a word that is neither blank nor masked; a `JinlinError` refuses it.
        names: what of the computer it names.
        words: the fixed choice of which it is one.
        knows: whether a word is surely of the kind, where its reader takes any.
    """

    def __init__(
        self,
        name: str,
        called: str,
        read: Callable[[str], T],
        *,
        names: NamedThing = NamedThing.NOTHING,
        words: type[Word] | None = None,
        knows: Callable[[str], bool] | None = None,
    ) -> None:
        self.name, self.called, self.read, self.names = name, called, read, names
        self.words, self.knows = words, knows

    def take(self, text: str, _what: str) -> T:
        """Read a word; `_what` is what the command calls it.

        Raises:
            JinlinError: it cannot be read.
            ValueError: it cannot be read, and the command line says so in its own words.
        """
        return self.read(text)

    def bare(self, text: str) -> str:
        """Return a word that stood without a name as it is given by one."""
        return text

    def option(
        self,
        *names: str,
        help: str,  # noqa: A002  (as Typer calls it)
        called: str | None = None,
        asked: AskedFor | None = None,
        cleared: T | str | Unset = UNSET,
        free: bool = False,
        named: bool = False,
    ) -> Any:
        """Return the declaration of an option.

        Args:
            names: how it is typed; otherwise as the function calls it.
            help: its line on the help page, not yet translated.
            called: what stands for its word there, where the kind's own name says less; as it.
            asked: how it is asked for where it is missing.
            cleared: what it is where a command that changes something sets it to nothing
                (`--note ""`); otherwise that is refused.
            free: a word that stands without a name may be meant for it, even where others suit
                it as well.
            named: no word that stands without a name is meant for it.
        """
        declared = self._declared(called, asked, cleared, free=free, named=named)
        return typer.Option(*names, help=help, **declared)

    def argument(
        self,
        *,
        help: str,  # noqa: A002  (as Typer calls it)
        called: str | None = None,
        asked: AskedFor | None = None,
        cleared: T | str | Unset = UNSET,
        skipped: bool = False,
    ) -> Any:
        """Return the declaration of a word that stands without a name; as for `option`.

        Args:
            help: as `option`.
            called: as `option`.
            asked: as `option`.
            cleared: as `option`.
            skipped: it is the first, and may be left away although others follow it.
        """
        return typer.Argument(help=help, **self._declared(called, asked, cleared, skipped=skipped))

    def _declared(
        self,
        called: str | None,
        asked: AskedFor | None,
        cleared: T | str | Unset,
        **how: bool,
    ) -> dict[str, Any]:
        declared = TypedWord(self, asked, cleared, **how)
        return {"metavar": called or self.called, "click_type": declared}

    def several(self, *, called: str | None = None, also: str = "") -> WordKind[Sequence[T]]:
        """Return the kind of several such words between commas: `1号楼、2号楼`.

        Args:
            called: what the help page calls them, not yet translated.
            also: more marks that stand between words here.
        """
        return Several(self, called or self.called, also)


class Several(WordKind[Sequence[T]]):
    """The kind of several words of a kind, between commas or other marks; at least one."""

    def __init__(self, each: WordKind[T], called: str, also: str) -> None:
        super().__init__(each.name, called, lambda text: self.take(text, _(called)))
        self.each, self.also = each, also

    def take(self, text: str, what: str) -> Sequence[T]:
        """Read words.

        Raises:
            JinlinError: one cannot be read, or there is none.
            ValueError: one cannot be read, and the command line says so in its own words.
        """
        words = listed(text, also=self.also)
        check_said(what, "".join(words))
        return [self.each.take(word, what) for word in words]


class Number(WordKind[int]):
    """The kind of a whole number, such as a count or a place in a list.

    Args:
        low: the smallest that is taken; None where none is too small.
        high: the largest.
    """

    def __init__(self, low: int | None = None, high: int | None = None) -> None:
        super().__init__("number", "N", int)
        self.low, self.high = low, high

    def take(self, text: str, what: str) -> int:
        """Read a whole number.

        Raises:
            UsageError: no record can hold it.
            ValueError: it is none, or not in the range.
        """
        try:
            number = int(text)
        except ValueError as error:
            raise ValueError("integer") from error
        if abs(number) > MOST:
            raise too_large(what, number)
        if (self.low is not None and number < self.low) or (
            self.high is not None and number > self.high
        ):
            raise ValueError("is not in the range")
        return number


class TypedWord(ParamType, Generic[T]):
    """One word of one command: its kind, how it is asked for, what clears it, its name."""

    def __init__(
        self,
        kind: WordKind[T],
        asked: AskedFor | None,
        cleared: T | str | Unset,
        *,
        free: bool = False,
        named: bool = False,
        skipped: bool = False,
    ) -> None:
        self.kind, self.asked, self.cleared = kind, asked, cleared
        self.free, self.named, self.skipped = free, named, skipped
        self.name = kind.name
        self.min, self.max = getattr(kind, "low", None), getattr(kind, "high", None)

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Read a word; what is no text is a default that was read already."""
        if not isinstance(value, str) or isinstance(value, Enum):
            return value
        ctx.meta.setdefault(TYPED, {}).setdefault(param.name, []).append(value)
        try:
            blank = not value.strip(BLANKS)
            if blank and self.cleared is not UNSET and getattr(ctx.command, "clears", False):
                return self.cleared
            return self.taken(value, name_of(param))
        except ValueError as error:
            return self.fail(str(error), param, ctx)

    @property
    def wanted(self) -> str:
        """What a number must be, in the user's language."""
        if self.min is not None and self.max is not None:
            return _("fill in {low} to {high}.").format(low=self.min, high=self.max)
        if self.min is not None:
            return _("fill in {low} or more.").format(low=self.min)
        return _("a whole number is needed.")

    def taken(self, text: str, what: str) -> T:
        """Read a word of a command.

        Args:
            text: the word.
            what: what the command calls it.

        Raises:
            JinlinError: it says nothing, hides a name, or cannot be read.
            ValueError: it cannot be read, and the command line says so in its own words.
        """
        check_said(what, text)
        check_unmasked(text)
        return self.kind.take(text, what)


def asked_of(param: Any) -> AskedFor | None:
    """Return how a parameter is asked for; what is needed always is, by its name at least."""
    asked: AskedFor | None = getattr(param.type, "asked", None)
    return asked or (AskedFor("") if getattr(param, "needed", False) else None)


def unsaid(params: Sequence[Any], said: Mapping[str, Any]) -> Iterator[Any]:
    """Return the parameters that are asked for and were not given.

    Args:
        params: those of a command.
        said: what was given for them, by name.
    """
    for param in params:
        asked = asked_of(param)
        if asked and said[param.name] in (None, ()) and (asked.where is None or asked.where(said)):
            yield param


def flag(*names: str, help: str) -> Any:  # noqa: A002  (as Typer calls it)
    """Return the declaration of an option without a word; its help is not yet translated."""
    return typer.Option(*names, help=help)
