"""What can be chosen by a number: nine things, each a command, a walk, or more to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, Final, NamedTuple

from jinlin.cli.window.walks import WALKS
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.text import compact, pad, width
from jinlin.output.command.family import Family
from jinlin.output.command.noun import Noun
from jinlin.output.command.verb import Later


class MenuItem(NamedTuple):
    """One line of a menu.

    Attributes:
        label: what it says, in the user's language.
        command: what is typed by choosing it, in English words.
        walk: the file of the walk that begins instead.
        under: what there is to choose from instead, commands or walks; the verbs of a noun where
            that is its name.
    """

    label: str
    command: Sequence[str] = ()
    walk: str = ""
    under: Sequence[tuple[str, str]] | str = ()


_ELEVATOR: Final = (
    (N_("Where the project stands"), "elevator status"),
    (N_("Who pays how much"), "elevator split"),
    (N_("A quote came in"), "elevator quote add"),
    (N_("Who has agreed so far"), "elevator tally"),
    (N_("Somebody pays"), "elevator pay"),
    (N_("Who still owes"), "elevator arrears"),
    (N_("Everything of the elevator"), "elevator"),
)
_MONEY: Final = (
    (N_("Homes pay for the elevator, with a receipt"), "payment"),
    (N_("Money comes into a purse of the branch"), "branch fund income"),
    (N_("Money is spent from a purse"), "branch fund spend"),
    (N_("What each purse holds"), "branch fund balance"),
    (N_("Who still owes for the elevator"), "elevator arrears"),
)
_MEETING: Final = (
    (N_("A new meeting"), "meeting add"),
    (N_("The meetings there are"), "meeting list"),
    (N_("Something for the agenda"), "meeting item"),
    (N_("The meeting begins"), "meeting open"),
    (N_("Who was there"), "meeting attend"),
    (N_("A vote is taken"), "meeting vote"),
    (N_("What was decided"), "meeting resolve"),
    (N_("The meeting ends"), "meeting close"),
    (N_("The minutes"), "meeting minutes"),
    (N_("Everything of meetings"), "meeting"),
)
_NOTICE: Final = (
    (N_("What must hang or come down, one by one"), "board"),
    (N_("What hangs"), "notice list"),
    (N_("A new notice"), "notice post"),
    (N_("What must be public at all"), "notice matters"),
    (N_("An objection came in"), "notice object"),
    (N_("Everything of notices"), "notice"),
)

_ELSE: Final = (
    (N_("Ask residents whether they are satisfied"), "calls"),
    (N_("Hand over to the next secretary"), "handover"),
    (N_("A service day was held"), "service done"),
    (N_("Service days"), "service"),
    (N_("Surveys at the doors"), "survey"),
    (N_("A door answers a survey"), "survey answer"),
    (N_("Rate the committee and the property company"), "survey add --evaluate 业委会,物业"),
    (N_("Works in the complex"), "project"),
    (N_("Partners"), "partner"),
    (N_("Who decides what"), "notice powers"),
    (N_("Hand the month up"), "report bundle"),
    (N_("People and members"), "member"),
    (N_("Service teams"), "team"),
    (N_("Branch, venue, purses"), "branch"),
    (N_("What was done lately"), "log"),
    (N_("All there is"), ""),
)


_NOT_HERE: Final = ("init", "demo", "shell")
"""Nouns of which nothing is wanted in the window."""


def main_menu() -> list[MenuItem]:
    """Return the nine lines of the first screen; 0 leaves."""
    return [
        MenuItem(_("Note something down"), ("issue", "add")),
        MenuItem(_("To do today"), ("today",)),
        MenuItem(_("Friday's deliberation"), walk="friday"),
        MenuItem(_("The elevator"), under=_ELEVATOR),
        MenuItem(_("Money in and out"), under=_MONEY),
        MenuItem(_("Meetings"), under=_MEETING),
        MenuItem(_("On the board"), under=_NOTICE),
        MenuItem(_("The month's report"), walk="monthly"),
        MenuItem(_("Everything else"), under=_ELSE),
    ]


def menu_before_founding() -> list[MenuItem]:
    """Return what there is to choose as long as there is no database."""
    return [MenuItem(_("Make the database"), ("init",))]


def item_called(said: str, root: Noun) -> MenuItem | None:
    """Return the line of a menu that is typed as it reads; None where none is called so."""
    said = compact(said)
    for item in main_menu():
        if compact(item.label) == said:
            return item
        if not isinstance(item.under, str):
            for text, line in item.under:
                if compact(_(text)) == said:
                    return _item(text, line, root)
    return None


def noun_alone(words: Sequence[str], root: Noun) -> MenuItem | None:
    """Return the line that leads to the verbs of a noun typed without one; None for others."""
    found: Any = root
    path: list[str] = []
    for word in words:
        name = found.words.get(word, word) if isinstance(found, Noun) else ""
        if name not in getattr(found, "commands", ()):
            return None
        if not has_verbs(found.commands[name]):
            return None
        found = command_at(found, [name])
        path.append(name)
    if isinstance(found, Family):
        return None
    return MenuItem(words[-1], under=f"jinlin {' '.join(path)}")


def title_of(item: MenuItem) -> str:
    """Return what a line of the menu is called where its choices are shown."""
    return item.label.partition("  ")[0]


def items_under(item: MenuItem, root: Noun) -> list[MenuItem]:
    """Return what there is to choose from under a line."""
    if isinstance(item.under, str):
        return items_of(root, item.under.split()[1:])
    return [_item(text, line, root) for text, line in item.under]


def _item(text: str, line: str, root: Noun) -> MenuItem:
    """Return a line of a menu: a walk, a command, or a noun whose verbs are chosen from."""
    if line in WALKS:
        return MenuItem(_(text), walk=line)
    command = line.split()
    *path, last = takewhile(lambda word: not word.startswith("-"), ["", *command])
    noun = not last or has_verbs(command_at(root, path[1:]).commands[last])
    return MenuItem(_(text), () if noun else command, under=f"jinlin {line}" if noun else ())


def items_of(root: Noun, path: Sequence[str]) -> list[MenuItem]:
    """Return a line for each verb of a noun, or for each noun."""
    noun = command_at(root, path)
    found = []
    for name, command in noun.commands.items():
        if not command.hidden and name not in _NOT_HERE:
            words = [*path, name]
            label = f"{spoken_word(noun, name)}  {first_line(command)}"
            under = f"jinlin {' '.join(words)}" if has_verbs(command) else ()
            found.append(MenuItem(label, () if under else words, under=under))
    return found


def command_at(root: Noun, path: Iterable[str]) -> Any:
    """Return the noun or command of a path in English words."""
    found: Any = root
    for name in path:
        found = found.commands[name]
        if isinstance(found, Later):
            found = found.load()
    return found


def has_verbs(command: Any) -> bool:
    """Return whether a command that may not be loaded yet is a noun."""
    return command.has_verbs if isinstance(command, Later) else isinstance(command, Noun)


def spoken_word(noun: Noun, name: str) -> str:
    """Return what a verb is called in the user's language."""
    if speaking() != "zh":
        return name
    return next((word for word, meant in noun.words.items() if meant == name), name)


def first_line(command: Any) -> str:
    """Return what a command does, in a line."""
    return _(str(command.help or "")).partition("\n")[0]


def menu_lines(items: Sequence[MenuItem], last: str, columns: int) -> Iterator[str]:
    """Return the lines of a menu, several choices beside one another where they are short.

    Args:
        items: the choices.
        last: what 0 does.
        columns: how wide the screen is.
    """
    texts = [f"{number:>2} {item.label}" for number, item in enumerate(items, 1)]
    texts.append(f"{0:>2} {last}")
    cell = max(map(width, texts)) + 2
    beside = max(1, columns // cell)
    for start in range(0, len(texts), beside):
        yield "".join(pad(text, cell) for text in texts[start : start + beside]).rstrip()
