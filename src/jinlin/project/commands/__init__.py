"""`jinlin project`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand, PageCommand, edits
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in

_verb = partial(verb_in, __name__)

app = noun(
    N_("Works in the complex: a member of the branch in every stage."),
    words={
        "立项": "add", "记": "note", "阶段": "stage", "报价": "quote", "终止": "end",
        "记录": "note", "结束": "end", "查看": "show", "状态": "show", "删除记录": "unnote",
    },
    later=(
        _verb("note", "note:note_", N_("Record what happened, and who was there.")),
        _verb("unnote", "note:unnote", N_("Take out what was noted by mistake.")),
        _verb("add", "projects:add", N_("Open a project.")),
        _verb("stage", "stage:stage_", N_("Go on to the next stage.")),
        FamilyLater("quote", module=f"{__name__}.quote", text=N_("Quotes: who is out and why, who is chosen and why.")),
        _verb("list", "list:list_", N_("The projects, those that go on first."), filtered(ListingCommand, "jinlin.project.record.projects:ASKED")),
        _verb("show", "show:show_", N_("Where one stands, and what blocks the next stage."), ListingCommand),
        _verb("page", "page:page_", N_("For the board: how far, decided, paid, next; or how quotes were compared."), PageCommand),
        _verb("edit", "projects:edit", N_("Correct what is kept of a project."), edits(N_("For example: --responsible 业委会 --budget 8.6万"))),
        _verb("remove", "projects:remove", N_("Take out one that was recorded by mistake.")),
        _verb("end", "end:end", N_("Give a project up; it stays on record.")),
    ),
)  # fmt: skip
