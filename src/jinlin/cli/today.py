"""`jinlin today`: what wants doing, each with the command to type next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, TypeAlias

from jinlin.core.call import Call, Environment
from jinlin.core.clock import WEEKDAY_NAMES
from jinlin.core.i18n import N_, _
from jinlin.core.text import shown, wrapped
from jinlin.output.contribution.rooms import contributed
from jinlin.output.contribution.today_lines import TodayLine, TodaySection, Waiting
from jinlin.output.listing.stream import handing_on, print_json
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

Found: TypeAlias = Mapping[TodaySection, Waiting]

FIVE: Final = (
    N_("jinlin issue add 路灯不亮 --category 公共照明"),
    "jinlin issue list",
    "jinlin issue board",
    N_("jinlin household visit 3-1-502 --result 老人身体好"),
    "jinlin --help",
)


def today(call: Call) -> None:
    print_today(call, first_steps=False)


def print_first_page(environment: Environment) -> bool:
    """Print the page of a bare `jinlin`: the day, and five things to type.

    Returns:
        Whether there is a database; nothing is printed where there is none.
    """
    from jinlin.core.config import database_path

    call = Call(environment=environment, command="today")
    if not database_path(call).is_file():
        return False
    print_today(call, first_steps=True)
    return True


def print_today(call: Call, *, first_steps: bool) -> None:
    """Print what wants doing.

    Args:
        call: the command.
        first_steps: whether to add five things to type.
    """
    with reading(call) as reader:
        day = reader.clock.today
        name = reader.value("SELECT name FROM complex") or ""
        found = _found(reader)
    stdout = call.environment.stdout
    if call.json:
        with handing_on(stdout):
            print_json(stdout, _data(day, found))
        return
    from jinlin.output.listing.screen import screen_width

    columns = screen_width(call)
    lines = _page(day, name, found, first_steps=first_steps)
    with handing_on(stdout):
        stdout.writelines(f"{line}\n" for text in lines for line in _hanging(shown(text), columns))


def _hanging(text: str, columns: int) -> Iterator[str]:
    """Break a line at the width of the screen; what follows keeps its indent."""
    indent = " " * (len(text) - len(text.lstrip()))
    first, *rest = wrapped(text.strip(), max(20, columns - len(indent) - 2))
    yield f"{indent}{first}"
    yield from (f"{indent}  {line}" for line in rest)


def _found(reader: Reader) -> Found:
    """Return what waits, in the order of the page, with texts as listings show them."""
    from jinlin.output.listing.listed_texts import as_listed

    sections = sorted(section for room in contributed("today") for section in room.SECTIONS)
    found = {section: section.waiting(reader) for section in sections}
    told = as_listed(reader, (e.text for kind in found.values() for e in kind.first if e.text))
    return {
        section: kind._replace(
            first=tuple(e._replace(text=told.get(e.text, e.text)) for e in kind.first)
        )
        for section, kind in found.items()
    }


def _next(section: TodaySection, first: TodayLine) -> str:
    """Return what to type next."""
    return _(section.next).format(number=first.number, who=first.who, day=first.day)


def _data(day: date, found: Found) -> dict[str, Any]:
    return {"day": day.isoformat()} | {
        section.key: {"total": kind.total, "first": [entry.data for entry in kind.first]}
        | ({"next": _next(section, kind.first[0])} if kind.first else {})
        for section, kind in found.items()
    }


def _page(day: date, name: str, found: Found, *, first_steps: bool) -> Iterator[str]:
    yield _("{complex}, {day} {weekday}").format(
        complex=name, day=day, weekday=_(WEEKDAY_NAMES[day.weekday()])
    )
    waiting = {section: kind for section, kind in found.items() if kind.total}
    if not waiting:
        yield _("Nothing is waiting today. Have a look around the complex, or rest a little.")
    for section, kind in waiting.items():
        yield ""
        yield _("{what}: {count}").format(what=_(section.heading), count=kind.total)
        for line in kind.first:
            yield f"  {_line(line, day)}"
        more = kind.total - len(kind.first)
        if more > 0:
            yield "  " + _("… and {count} more").format(count=more)
        yield f"  → {_next(section, kind.first[0])}"
    if first_steps:
        yield ""
        yield _("Things to type:")
        yield from (f"  {_(command)}" for command in FIVE)


def _line(line: TodayLine, day: date) -> str:
    facts = [
        fact for fact in ((line.day or "").removeprefix(f"{day.year}-"), line.who or "") if fact
    ]
    said = f"{line.number} {line.text}".strip()
    return f"{said}（{'，'.join(facts)}）" if facts else said
