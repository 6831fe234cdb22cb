"""`jinlin config`: settings with their origin, public holidays, fields of one's own."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Annotated

import typer

from jinlin.cli.config.settings import ORIGIN_LABELS, find_setting, keep_language, values
from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.config import database_path
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.grammar import Command, ListingCommand, Verb, called, noun
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing
from jinlin.store.settings import keep_setting


def _verb(name: str, where: str, text: str, kind: type[Command] = Command) -> Verb:
    module, _colon, function = where.partition(":")
    return Verb(name, module=f"jinlin.cli.{module}", function=function, text=text, kind=kind)


app = noun(
    _("Settings, where each comes from, and public holidays."),
    later=(
        _verb(
            "show",
            "config.config:show_",
            _("Each setting with its value and origin."),
            ListingCommand,
        ),
        _verb("set", "config.config:set_", _("Give a setting another value.")),
        _verb(
            "holidays",
            "config.holidays:holidays",
            _("The public holidays of a year; or take them from a file."),
            ListingCommand,
        ),
        _verb(
            "template",
            "config.template:template",
            _("The Word file in whose look a paper is written; edit it in Word or WPS."),
            ListingCommand,
        ),
        _verb(
            "completion",
            "config.completion:completion",
            _("What a shell needs to complete commands, names and numbers."),
        ),
        FamilyLater(
            "field",
            module="jinlin.complex.commands.field",
            text=_("Fields of your own for buildings, households and members."),
        ),
    ),
)


def show_(ctx: typer.Context) -> None:
    call = called(ctx)
    option = ctx.find_root().meta.get("jinlin", {}).get("lang")
    with ExitStack() as stack:
        there = database_path(call).is_file()
        reader = stack.enter_context(reading(call)) if there else None
        found = list(values(call, reader, option))
    show(
        call,
        Listing(
            key="settings",
            title=_("Settings"),
            columns=(
                Column(
                    key="key",
                    heading=_("Setting"),
                    labels={one.key: _(one.key) for one in found},
                ),
                Column(key="value", heading=_("Value")),
                Column(
                    key="origin",
                    heading=_("Origin"),
                    labels={origin.value: _(label) for origin, label in ORIGIN_LABELS.items()},
                ),
                Column(key="source", heading=_("Said in")),
                Column(key="about", heading=_("What it is")),
            ),
            rows=[
                (one.key, one.value, one.origin.value, one.source or None, _(one.about))
                for one in found
            ],
            notes=()
            if there
            else (_("There is no database here yet: jinlin init --name 梅苑小区"),),
        ),
    )


def set_(
    ctx: typer.Context,
    key: Annotated[
        str, typer.Argument(metavar=_("SETTING"), help=_("Such as language, 书记 or 回访天数."))
    ],
    value: Annotated[
        str, typer.Argument(metavar=_("VALUE"), help=_('Its value; "" for the default.'))
    ],
) -> None:
    call = called(ctx)
    known = find_setting(key)
    said = clean(value)
    new = known.read(said) if said else None
    if known.in_file:
        _set_language(call, new)
        return
    with writing(call) as tx:
        changed = keep_setting(tx, known.key, new)
    shown = new or known.default
    done(
        call,
        (_("{key} is {value} now.") if changed else _("{key} is {value} already.")).format(
            key=_(known.key), value=shown or _("not set")
        ),
        number=known.key,
        data={"key": known.key, "value": shown, "changed": changed},
    )
    if known.key == "secretary" and changed:
        call.tell(_("Who holds the post is another matter: jinlin member post"))


def _set_language(call: Call, value: str | None) -> None:
    path = None if call.dry_run else keep_language(call.environment, value)
    shown = value or "zh"
    done(
        call,
        _("{key} is {value} now.").format(key=_("language"), value=shown),
        number="language",
        data={"key": "language", "value": shown, "changed": True},
    )
    if path is not None:
        call.tell(_("Kept in {path}; jinlin undo does not reach it.").format(path=path))
