"""What docs/architecture.md draws from the code: floors, tables, an issue's life, the gates.

python scripts/pictures.py     write the parts between the marks anew
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from jinlin.core import i18n
from jinlin.elevator.rules.gates import GATES, GateFacts
from jinlin.elevator.rules.stages import STAGES
from jinlin.issue.rules.statuses import CLOSED, OPEN, STEPS, Status
from jinlin.works.gates import Requirement

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "architecture.md"
SOURCE = ROOT / "src" / "jinlin"
SCHEMA = SOURCE / "store" / "schema"
MOST: Final = 4
"""A step that so many open statuses allow is drawn once, from all of them together."""
PART = re.compile(
    r"(<!-- drawn from the code: (\w+) -->\n).*?(<!-- end of what is drawn -->)", re.DOTALL
)


@cache
def layers(inside: str = "jinlin") -> list[str]:
    """Return the floors of the house or of a room from the top, as its import contract has them."""
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    [found] = [
        contract["layers"]
        for contract in said["contracts"]
        if contract.get("containers") == [inside]
    ]
    return list(found)


def rooms() -> list[str]:
    """Return the rooms from the top floor down."""
    return [room.strip() for layer in layers() for room in layer.split("|")]


@cache
def owners() -> dict[str, str]:
    """Return which room each table belongs to: the section of the schema script it stands in."""
    owner: dict[str, str] = {}
    for script in sorted(SCHEMA.glob("*.sql")):
        room = "store"
        for line in script.read_text("utf-8").splitlines():
            if line.removeprefix("-- ") in rooms():
                room = line.removeprefix("-- ")
            if match := re.match(r"CREATE TABLE (\w+)", line):
                owner[match[1]] = room
            if match := re.match(r"ALTER TABLE (\w+) RENAME TO (\w+)", line):
                owner[match[2]] = owner.pop(match[1])
    return owner


def floors() -> str:
    """Draw the rooms, each above those it may use."""
    names = [layer.replace(" | ", " · ") for layer in layers()]
    arrows = [f"  f{number} --> f{number + 1}" for number in range(len(names) - 1)]
    return _mermaid("flowchart TD", [f'  f{n}["{name}"]' for n, name in enumerate(names)] + arrows)


def packages() -> str:
    """List the packages of each room, each above those it may use."""
    rows = [f"| `{room}` | {_row(layers(f'jinlin.{room}'))} |" for room in rooms()]
    return "\n".join(["| room | its packages and modules, top first |", "|---|---|", *rows])


def _row(floors: list[str]) -> str:
    return " → ".join(floors).replace(" | ", " · ")


def elevator() -> str:
    """Draw the packages of the elevator, each above the next it uses."""
    names = [name.strip() for layer in layers("jinlin.elevator") for name in layer.split("|")]
    packages = [name for name in names if (SOURCE / "elevator" / name).is_dir()]
    uses = {name: _used_by(SOURCE / "elevator" / name) & {*packages} - {name} for name in packages}
    below: dict[str, set[str]] = {}
    for name in reversed(packages):
        below[name] = uses[name].union(*(below[used] for used in uses[name]))
    arrows = [
        f"  {name} --> {used}"
        for name in packages
        for used in packages
        if used in uses[name] and not any(used in below[other] for other in uses[name])
    ]
    return _mermaid("flowchart TD", arrows)


def _used_by(folder: Path) -> set[str]:
    """Return the packages of a room that a folder of it names in its imports."""
    named = re.compile(rf"^\s*from jinlin\.{folder.parent.name}\.(\w+)", re.MULTILINE)
    return {
        used for file in folder.rglob("*.py") for used in named.findall(file.read_text("utf-8"))
    }


def tables() -> str:
    """List the tables by room."""
    by_room: Mapping[str, list[str]] = defaultdict(list)
    for table, room in owners().items():
        by_room[room].append(f"`{table}`")
    rows = [f"| `{room}` | {', '.join(sorted(by_room[room]))} |"
            for room in rooms() if by_room[room]]  # fmt: skip
    return "\n".join(["| room | tables |", "|---|---|", *rows])


def life_of_an_issue() -> str:
    """Draw the steps that change a status, those from most open statuses as one arrow from open."""
    found: Mapping[tuple[str, str], list[str]] = defaultdict(list)
    for step in STEPS:
        if step.after is None:
            continue
        from_open = len(step.before & OPEN) >= MOST
        sources = ["open"] if from_open else sorted(step.before, key=list(Status).index)
        for before in sources:
            said = step.kind.msgid
            if said not in found[before, step.after] and before != step.after:
                found[before, step.after].append(said)
    lines = ["  state open {", f"    [*] --> {Status.REPORTED}"]
    lines += [f'    state "{status.msgid}" as {status}' for status in Status
              if status in OPEN]  # fmt: skip
    lines.append("  }")
    lines += [f'  state "{status.msgid}" as {status}' for status in Status
              if status in CLOSED]  # fmt: skip
    lines += [f"  {one} --> {next_}: {', '.join(said)}" for (one, next_), said in found.items()]
    return _mermaid("stateDiagram-v2", lines)


def gates() -> str:
    """List what an elevator project must have before it enters a stage."""
    rows = []
    for stage in STAGES:
        missing = [_said(asked) for asked in GATES.get(stage, ())]
        rows.append(f"| {stage.place} | {stage.msgid} | {'; '.join(missing)} |")
    return "\n".join(["| | stage | what bars the way |", "|---|---|---|", *rows])


def _said(asked: Requirement[GateFacts]) -> str:
    reason = asked.reason if asked.told is None else asked.reason._replace(values={"count": "n"})
    return reason.text()


def _mermaid(kind: str, lines: list[str]) -> str:
    return "\n".join(["```mermaid", kind, *lines, "```"])


PARTS: Final[Mapping[str, Callable[[], str]]] = {
    "floors": floors,
    "packages": packages,
    "elevator": elevator,
    "tables": tables,
    "issue": life_of_an_issue,
    "gates": gates,
}


def drawn(text: str) -> str:
    """Return the page with every part as the code has it now."""
    i18n.install("en")
    return PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}\n{part[3]}", text)


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text("utf-8")), "utf-8")
