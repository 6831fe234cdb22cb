"""What is said of the account of a project: who takes the money, who handles and checks it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.elevator.money.account import checked_words, needed_account
from jinlin.elevator.money.queries import ProjectAccount
from jinlin.elevator.project.projects import Project
from jinlin.output.asking import Question, answers
from jinlin.output.command.kinds import NAME
from jinlin.person.people.queries import people_called
from jinlin.store.command.command import reading
from jinlin.store.transaction.tx import Reader

_Name: TypeAlias = Annotated[str | None, NAME.option(help=N_("In place of the project's."))]


class AccountWords(NamedTuple):
    """What is said of the account."""

    payee: _Name = None
    account: _Name = None
    handler: _Name = None
    checker: _Name = None


def account_said(call: Call, known: ProjectAccount | None, given: AccountWords) -> dict[str, str]:
    """Return what was said of the account; asked for where the project has none yet."""
    texts = given._asdict()
    if known is not None:
        return {name: text for name, text in texts.items() if text}
    labels = {
        "payee": _("Who takes the money"),
        "account": _("Into which account"),
        "handler": _("Who handles it"),
        "checker": _("Who checks it"),
    }
    said = {name: text for name, text in texts.items() if text}

    def question(name: str) -> Question:
        def check(answer: str) -> None:
            with reading(call) as reader:
                checked_words(reader, _meant(reader, {**said, name: answer}))
            said[name] = answer

        return Question(f"--{name}", labels[name], given=texts[name], check=check)

    asked = answers(call, [*map(question, texts)])
    return dict(zip(texts, asked, strict=True))


def account_with(reader: Reader, project: Project, words: Mapping[str, str]) -> ProjectAccount:
    """Return the account of a project as it is at this moment, with what was said in its place.

    Raises:
        RuleError: something was not said, and no account is named.
    """
    said = _meant(reader, words)
    if len(said) == len(ProjectAccount._fields):
        return ProjectAccount(**said)
    return needed_account(reader, project)._replace(**said)


def _meant(reader: Reader, words: Mapping[str, str]) -> dict[str, str]:
    return {
        name: text if name == "account" else _whole_name(reader, text)
        for name, text in words.items()
    }


def _whole_name(reader: Reader, text: str) -> str:
    """Return the name of who is meant by letters (`xwl`) or a number; a name as it is."""
    found = people_called(reader, text) if text.isascii() else []
    return found[0].name if len(found) == 1 else text
