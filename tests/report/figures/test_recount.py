"""The figures of random months beside a slow recount that looks at one issue at a time."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.records import CHINA, CLOSED, Records, in_memory, kept, month

from jinlin.core.days.stretch import Stretch
from jinlin.report.figures.figures import PeriodFigures
from jinlin.report.figures.queries import period_figures
from jinlin.store.transaction.tx import Tx

NOW = datetime(2026, 12, 5, 4, tzinfo=UTC)
MONTHS = [month(2026, number) for number in (9, 10, 11)]
GROUPS = {"lighting": "facilities", "noise_home": "neighbours", "harm": "neighbours"}
BUILDINGS = ("3", "12", None)
ENDS = (*(("closed", word) for word in CLOSED), ("merged", "declined"))
SAID = ("satisfied", "basically_satisfied", "not_satisfied")

# Moments around the turn of a month, where a civil month and one in UTC differ, and any others.
TURNS = [
    datetime(2026, month, 1, hour, tzinfo=zone) + timedelta(seconds=seconds)
    for month in (9, 10, 11, 12)
    for zone, hour in ((CHINA, 0), (UTC, 0))
    for seconds in (-1, 0, 1)
]
MOMENTS = st.one_of(
    st.sampled_from(TURNS),
    st.integers(0, 110 * 24 * 60).map(
        lambda minutes: datetime(2026, 8, 15, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
).map(lambda moment: moment.astimezone(CHINA))
DAYS = st.one_of(
    st.sampled_from([date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)]),
    st.integers(0, 110).map(lambda days: date(2026, 8, 15) + timedelta(days=days)),
)

Step = tuple[datetime, str, str]


@dataclass(frozen=True)
class Life:
    """One issue: reported, then closed, reopened, rated in turn."""

    category: str
    building: str | None
    due: date | None
    removed: bool
    reported: datetime
    steps: tuple[Step, ...]
    dues: tuple[date | None, ...] = ()  # since each reopening, in turn

    def until(self, stop: datetime) -> list[Step]:
        return [step for step in self.steps if step[0] < stop]

    def open_at(self, stop: datetime) -> bool:
        """Whether it is open the moment before."""
        if self.removed or self.reported >= stop:
            return False
        turns = [kind for _moment, kind, _word in self.until(stop) if kind != "rated"]
        return not turns or turns[-1] == "reopened"

    def came(self, start: datetime, stop: datetime) -> str:
        """How it came into a month: one way at most, however often it was opened again."""
        if self.open_at(start):
            return "carried_over"
        if not self.removed and start <= self.reported < stop:
            return "received"
        taken_up = any(at >= start and kind == "reopened" for at, kind, _word in self.until(stop))
        return "reopened" if taken_up and not self.removed else ""

    def went(self, start: datetime, stop: datetime) -> str:
        """How it left a month: open, or as it was closed last."""
        if self.open_at(stop):
            return "open"
        closings = [step for step in self.until(stop) if step[1] in {"closed", "merged"}]
        if self.removed or not closings or closings[-1][0] < start:
            return ""
        _at, kind, word = closings[-1]
        return word if kind == "closed" else kind

    def due_at(self, stop: datetime) -> date | None:
        """By when it is due the moment before."""
        turns = sum(kind == "reopened" for _moment, kind, _word in self.until(stop))
        return (self.due, *self.dues)[turns] if self.dues else self.due

    def group(self) -> str:
        return GROUPS[self.category]


@st.composite
def lives(draw: st.DrawFn) -> Life:
    moments = sorted(set(draw(st.lists(MOMENTS, min_size=1, max_size=6))))
    steps: list[Step] = []
    is_open, rateable = True, False
    for moment in moments[1:]:
        if is_open:
            kind, word = draw(st.sampled_from(ENDS))
            steps.append((moment, kind, word))
            is_open, rateable = False, word != "declined"
        elif rateable and draw(st.booleans()):
            steps.append((moment, "rated", draw(st.sampled_from(SAID))))
        else:
            steps.append((moment, "reopened", "in_progress"))
            is_open = True
    return Life(
        category=draw(st.sampled_from(sorted(GROUPS))),
        building=draw(st.sampled_from(BUILDINGS)),
        due=draw(st.none() | DAYS),
        removed=draw(st.integers(0, 9)) == 0,
        reported=moments[0],
        steps=tuple(steps),
        dues=tuple(draw(DAYS) for _at, kind, _word in steps if kind == "reopened"),
    )


@pytest.fixture(scope="module")
def memory() -> Tx:
    return in_memory(NOW)


@contextlib.contextmanager
def written(memory: Tx, lives_: list[Life], *, before: datetime | None = None) -> Iterator[Tx]:
    """Hold the issues in a database, up to a moment, while it is looked at.

    They are deleted afterwards: a report makes tables of its own, and SQLite reads the whole schema
    anew where such a change is taken back.
    """
    try:
        records = Records(memory)
        ids = {code: records.building(code) for code in BUILDINGS if code}
        for life in lives_:
            if before is not None and life.reported >= before:
                continue
            steps = life.steps if before is None else life.until(before)
            records.issue(
                kept(life.reported),
                *((kept(moment), kind, word) for moment, kind, word in steps),
                category=life.category,
                due=life.due,
                dues=life.dues[: sum(kind == "reopened" for _at, kind, _word in steps)],
                building=ids[life.building] if life.building else None,
                removed=life.removed,
            )
        yield memory
    finally:
        for table in ("issue_event", "issue", "building"):
            memory.write(f"DELETE FROM {table}")


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CHINA)


def flow_counts(lives_: list[Life], stretch: Stretch) -> Counter[str]:
    """Count one issue after the other, by its own diary."""
    start, stop = midnight(stretch.first), midnight(stretch.next.first)
    counted: Counter[str] = Counter()
    for life in lives_:
        if life.removed:
            continue
        counted[life.came(start, stop)] += 1
        counted[life.went(start, stop)] += 1
        due = life.due_at(stop)
        counted["overdue"] += life.open_at(stop) and due is not None and due < stop.date()
        if due and stretch.first <= due <= stretch.last and life.reported < stop:
            day_over = midnight(due + timedelta(days=1))
            counted["due"] += 1
            counted["on_time"] += life.reported < day_over and not life.open_at(day_over)
    del counted[""]
    return counted


def rating_counts(lives_: list[Life], stretch: Stretch) -> Counter[str]:
    start, stop = midnight(stretch.first), midnight(stretch.next.first)
    counted: Counter[str] = Counter()
    for life in lives_:
        if life.removed or life.reported >= stop:
            continue
        said = [word for at, kind, word in life.until(stop) if kind == "rated" and at >= start]
        if said:
            counted[said[-1]] += 1
        elif not life.open_at(stop):
            closing = max(step for step in life.until(stop) if step[1] in {"closed", "merged"})
            counted["unrated"] += closing[0] >= start and closing[2] != "declined"
    return counted


def assert_recounted(figures: PeriodFigures, lives_: list[Life], stretch: Stretch) -> None:
    assert_same(figures.total, flow_counts(lives_, stretch))
    assert_same(figures.ratings, rating_counts(lives_, stretch))
    for group in figures.groups:
        mine = [life for life in lives_ if life.group() == group.group]
        assert_same(group.flow, flow_counts(mine, stretch))
        assert_same(group.ratings, rating_counts(mine, stretch))
        assert group.received_before == flow_counts(mine, stretch.previous)["received"]
    named = {figures.building: figures.flow for figures in figures.buildings}
    for code in BUILDINGS:
        mine = [
            life for life in lives_ if (None if life.category == "harm" else life.building) == code
        ]
        counts = flow_counts(mine, stretch)
        if code in named:
            assert_same(named[code], counts)
        else:
            assert not counts["carried_over"] + counts["received"] + counts["reopened"]


def assert_same(figures: object, counts: Counter[str]) -> None:
    names = getattr(type(figures), "__slots__", ())
    assert {name: getattr(figures, name) for name in names} == {
        name: counts[name] for name in names
    }


@given(st.lists(lives(), max_size=8), st.sampled_from(MONTHS))
def test_figures_are_those_of_a_slow_recount_and_stay_whatever_happens_later(
    memory: Tx, lives_: list[Life], stretch: Stretch
) -> None:
    """So what is open when a month ends is what the next begins with: the recount asks one diary."""
    stop = midnight(stretch.next.first)
    with written(memory, lives_, before=stop) as tx:
        then = period_figures(tx, stretch)
    with written(memory, lives_) as tx:
        figures = period_figures(tx, stretch)
    assert_recounted(figures, lives_, stretch)
    still_open = [life for life in lives_ if life.open_at(stop)]
    assert len(figures.open_issues) == sum(life.category != "harm" for life in still_open)
    assert figures.unlisted == sum(life.category == "harm" for life in still_open)
    if figures.previous is not None:
        assert_same(figures.previous, flow_counts(lives_, stretch.previous))
    assert (figures.groups, figures.buildings) == (then.groups, then.buildings)
    assert [_without_steward(i) for i in figures.open_issues] == [
        _without_steward(i) for i in then.open_issues
    ]


def _without_steward(issue: object) -> object:
    return {name: getattr(issue, name) for name in type(issue).__slots__ if name != "number"}  # type: ignore[attr-defined]


@given(
    st.lists(
        st.lists(
            st.tuples(MOMENTS, st.sampled_from(["closed", "reopened"]), st.sampled_from(CLOSED)),
            max_size=5,
        ),
        max_size=4,
    ),
    st.sampled_from(MONTHS),
)
def test_report_adds_up_even_when_events_are_out_of_order(
    memory: Tx, diaries: list[list[Step]], stretch: Stretch
) -> None:
    lives_ = [
        Life(category="lighting", building=None, due=None, removed=False,
             reported=midnight(date(2026, 9, 15)), steps=tuple(diary))
        for diary in diaries
    ]  # fmt: skip
    with written(memory, lives_) as tx:
        total = period_figures(tx, stretch).total
    assert total.carried_over + total.received + total.reopened == total.closed + total.open
    assert min(getattr(total, name) for name in type(total).__slots__) >= 0
