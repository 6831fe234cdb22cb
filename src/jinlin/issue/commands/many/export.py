"""`jinlin issue export`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.issue.lists.saved_filters import chosen
from jinlin.issue.rules.statuses import told_labels
from jinlin.output.command.kind import flag
from jinlin.output.delivery.show import done, show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def export_(
    call: Call,
    asked: FilterWords,
    open311: Annotated[
        bool, flag("--open311", help=N_("As Open311 JSON, without names and private ones."))
    ] = False,
    milestones: Annotated[
        bool, flag("--milestones", help=N_("A column for each moment, no names."))
    ] = False,
    masked: Annotated[
        bool, flag("--masked", help=N_("Names and phones masked; cannot be imported."))
    ] = False,
) -> None:
    if open311 and milestones:
        raise UsageError(
            _("Choose one of --open311 and --milestones."), hint=_("Give only one of them.")
        )
    if open311:
        _open311(call, asked)
    elif milestones:
        _milestones(call, asked)
    else:
        from jinlin.issue.lists.exporting import NOTEBOOK, notebook_register
        from jinlin.output.delivery.export import export

        export(
            call,
            NOTEBOOK,
            lambda reader: notebook_register(reader, chosen(reader, asked), masked=masked),
            masked=masked,
        )


def _open311(call: Call, asked: FilterWords) -> None:
    import json

    from jinlin.issue.lists.open311 import left_out, service_requests
    from jinlin.output.delivery.files import write_whole

    if call.output is None:
        raise UsageError(_("Which file? -o FILE is missing."), hint=_("Add -o open311.json."))
    if not call.output.lower().endswith(".json"):
        raise UsageError(
            _("Open311 is JSON."), hint=_("Name a file that ends in .json: -o open311.json")
        )
    with reading(call) as reader:
        wanted = chosen(reader, asked)
        found = list(service_requests(reader, wanted))
        kept_back = left_out(reader, wanted)
    target = call.environment.path(call.output)
    if not call.dry_run:
        document = (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
        target = write_whole(call, call.output, lambda file: file.writelines([document]))
    done(
        call,
        _(
            "{count} service requests were written to {path}; "
            "kept back as private or merged: {left}."
        ).format(count=len(found), path=target, left=kept_back),
        number=str(target),
        data={"file": str(target), "rows": len(found), "left_out": kept_back},
    )


def _milestones(call: Call, asked: FilterWords) -> None:
    from jinlin.issue.lists.exporting import untitled_note
    from jinlin.issue.lists.lists import PRIVATE, count
    from jinlin.issue.lists.timeline import MOMENTS, milestones
    from jinlin.output.listing.filter import Condition

    headings = {
        "reported_at": _("Reported at"),
        "assigned_at": _("Assigned at"),
        "accepted_at": _("Accepted at"),
        "visited_at": _("Visited at"),
        "agenda_at": _("On the agenda at"),
        "escalated_at": _("Escalated at"),
        "called_at": _("Called at"),
        "arrived_at": _("Arrived at"),
        "solved_at": _("Solved at"),
        "closed_at": _("Closed at"),
        "reopened_at": _("Reopened at"),
        "rated_at": _("Rated at"),
        "replied_at": _("Replied at"),
    }
    if call.output is None:
        call = call._replace(csv=True)
    with reading(call) as reader:
        wanted = chosen(reader, asked)
        private = count(
            reader, wanted._replace(without_secret=True, where=wanted.where & Condition(PRIVATE))
        )
        show(
            call,
            Listing(
                key="milestones",
                title=_("Milestones"),
                columns=(
                    Column(key="number", heading=_("Number")),
                    Column(key="title", heading=_("Issue title")),
                    Column(key="category_code", heading=_("Category code")),
                    Column(key="status", heading=_("Status"), labels=told_labels()),
                    *(
                        Column(key=moment, heading=headings[moment], kind=Kind.TIME)
                        for moment in MOMENTS
                    ),
                ),
                rows=milestones(reader, wanted),
            ),
        )
    for note in untitled_note(private):
        call.tell(note)
