"""`jinlin config field`: fields of a branch's own; `cli/config/__init__.py` hangs them in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Final, TypeAlias

from jinlin.complex.field import own_fields
from jinlin.complex.rules.own_fields import (
    FieldKind,
    FieldScope,
    check_choices,
    field_called,
    parse_field_name,
)
from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean
from jinlin.output.asking import confirm
from jinlin.output.command.grammar import ListingCommand
from jinlin.output.command.kind import AskedFor, WordKind
from jinlin.output.command.kinds import TEXT, choice
from jinlin.output.command.noun import noun
from jinlin.output.command.questions import ask
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing

ASKED_FROM = 3
"""From so many filled records on, removing a field asks first."""

SCOPE: Final = choice(FieldScope, called=N_("WHOSE"))
FIELD: Final = WordKind("field", N_("FIELD"), clean)
NEW_FIELD: Final = WordKind("name", N_("FIELD"), parse_field_name)
CHOICES: Final = TEXT.several(called=N_("A,B,C"))
_Scope: TypeAlias = Annotated[FieldScope, SCOPE.argument(help=N_("Whose field it is."))]
_Name: TypeAlias = Annotated[str, FIELD.argument(help=N_("Its name."))]
_Choices: TypeAlias = Annotated[
    Sequence[str] | None, CHOICES.option(help=N_("The possible values of a choice."))
]

_verb = partial(verb_in, __name__)


app = noun(
    N_("Fields of your own for buildings, households and members."),
    later=(
        _verb("add", "add", N_("Make a field, such as 车位 for households.")),
        _verb("edit", "edit", N_("Change the choices of a field.")),
        _verb("list", "list_", N_("All fields of your own."), ListingCommand),
        _verb("remove", "remove", N_("Take a field away; undo brings it back.")),
    ),
)


def add(
    call: Call,
    scope: Annotated[
        FieldScope,
        SCOPE.argument(
            help=N_("building, household or member."), asked=AskedFor(N_("Fields of what"))
        ),
    ],
    name: Annotated[
        str,
        NEW_FIELD.argument(
            help=N_("What it is called, such as 车位."), asked=AskedFor(N_("Name of the field"))
        ),
    ],
    kind: Annotated[
        FieldKind,
        choice(FieldKind, called=N_("KIND")).option(
            help=N_("text, number, date, yes_no or choice.")
        ),
    ] = FieldKind.TEXT,
    choices: _Choices = None,
) -> None:
    kept = FieldKind.CHOICE if choices and kind is FieldKind.TEXT else kind
    chosen = check_choices(choices or (), kept)
    with writing(call) as tx:
        own_fields.add_field(tx, scope, name, kind=kept, choices=chosen)
    done(
        call,
        _("The field “{field}” of {scope} was made.").format(field=name, scope=scope.label),
        number=name,
        data={"scope": scope.value, "name": name, "kind": kept.value, "choices": list(chosen)},
    )


def edit(call: Call, scope: _Scope, name: _Name, choices: _Choices = None) -> None:
    with reading(call) as reader:  # what is not there is not asked about
        field_called(own_fields.fields_of(reader, scope), name)
    said = choices or ask(call, CHOICES, "--choices", _("The choices, with commas"))
    with writing(call) as tx:
        field = field_called(own_fields.fields_of(tx, scope), name)
        chosen = check_choices(said, field.kind)
        own_fields.change_choices(tx, field, chosen)
    done(
        call,
        _("The choices of “{field}” are now: {choices}.").format(
            field=field.name, choices=_(", ").join(chosen)
        ),
        number=field.name,
        data={"scope": scope.value, "name": field.name, "choices": list(chosen)},
    )


def list_(call: Call) -> None:
    with reading(call) as reader:
        found = own_fields.fields_of(reader)
        filled = own_fields.count_values(reader, found)
    show(
        call,
        Listing(
            key="fields",
            title=_("Fields of your own"),
            columns=(
                Column(
                    key="scope",
                    heading=_("Whose"),
                    labels=FieldScope.labels(),
                ),
                Column(key="name", heading=_("Name of the field")),
                Column(
                    key="kind",
                    heading=_("Kind of field"),
                    labels=FieldKind.labels(),
                ),
                Column(key="choices", heading=_("Choices")),
                Column(key="filled", heading=_("Filled in"), kind=Kind.INTEGER),
            ),
            rows=[
                (f.scope.value, f.name, f.kind.value, "、".join(f.choices), filled.get(f.id, 0))
                for f in found
            ],
            empty=_(
                "There is no field of your own yet."
                " For example: jinlin config field add household 车位"
            ),
        ),
    )


def remove(call: Call, scope: _Scope, name: _Name) -> None:
    with reading(call) as reader:
        field = field_called(own_fields.fields_of(reader, scope), name)
        filled = own_fields.count_values(reader, [field]).get(field.id, 0)
    if filled >= ASKED_FROM:
        confirm(
            call,
            _("{count} records hold something in “{field}”; it is seen no more then.").format(
                count=filled, field=field.name
            ),
        )
    with writing(call) as tx:
        own_fields.remove_field(tx, field)
    done(
        call,
        _("The field “{field}” of {scope} was removed.").format(
            field=field.name, scope=scope.label
        ),
        number=field.name,
        data={"scope": scope.value, "name": field.name, "filled": filled},
    )
