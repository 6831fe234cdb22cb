"""`jinlin issue category`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay, day_on
from jinlin.issue.commands.shared.kinds import CATEGORY, LINE, LINES
from jinlin.issue.record.categories import BEGUN, Category, Privacy, categories, find_category
from jinlin.issue.record.promises import (
    Description,
    NewPromise,
    add_category,
    change_category,
    read_warning,
    remove_category,
)
from jinlin.issue.rules.limits import Limit, read_limit
from jinlin.issue.rules.texts import NAME_LENGTH, one_line
from jinlin.output.command.kind import AskedFor, WordKind, flag
from jinlin.output.command.kinds import PLANNED_DAY, choice
from jinlin.output.delivery.show import done
from jinlin.store.command.command import writing
from jinlin.store.transaction.tx import Reader

SPOKEN: Final = LINE.several(called=N_("WORDS"))
LIMIT: Final = WordKind("limit", "3wd", read_limit)


class PromiseWords(NamedTuple):
    """What is promised for a category."""

    respond: Annotated[
        Limit | None, LIMIT.option(called="4h", help=N_("Reach by: 立即, 4h, 7d or 3wd."))
    ] = None
    close: Annotated[Limit | None, LIMIT.option(help=N_("Close by."))] = None
    raise_: Annotated[
        Limit | None, LIMIT.option("--raise", called="5wd", help=N_("Raise after."))
    ] = None
    warn: Annotated[
        int | None,
        WordKind("number", "N", read_warning).option(help=N_("Warn so many working days before.")),
    ] = None
    source: Annotated[str | None, LINE.option(help=N_("Where the limits come from."))] = None

    def read(self) -> NewPromise:
        """Return it as it is kept."""
        return NewPromise(
            self.respond, self.close, self.raise_, warn_days=self.warn, source=self.source
        )


class DescriptionWords(NamedTuple):
    """What is said about a category."""

    spoken: Annotated[
        Sequence[str] | None,
        SPOKEN.option(help=N_("What residents say for it, with commas between.")),
    ] = None
    first_handler: Annotated[
        str | None, LINE.option(called=N_("NAME"), help=N_("Who looks first."))
    ] = None
    goes_to: Annotated[str | None, LINE.option(help=N_("Who else it may need."))] = None
    skill: Annotated[
        str | None, LINE.option(called="维修员", help=N_("The kind of red steward it is for."))
    ] = None
    advice: Annotated[str | None, LINE.option(help=N_("What to do or mind first."))] = None
    ask: Annotated[list[str] | None, LINES.option(help=N_("What to ask; may be repeated."))] = None
    privacy: Annotated[
        Privacy | None,
        choice(Privacy, called=N_("PRIVACY")).option(
            help=N_("What of it may be public: open, private (not on boards) or secret.")
        ),
    ] = None

    def read(self) -> Description:
        """Return it as it is kept."""
        return Description(
            spoken=None if self.spoken is None else " ".join(self.spoken),
            first_handler=self.first_handler,
            goes_to=self.goes_to,
            skill=self.skill,
            advice=self.advice,
            questions=None if self.ask is None else "\n".join(self.ask),
            privacy=self.privacy,
        )


def category(
    call: Call,
    name: Annotated[
        str,
        CATEGORY.argument(
            help=N_("The category, such as 公共照明."), asked=AskedFor(N_("Which category"))
        ),
    ],
    group: Annotated[
        str | None,
        CATEGORY.option(
            "--group",
            "--归入",
            help=N_("Make a category of your own, in this group: 设施, 环境 and so on."),
        ),
    ] = None,
    from_: Annotated[
        SaidDay | None, PLANNED_DAY.option("--from", help=N_("From when; today if not given."))
    ] = None,
    *,
    limits: PromiseWords,
    words: DescriptionWords,
    remove: Annotated[
        bool, flag("--remove", help=N_("Take out a category of your own that was never used."))
    ] = False,
) -> None:
    if remove:
        _remove(call, name)
        return
    promise = limits.read()
    description, privacy = words.read(), words.privacy
    with writing(call) as tx:
        since = day_on(from_, tx.clock)
        known = categories(tx, day=since)
        if group is None:
            chosen = find_category(known, name)
            now = change_category(tx, chosen, promise, description, since=since)
        else:
            now = add_category(
                tx,
                one_line(name, what=_("The category"), longest=NAME_LENGTH),
                find_category(known, group),
                promise,
                description,
                since=since,
            )
        still = _still_private(tx, now) if privacy is not None else 0
    _answer(call, now)
    if privacy is not None or group is not None:
        _tell_privacy(call, now, still)
    if group is None:
        call.tell(_("Issues that are recorded already keep the days they were given."))


def _remove(call: Call, name: str) -> None:
    with writing(call) as tx:
        chosen = find_category(categories(tx), name, whole=True)
        remove_category(tx, chosen)
    done(
        call,
        _("Category “{category}” was taken out.").format(category=chosen.label),
        number=chosen.code,
        data={"category": chosen.name, "category_code": chosen.code, "removed": True},
    )


def _answer(call: Call, now: Category) -> None:
    """Say what is promised for a category now."""
    text = (
        _("{category}: reach {respond}, close {close}, raise after {escalate}")
        if now.promise.since == BEGUN
        else _("{category} since {since}: reach {respond}, close {close}, raise after {escalate}")
    )
    done(
        call,
        text.format(
            category=now.label,
            since=now.promise.since,
            respond=now.respond.text,
            close=now.close.text,
            escalate=now.escalate.text,
        ),
        number=now.code,
        data={
            "category": now.name,
            "category_code": now.code,
            "since": now.promise.since,
            "respond": now.respond.data,
            "close": now.close.data,
            "escalate": now.escalate.data,
            "warn_days": now.promise.warn_days,
            "source": now.promise.source,
            "privacy": now.privacy,
        },
    )
    if now.close.surely_longer(now.escalate):
        call.tell(
            _("Mind: it is to be raised after {escalate}, before it is due ({close}).").format(
                escalate=now.escalate.text, close=now.close.text
            ),
        )


def _still_private(reader: Reader, category: Category) -> int:
    return int(
        reader.value(
            "SELECT count(*) FROM issue WHERE category_id = ? AND private AND closed_at IS NULL"
            " AND removed_at IS NULL",
            (category.id,),
        )
    )


def _tell_privacy(call: Call, category: Category, still: int) -> None:
    """Say what of a category may be public now, and that opening it opens no issue by itself."""
    call.tell(
        _("{category}: {privacy}.").format(category=category.label, privacy=category.privacy.label),
    )
    if category.privacy == "open" and still:
        call.tell(
            _(
                "Open issues of it that stay private: {count}. One by one: jinlin issue edit NUMBER"
                " --not-private"
            ).format(count=still),
        )
