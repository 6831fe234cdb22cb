"""The register of a branch's own fields: what each is called, what it may hold, whose it is."""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from jinlin.complex.rules.own_fields import (
    FieldKind,
    FieldScope,
    OwnField,
    check_choices,
    check_kept,
    parse_field_name,
)
from jinlin.core.columns import Kind
from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import compact
from jinlin.exchange.table.value_words import meanings, normalised
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.register.register import Register
from jinlin.output.register.row import RegisterRow, computed, field
from jinlin.output.register.rules import Draft, Parent, Rules
from jinlin.output.register.sentences import RegisterWords
from jinlin.store.transaction.tx import Reader

_HELD: Final = frozenset({
    "building", "entrance", "floor", "floors_total", "room", "address", "gross_area",
    "exclusive_area", "area_basis", "state", "owner", "co_owner", "share", "representative",
    "phone", "phone2", "tenant", "tenant_phone", "occupants", "sex", "birth", "remark", "name",
    "party_state", "joined_on", "full_on", "affiliation", "group", "post", "employer",
    "reported_on", "skills", "team", "building_name", "floors_below", "entrances", "stilt_floor",
    "elevator", "availability", "standing",
})  # fmt: skip
_GUARDED: Final = frozenset({"id_number", "care", "dropped"})
_KEYS: Final = frozenset({"number", "owners", "households", "note", "area_m2", "status"})
_ASKED_FROM: Final = 3
"""From so many filled records on, removing a field asks first."""


class _FieldOwner(NamedTuple):
    """The register a field belongs to, by the word that is kept of it."""

    id: str
    number: int
    label: str


def _register_of(_reader: Reader, scope: FieldScope) -> _FieldOwner:
    return _FieldOwner(scope.value, 0, scope.label)


OF_SCOPE: Final = Parent(
    "scope",
    "scope",
    Annotated[
        str,
        choice(FieldScope, called=N_("WHOSE")).argument(
            help=N_("building, household or member."), asked=AskedFor(N_("Fields of what"))
        ),
    ],
    _register_of,
    first=True,
    holds=str,
    in_log=lambda of: Message(FieldScope(of.id).msgid),
)


class BranchField(RegisterRow, table="field"):
    """A field the branch made for itself.

    Attributes:
        choices: the possible values; empty unless it is a choice.
        filled: how many records hold a value of it.
    """

    scope: FieldScope = computed(N_("Whose"), "r.scope", choice=FieldScope, untold=True)
    name: str = field(
        WordKind("name", N_("FIELD"), parse_field_name),
        N_("Name of the field"),
        N_("What it is called, such as 车位."),
        word=True,
        asked=N_("Name of the field"),
    )
    kind: FieldKind = field(
        choice(FieldKind, called=N_("KIND")),
        N_("Kind of field"),
        N_("text, number, date, yes_no or choice."),
        default=FieldKind.TEXT,
        verbs=("add",),
    )
    choices: tuple[str, ...] = field(
        TEXT.several(called=N_("A,B,C")),
        N_("Choices"),
        N_("The possible values of a choice."),
        clears=False,
    )
    filled: int = computed(
        N_("Filled in"),
        "(SELECT count(*) FROM field_value AS v WHERE v.field_id = r.id)",
        column=Kind.INTEGER,
        untold=True,
    )


def _check(draft: Draft) -> None:
    """Refuse a name the registers have themselves, and choices that leave a record behind.

    Raises:
        RuleError: there is such a name, or a value in use would be none.
        UsageError: a choice has fewer than two values, or another kind has any.
    """
    values, old = draft.values, draft.old
    if old is None or values["name"] != old.name:
        _check_name(values["name"])
    if values["choices"] and old is None and values["kind"] is FieldKind.TEXT:
        values["kind"] = FieldKind.CHOICE
    values["choices"] = check_choices(values["choices"] or (), values["kind"])
    if "choices" in draft.said and old is not None:
        used = draft.tx.rows("SELECT DISTINCT value FROM field_value WHERE field_id = ?", (old.id,))
        changed = OwnField(old.id, old.scope, old.name, old.kind, old.choices)
        check_kept((row[0] for row in used), changed, values["choices"])


def _check_name(name: str) -> None:
    """Refuse a name that the registers use themselves, or that would go round their rules.

    Raises:
        RuleError: they do, or it would.
    """
    if compact(name) in _KEYS:
        raise RuleError(
            _("“{field}” has its own place already.").format(field=name),
            hint=_("Choose another name."),
        )
    for meaning in meanings().get(normalised(name), ()):
        if meaning.field in _GUARDED:
            raise RuleError(
                _("“{field}” is not kept in a field of one's own.").format(field=name),
                hint=_("Sensitive data needs a purpose or a separate consent; wages are not kept."),
            )
        if meaning.field in _HELD:
            raise RuleError(
                _("“{field}” has its own place already.").format(field=name),
                hint=_("Choose another name."),
            )


def _warning(_reader: Reader, one: BranchField) -> str:
    """Say what is seen no more where many records hold something."""
    if one.filled < _ASKED_FROM:
        return ""
    return _("{count} records hold something in “{field}”; it is seen no more then.").format(
        count=one.filled, field=one.name
    )


FIELDS: Final = Register(
    BranchField,
    RegisterWords(
        N_("field"), N_("Fields of your own"), "fields", "config field", "household 车位"
    ),
    of=OF_SCOPE,
    order="r.scope, r.id",
    rules=Rules(_check, warning=_warning),
)
