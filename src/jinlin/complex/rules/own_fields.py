"""What is true of a branch's own fields: what they may be called and what they may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.core.columns import Column, Kind
from jinlin.core.days.said_days import parse_day
from jinlin.core.errors import NotFoundError, RuleError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.naming import the_one
from jinlin.core.text import clean, compact, folded
from jinlin.core.word import Word

MAX_NAME: Final = 20
MAX_TEXT: Final = 1000
MIN_CHOICES: Final = 2
MAX_CHOICES: Final = 30

_NOT_IN_A_NAME: Final = frozenset("=,，、;；*@:：|（）()\n\t")
_NUMBER: Final = re.compile(r"[+-]?(?:\d{1,12}(?:\.\d{1,6})?)")
_THOUSANDS: Final = re.compile(r"(?<=\d)[,，](?=\d{3}(?:\D|$))")
_MIDNIGHT: Final = re.compile(r"[ T]00:00(?::00)?$")
_YES: Final = frozenset({"yes", "y", "true", "1", "是", "有", "对", "√", "✓"})
_NO: Final = frozenset({"no", "n", "false", "0", "否", "没有", "无", "不是", "×", "x"})


class FieldScope(Word, refusal=N_("There are no fields of “{text}”."), error=NotFoundError):
    """What a field belongs to."""

    BUILDING = "building", N_("buildings"), "楼"
    HOUSEHOLD = "household", N_("households"), "户", "住户"
    MEMBER = "member", N_("members"), "成员", "人员"


class FieldKind(Word, refusal=N_("There is no kind of field “{text}”."), error=NotFoundError):
    """What the values of a field are."""

    TEXT = "text", N_("text"), "文本"
    NUMBER = "number", N_("number"), "数"
    DATE = "date", N_("date")
    YES_NO = "yes_no", N_("yes or no"), "yes/no"
    CHOICE = "choice", N_("choice"), "选项", "单选"


_KINDS: Final[Mapping[FieldKind, Kind]] = {
    FieldKind.NUMBER: Kind.DECIMAL,
    FieldKind.DATE: Kind.DATE,
}


class OwnField(NamedTuple):
    """A field the branch made for itself.

    Attributes:
        id: the row's id.
        scope: what it belongs to.
        name: as it stands above a column.
        kind: what its values are.
        choices: the possible values; empty unless it is a choice.
    """

    id: int
    scope: FieldScope
    name: str
    kind: FieldKind
    choices: tuple[str, ...] = ()

    @property
    def column(self) -> Column:
        """The field as a column; its values are those `parse_value` returns."""
        labels = {"yes": _("yes"), "no": _("no")} if self.kind is FieldKind.YES_NO else None
        kind = _KINDS.get(self.kind, Kind.TEXT)
        return Column(key=self.name, heading=self.name, kind=kind, labels=labels)


def parse_field_name(text: str) -> str:
    """Read what a field is to be called.

    Raises:
        UsageError: it is empty, too long, or holds a mark that separates things elsewhere.
    """
    name = " ".join(clean(text).split())
    if not name or len(name) > MAX_NAME or _NOT_IN_A_NAME & set(name) or folded(name).isdecimal():
        raise UsageError(
            _("“{text}” cannot be the name of a field.").format(text=text),
            hint=_("Write up to {count} characters without = , or *, such as 车位.").format(
                count=MAX_NAME
            ),
        )
    return name


def check_choices(said: Iterable[str], kind: FieldKind) -> tuple[str, ...]:
    """Return the possible values of a field, each once.

    Raises:
        UsageError: a choice has fewer than two, or another kind has any.
    """
    choices = tuple(dict.fromkeys(said))
    if kind is not FieldKind.CHOICE:
        if choices:
            raise UsageError(
                _("Only a field of the kind choice has choices."),
                hint=_("Add --kind choice, or leave --choices away."),
            )
        return ()
    different = len({compact(choice) for choice in choices})
    if not MIN_CHOICES <= different == len(choices) <= MAX_CHOICES:
        raise UsageError(
            _("A choice needs from {least} to {most} different values.").format(
                least=MIN_CHOICES, most=MAX_CHOICES
            ),
            hint=_("For example: --choices 地面,地下,无"),
        )
    return choices


def parse_value(field: OwnField, text: str, clock: Clock) -> str:
    """Read a value of a field, and return it in the one form in which it is kept.

    Returns:
        The text; `12.5`; `2026-11-05`; `yes` or `no`; or one of the choices.

    Raises:
        UsageError: it is no such value.
    """
    said = clean(text)
    if not said or len(said) > MAX_TEXT:
        raise _no_value(field, text, _("Write up to {count} characters.").format(count=MAX_TEXT))
    if field.kind is FieldKind.NUMBER:
        return _number(field, said)
    if field.kind is FieldKind.DATE:
        return parse_day(_MIDNIGHT.sub("", said), clock).isoformat()
    if field.kind is FieldKind.YES_NO:
        word = compact(said)
        if word not in _YES | _NO:
            raise _no_value(field, text, _("Write yes or no."))
        return "yes" if word in _YES else "no"
    if field.kind is FieldKind.CHOICE:
        found = [choice for choice in field.choices if compact(choice) == compact(said)]
        if not found:
            listed = _(", ").join(field.choices)
            raise _no_value(field, text, _("Choose from: {choices}.").format(choices=listed))
        return found[0]
    return said


def _number(field: OwnField, said: str) -> str:
    match = _NUMBER.fullmatch(_THOUSANDS.sub("", folded(said)).replace(" ", ""))
    if match is None:
        raise _no_value(field, said, _("Write a number such as 12 or 12.5."))
    number = Decimal(match[0])
    return "0" if not number else f"{number.normalize():f}"


def _no_value(field: OwnField, text: str, hint: str) -> UsageError:
    return UsageError(
        _("“{text}” cannot stand in “{field}”.").format(text=text[:40], field=field.name),
        hint=hint,
    )


def field_called(fields: Iterable[OwnField], name: str) -> OwnField:
    """Return the field of this name.

    Raises:
        NotFoundError: there is none; those there are are listed.
    """
    known = list(fields)

    def none() -> NotFoundError:
        if known:
            hint = _("Known: {known}.").format(known=_(", ").join(field.name for field in known))
        else:
            hint = _("Make it first: jinlin config field add household {name}").format(name=name)
        return NotFoundError(_("There is no field “{field}” here.").format(field=name), hint=hint)

    return the_one(name, known, lambda field: (field.name,), none=none)


def check_kept(values: Iterable[str], field: OwnField, choices: Iterable[str]) -> None:
    """Refuse new choices that would leave a value nobody may choose.

    Raises:
        RuleError: it names the values that are in use.
    """
    lost = sorted(set(values) - set(choices))
    if lost:
        raise RuleError(
            _("Some records hold “{values}” in “{field}”.").format(
                values=_(", ").join(lost), field=field.name
            ),
            hint=_("Keep these among the choices, or change the records first."),
        )
