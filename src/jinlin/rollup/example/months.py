"""What an invented branch would count month after month: its issues are played, the rest drawn.

Issues are played one by one, so that what a month carries over is what the one before left open,
and every sum that the checks ask for holds by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from random import Random
from typing import Final, NamedTuple

from jinlin.core.days.stretch import Stretch
from jinlin.issue.record.categories import shipped_categories
from jinlin.report.figures.full import AGES, ageing
from jinlin.rollup.monthly.counts import DAYS, HOURS, histogram
from jinlin.rollup.rules.cells import Cells, Key

_LIMITS: Final = {
    "facilities": 7, "environment": 5, "safety": 2, "neighbours": 10, "property": 15,
    "departments": 30, "livelihood": 10, "other": 15, "unsorted": 3,
}  # fmt: skip
"""Days within which an issue of a group is due."""
_ENDS: Final = ("closed_solved",) * 17 + ("closed_unsolved",) * 2 + ("declined", "merged")
_RATINGS: Final = ("satisfied",) * 10 + ("basically_satisfied",) * 4 + ("not_satisfied",) + (
    "unrated",
) * 5  # fmt: skip
_SETTLED: Final = ("closed_solved", "closed_unsolved")
_BEFORE: Final = 120
"""Days before the first month from which on issues are played."""
_DEPARTMENTS: Final = ("城管", "住建", "消防救援", "市场监管", "供电")
_MEETINGS: Final = {
    "committee_meeting": 1, "party_day": 1, "friday_council": 4, "owners_reception": 1,
}  # fmt: skip
"""By kind how many a month has by rule."""


class _PlayedIssue(NamedTuple):
    """An issue, with its days counted from the first one played."""

    group: str
    category: str
    opened: int
    due: int
    closed: int
    end: str
    rating: str


class ExampleBranch:
    """An invented branch: the same code and seed always have the same months."""

    def __init__(self, code: str, months: Sequence[Stretch], seed: int = 0) -> None:
        self._random = Random(f"{seed}/{code}")  # noqa: S311  (an example, nothing secret)
        self._months = months
        self._start = months[0].first - timedelta(days=_BEFORE)
        self._homes = self._random.choice((180, 320, 480, 640, 960))
        self._members = self._random.randint(18, 60)
        self._purse = self._random.randrange(0, 3_000_000, 10)
        self._lifts = self._random.randint(0, 3)
        self._issues = list(self._played((months[-1].last - self._start).days + 1))

    def months(self) -> Iterator[tuple[Stretch, Cells]]:
        """Yield each month with its cells, zeros among them."""
        for month in self._months:
            yield month, self._cells(month)

    def _played(self, days: int) -> Iterator[_PlayedIssue]:
        random = self._random
        diligence = random.uniform(0.5, 1.4)
        for _number in range(days * self._homes // 1_000):
            group, category = random.choice(_categories())
            opened = random.randrange(days)
            took = int(random.lognormvariate(1.2, 1.0) * diligence)
            yield _PlayedIssue(
                group, category, opened, opened + _LIMITS[group], opened + took,
                random.choice(_ENDS), random.choice(_RATINGS),
            )  # fmt: skip

    def _cells(self, month: Stretch) -> Cells:
        first, last = ((day - self._start).days for day in (month.first, month.last))
        told: Counter[Key] = Counter()
        for issue in self._issues:
            if issue.opened <= last and issue.closed >= first:
                told.update(_cells_of(issue, first, last))
        for group in _LIMITS:
            took = [
                one.closed - one.opened for one in self._issues
                if one.group == group and first <= one.closed <= last and one.end in _SETTLED
            ]  # fmt: skip
            _add(told, "groups", group, histogram(took, DAYS, "dmore"))
        left = [one for one in self._issues if one.opened <= last < one.closed]
        bins = ageing(tuple((last - one.opened, one.due < last) for one in left))
        for limit, (within, late) in zip((*AGES, "more"), bins, strict=True):
            _add(told, "branch", "", {f"age{limit}": within, f"late{limit}": late})
        self._others(told)
        return told

    def _others(self, told: Counter[Key]) -> None:
        """Draw what stands for itself: departments, meetings, money, lifts, people."""
        random = self._random
        for name in random.sample(_DEPARTMENTS, 2):
            hours = [random.expovariate(1 / 20) for _call in range(random.randint(1, 4))]
            came = hours[: random.randint(0, len(hours))]
            counted = {"called": len(hours), "arrived": len(came)}
            _add(told, "departments", name, counted | histogram(came, HOURS, "amore"))
        for kind, most in _MEETINGS.items():
            missed = not random.randrange(10)
            _add(told, "meetings", kind, {"needed": most, "held": most - missed, "missed": missed})
        income, spending = random.randrange(0, 200_000, 10), random.randrange(0, 90_000, 10)
        _add(told, "purses", "common_revenue", {
            "opening_fen": self._purse, "income_fen": income, "spending_fen": spending,
            "entries": random.randint(2, 12), "undisclosed": int(not random.randrange(5)),
        })  # fmt: skip
        self._purse += income - spending
        if self._lifts:
            stage = random.choice(("consultation", "works", "running"))
            _add(told, "elevators", f"installation/{stage}", {
                "projects": self._lifts, "doors": 12 * self._lifts,
            })  # fmt: skip
        asked = random.randint(0, 9)
        late = sum(value for key, value in told.items() if key.measure == "received") // 8
        _add(told, "branch", "", {
            "households": self._homes, "buildings": self._homes // 60, "full": self._members,
            "probationary": self._members // 12, "report_ins": self._members // 3,
            "new_report_ins": random.randint(0, 2), "notices_posted": random.randint(1, 5),
            "questions": asked, "questions_replied": asked - asked // 4,
            "questions_in_time": asked - asked // 3, "services": random.randint(0, 4),
            "service_minutes": 30 * random.randint(0, 90), "recorded_late": random.randint(0, late),
            "resolutions_open": random.randint(0, 4), "resolutions_done": random.randint(0, 5),
        })  # fmt: skip


def _cells_of(issue: _PlayedIssue, first: int, last: int) -> Iterator[Key]:
    """Yield what an issue counts for in the days of a month."""
    item = f"{issue.group}/{issue.category}"
    ended = issue.closed <= last
    yield Key("categories", item, "carried_over" if issue.opened < first else "received")
    yield Key("categories", item, issue.end if ended else "open")
    if not ended and issue.due < last:
        yield Key("categories", item, "overdue")
    if first <= issue.due < last:
        yield Key("groups", issue.group, "due")
        if issue.closed <= issue.due:
            yield Key("groups", issue.group, "on_time")
    if ended and issue.end in _SETTLED:
        yield Key("groups", issue.group, issue.rating)


def _add(told: Counter[Key], table: str, item: str, counted: Mapping[str, int]) -> None:
    for measure, value in counted.items():
        told[Key(table, item, measure)] += value


@cache
def _categories() -> Sequence[tuple[str, str]]:
    """Return the groups and categories; of what is kept back the group alone."""
    return [
        (one["group"], one["code"] if one["privacy"] == "open" else "")
        for one in shipped_categories()["category"]
    ]
