"""`jinlin member merge`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.household.people import find_person
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.commands.people.shared import FIELDS, counted, named
from jinlin.output.asking import confirm
from jinlin.output.command.kinds import WHO
from jinlin.output.delivery.show import done
from jinlin.person.merge.merge import MergePlan, merge, plan
from jinlin.person.people.queries import PersonRow
from jinlin.store.command.command import reading, writing


def merge_(
    call: Call,
    who: Annotated[str, WHO.argument(help=N_("The record that is given up: P12."))],
    into: Annotated[str, WHO.argument(called=N_("INTO"), help=N_("The record that stays: P7."))],
) -> None:
    with reading(call) as reader:
        gone, kept = find_person(reader, who), find_person(reader, into)
        planned = plan(reader, gone, kept)
    for line in _merge_lines(gone, kept, planned):
        call.tell(line)
    confirm(
        call,
        _("{gone} becomes one with {kept}.").format(gone=named(gone), kept=named(kept)),
    )
    with writing(call) as tx:
        merge(tx, gone, kept)
    done(
        call,
        _("{gone} and {kept} are one person now: {number}. To take it back: jinlin undo").format(
            gone=gone.label, kept=kept.label, number=kept.label
        ),
        number=kept.label,
        data={
            "number": kept.label,
            "merged": gone.label,
            "moved": dict(planned.moved),
            "doubled": dict(planned.doubled),
            "filled": list(planned.filled),
        },
    )


def _merge_lines(gone: PersonRow, kept: PersonRow, planned: MergePlan) -> list[str]:
    lines = [
        _("{gone} is given up, {kept} stays.").format(gone=named(gone), kept=named(kept)),
        _("Goes over: {what}").format(what=counted(planned.moved)) if planned.moved else "",
        _("Both have it, one stays: {what}").format(what=counted(planned.doubled))
        if planned.doubled
        else "",
        _("Taken over: {fields}").format(fields=_fields(planned.filled)) if planned.filled else "",
        _("Differs; that of {kept} stays: {fields}").format(
            kept=kept.label, fields=_fields(planned.stays)
        )
        if planned.stays
        else "",
    ]
    return [line for line in lines if line]


def _fields(names: tuple[str, ...]) -> str:
    return _(", ").join(_(FIELDS[name]) for name in names)
