"""The kinds of words that commands about service days take."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from jinlin.core.call import Call
from jinlin.core.days.lasting import parse_hours
from jinlin.core.i18n import N_
from jinlin.meeting.rules.kinds import parse_service_type, service_types
from jinlin.meeting.rules.services import SaidService, parse_served, parse_service
from jinlin.output.command.kind import AskedFor, Number, WordKind
from jinlin.output.command.kinds import TEXT

SERVICE: Final = WordKind("service day", N_("KIND|M12"), parse_service)
SERVICE_TYPE: Final = WordKind("service kind", N_("KIND"), parse_service_type)
SERVED: Final = WordKind("served", N_("WHAT=N"), parse_served)
HOURS: Final = WordKind("hours", N_("HOURS"), parse_hours)
OTHERS: Final = Number(low=0, high=100_000)
ITEMS: Final = TEXT.several(called=N_("ITEMS"))


def _kinds(_call: Call) -> list[str]:
    return [known.name for known in service_types().values()]


ASKED_KIND: Final = AskedFor(N_("Which service day"), choices=_kinds)
DayMeant: TypeAlias = Annotated[
    SaidService,
    SERVICE.argument(help=N_("A kind, such as 爱心日, or a number: M12."), asked=ASKED_KIND),
]
