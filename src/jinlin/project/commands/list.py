"""`jinlin project list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Kind, Personal
from jinlin.core.i18n import _
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
from jinlin.project.record.projects import ASKED, projects
from jinlin.project.rules.kinds import project_kinds
from jinlin.project.rules.stages import ProjectStage
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        found = projects(reader, ASKED.condition(reader, asked))
    limit = rows_wanted(call)
    kinds = {one.code: one.name for one in project_kinds().values()}
    show(
        call,
        Listing.of(
            "projects",
            _("Projects"),
            (
                Cell("number", _("Number"), "label"),
                Cell("title", _("Title"), personal=Personal.TEXT),
                Cell("kind", _("Kind of works"), "kind_code", labels=kinds),
                Cell("building", _("Building")),
                Cell("stage", _("Stage"), labels=ProjectStage.labels()),
                Cell("stage_since", _("Stage since"), kind=Kind.DATE),
                Cell("due_on", _("To be over by"), kind=Kind.DATE),
                Cell("budget_fen", _("Budget (yuan)"), "budget", Kind.MONEY),
                Cell("responsible", _("Carried out by")),
                Cell("ended_on", _("Given up on"), kind=Kind.DATE),
            ),
            found[: limit or None],
            total=len(found),
            empty=_(
                "No project yet. Open one:"
                " jinlin project add 2号楼架空层改造 --kind 架空层 --building 2"
            ),
        ),
    )
