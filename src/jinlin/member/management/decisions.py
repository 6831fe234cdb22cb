"""What somebody decided about the management of the complex; the meetings say whether it was."""

from __future__ import annotations

from jinlin.member.carried import carried
from jinlin.member.management.kinds import parse_decision
from jinlin.output.contribution.rooms import contributed
from jinlin.output.register.rules import Draft


def take_decision(draft: Draft) -> None:
    """Keep the number of the decision a record stands on, once it is sure that it is one.

    Args:
        draft: the record; its field `decided` holds what was said.

    Raises:
        NotFoundError: there is no such resolution or vote.
        RuleError: it was not carried.
    """
    said = draft.values["decided"]
    if not said or "decided" not in draft.said:
        return
    decision = parse_decision(said) if isinstance(said, str) else said
    draft.values["decided"] = carried(draft.tx, decision)


def check_by_owners(draft: Draft) -> None:
    """Refuse what the owners order for all without a decision of theirs (民法典 278).

    Args:
        draft: the record; its field `decided` holds the number of the decision, `what` the matter.

    Raises:
        RuleError: they did not decide it.
    """
    number = draft.values["decided"]
    for room in contributed("decided"):
        room.check_owners_decided(
            draft.tx, draft.values["what"], parse_decision(number) if number else None
        )
