"""`jinlin elevator adopt`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.elevator.commands.kinds import PLAN
from jinlin.elevator.progress.adoption import Adoption, adopt, survey
from jinlin.elevator.project.plans import find_plan
from jinlin.elevator.rules.version_effects import DoorChange, to_see_again
from jinlin.output.asking import confirm
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.show import done
from jinlin.store.backup.backup import safeguard
from jinlin.store.command.command import reading, writing


def adopt_(
    call: Call,
    plan: Annotated[
        str | None, PLAN.argument(help=N_("Which version; the latest saved plan."))
    ] = None,
    note: Annotated[
        str | None, TEXT.option(help=N_("What changed; needed from version 2 on."))
    ] = None,
) -> None:
    with reading(call) as reader:
        found = survey(reader, find_plan(reader, plan), note=note)
    for line in _told(found):
        call.tell(line)
    confirm(call, _("{plan} becomes the scheme in force.").format(plan=found.plan.label))
    safeguard(call)
    with writing(call) as tx:
        found = adopt(tx, find_plan(tx, found.plan.label), note=note)
    done(
        call,
        _("{plan} “{name}” is in force: version {version} of {project}.").format(
            plan=found.plan.label,
            name=found.plan.name,
            version=found.version,
            project=found.project.label,
        ),
        number=found.plan.label,
        data=_as_json(found),
    )
    again = to_see_again(found.changes)
    if again:
        call.tell(
            _(
                "To be seen again: {doors}. The sheets: jinlin elevator sheet --again -o 补签.docx"
            ).format(doors=_named(again)),
        )


def _told(found: Adoption) -> Iterable[str]:
    """Yield what adopting means, before it is asked about."""
    for note in found.notes:
        yield _("Note: {warning}").format(warning=note.text())
    if found.before is None:
        return
    more = [change for change in found.changes if change.pays_more]
    less = [change for change in found.changes if change.change < 0]
    yield _("Against {plan}: {more} doors pay more, {less} pay less, the others the same.").format(
        plan=found.before.label, more=len(more), less=len(less)
    )
    for change in more:
        yield _("  {door}: {before} → {now} yuan").format(
            door=change.label, before=yuan(change.before or 0), now=yuan(change.now)
        )
    again = to_see_again(found.changes)
    if again:
        yield _("Their consent no longer holds and must be asked for again: {doors}.").format(
            doors=_named(again)
        )


def _named(changes: Sequence[DoorChange]) -> str:
    return _(", ").join(
        _("{door} ({papers})").format(
            door=change.label, papers=_("+").join(paper.label for paper in change.again)
        )
        for change in changes
    )


def _as_json(found: Adoption) -> dict[str, Any]:
    return {
        "plan": found.plan.label,
        "project": found.project.label,
        "version": found.version,
        "before": found.before.label if found.before else None,
        "pay_more": [_change(change) for change in found.changes if change.pays_more],
        "to_see_again": [_change(change) for change in to_see_again(found.changes)],
    }


def _change(change: DoorChange) -> dict[str, Any]:
    return {
        "household": change.label,
        "before_fen": change.before,
        "amount_fen": change.now,
        "papers": list(change.again),
    }
