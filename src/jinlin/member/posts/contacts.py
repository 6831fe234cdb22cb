"""Who acts for the residents today: what each is, what she looks after, and her phone."""

from __future__ import annotations

from typing import NamedTuple

from jinlin.core.i18n import _
from jinlin.member.posts.holdings import held_on
from jinlin.member.rules.posts import Body
from jinlin.member.team.coverage import Cover, all_covers
from jinlin.person.people.queries import PersonRow
from jinlin.store.transaction.tx import Reader


class ActingContact(NamedTuple):
    """Somebody who is called about the complex.

    Attributes:
        person: who.
        roles: her posts and what she looks after, in words: `书记`, `红管家 3号楼`.
    """

    person: PersonRow
    roles: tuple[str, ...]


def contacts(
    reader: Reader, *, bodies: tuple[Body, ...] = (), building: str | None = None
) -> list[ActingContact]:
    """Return those who hold a post today or look after a building, each once, by body.

    Args:
        reader: the database.
        bodies: only those with a post in one of these bodies; empty for all, and the stewards.
        building: only those who look after this building.
    """
    roles: dict[PersonRow, list[str]] = {}
    if building is None:
        for post in held_on(reader, reader.clock.today, bodies=bodies):
            roles.setdefault(post.person, []).append(post.held.text)
    for cover in () if bodies else all_covers(reader):
        if building in {None, cover.building}:
            roles.setdefault(cover.person, []).append(_looks_after(cover))
    return [ActingContact(person, tuple(dict.fromkeys(said))) for person, said in roles.items()]


def _looks_after(cover: Cover) -> str:
    what = _("red steward, building {building}").format(building=cover.building)
    if cover.entrance:
        what = _("{what}, entrance {entrance}").format(what=what, entrance=cover.entrance)
    return _("{what} (substitute)").format(what=what) if cover.substitute else what
