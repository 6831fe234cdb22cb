"""`jinlin config field`: fields of a branch's own; `cli/config/__init__.py` hangs them in."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.complex.field import own_fields
from jinlin.complex.rules.own_fields import (
    FieldKind,
    FieldScope,
    field_called,
    parse_choices,
    parse_field_name,
)
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import _
from jinlin.output.asking import Question, answers, confirm
from jinlin.output.command.grammar import Command, ListingCommand, called
from jinlin.output.command.noun import noun
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing

ASKED_FROM = 3
"""From so many filled records on, removing a field asks first."""

ScopeWord = Annotated[
    str | None, typer.Argument(metavar=_("WHOSE"), help=_("building, household or member."))
]
Name = Annotated[
    str | None, typer.Argument(metavar=_("FIELD"), help=_("What it is called, such as 车位."))
]
Choices = Annotated[
    str | None, typer.Option(metavar=_("A,B,C"), help=_("The possible values of a choice."))
]

app = noun(_("Fields of your own for buildings, households and members."))


@app.command("add", cls=Command, help=_("Make a field, such as 车位 for households."))
def add(
    ctx: typer.Context,
    scope: ScopeWord = None,
    name: Name = None,
    kind: Annotated[
        str, typer.Option(metavar=_("KIND"), help=_("text, number, date, yes_no or choice."))
    ] = "text",
    choices: Choices = None,
) -> None:
    call = called(ctx)
    whose, named = answers(
        call,
        [
            Question(
                option=_("WHOSE"),
                text=_("Fields of what"),
                given=scope,
                choices=list(FieldScope.labels().values()),
                check=FieldScope.read,
            ),
            Question(option=_("FIELD"), text=_("Name of the field"), given=name),
        ],
    )
    which, title = FieldScope.read(whose), parse_field_name(named)
    kept = FieldKind.read("choice" if choices and kind == "text" else kind)
    chosen = parse_choices(choices, kept)
    with writing(call) as tx:
        own_fields.add_field(tx, which, title, kind=kept, choices=chosen)
    done(
        call,
        _("The field “{field}” of {scope} was made.").format(field=title, scope=which.label),
        number=title,
        data={"scope": which.value, "name": title, "kind": kept.value, "choices": list(chosen)},
    )


@app.command("edit", cls=Command, help=_("Change the choices of a field."))
def edit(
    ctx: typer.Context,
    scope: Annotated[str, typer.Argument(metavar=_("WHOSE"), help=_("Whose field it is."))],
    name: Annotated[str, typer.Argument(metavar=_("FIELD"), help=_("Its name."))],
    choices: Choices = None,
) -> None:
    call = called(ctx)
    which = FieldScope.read(scope)
    with reading(call) as reader:  # what is not there is not asked about
        field_called(own_fields.fields_of(reader, which), name)
    [said] = answers(
        call, [Question(option="--choices", text=_("The choices, with commas"), given=choices)]
    )
    with writing(call) as tx:
        field = field_called(own_fields.fields_of(tx, which), name)
        chosen = parse_choices(said, field.kind)
        own_fields.change_choices(tx, field, chosen)
    done(
        call,
        _("The choices of “{field}” are now: {choices}.").format(
            field=field.name, choices=_(", ").join(chosen)
        ),
        number=field.name,
        data={"scope": which.value, "name": field.name, "choices": list(chosen)},
    )


@app.command("list", cls=ListingCommand, help=_("All fields of your own."))
def list_(ctx: typer.Context) -> None:
    call = called(ctx)
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


@app.command("remove", cls=Command, help=_("Take a field away; undo brings it back."))
def remove(
    ctx: typer.Context,
    scope: Annotated[str, typer.Argument(metavar=_("WHOSE"), help=_("Whose field it is."))],
    name: Annotated[str, typer.Argument(metavar=_("FIELD"), help=_("Its name."))],
) -> None:
    call = called(ctx)
    which = FieldScope.read(scope)
    with reading(call) as reader:
        field = field_called(own_fields.fields_of(reader, which), name)
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
            field=field.name, scope=which.label
        ),
        number=field.name,
        data={"scope": which.value, "name": field.name, "filled": filled},
    )
