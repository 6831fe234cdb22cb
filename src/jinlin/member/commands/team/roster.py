"""`jinlin team roster`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.building.queries import building_id
from jinlin.complex.kinds import BUILDING
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.own_branch import branch
from jinlin.member.team.coverage import all_covers
from jinlin.member.team.roster_page import roster_page
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading
from jinlin.store.command.unmasking import log_unmasking


def roster(
    call: Call,
    building: Annotated[str | None, BUILDING.option(help=N_("Only this building."))] = None,
    phones: Annotated[
        bool,
        flag("--phones", help=N_("With phones, of those who consented in writing; logged.")),
    ] = False,
) -> None:
    if phones:
        log_unmasking(call)
    with reading(call) as reader:
        if building is not None:
            building_id(reader, building)
        covers = [one for one in all_covers(reader) if building in {None, one.building}]
        place = branch(reader).name
        day = reader.clock.today
    show_pages(
        call,
        [roster_page(covers, place=place, day=day, phones=phones)],
        template="红管家名单",
        data={
            "on": day.isoformat(),
            "covers": [
                {
                    "building": one.building,
                    "entrance": one.entrance,
                    "number": one.person.label,
                    "name": one.person.name,
                    "skill": one.skill,
                    "skills": list(one.skills),
                    "substitute": one.substitute,
                    "phone": one.person.phone if phones else None,
                }
                for one in covers
            ],
        },
    )
    if phones:
        call.tell(_("Post phones only of stewards who have consented in writing."))
    if not covers:
        call.tell(_("Nobody looks after a building yet: jinlin team cover WHO --building 3"))
