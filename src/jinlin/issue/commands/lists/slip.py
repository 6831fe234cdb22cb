"""`jinlin issue slip`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.errors import RuleError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import full_number, issue_data
from jinlin.issue.lists.order_slip import order_slip
from jinlin.issue.record.actions import refuse_secret
from jinlin.issue.record.queries import find
from jinlin.member.management.offers import OFFERS
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def slip(call: Call, number: options.AnyIssue) -> None:
    meant = full_number(call, number)
    with reading(call) as reader:
        issue = find(reader, meant)
        if issue.offer_id is None:
            raise RuleError(
                _("Issue {number} orders nothing.").format(number=issue.label),
                hint=_("Say what is ordered: jinlin issue edit {number} --offer 入户小修").format(
                    number=issue.label
                ),
            )
        refuse_secret(issue.privacy)
        page = order_slip(reader, issue, OFFERS.of_id(reader, issue.offer_id, None))
        data = issue_data(reader, issue)
    show_pages(call, [page], data=data, template="服务单")
