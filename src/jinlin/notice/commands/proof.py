"""`jinlin notice proof`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.member.fund.entries import named
from jinlin.notice.commands import options
from jinlin.notice.commands.shared import length_told, notice_data, tell_duties
from jinlin.notice.posting_proofs import NewProof, prove
from jinlin.notice.queries import find_notice
from jinlin.notice.rules.matters import matters, usual_period
from jinlin.notice.rules.notices import ProofKind
from jinlin.output.asking import confirm
from jinlin.output.command.kind import flag
from jinlin.output.command.kinds import FILE, TEXT, WHO
from jinlin.output.delivery.show import done
from jinlin.store.check.proofs import proof_if_named
from jinlin.store.command.command import reading, writing


def proof(
    call: Call,
    number: options.NoticeNumber,
    photo: Annotated[
        str | None,
        FILE.argument(called=N_("PHOTO"), help=N_("A photo; kept by its path and digest.")),
    ] = None,
    down: Annotated[
        bool, flag("--down", help=N_("It was taken down; otherwise it was put up."))
    ] = False,
    day: options.Day = None,
    place: Annotated[
        str | None, TEXT.option(called=N_("PLACE"), help=N_("Which of the places."))
    ] = None,
    by: Annotated[str | None, WHO.option(help=N_("Who did it."))] = None,
    witness: Annotated[str | None, WHO.option(help=N_("Who saw it."))] = None,
) -> None:
    seen = proof_if_named(call, photo)
    if down and call.environment.interactive:
        _ask_whether_early(call, number, day)
    with writing(call) as tx:
        new = NewProof(
            kind=ProofKind.TAKEN_DOWN if down else ProofKind.POSTED,
            day=day_on(day, tx.clock),
            photo=seen,
            place=place or "",
            done_by=named(tx, by) if by else tx.user,
            witness=named(tx, witness) if witness else "",
        )
        notice = prove(tx, number, new)
    text = (
        _("{number} {title}: taken down on {day}.")
        if down
        else _("{number} {title}: put up on {day}.")
    )
    done(
        call,
        text.format(number=notice.label, title=notice.title, day=new.day),
        number=notice.label,
        data={**notice_data(notice), "kind": new.kind.value, "day": new.day.isoformat()},
    )
    if photo is None:
        call.tell(
            _("There is no photo of it: jinlin notice proof {number} PHOTO").format(
                number=notice.label
            ),
        )
    if down and notice.ends_on is not None and new.day < notice.ends_on:
        call.tell(
            _("It came down before {last}: its period was not kept.").format(last=notice.ends_on),
        )
    elif down:
        tell_duties(call, notice)


def _ask_whether_early(call: Call, number: int, day: SaidDay | None) -> None:
    """Ask whether a notice came down before its period was over, with how long it must hang."""
    with reading(call) as reader:
        notice = find_notice(reader, number)
        on = day_on(day, reader.clock)
    least = usual_period(notice.type, matters().get(notice.matter or "")) or notice.period
    if notice.ends_on is None or on >= notice.ends_on or least is None:
        return
    confirm(
        call,
        _(
            "The period of {number} runs to {last}; it hangs at least {least}. Taken down earlier,"
            " it does not count."
        ).format(number=notice.label, last=notice.ends_on, least=length_told(least)),
    )
