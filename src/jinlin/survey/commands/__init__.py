"""`jinlin survey`: its verbs, each loaded when it is typed."""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import ListingCommand, PageCommand, edits
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import verb_in
from jinlin.survey.commands.asking import AskingCommand

_verb = partial(verb_in, __name__)

app = noun(
    N_("Surveys (问卷): what doors are asked, who answered, what came out."),
    words={
        "答卷": "answer", "作答": "answer", "填": "answer", "填写": "answer", "录入": "answer",
        "问卷表": "sheet", "入户单": "sheet",
        "汇总": "tally", "结果": "tally", "统计": "tally", "截止": "close", "结束": "close",
    },
    later=(
        _verb("answer", "answer:answer_", N_("What a door answers, or that nobody was met.")),
        _verb("add", "surveys:add", N_("Make a survey with its questions."), AskingCommand),
        _verb("sheet", "sheet:sheet_", N_("The form for a door, for every door, or the leader's list."), PageCommand),
        _verb("import", "importing:import_", N_("Take answers from a sheet of 问卷星 or 腾讯文档, or our form.")),
        _verb("tally", "tally:tally_", N_("Who answered, by building, and what."), ListingCommand),
        _verb("list", "surveys:list_", N_("The surveys, open ones first."), filtered(ListingCommand, "jinlin.survey.record.surveys:SURVEYS")),
        _verb("show", "show:show_", N_("One survey with its questions; or what one door answered."), ListingCommand),
        _verb("close", "close:close_", N_("Take no more answers.")),
        _verb("edit", "surveys:edit", N_("Correct what is kept of a survey."), edits(N_("For example: --until 11-20"))),
        _verb("remove", "surveys:remove", N_("Take out a survey that was made by mistake.")),
    ),
)  # fmt: skip
