"""What notices can be asked for."""

from __future__ import annotations

from typing import Final

from jinlin.core.i18n import N_
from jinlin.core.reference import parse_reference
from jinlin.notice.queries import HANGING_OVER, IN_STATUS, OF_MATTER, about_any
from jinlin.notice.questions import UNANSWERED
from jinlin.notice.rules.matters import parse_matter
from jinlin.notice.rules.notices import NoticeStatus, Type
from jinlin.output.listing.filter import Filter, FilterTerm, days, having, one_of, plain
from jinlin.store.known import known

NOTICES: Final = Filter(
    (
        FilterTerm(
            "type", N_("公示、公告、公开 or 通知."), N_("TYPE"),
            choice=Type, where=one_of("n.type"),
        ),
        FilterTerm(
            "status", N_("draft, running, ended or withdrawn."), N_("STATUS"),
            choice=NoticeStatus, where=IN_STATUS,
        ),
        FilterTerm(
            "matter", N_("Such as 电梯方案: jinlin notice matters"), N_("MATTER"),
            read=lambda word: parse_matter(word).code, where=OF_MATTER,
        ),
        FilterTerm(
            "about", N_("What it is about: 2026-7, E3, X1, M12, M12-1, F5."), N_("NUMBER"),
            find=lambda reader, word: known(reader, parse_reference(word)), where=about_any,
        ),
        *days(
            "n.posted_on", since=N_("Posted from this day on."), until=N_("Posted up to this day.")
        ),
        FilterTerm(
            "text", N_("Words in title, text or places."), N_("TEXT"),
            where=having("n.title", "n.body", "n.places"),
        ),
        FilterTerm(
            "take_down", N_("Only what is over and still hangs."), where=plain(HANGING_OVER.sql)
        ),
    )
)  # fmt: skip

QUESTIONS: Final = Filter(
    (
        FilterTerm(
            "unanswered", N_("Only those nobody has answered."), chinese="--未答复",
            where=plain(UNANSWERED.sql),
        ),
        *days("q.asked_on"),
        FilterTerm(
            "text", N_("Words in the question or the answer."), N_("TEXT"),
            where=having("q.text", "q.answer"),
        ),
    )
)  # fmt: skip
