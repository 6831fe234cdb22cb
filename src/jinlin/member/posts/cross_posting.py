"""The cross-posting picture of the people recorded here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_
from jinlin.core.money import parse_rate
from jinlin.member.posts.carriages import OTHERS, one_three_n, seats
from jinlin.member.posts.holdings import PostRow, held_on
from jinlin.member.rules.cross_posting import (
    BodyCount,
    Conflict,
    Picture,
    Seat,
    conflicts,
    is_employed,
    picture,
)
from jinlin.member.rules.posts import Body
from jinlin.store.transaction.tx import Reader

TARGET: Final = N_("cross_posting_target")
"""The setting that says which share of the branch's committee should sit in another body."""


class Sitting(NamedTuple):
    """Who sits where on a day.

    Attributes:
        posts: the posts held, by body.
        picture: the counts.
        conflicts: who holds posts that should be looked at: any of her posts, and the combination.
        target: the share of the branch's committee that should sit in another body; None when
            nobody set one.
        seats: how many seats bodies have, those of which somebody said it.
        one_three_n: the branch, the three carriages and who pulls beside them, in one line.
        others: who N are; None where nobody said.
    """

    posts: tuple[PostRow, ...]
    picture: Picture
    conflicts: tuple[tuple[PostRow, Conflict], ...]
    target: Fraction | None
    seats: Mapping[Body, int]
    one_three_n: str
    others: str | None


def sitting(reader: Reader, *, on: date) -> Sitting:
    """Return who sits where on a day."""
    posts = held_on(reader, on)
    taken = _seats(posts)
    sizes, others = seats(reader), reader.setting(OTHERS)
    by_person = {post.person.id: post for post in reversed(posts)}
    return Sitting(
        posts=tuple(posts),
        picture=picture(taken),
        conflicts=tuple((by_person[who], what) for who, what in conflicts(taken)),
        target=_target(reader),
        seats=sizes,
        one_three_n=one_three_n(taken, sizes, others),
        others=others,
    )


def bodies_on(reader: Reader, day: date, bodies: tuple[Body, ...]) -> tuple[BodyCount, ...]:
    """Return how many sit in some bodies on a day, those in which anybody does."""
    return picture(_seats(held_on(reader, day, bodies=bodies))).bodies


def conflicts_of(reader: Reader, person_id: int) -> list[Conflict]:
    """Return the combinations of one person's posts that should be looked at today."""
    posts = [post for post in held_on(reader, reader.clock.today) if post.person.id == person_id]
    return [what for _who, what in conflicts(_seats(posts))]


def _seats(posts: Iterable[PostRow]) -> list[Seat]:
    return [
        Seat(post.person.id, post.held.body, post.in_party, is_employed(post.employer))
        for post in posts
    ]


def _target(reader: Reader) -> Fraction | None:
    text = reader.setting(TARGET)
    try:
        return parse_rate(text) if text else None
    except UsageError:
        return None
