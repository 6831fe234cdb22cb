"""Where a command starts and ends: language first, then the words, then one exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, cast

from jinlin.core import config, i18n
from jinlin.core.call import Call, Environment
from jinlin.core.clock import SaidDays
from jinlin.core.days.said_days import UnclearDayError
from jinlin.core.errors import FileError, JinlinError, StoreError, UsageError
from jinlin.core.i18n import _
from jinlin.core.line.option_names import spellings_of
from jinlin.core.naming import taken_for
from jinlin.output.listing.stream import Asides, handing_on, has_gone, let_go, was_saved

STOPPED = 130


def main() -> None:
    """Run one command and leave with its exit code."""
    if getattr(sys, "frozen", False):  # then Python is within this program and none beside it
        from jinlin.exchange.file import opener

        if sys.argv[1:] == [opener.OPEN]:
            sys.exit(opener.main())
    gc.disable()  # a command lives for a moment; looking for cycles costs a large one a third more
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    if "_JINLIN_COMPLETE" in os.environ:  # a shell asks what may come next
        from jinlin.cli.shell_completion import complete

        sys.exit(complete(Environment.of_process()))
    code = run(sys.argv[1:], Environment.of_process())
    gc.freeze()  # nor is there anything to look for at the end
    sys.exit(code)


def run(words: Sequence[str], environment: Environment) -> int:
    """Run one command.

    Returns:
        Its exit code (see docs/cli.md).
    """
    from jinlin.store.command.command import saved

    saved.clear()
    environment = environment._replace(
        stderr=cast("TextIO", Asides(environment.stderr)), said_days=SaidDays()
    )
    as_json = _said(words, "--json")
    i18n.install("zh")
    taken_for()
    try:
        i18n.install(config.language(_word_after(words, "--lang"), environment))
        _check_letters(words)
        code = _handed_on(words, environment)
    except JinlinError as error:
        from jinlin.cli.faults import report

        if error.instead is not None:
            from jinlin.cli.retyping import with_lines

            error.hint = with_lines(error, words)

        if isinstance(error, StoreError) and error.lost:
            error.hint = _way_back(error.lost, environment) or error.hint
        if environment.window is not None:
            environment.window.refused(error.message, error.hint)
        report(
            error,
            environment,
            as_json=as_json,
            verbose=_said(words, "--verbose", "-v"),
        )
        code = error.exit_code
    except KeyboardInterrupt as stopped:
        from jinlin.cli.faults import tell_stopped

        if type(stopped) is KeyboardInterrupt or was_saved():  # a walk goes on by itself
            tell_stopped(environment)
        code = STOPPED
    except BrokenPipeError:
        let_go(sys.stdout)  # whoever was reading has seen enough
        code = 0
    except Exception as error:  # noqa: BLE001  (the last resort, which keeps a report)
        from jinlin.cli.faults import unexpected

        code = unexpected(error, words, environment, as_json=as_json)
    return code


def _flush(stdout: TextIO) -> None:
    """Hand the last of the result on.

    Raises:
        FileError: where it goes is full or broken.
    """
    with handing_on(stdout):
        stdout.flush()


def _handed_on(words: Sequence[str], environment: Environment) -> int:
    """Carry a command out and hand on what it printed.

    Raises:
        BrokenPipeError: whoever was reading has gone.
    """
    try:
        code = _once_clear(words, environment)
    except OSError as error:  # of the result, if that cannot be handed on now either
        _flush(environment.stdout)
        if has_gone(error):
            raise BrokenPipeError from error
        raise
    _flush(environment.stdout)
    return code


def _once_clear(words: Sequence[str], environment: Environment) -> int:
    """Carry a command out; where a word with two readings stops it, ask and begin anew.

    Raises:
        JinlinError: nobody can be asked, or it is another error.
    """
    while True:
        try:
            return _carry_out(words, environment)
        except UnclearDayError as unclear:
            if not _can_begin_anew(words, environment):
                raise
            _ask_which(unclear, environment)
        except JinlinError as error:
            if isinstance(error, FileError) and error.missing is not None:
                from jinlin.cli.near_files import near_files

                call = Call(environment, database=_word_after(words, "--db"))
                error.instead = near_files(error.missing, words, call)
            if error.instead is None or not _can_begin_anew(words, environment):
                raise
            from jinlin.cli.retyping import asked_anew

            words = asked_anew(error, words, environment)


def _can_begin_anew(words: Sequence[str], environment: Environment) -> bool:
    """Return whether nothing was saved, and there is somebody to ask what was meant."""
    return not was_saved() and environment.interactive and not _said(words, "--yes", "-y")


def _ask_which(unclear: UnclearDayError, environment: Environment) -> None:
    """Ask which of two years is meant, or whether the only one is; keep it for the command.

    Raises:
        KeyboardInterrupt: it is not.
    """
    from jinlin.output.asking import Question, answers, confirm

    assert environment.said_days is not None
    if unclear.ahead is None:
        said = _("“{text}” has no year: it is taken for {past}.").format(
            text=unclear.text, past=unclear.past
        )
        confirm(Call(environment), said)
        environment.said_days.chosen[unclear.text] = unclear.past
        return
    both = (unclear.past, unclear.ahead)

    def one_of_both(answer: str) -> None:
        if answer not in both:
            raise unclear

    text = _("Which one is “{text}”").format(text=unclear.text)
    question = Question("", text, None, choices=both, check=one_of_both)
    [answer] = answers(Call(environment), [question])
    environment.said_days.chosen[unclear.text] = answer


def _carry_out(words: Sequence[str], environment: Environment) -> int:
    from typer import Exit

    from jinlin.cli import localisation
    from jinlin.cli.nouns import root
    from jinlin.output.delivery.show import done
    from jinlin.store.transaction.tx import AlreadyDone

    if _opens_window(words) and environment.interactive and environment.stdout.isatty():
        words = [*words, "shell"]
    elif not words:
        from jinlin.cli.today.today import print_first_page

        if print_first_page(environment):
            return 0
    window = environment.window
    command = root() if window is None else window.root
    try:
        # Typer's own main would turn Ctrl-C and a closed pipe into silent exit codes of its own.
        with command.make_context(
            "jinlin",
            list(words),
            obj=environment,
            help_option_names=[*spellings_of("--help"), "-h"],
        ) as ctx:
            command.invoke(ctx)
    except Exit as leaving:
        return int(leaving.exit_code)
    except AlreadyDone as answer:
        done(
            answer.call,
            _already(answer),
            number=answer.subject,
            data={"number": answer.subject, "repeated": True},
        )
    except localisation.ClickException as error:
        text = localisation.help_text(error)
        if text is None:
            raise localisation.translated(error) from error
        environment.stdout.write(f"{text}\n")
    return 0


def _opens_window(words: Sequence[str]) -> bool:
    """Return whether a line names no command, only the database, the language or who types."""
    place = 0
    while place < len(words):
        name, given, _value = words[place].partition("=")
        if not any(name in spellings_of(option) for option in ("--db", "--lang", "--user")):
            return False
        place += 1 if given else 2
    return place == len(words)


def _way_back(lost: Path, environment: Environment) -> str:
    """Return how a lost database comes back; empty where no way is found, or nobody waits for it.

    Backups may be large, and on a stick that fails: what was wrong is told all the same.
    """
    with suppress(Exception, KeyboardInterrupt):
        from jinlin.cli.rescue import way_back

        return way_back(lost, environment)
    return ""


def _check_letters(words: Sequence[str]) -> None:
    """Refuse what the shell handed over in another encoding; no file and no name can hold it.

    Raises:
        UsageError: it names the word.
    """
    for word in words:
        if not word.isascii() and any("\ud800" <= c <= "\udfff" for c in word):
            raise UsageError(
                _("“{text}” is not text in UTF-8.").format(
                    text=word.encode("utf-8", "replace").decode()
                ),
                hint=_("Rename the file, or type the word again."),
            )


def _already(answer: Any) -> str:
    said = answer.did.text() or answer.subject
    return _("This was done before and is not done again: {what}").format(what=said)


def _said(words: Sequence[str], option: str, *short: str) -> bool:
    """Return whether a mark is on the line, before anything is parsed."""
    return not {*spellings_of(option), *short}.isdisjoint(words)


def _word_after(words: Sequence[str], option: str) -> str | None:
    """Return the value of an option before anything is parsed."""
    spellings = spellings_of(option)
    for number, word in enumerate(words):
        name, equals, value = word.partition("=")
        if word == "--":
            return None
        if word in spellings and number + 1 < len(words):
            return words[number + 1]
        if name in spellings and equals:
            return value
    return None
