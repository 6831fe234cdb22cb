"""`jinlin issue categories`: what the branch promises for each category."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.i18n import N_, _
from jinlin.core.laws import basis_words
from jinlin.issue.commands.shared.kinds import CATEGORY
from jinlin.issue.record.categories import (
    Category,
    Privacy,
    categories,
    category_labels,
    find_category,
    promises,
)
from jinlin.issue.rules.limits import Promise
from jinlin.issue.rules.urgencies import Urgency, most
from jinlin.member.rules.skills import skill_labels
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, Record, for_programs, in_json
from jinlin.store.command.command import reading


def categories_(
    call: Call,
    name: Annotated[
        str | None, CATEGORY.argument(help=N_("One of them, with its limits since when."))
    ] = None,
) -> None:
    with reading(call) as reader:
        known = categories(reader)
        if name is not None:
            chosen = find_category(known, name)
            show(call, _one(chosen, promises(reader)[chosen.id], as_data=in_json(call)))
            return
    show(call, _all(call, known))


def _all(call: Call, known: Sequence[Category]) -> Listing:
    names = {category.code: category.name for category in known if category.is_group}
    critical = most()[Urgency.CRITICAL]
    whole = for_programs(call)
    columns = [
        Column(key="group", heading=_("Group"), labels=category_labels()),
        Column(key="category", heading=_("Category"), labels=category_labels()),
        Column(key="respond", heading=_("Reach by")),
        Column(key="close", heading=_("Close by")),
        Column(key="escalate", heading=_("Raise after")),
        Column(key="first_handler", heading=_("First handler")),
        Column(key="category_code", heading=_("Code")),
        Column(key="goes_to", heading=_("Goes to")),
        Column(key="privacy", heading=_("Privacy"), labels=Privacy.labels()),
        Column(key="spoken", heading=_("What residents say")),
        Column(key="advice", heading=_("Mind")),
        Column(key="questions", heading=_("Ask")),
        Column(key="skill", heading=_("Skill"), labels=skill_labels()),
        Column(key="warn_days", heading=_("Warn"), kind=Kind.INTEGER),
        Column(key="since", heading=_("In force since"), kind=Kind.DATE),
        Column(key="source", heading=_("Grounds")),
    ]
    aside = () if whole else columns[6:]
    rows = [
        (
            names[c.group_code], c.name, *_limits(c.promise, as_data=in_json(call)),
            c.first_handler, c.code, c.goes_to, c.privacy, c.spoken, c.advice, c.questions,
            c.skill, c.promise.warn_days, c.promise.since, basis_words(c.promise.source),
        )
        for c in known
    ]  # fmt: skip
    return Listing(
        key="categories",
        title=_("Categories and the branch's own limits"),
        columns=tuple(columns),
        aside=frozenset(column.key for column in aside),
        rows=rows,
        notes=(
            _("Reach: the resident or the place; raise: to the Friday council or upward."),
            _(
                "What is critical waits no longer than this, whatever its category: reach"
                " {respond}, close {close}, raise after {escalate}."
            ).format(
                respond=critical.respond.text,
                close=critical.close.text,
                escalate=critical.escalate.text,
            ),
            _("One of them: jinlin issue categories NAME; change it: jinlin issue category NAME"),
        ),
    )


def _limits(promise: Promise, *, as_data: bool) -> list[object]:
    limits = (promise.respond, promise.close, promise.escalate)
    return [limit.data if as_data else limit.text for limit in limits]


def _one(category: Category, made: Sequence[Promise], *, as_data: bool) -> Record:
    """Return one category, with what was promised for it and since when."""
    fields = (
        (Column(key="category", heading=_("Category"), labels=category_labels()), category.name),
        (Column(key="category_code", heading=_("Code")), category.code),
        (Column(key="spoken", heading=_("What residents say")), category.spoken),
        (Column(key="questions", heading=_("Ask")), category.questions),
        (Column(key="advice", heading=_("Mind")), category.advice),
        (Column(key="first_handler", heading=_("First handler")), category.first_handler),
        (Column(key="skill", heading=_("Skill"), labels=skill_labels()), category.skill),
        (Column(key="goes_to", heading=_("Goes to")), category.goes_to),
        (Column(key="privacy", heading=_("Privacy"), labels=Privacy.labels()), category.privacy),
    )
    columns = (
        Column(key="since", heading=_("In force since"), kind=Kind.DATE),
        Column(key="respond", heading=_("Reach by")),
        Column(key="close", heading=_("Close by")),
        Column(key="escalate", heading=_("Raise after")),
        Column(key="warn_days", heading=_("Warn"), kind=Kind.INTEGER),
        Column(key="source", heading=_("Grounds")),
    )
    return Record.of(
        title=category.label,
        fields=fields,
        listings=(
            Listing(
                key="promises",
                title=_("The branch's own limits, the latest first"),
                columns=columns,
                rows=[
                    (promise.since, *_limits(promise, as_data=as_data), promise.warn_days,
                     basis_words(promise.source))
                    for promise in made
                ],
            ),
        ),
    )  # fmt: skip
