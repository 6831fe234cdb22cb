"""How many items of each list have room on the one sheet of a report; the rest are attached."""

from __future__ import annotations

from typing import Final, NamedTuple


class ListRoom(NamedTuple):
    """The most items a list may have.

    Attributes:
        requests: what community and street are asked for.
        resolutions: what was resolved.
        duties: what is to be carried out next.
    """

    requests: int
    resolutions: int
    duties: int


ROOMS: Final = (
    ListRoom(6, 8, 4),
    ListRoom(6, 5, 3),
    ListRoom(5, 3, 2),
    ListRoom(4, 2, 2),
    ListRoom(3, 1, 1),
)
"""From ample to scarce: what is asked for is the most-read part and gives way last."""
