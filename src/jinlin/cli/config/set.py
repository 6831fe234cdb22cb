"""`jinlin config set`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.cli.config.language_file import keep_language
from jinlin.cli.config.settings import Setting, find_setting
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.settings import keep_setting

SETTING: Final = WordKind("setting", N_("SETTING"), find_setting)


def set_(
    call: Call,
    setting: Annotated[Setting, SETTING.argument(help=N_("Such as language, 书记 or 回访天数."))],
    value: Annotated[
        str,
        TEXT.argument(called=N_("VALUE"), help=N_('Its value; "" for the default.'), cleared=""),
    ],
) -> None:
    new = setting.read(value) if value else None
    if setting.in_file:
        _set_language(call, new)
        return
    with writing(call) as tx:
        changed = keep_setting(tx, setting.key, new)
    shown = new or setting.default
    done(
        call,
        (_("{key} is {value} now.") if changed else _("{key} is {value} already.")).format(
            key=_(setting.key), value=shown or _("not set")
        ),
        number=setting.key,
        data={"key": setting.key, "value": shown, "changed": changed},
    )
    if setting.key == "secretary" and changed:
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
