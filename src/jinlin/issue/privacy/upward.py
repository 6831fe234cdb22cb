"""What community and street may read of a matter: no resident, no door; who acts is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.complex.building.rooms import rooms_among
from jinlin.core.i18n import _
from jinlin.issue.privacy.redaction import Redactor
from jinlin.output.listing.discretion import HIDDEN
from jinlin.output.listing.spotting import Names
from jinlin.store.known_names import KnownNames
from jinlin.store.transaction.tx import Reader

_CUT_DOOR: Final = re.compile(
    r"(?:(?<=[元楼栋幢座#梯])|-)\*{3}(?:号?[室房户])?|\*{3}号?[室房户](?!数)"
)
_HIDDEN: Final = "×××"


def names_upward(
    reader: Reader,
    said: Iterable[str | None],
    *,
    brought: Iterable[str | None],
    in_charge: Iterable[str | None],
) -> Names:
    """Return the names that texts must not tell there.

    Args:
        reader: the database.
        said: the texts.
        brought: who reported the matters, and for whom: never named, in whichever post.
        in_charge: who looks after them; named, like all who hold a post.
    """
    known = reader.once(KnownNames)
    text = "\n".join(filter(None, said))
    hidden = set(filter(None, brought))
    return Names(
        {*hidden, *known.among(text)},
        spared={*known.acting, *filter(None, in_charge)} - hidden,
        none=known.none,
        rooms=rooms_among(reader, text),
    )


class ToldUpward:
    """What people wrote of one matter, without residents and without its door.

    Args:
        names: from `names_upward`.
        room: the home it is about.
    """

    def __init__(self, names: Names, room: str | None) -> None:
        self._redactor = Redactor(names, ())
        self._door = room and re.compile(rf"(?<!\d){re.escape(room)}(?:室|房)?(?!\d)")

    def text(self, text: str | None) -> str:
        """Return a text as it may stand there; empty where there is none."""
        if not text:
            return ""
        said = _CUT_DOOR.sub(_("a home"), self._redactor.text(text)).replace(HIDDEN, _HIDDEN)
        return self._door.sub(_("a home"), said) if self._door else said
