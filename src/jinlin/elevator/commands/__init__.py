"""`jinlin elevator`: its verbs, each loaded when it is typed.

They stand in one package a package of the room: `apportionment`, `project`, `consent`, `progress`,
`money` (what doors pay), `books` (the project's account) and `settlement`. A family of verbs is a
module, or a package, of its name; `shared` holds the options of all, `kinds` how their words are
read.
"""

from __future__ import annotations

from functools import partial

from jinlin.core.i18n import N_
from jinlin.output.command.family import FamilyLater
from jinlin.output.command.filtered import filtered
from jinlin.output.command.grammar import (
    ListingCommand,
    PageCommand,
    PersonalListingCommand,
    TemplateCommand,
    edits,
)
from jinlin.output.command.noun import noun
from jinlin.output.command.verb import under, verb_in

_verb = partial(verb_in, __name__)


def _family(name: str, where: str, text: str) -> FamilyLater:
    return FamilyLater(name, module=f"{__name__}.{where}", text=text)


app = noun(
    N_("The elevator: who pays what, who agreed, where it stands."),
    words={
        "立项": "add", "项目": "projects", "终止": "end", "状态": "status", "进度": "status",
        "阶段": "stage", "节点": "milestone", "报价": "quote", "费用": "cost", "构成": "cost", "补贴": "subsidy", "补助": "subsidy",
        "比较": "compare", "比选": "compare", "采用": "adopt", "定案": "adopt",
        "征求意见": "consult", "征询": "consult", "表决": "ballot", "出资约定": "agreement",
        "协议": "agreement", "利害关系业主": "affected", "受影响": "affected", "计票": "tally",
        "入户单": "sheet", "一户一单": "sheet", "公示": "notice",
        "收款": "pay", "缴款": "pay", "收款表": "template", "缴款表": "template", "退款": "refund", "冲销": "reverse", "收据": "receipt",
        "账户": "account", "分期": "instalments", "欠缴": "arrears", "催缴": "remind",
        "账目": "ledger", "结算": "settle", "后加入": "join", "重开账": "reopen", "运行费": "running",
        "维修资金": "fund", "凭证": "voucher", "收入": "income", "支出": "spend", "公开": "disclose",
        "对方": "counterparty",
    },
    later=(
        *under(
            N_("What everybody pays:"),
            _verb("split", "apportionment.split:split_", N_("Share the cost among the households."), ListingCommand),
            _verb(
                "explain",
                "apportionment.explain:explain",
                N_("Say in words how a door's amount came about."),
                ListingCommand,
            ),
            _verb(
                "compare",
                "apportionment.compare:compare_",
                N_("Quotes by schemes: who pays what, who gains and loses."),
                ListingCommand,
            ),
            _verb("schemes", "apportionment.schemes:schemes", N_("The schemes there are."), ListingCommand),
            _verb("list", "apportionment.list:list_", N_("The saved plans."), PersonalListingCommand),
            _verb("show", "apportionment.show:show_", N_("A plan (E3) or a project (X1)."), ListingCommand),
            _verb("remove", "apportionment.remove:remove", N_("Take a draft plan out.")),
        ),
        *under(
            N_("The project:"),
            _verb("add", "project.projects:add", N_("Open a project for an entrance.")),
            _verb("projects", "project.projects:projects_", N_("The projects."), ListingCommand),
            _verb(
                "edit",
                "project.projects:edit",
                N_("Correct what is kept of a project."),
                edits(N_("For example: --responsible 业委会 --works-days 90")),
            ),
            _verb("end", "project.projects:end", N_("Give a project up; it stays on record.")),
            _verb(
                "status",
                "progress.status:status",
                N_("Where it stands, and what blocks the next stage."),
                ListingCommand,
            ),
            _verb("stage", "progress.stage:stage", N_("Go on to the next stage.")),
            _verb(
                "milestone",
                "progress.milestone:milestone",
                N_("Record what a stage asks for as done."),
            ),
            _family("quote", "project.quote", N_("Quotes side by side; the one that is chosen.")),
            _family("cost", "project.cost", N_("The lines that make up the cost.")),
            _family("subsidy", "project.subsidy", N_("The subsidies, and how far each has come.")),
            _verb("adopt", "progress.adopt:adopt_", N_("Make a version of the scheme the one in force.")),
        ),
        *under(
            N_("From door to door, three papers apart:"),
            _family("consult", "consent.consult", N_("The consultation: what each door says.")),
            _family("ballot", "consent.ballot", N_("The ballot: open it, record votes, end it.")),
            _family("agreement", "consent.agreement", N_("The payment agreements that are signed.")),
            _family("affected", "consent.affected", N_("Owners whom the works affect.")),
            _verb(
                "sheet",
                "progress.sheet:sheet_",
                N_("A page for each door to carry along; the leader's list."),
                PageCommand,
            ),
            _verb("notice", "progress.notice:notice_", N_("Post the scheme in force for comment.")),
            _verb("tally", "consent.tally:tally", N_("Count the three papers, each by itself."), ListingCommand),
        ),
        *under(
            N_("The money:"),
            _verb("account", "books.account:account", N_("Who takes the money, into which account."), ListingCommand),
            _verb(
                "instalments",
                "money.instalments:instalments",
                N_("By when which part falls due."),
                ListingCommand,
            ),
            _verb("pay", "money.pay:pay", N_("A door pays, and gets a numbered receipt.")),
            _verb(
                "template",
                "money.template:template",
                N_("A form with what each door owes, to be filled in and imported."),
                TemplateCommand,
            ),
            _verb("import", "money.import_:import_", N_("Payments from a form or a bank list.")),
            _verb("receipt", "money.receipt:receipt", N_("The receipt to print, with its stub; --all for many."), PageCommand),
            _verb("refund", "money.refund:refund", N_("Pay back what a door overpaid.")),
            _verb("reverse", "books.reverse:reverse", N_("Take an entry back by a reversal.")),
            _verb("income", "books.income:income", N_("Subsidies, interest, aid come in.")),
            _verb("spend", "books.spend:spend", N_("Pay for the works, with a voucher.")),
            _verb("voucher", "books.voucher:voucher", N_("Attach an invoice or receipt to an entry.")),
            _verb("counterparty", "books.counterparty:counterparty", N_("Say what the other side is: organisation or person.")),
            _verb("fund", "money.fund:fund", N_("The doors' own maintenance fund sub-accounts."), ListingCommand),
            _verb("ledger", "books.ledger:ledger", N_("Every entry with the balance after it."), filtered(PersonalListingCommand, "jinlin.elevator.money.queries:LEDGER")),
            _verb("arrears", "money.arrears:arrears", N_("What each door owes; a list for the leader, never posted."), ListingCommand),
            _verb("remind", "money.remind:remind", N_("A reminder for one door, for WeChat.")),
            _verb("disclose", "books.disclose:disclose", N_("Income and spending of a period, to be posted."), PageCommand),
            _verb("settle", "settlement.settle:settle", N_("Share the final cost: refund or call for each door."), ListingCommand),
            _verb("join", "settlement.join:join", N_("A door joins late and pays its share to the others."), ListingCommand),
            _verb("reopen", "settlement.reopen:reopen", N_("Open the books of settled works again.")),
            _verb(
                "running",
                "money.running:running",
                N_("What the running elevator costs, month by month."),
                ListingCommand,
            ),
        ),
    ),
)  # fmt: skip
