"""What a room hands over to the next secretary, declared as its `SHARE`; `db handover` sets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from jinlin.documents.page import Block
from jinlin.store.transaction.tx import Reader

NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class HandoverPart(NamedTuple):
    """A part of the list.

    Attributes:
        rank: its place on the page and in JSON.
        data: what of it stands in JSON.
        blocks: what stands on the page, its heading first.
        things: rows of the table of what somebody holds in her hands: what, and where it is.
    """

    rank: int
    data: Mapping[str, Any] = NOTHING
    blocks: tuple[Block, ...] = ()
    things: tuple[tuple[str, str], ...] = ()


class HandoverShare(NamedTuple):
    """What a room adds to the list.

    Attributes:
        registers: its tables whose rows are counted, each with what they are called, not yet
            translated.
        parts: asks for its parts; None where it has none.
    """

    registers: Mapping[str, str] = NOTHING
    parts: Callable[[Reader], Iterator[HandoverPart]] | None = None
