"""`jinlin config set`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.cli.config.language_file import keep_language
from jinlin.cli.config.settings import find_setting
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.settings import keep_setting


def set_(
    call: Call,
    key: Annotated[
        str, typer.Argument(metavar=_("SETTING"), help=_("Such as language, 书记 or 回访天数."))
    ],
    value: Annotated[
        str, typer.Argument(metavar=_("VALUE"), help=_('Its value; "" for the default.'))
    ],
) -> None:
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
