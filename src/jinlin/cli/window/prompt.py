"""The line she types in: wide characters, earlier lines, a menu of what fits (prompt_toolkit)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app_session
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.output.vt100 import Vt100_Output

from jinlin.cli.window.interrupts import unheard

if TYPE_CHECKING:
    from jinlin.cli.window.completion import Offer

Offers: TypeAlias = "Callable[[str], Iterable[Offer]]"


class _Offering(Completer):
    """What fits at the end of the line.

    What was found for a text is kept for it: the library asks once for each key, all at the end
    where many come at once.
    """

    def __init__(self) -> None:
        self._offers: Offers = lambda _text: ()
        self._found: tuple[str, Sequence[Offer]] = ("", ())

    def begin(self, offers: Offers) -> None:
        """Offer from now on what a function finds."""
        self._offers, self._found = offers, ("", ())

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterable[Completion]:
        """Yield what may stand at the cursor."""
        text = document.text_before_cursor
        if self._found[0] != text:
            self._found = text, [*self._offers(text)]
        for offer in self._found[1]:
            yield Completion(offer.text, start_position=-offer.replaces, display_meta=offer.meaning)


class Prompt:
    """Reads lines and answers from the terminal."""

    def __init__(self) -> None:
        self._lines_offer, self._answers_offer = _Offering(), _Offering()
        self._history = InMemoryHistory()
        output = get_app_session().output
        if isinstance(output, Vt100_Output):  # it is not asked where its cursor is: not all answer
            output.enable_cpr = False
        self._lines: PromptSession[str] = self._session(self._lines_offer, self._history)
        self._answers: PromptSession[str] | None = None

    @staticmethod
    def _session(offering: Completer, history: InMemoryHistory) -> PromptSession[str]:
        return PromptSession(
            completer=offering, complete_while_typing=True, history=history,
            reserve_space_for_menu=5,
        )  # fmt: skip

    def remember(self, lines: Iterable[str]) -> None:
        """Let the arrow keys find lines of earlier days, the latest of them first."""
        for line in reversed([*lines]):
            self._history.append_string(line)

    def line(self, before: str, offers: Offers, hint: str) -> str:
        """Return the next line.

        Args:
            before: what stands before it.
            offers: what fits behind a text.
            hint: what stands behind it, in grey, as long as nothing is typed.

        Raises:
            EOFError: she leaves.
            KeyboardInterrupt: the line is dropped.
        """
        self._lines_offer.begin(offers)

        def in_grey() -> StyleAndTextTuples:
            return [("class:placeholder", "" if self._lines.app.is_done else hint)]

        with unheard():
            return self._lines.prompt(before, placeholder=in_grey, handle_sigint=False)

    def answer(self, prompt: str, offers: Offers) -> str:
        """Return what is answered.

        Args:
            prompt: what is asked, in one line.
            offers: what fits behind a text.

        Raises:
            KeyboardInterrupt: nothing is to be done after all.
        """
        if self._answers is None:  # it costs a fortieth of opening the window
            self._answers = self._session(self._answers_offer, InMemoryHistory())
        self._answers_offer.begin(offers)
        try:
            with unheard():
                return self._answers.prompt(prompt, handle_sigint=False)
        except EOFError as error:
            raise KeyboardInterrupt from error
