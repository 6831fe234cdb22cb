"""The commands of a register, made from its declaration: list, show, add, edit, remove."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.line.option_names import as_typed
from jinlin.output.asking import confirm
from jinlin.output.command.family import family
from jinlin.output.command.grammar import (
    Command,
    ExportCommand,
    ListingCommand,
    PersonalListingCommand,
    TemplateCommand,
    edits,
)
from jinlin.output.command.kind import UNSET, AskedFor, WordKind
from jinlin.output.command.kind import flag as flag_option
from jinlin.output.command.kinds import NAME
from jinlin.output.command.verb import Later, for_typer
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import rows_wanted
from jinlin.output.register.pages import (
    HeldWords,
    as_told,
    data_of,
    holds,
    in_words,
    listing_of,
    page_of,
)
from jinlin.output.register.register import Register, fewer_key
from jinlin.output.register.row import RegisterField, RegisterRow
from jinlin.output.register.rules import Changed
from jinlin.output.register.sentences import done_sentence
from jinlin.store.command.command import reading, writing

AnyRegister = Register[Any]

_HELP: Final = {
    "list": N_("All of them: {title}."),
    "show": N_("One of them ({what}), with everything kept of it."),
    "add": N_("Add one more ({what})."),
    "edit": N_("Change one of them ({what})."),
    "remove": N_("Take one of them ({what}) out; undo brings it back."),
    "template": N_("An empty table to be filled in and imported."),
    "import": N_("Take a list of them ({title}) from an xlsx, xls or csv file."),
    "export": N_("All of them ({title}) into a file that can be imported."),
}
_OF_TABLES: Final = {"template": TemplateCommand, "import": Command, "export": ExportCommand}
"""The verbs of a register whose fields say what they are in a table."""


class RegisterVerb(Later):
    """A verb of a register.

    Args:
        name: the verb.
        register: the register.
        text: its help, not yet translated, where it says more than the usual one.
        does: what it does, where it is called otherwise: `set` adds.
    """

    def __init__(
        self, name: str, register: AnyRegister, text: str | None = None, *, does: str = ""
    ) -> None:
        super().__init__(name, help=text or _HELP[name], rich_markup_mode=None)
        self.register, self._does = register, does or name

    def said(self) -> str:
        """Return its help, in the user's language."""
        wording = self.register.wording
        return super().said().format(what=_(wording.what), title=_(wording.title))

    def make(self) -> Any:
        """Return the command itself, newly made."""
        name = self._does
        if name in _OF_TABLES:
            module = import_module("jinlin.output.register.sheet_verbs")
            return self.made_of(getattr(module, f"{name}_table")(self.register), _OF_TABLES[name])
        return self.made_of(_MAKERS[name](self.register), self._kind())

    def _kind(self) -> type[Command]:
        fields, of = self.register.record.fields, self.register.of
        if self._does == "edit":
            one = next(one for one in fields if one.kind is not None and one.typed_at("edit"))
            called = one.called or (one.kind.called if one.kind else "")
            example = _("For example: {option} {word}").format(
                option=as_typed(*(one.names[:2] or (_option_of(one),))), word=_(called)
            )
            return edits(example, *([of.key] if of else []))
        if self._does in {"list", "show"}:
            personal = any(one.personal for one in fields)
            return PersonalListingCommand if personal else ListingCommand
        return Command


def register_family(
    register: AnyRegister,
    text: str,
    *,
    verbs: Sequence[str] = ("list", "show", "add", "edit", "remove"),
    helps: Mapping[str, str] | None = None,
    own: Sequence[Later] = (),
    words: Mapping[str, str] | None = None,
) -> typer.Typer:
    """Return the app of a register.

    Args:
        register: the register.
        text: the help of the family, not yet translated.
        verbs: which of its verbs there are.
        helps: help lines of verbs that say more than the usual ones, not yet translated.
        own: verbs of the room's own; one that is called as a verb of `verbs` takes its place.
        words: Chinese words that mean another verb here than elsewhere.
    """
    every: dict[str, Later] = {
        verb: RegisterVerb(verb, register, (helps or {}).get(verb)) for verb in verbs
    }
    every |= {str(verb.name): verb for verb in own}
    return family(text, usual="list", later=tuple(every.values()), words=words)


def _list(register: AnyRegister) -> Callable[..., None]:
    def list_(call: Call, text: list[str] | None = None, **said: Any) -> None:
        with reading(call) as reader:
            found = register.rows(reader, _owner(register, reader, said))
        found = [one for one in found if holds(register, one, text or ())]
        show(call, listing_of(register, found, rows_wanted(call)))

    return _with_words(list_, {**_beside_owner(register, {}), "text": (HeldWords, None)})


def _show(register: AnyRegister) -> Callable[..., None]:
    def show_(call: Call, which: str, **said: Any) -> None:
        with reading(call) as reader:
            record = register.find(reader, which, _owner(register, reader, said))
        show(call, page_of(register, record))

    return _with_words(show_, _beside_owner(register, _which(register)))


def _add(register: AnyRegister) -> Callable[..., None]:
    def add(call: Call, **said: Any) -> None:
        _take_digests(call, register, said)
        with writing(call) as tx:
            of = _owner(register, tx, said)
            changed = register.add(tx, said, of)
            told = as_told(register, tx, changed.record)
        _tell(call, register, "add", changed, told, of)

    words = {one.key: _typed(one) for one in register.record.fields if one.typed_at("add")}
    return _with_words(add, _beside_owner(register, words))


def _edit(register: AnyRegister) -> Callable[..., None]:
    def edit(call: Call, which: str, **said: Any) -> None:
        _take_digests(call, register, said)
        with writing(call) as tx:
            of = _owner(register, tx, said)
            changed = register.edit(tx, register.find(tx, which, of), said, of)
            told = as_told(register, tx, changed.record)
        _tell(call, register, "edit", changed, told, of)

    words: dict[str, tuple[Any, Any]] = {}
    for one in register.record.fields:
        if one.typed_at("edit"):
            words[one.key] = _changed(one), None
        if one.fewer is not None and one.kind is not None:
            option, text = one.fewer
            words[fewer_key(one)] = (
                Annotated[list[str] | None, one.kind.option(option, help=text)],
                None,
            )
    return _with_words(edit, _beside_owner(register, {**_which(register), **words}))


def _remove(register: AnyRegister) -> Callable[..., None]:
    def remove(call: Call, which: str, **said: Any) -> None:
        if register.rules.warning is not None:
            with reading(call) as reader:
                of = _owner(register, reader, dict(said))
                record = register.find(reader, which, of, whole=True)
                warning = register.rules.warning(reader, record)
            if warning:
                confirm(call, warning)
        with writing(call) as tx:
            of = _owner(register, tx, said)
            changed = register.remove(tx, register.find(tx, which, of, whole=True), of)
            told = as_told(register, tx, changed.record)
        _tell(call, register, "remove", changed, told, of)

    return _with_words(remove, _beside_owner(register, _which(register)))


_MAKERS: Final = {"list": _list, "show": _show, "add": _add, "edit": _edit, "remove": _remove}


def _take_digests(call: Call, register: AnyRegister, said: dict[str, Any]) -> None:
    """Read the files that were named, before the transaction in which they are written down."""
    for one in register.record.fields:
        if one.names_file and said.get(one.key):
            from jinlin.store.check.proofs import proof_of

            said[one.key] = proof_of(call, said[one.key])


def _owner(register: AnyRegister, reader: Any, said: dict[str, Any]) -> Any:
    """Return what the records belong to, out of what was said; None where they stand alone."""
    return None if register.of is None else register.of.find(reader, said.pop(register.of.key))


def _tell(
    call: Call,
    register: AnyRegister,
    did: str,
    changed: Changed[RegisterRow],
    told: Mapping[str, Any],
    of: Any,
) -> None:
    name, after = register.name_of(changed.record), changed.after
    owner = {register.of.key: of.label} if register.of else {}
    done(
        call,
        done_sentence(register.wording, did, name, [*in_words(register, told), *after.also]),
        number=name,
        data={**owner, **data_of(register, told), **after.data},
    )
    for sentence in after.told:
        call.tell(sentence)


def _option_of(one: RegisterField) -> str:
    return one.names[0] if one.names else f"--{one.key.replace('_', '-')}"


def _typed(one: RegisterField) -> tuple[Any, Any]:
    """Return the annotation and default of a word of `add`."""
    names, text = one.names or (_option_of(one),), one.help
    if one.flag:
        return Annotated[bool, flag_option(*names, help=text)], False
    assert one.kind is not None
    asked = AskedFor(one.asked) if one.asked else None
    declared = (
        one.kind.argument(help=text, called=one.called, asked=asked)
        if one.word
        else one.kind.option(*names, help=text, called=one.called, asked=asked, free=one.free)
    )
    shape = list[str] | None if one.of_several or one.repeated else str
    return Annotated[shape, declared], inspect.Parameter.empty if one.asked else None


def _changed(one: RegisterField) -> Any:
    """Return the annotation of an option of `edit`."""
    names, text = one.names or (_option_of(one),), one.edit_help or one.help
    if one.flag:
        both = (f"{name}/--no-{name.removeprefix('--')}" if one.stored else name for name in names)
        return Annotated[bool | None, flag_option(*both, help=text)]
    assert one.kind is not None
    cleared = "" if one.clearable else UNSET
    declared = one.kind.option(*names, help=text, called=one.called, cleared=cleared, free=one.free)
    several = one.of_several or one.repeated
    return Annotated[list[str] | None if several else str | None, declared]


def _which(register: AnyRegister) -> dict[str, tuple[Any, Any]]:
    """Return the word that says which record is meant."""
    text = N_("Its number, or its name.") if register.numbered else N_("Its name.")
    numbered = register.numbered
    called = (f"{numbered.prefix}1" if numbered.prefix else "N") if numbered else None
    kind = WordKind(register.wording.command.split()[-1], NAME.called, NAME.read)
    name = register.name_field
    if name.whole and name.kind is not None:
        text, called, kind = name.help, None, name.kind
    asked = AskedFor(_("Which one ({what})").format(what=_(register.wording.what)))
    return {
        "which": (
            Annotated[str, kind.argument(help=text, called=called, asked=asked)],
            inspect.Parameter.empty,
        )
    }


def _beside_owner(
    register: AnyRegister, words: dict[str, tuple[Any, Any]]
) -> dict[str, tuple[Any, Any]]:
    """Return words with the one that says what the records belong to."""
    of = register.of
    if of is None:
        return words
    if of.first:
        return {of.key: (of.declared, inspect.Parameter.empty), **words}
    return {**words, of.key: (of.declared, None)}


def _with_words(
    act: Callable[..., None], words: Mapping[str, tuple[Any, Any]]
) -> Callable[..., None]:
    """Return a function that Typer can call with these words: annotation and default by name."""
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        inspect.Parameter(name, keyword, annotation=annotation, default=default)
        for name, (annotation, default) in words.items()
    ]
    return for_typer(lambda ctx, said: act(ctx.obj, **said), parameters)
