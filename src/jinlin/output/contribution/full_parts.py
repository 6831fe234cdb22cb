"""A part of the full edition of a report, as a room's `parts` tells it below the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from jinlin.documents.page import Block


class FullPart(NamedTuple):
    """What a room tells of a period; nothing on the page where there is nothing to tell.

    Attributes:
        data: as JSON keeps it.
        blocks: what stands on the page, its heading first.
    """

    data: Mapping[str, Any]
    blocks: tuple[Block, ...] = ()
