"""`jinlin config alias`: lines she types often, by a word of her own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.cli.line.verb_homes import SHORT_CUTS, homes
from jinlin.cli.nouns import HELP, VERSION, root
from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.text import clean
from jinlin.core.typed import quoted, words_of
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading, writing
from jinlin.store.settings import keep_setting

_KEY = "alias "
"""What the names of these settings begin with."""


def alias(
    call: Call,
    said: Annotated[
        list[str] | None,
        TEXT.argument(
            called=N_("WORD=LINE"),
            help=N_(
                "Such as 灯=“事项 新增 路灯不亮”; 灯= takes it away; without it all are listed."
            ),
        ),
    ] = None,
) -> None:
    if not said:
        _list(call)
        return
    name, line = _read(said)
    with writing(call) as tx:
        before = tx.setting(f"{_KEY}{name}")
        if not line and before is None:
            raise NotFoundError(
                _("There is no word “{name}” of your own.").format(name=name),
                hint=_("See: jinlin config alias"),
            )
        keep_setting(tx, f"{_KEY}{name}", line or None)
        now, then = _sentence(name, line), _sentence(name, before)
        tx.describe(now, reverse=then)
    done(call, now.text(), number=name, data={"word": name, "line": line or None})


def _sentence(name: str, line: str | None) -> Message:
    if not line:
        return Message(N_("“{name}” stands for nothing any more"), {"name": name})
    return Message(N_("“{name}” stands for: {line}"), {"name": name, "line": line})


def _list(call: Call) -> None:
    with reading(call) as reader:
        found = reader.rows(
            "SELECT substr(key, ?) AS name, value FROM setting WHERE key LIKE ? ORDER BY key",
            (len(_KEY) + 1, f"{_KEY}%"),
        )
    show(
        call,
        Listing(
            key="aliases",
            title=_("Words of your own"),
            columns=(
                Column(key="word", heading=_("Word")),
                Column(key="line", heading=_("Stands for")),
            ),
            rows=[tuple(row) for row in found],
            empty=_('There is none yet. For example: jinlin config alias 灯="事项 新增 路灯不亮"'),
        ),
    )


def _read(said: Sequence[str]) -> tuple[str, str]:
    """Return a word and the line it stands for; an empty line takes it away.

    Raises:
        UsageError: the word means something already, or the line is no command.
    """
    first, *others = said
    name, _equals, line = first.replace("＝", "=").partition("=")
    name, line = clean(name), clean(" ".join([line, *others]))
    names = {*root().commands, *root().words, *homes(), *SHORT_CUTS, *HELP, *VERSION}
    if not name or " " in name or name.startswith("-") or name.isdecimal() or name in names:
        raise UsageError(
            _("“{name}” cannot be a word of your own.").format(name=name),
            hint=_("Choose a word without blanks that is no command."),
        )
    words = words_of(line)
    if words and words[0] not in names:
        raise UsageError(
            _("“{line}” does not begin with a command.").format(line=line),
            hint=_('Write it like 灯="事项 新增 路灯不亮".'),
        )
    return name, " ".join(map(quoted, words))
