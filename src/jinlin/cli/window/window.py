"""The talk in the window: a line is a number, a walk or a command, and the next one follows."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TextIO, cast

from jinlin.cli.faults import tell_stopped, unexpected
from jinlin.cli.main import STOPPED, run
from jinlin.cli.nouns import HELP as HELP_WORDS
from jinlin.cli.nouns import root
from jinlin.cli.window.kept_lines import KeptLines
from jinlin.cli.window.line_words import ListedRecords, NotListedError, on_listed
from jinlin.cli.window.menu import (
    MenuItem,
    item_called,
    items_under,
    main_menu,
    menu_before_founding,
    menu_lines,
    noun_alone,
    title_of,
)
from jinlin.cli.window.plain_lines import PlainLines
from jinlin.cli.window.walks import WALKS
from jinlin.core import config, i18n
from jinlin.core.call import Call
from jinlin.core.config import database_path
from jinlin.core.errors import JinlinError
from jinlin.core.i18n import N_, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.reference import NAMED
from jinlin.core.typed import quoted, words_of
from jinlin.output.asking import YES
from jinlin.output.command.kind import TYPED
from jinlin.output.command.line import Line, line_of
from jinlin.output.listing.screen import screen_width
from jinlin.store.command.command import saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol, TypeAlias

    from jinlin.cli.window.completion import Offer, Offering
    from jinlin.cli.window.leading import WalkPlace

    Offers: TypeAlias = Callable[[str], Iterable[Offer]]

    class LineReader(Protocol):
        """What reads what she types; `prompt.Prompt` on a terminal."""

        def remember(self, lines: Iterable[str]) -> None:
            """Let lines of earlier days be found again."""

        def line(self, before: str, offers: Offers, hint: str) -> str:
            """Return the next line; `EOFError` leaves, `KeyboardInterrupt` drops it."""

        def answer(self, prompt: str, offers: Offers) -> str:
            """Return what is answered to a question; `KeyboardInterrupt` where nothing is."""


LEAVE: Final = ("0", "退出", "离开", "再见", "exit", "quit", "q")
MENU: Final = ("菜单", "menu")
BACK: Final = ("返回", "回去", "取消", "back", "cancel")
"""What leads back to the list of the day and the menu below it."""
HELP: Final = ("?", "？")
KEYS: Final = (
    N_("A number chooses; behind a list it is that one: 12, or 12 close 已换灯泡"),
    N_("A command alone is enough, such as issue close: what it needs is asked for."),
    N_("At a question: ? explains it, < goes back, Enter skips it, cancel leaves it all."),
    N_("undo takes back what was saved last; Enter alone shows the menu."),
    N_("friday, monthly, board, calls, payment, handover lead step by step."),
    N_("All commands: help; how one is used: help issue close"),
)
"""What `?` tells in the window, in so few lines that all of them are seen."""
SKIP: Final = ("-", "－")
"""What leaves out a command in a walk, whoever asks."""


class TypingWindow:
    """Commands typed one after another in one process.

    Args:
        call: the command that opened it.
        prompt: reads what is typed.
    """

    def __init__(self, call: Call, prompt: LineReader) -> None:
        self.prompt = prompt
        said = {"JINLIN_DB": call.database, "JINLIN_LANG": call.language, "JINLIN_USER": call.user}
        given = {name: value for name, value in said.items() if value}
        variables = {**call.environment.variables, **given}  # what was said holds for every line
        self.root = root()
        stdout, stderr = (
            cast("TextIO", PlainLines(stream, {*self.root.words, *self.root.commands, *HELP_WORDS}))
            for stream in (call.environment.stdout, call.environment.stderr)
        )
        here = call.environment._replace(
            window=self, variables=variables, stdout=stdout, stderr=stderr
        )
        self.call = Call(here, command="shell")
        self.kept = KeptLines(database_path(self.call))
        self.founded = False
        self.items: Sequence[MenuItem] = ()
        self.above = ""
        self.records = ListedRecords()
        self.walked: dict[str, WalkPlace] = {}
        self._offering: Offering | None = None
        self.leading = self.left_out = self.went_back = False
        self.refusal: Sequence[str] = ()
        self.proposal: Sequence[str] = ()
        self._safe = self._inside = False
        self._line: Line | None = None
        self.named: dict[str, str] = {}
        self._told: dict[str, str] = {}
        self._fresh: ListedRecords | None = None

    def stay(self) -> None:
        """Show the day and the menu, then carry out what is typed until she leaves."""
        if database_path(self.call).is_file():
            self._begin_day()
        else:
            self.say(_("There is no database here yet. A few questions, and it is made."))
            self.run(["init"])
            if not self.founded:
                self.show_menu()
        gc.freeze()  # what was loaded so far stays; who stays all day must look for the rest
        gc.enable()
        going_on = True
        while going_on:
            with suppress(KeyboardInterrupt):  # between two lines there is nothing to stop
                going_on = self._take_next()
        self.kept.shorten()

    def _begin_day(self) -> None:
        """Show the day and the menu of a database that is there."""
        self.founded = True
        self.run(["today"], quietly=True)
        self.show_menu()
        self.prompt.remember(self.kept.latest())

    def _take_next(self) -> bool:
        """Carry out the next line; return whether she stays."""
        self._speak()
        try:
            line = self.prompt.line(self._before(), self._offers, self._hint())
        except KeyboardInterrupt:
            self.show_menu()
            return True
        except EOFError:
            return False
        if line.strip() in LEAVE and not (line.strip() == "0" and (self.above or not self.items)):
            return False
        self._take_or_say(line)
        return True

    def _before(self) -> str:
        """Return what stands before the line; it says what a number means."""
        if self.items:
            return _("jinlin [{menu}]> ").format(menu=self.above or _("menu"))
        return _("jinlin [list]> ") if self.records.numbers else _("jinlin> ")

    def _hint(self) -> str:
        """Return what can be typed now, for a line on which nothing stands yet."""
        keys = _("Enter: menu   ?: help   Ctrl+D: leave")
        if self.items:
            return _("A number chooses   {keys}").format(keys=keys)
        if not self.records.numbers:
            return keys
        return _("{example} or another number: that one   {keys}").format(
            example=self.records.numbers[0], keys=keys
        )

    def _take_or_say(self, line: str) -> None:
        """Carry out a line; whatever goes wrong with it is said, and the next one follows."""
        saved.clear()
        try:
            if not self._takes_proposal(line):
                self.take(line)
        except JinlinError as error:
            self.say(_("Error: {message} {hint}").format(message=error.message, hint=error.hint))
        except KeyboardInterrupt:
            tell_stopped(self.call.environment)
            self.show_menu()
        except Exception as error:  # noqa: BLE001  (a fault of one line ends no window)
            unexpected(error, words_of(line), self.call.environment, as_json=False)

    def _takes_proposal(self, line: str) -> bool:
        """Carry out what was just proposed, and return true, where a line agrees to it."""
        proposal, self.proposal = self.proposal, ()
        if not proposal or line.strip().lower() not in YES:
            return False
        self._run_or_menu(proposal)
        return True

    def take(self, line: str) -> None:
        """Carry out a line.

        Raises:
            UsageError: it begins with a number that means nothing now.
            KeyboardInterrupt: she wants something else.
        """
        words = words_of(line)
        if not words or words[0] in MENU or words == ["0"]:
            self.show_menu()
            return
        if len(words) == 1 and words[0] in BACK:
            if self.founded:
                self.run(["today"], quietly=True)
            self.show_menu()
            return
        if words[0] in HELP:
            for text in KEYS:
                self.say(_(text))
            return
        if self._chooses(words):
            return
        try:
            meant: list[Sequence[str]] = [
                *on_listed(words, self.records, last_issue=self.named.get("issue", ""))
            ]
        except NotListedError as refused:
            meant = [self._issue_meant(words, refused)]
        self._run_or_menu(self._which(meant) if meant else words)

    def _chooses(self, words: Sequence[str]) -> bool:
        """Do what a line chooses that is no command; return whether it is such a line."""
        said = " ".join(words)
        if len(words) == 1 and self.items and said.isdecimal():
            if not 1 <= int(said) <= len(self.items):
                return False
            self.choose(self.items[int(said) - 1])
        elif walk := next((name for name, called in WALKS.items() if said in called), None):
            self.walk(walk)
        elif (len(words) > 1 or said not in self.root.words) and (
            item := item_called(said, self.root)
        ):
            self.choose(item)
        elif noun := noun_alone(words, self.root):
            self.choose(noun)
        else:
            return False
        return True

    def _issue_meant(self, words: Sequence[str], refused: NotListedError) -> Sequence[str]:
        """Return the line about issues on no list whose numbers were typed, once she agrees.

        Raises:
            NotListedError: there are no such issues.
            KeyboardInterrupt: they are not meant.
        """
        from jinlin.cli.line.on_record import OnRecord
        from jinlin.output.asking import agreed

        with OnRecord(self.call) as record:
            if not all(record.numbered("issue", number) for number in refused.numbers):
                raise refused
        line = ["issue", words[1], ",".join(refused.numbers), *words[2:]]
        self.say(refused.message)
        said = as_spoken(" ".join(map(quoted, line)))
        agreed(
            self.call,
            _("Enter does it with the issue: {line}, cancel leaves it: ").format(line=said),
        )
        return line

    def _run_or_menu(self, words: Sequence[str]) -> None:
        """Carry a command out; where she stopped it, show what can be chosen now."""
        if self.run(words) == STOPPED:
            self.show_menu()

    def _which(self, commands: Sequence[Sequence[str]]) -> Sequence[str]:
        """Return which of several commands is meant, asked for."""
        if len(commands) == 1:
            return commands[0]
        from jinlin.cli.line.understood import which_line

        lines = [as_spoken(" ".join(map(quoted, command))) for command in commands]
        unclear = _("The number is a place on the list, and that of another record.")
        return commands[which_line(self.call, unclear, lines)]

    def choose(self, item: MenuItem) -> None:
        """Do what a line of the menu says."""
        if item.walk in WALKS:
            self.walk(item.walk)
        elif item.under:
            self.show_menu(items_under(item, self.root), above=title_of(item))
        else:
            self._run_or_menu(item.command)

    def walk(self, name: str) -> None:
        """Lead through a walk, from where it was left."""
        from jinlin.cli.window.leading import lead

        try:
            lead(self, name)
        finally:
            self.show_menu()

    def show_menu(self, items: Sequence[MenuItem] = (), *, above: str = "") -> None:
        """Show what can be chosen by a number.

        Args:
            items: the choices; those of the beginning otherwise.
            above: the choice under which they stand.
        """
        self._speak()
        beginning = main_menu() if self.founded else menu_before_founding()
        self.items, self.above = items or beginning, above
        self.say("")
        last = _("Back") if above else _("Leave")
        for line in menu_lines(self.items, last, screen_width(self.call)):
            self.say(line)

    def run(self, words: Sequence[str], *, quietly: bool = False) -> int:
        """Carry out a command as if it was a process of its own, and say which it was.

        Args:
            words: its words.
            quietly: say nothing of the line, nor keep it.

        Returns:
            Its exit code.
        """
        self._forget()
        if not (quietly or self._safe):
            from jinlin.cli.window.opening import keep_first_state

            keep_first_state(self.call)
            self._safe = True
        self._inside = True
        try:
            code = run(words, self.call.environment)
        except SystemExit:  # whatever would leave the process leaves its command alone
            code = 1
        finally:
            self._inside = False
        self._speak()
        if self._fresh is not None and self._fresh.numbers:
            self.items, self.above = (), ""
            own = self._line.command[:-1] if self._line else ()
            self.records = self._fresh._replace(noun=self._fresh.noun or own)
        if self._line is not None and not quietly:
            self.say(f"＝ {self._line.text}")
            from jinlin.cli.window.opening import history_wanted

            with suppress(JinlinError):
                if history_wanted(self.call):
                    self.kept.add(self._line.impersonal)
                else:
                    self.kept.forget()
        if not self.founded and database_path(self.call).is_file():
            self._begin_day()
        return code

    def _offers(self, text: str) -> Iterable[Offer]:
        """Return what fits behind a text."""
        return self._completion().after(text, self.records)

    def _completion(self) -> Offering:
        """Return what finds that; nothing of it is loaded before something is typed."""
        if self._offering is None:
            from jinlin.cli.window.completion import Offering

            self._offering = Offering(self.call, self.root)
        return self._offering

    def _forget(self) -> None:
        """Let go of what belonged to the command before."""
        self._line, self._fresh, self.refusal = None, None, ()

    def say(self, text: str) -> None:
        """Say a line."""
        self.call.environment.tell(text)

    def _speak(self) -> None:
        """Speak the language that is set; a command may have spoken another one, or set it."""
        try:
            i18n.install(config.language(None, self.call.environment))
        except JinlinError:
            i18n.install("zh")

    def ask(self, prompt: str, choices: Sequence[str] = (), param: Any = None) -> str:
        """Return what is answered to a prompt of a command (see `core.call.Window`)."""
        *above, last = prompt.split("\n")
        for line in above:
            self.say(line)

        def offers(text: str) -> Iterable[Offer]:
            found = self._completion()
            return found.among(choices, text) if choices else found.values_of(param, text)

        answer = self.prompt.answer(last, offers)
        if self.leading and answer.strip() in SKIP:
            from jinlin.cli.window.leading import LeftOutError

            self.left_out = True
            raise LeftOutError
        return answer

    def at_first_question(self) -> None:
        """Say that a command asks nothing before; in a walk what led to it is asked again.

        Raises:
            LedBackError: that.
        """
        if not self.leading or not self._inside:
            self.say(_("This is the first question."))
            return
        from jinlin.cli.window.leading import LedBackError

        self.went_back = True
        raise LedBackError

    def listed(
        self,
        records: Mapping[str, str],
        noun: Sequence[str] | None = None,
        places: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Keep what a command has just listed."""
        self._fresh = ListedRecords(noun or (), records, places)

    def told(self, number: str) -> None:
        """Keep the number of what was written."""
        self._told |= {
            kind: number for kind, shape in NAMED.items() if shape.fullmatch(number.lower())
        }

    def refused(self, message: str, hint: str) -> None:
        """Keep why a command was refused, and how that is put right."""
        self.refusal = message, hint

    def proposed(self, words: Sequence[str]) -> None:
        """Keep a line that is carried out only where the next answer is yes."""
        self.proposal = words

    def ran(self, ctx: Any) -> None:
        """Keep which command was carried out, and the records that it named."""
        self._line = line_of(ctx)
        if ctx.meta.get(TYPED):
            from jinlin.cli.line.understood import records_named

            self._told = records_named(ctx) | self._told
        for kind in self._told:
            self.named.pop(kind, None)
        self.named |= self._told
        self._told = {}
