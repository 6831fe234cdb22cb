"""A register on the screen and in every format: all of its records, or one with all it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeAlias, TypeVar

from jinlin.core.columns import Column, Kind, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.core.text import listed
from jinlin.output.command.kinds import TEXT
from jinlin.output.listing.listed_texts import as_listed
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.values import as_text, hidden
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterField, RegisterRow
from jinlin.store.transaction.tx import Reader

R = TypeVar("R", bound=RegisterRow)
HeldWords: TypeAlias = Annotated[
    list[str] | None,
    TEXT.option("--text", help=N_("Only those that hold these words."), free=False),
]
"""What the listing of a register can be asked for; a comma is or, an option given twice is and."""


def listing_of(register: Register[R], found: Sequence[R], limit: int = 0) -> Listing:
    """Return the records of a register as a listing of at most so many; 0 means all."""
    fields = shown_fields(register)
    return Listing(
        key=register.wording.key,
        title=_(register.wording.title),
        columns=tuple(map(column_of, fields)),
        rows=[
            [cell_of(one, getattr(record, one.key)) for one in fields]
            for record in found[: limit or None]
        ],
        total=len(found),
        empty=register.wording.empty(),
        notes=tuple(_sums(fields, found)),
        aside=frozenset(column_of(one).key for one in fields if one.aside),
    )


def holds(register: Register[R], record: R, texts: Sequence[str]) -> bool:
    """Return whether a record has words in what is shown of it: one of each text's, any case."""
    shown = [
        as_text(column_of(one), cell_of(one, getattr(record, one.key))).casefold()
        for one in shown_fields(register)
    ]
    return all(
        any(word.casefold() in said for word in listed(text) for said in shown) for text in texts
    )


def _sums(fields: Sequence[RegisterField], found: Sequence[R]) -> Iterator[str]:
    for one in fields:
        if one.summed and found:
            total = sum(getattr(record, one.key) for record in found)
            yield _("Together {amount} yuan.").format(amount=yuan(total))


def page_of(register: Register[R], record: R) -> Record:
    """Return one record with all it holds."""
    fields = shown_fields(register)
    alone = [one for one in fields if not one.of_several]
    return Record(
        title=title_of(register, record),
        columns=tuple(map(column_of, alone)),
        values=[cell_of(one, getattr(record, one.key)) for one in alone],
        listings=tuple(_words(one, record) for one in fields if one.of_several),
    )


def title_of(register: Register[R], record: R) -> str:
    """Return what a page about a record is called: what it is and what people call it."""
    return f"{_(register.wording.what)} {register.name_of(record)}"


def _words(one: RegisterField, record: RegisterRow) -> Listing:
    """Return what a field of several words holds as a listing of its own."""
    return Listing(
        key=one.key,
        title=_(one.label),
        columns=(Column(key=one.each[0], heading=_(one.each[1]), personal=one.personal),),
        rows=[(word,) for word in getattr(record, one.key)],
        empty=_("None is recorded."),
    )


def shown_fields(register: Register[R]) -> list[RegisterField]:
    """Return the fields that are shown, its number first."""
    number = []
    if register.numbered is not None:
        shown = ("label", Kind.TEXT) if register.numbered.prefix else ("number", Kind.INTEGER)
        own, column = shown
        label, json = register.numbered.label, register.numbered.key
        number = [RegisterField(own, label, column=column, json=json, untold=True)]
    return [*number, *(one for one in register.record.fields if one.column is not None)]


def column_of(one: RegisterField) -> Column:
    """Return the column of a field."""
    assert one.column is not None
    key = one.json or (f"{one.key}_fen" if one.column is Kind.MONEY else one.key)
    labels = one.words.labels() if one.words is not None else one.instead
    return Column(key, _(one.label), one.column, one.personal, labels)


def cell_of(one: RegisterField, value: Any) -> Any:
    """Return what a cell holds of a field: of several words, all of them."""
    between = "；" if one.of_several else "、"
    return between.join(value) or None if one.is_list else value


def as_told(register: Register[R], reader: Reader, record: R) -> dict[str, Any]:
    """Return what a record holds by the keys of its fields, as it may be told after a change.

    Names, phones and who is named in a text are masked, as in a listing.
    """
    fields = shown_fields(register)
    held = {one.key: getattr(record, one.key) for one in fields}
    texts = [one.key for one in fields if one.personal is Personal.TEXT and held[one.key]]
    listed = as_listed(reader, [held[key] for key in texts])
    masked = {one.key: hidden(column_of(one), held[one.key], unmask=False) for one in fields}
    return {**masked, **{key: listed[held[key]] for key in texts}}


def data_of(register: Register[R], told: Mapping[str, Any]) -> dict[str, Any]:
    """Return what JSON says of a record after a change."""
    return {
        column_of(one).key: list(told[one.key]) if one.is_list else told[one.key]
        for one in shown_fields(register)
    }


def in_words(register: Register[R], told: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a record holds, as a sentence tells it; what names it is left out."""
    for one in shown_fields(register):
        value = told[one.key]
        if value in (None, (), 0) or one.aside or one.untold:
            continue
        if one.key == register.known_by and not register.numbered:
            continue
        yield _in_words(one, value)


def _in_words(one: RegisterField, value: Any) -> str:
    if one.is_list:
        return _(", ").join(value)
    if one.flag:
        return _(one.label)
    if one.column in {Kind.INTEGER, Kind.DATE}:
        return f"{_(one.label)} {value}"
    if one.column is Kind.MONEY:
        return _("{amount} yuan").format(amount=yuan(value))
    if one.words is not None:
        return str(one.words(value).label)
    return str(value)
