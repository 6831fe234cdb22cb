"""Each setting: what it is, where its value comes from, and how a new one is checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from jinlin.complex.household.visits import VISIT_SETTING, VISITED_EVERY
from jinlin.core.call import Call, Environment
from jinlin.core.clock import DEFAULT_OFFSET, zone_of
from jinlin.core.config import (
    CHOSEN,
    DATABASE_NAME,
    database_path,
    language,
    settings,
    settings_file,
)
from jinlin.core.errors import UsageError
from jinlin.core.i18n import LANGUAGES, N_, _
from jinlin.core.money import parse_rate
from jinlin.core.naming import the_one
from jinlin.core.text import clean, compact, listed
from jinlin.core.word import Word
from jinlin.issue.record.evaluation import ASKED_AFTER
from jinlin.member.posts.carriages import OTHERS, SEATS
from jinlin.member.posts.cross_posting import TARGET
from jinlin.member.rules.posts import Body
from jinlin.output.listing.paging import OFF, PAGING
from jinlin.person.rules import parse_name
from jinlin.store.known_names import NO_NAMES
from jinlin.store.transaction.tx import Reader
from jinlin.survey.record.weights import WEIGHTS, parse_weights

MOST_DAYS: Final = 365
MOST_SEATS: Final = 99
HISTORY: Final = N_("history")
"""Whether the window keeps the lines that were typed: this, set to `OFF`, lets it keep none."""


class ValueOrigin(Word):
    """Where a value comes from."""

    OPTION = "option", N_("command line")
    ENVIRONMENT = "environment", N_("environment")
    FILE = "file", N_("settings file")
    DATABASE = "database", N_("database")
    DEFAULT = "default", N_("default")


class Value(NamedTuple):
    """A setting as it is now.

    Attributes:
        key: its name.
        value: None where there is none.
        origin: where that comes from.
        source: the option, variable or file.
        about: what it is, not yet translated.
    """

    key: str
    value: str | None
    origin: ValueOrigin
    source: str
    about: str


class Setting(NamedTuple):
    """A setting that can be set.

    Attributes:
        key: its name, as the catalogue translates it.
        words: other names for it.
        about: what it is, not yet translated.
        read: returns a value as it is kept, or raises UsageError.
        default: what holds where nobody said anything.
        in_file: it belongs to this computer's settings file, not to the database.
    """

    key: str
    words: tuple[str, ...]
    about: str
    read: Callable[[str], str]
    default: str | None = None
    in_file: bool = False


def _language(text: str) -> str:
    said = {"中文": "zh", "英文": "en", "英语": "en", "汉语": "zh"}.get(text, text)
    short = said.lower().replace("_", "-").partition("-")[0]
    if short not in LANGUAGES:
        raise UsageError(
            _("There is no language “{name}”.").format(name=text), hint=_("Choose zh or en.")
        )
    return short


def _zone(text: str) -> str:
    match = re.fullmatch(r"(?:utc|gmt)?([+-]?)(\d{1,2})(?::?(\d\d))?", compact(text))
    said = f"{match[1] or '+'}{match[2]:0>2}:{match[3] or '00'}" if match else text
    zone_of(said)
    return said


def _days(text: str) -> str:
    said = compact(text).removesuffix("天")
    if not said.isdecimal() or not 1 <= int(said[:9]) <= MOST_DAYS:
        raise UsageError(
            _("“{text}” is not a number of days.").format(text=text),
            hint=_("Write a number from 1 to {most}.").format(most=MOST_DAYS),
        )
    return str(int(said))


def _seats(text: str) -> str:
    said = re.sub(r"[人名席]$", "", compact(text))
    if not said.isdecimal() or not 1 <= int(said[:9]) <= MOST_SEATS:
        raise UsageError(
            _("“{text}” is not a number of seats.").format(text=text),
            hint=_("Write a number from 1 to {most}.").format(most=MOST_SEATS),
        )
    return str(int(said))


def _share(text: str) -> str:
    parse_rate(text)
    return compact(text)


def _weights(text: str) -> str:
    parse_weights(text)
    return clean(text)


def _on_or_off(text: str) -> str:
    said = {"开": "on", "打开": "on", "是": "on", "关": OFF, "关闭": OFF, "否": OFF}.get(text, text)
    if said.lower() not in {"on", OFF}:
        raise UsageError(
            _("“{text}” is neither on nor off.").format(text=text), hint=_("Write on or off.")
        )
    return said.lower()


def _no_names(text: str) -> str:
    return ",".join(dict.fromkeys(map(compact, listed(clean(text), also="/"))))


SETTINGS: Final = (
    Setting(
        N_("language"), ("语言", "lang"), N_("the language of this computer's user"), _language,
        "zh", in_file=True,
    ),
    Setting(
        N_("secretary"), ("书记",),
        N_("who signs the history where no --user is named"), parse_name,
    ),
    Setting(N_("zone"), ("时区",), N_("where the day begins"), _zone, DEFAULT_OFFSET),
    Setting(
        N_("satisfaction_days"), ("回访天数", "satisfaction-days"),
        N_("days after closing an issue until the resident is asked"), _days, str(ASKED_AFTER),
    ),
    Setting(
        VISIT_SETTING, ("走访间隔", "visit-days"),
        N_("days between two visits for a care tag without an interval of its own"), _days,
        str(VISITED_EVERY),
    ),
    Setting(
        TARGET, ("交叉任职目标",), N_("share of the branch's posts that should sit elsewhere too"),
        _share,
    ),
    Setting(
        SEATS[Body.OWNERS_COMMITTEE], ("业委会人数", "业委会席位"),
        N_("how many seats the owners' committee has"), _seats,
    ),
    Setting(
        SEATS[Body.SUPERVISORY_BOARD], ("监事会人数", "监事会席位"),
        N_("how many seats the supervisory board has"), _seats,
    ),
    Setting(
        OTHERS, ("N", "1+3+N"),
        N_("who N are in 1+3+N, as the street says"), clean,
    ),
    Setting(
        WEIGHTS, ("评议权重",),
        N_("weights of the one figure of a rated body, with their source"), _weights,
    ),
    Setting(
        HISTORY, ("历史", "命令历史"),
        N_("whether the window keeps the lines typed, without what is personal"), _on_or_off, "on",
    ),
    Setting(
        PAGING, ("分屏", "分页", "pager"),
        N_("whether a long result stops at each full screen"), _on_or_off, "on",
    ),
    Setting(
        NO_NAMES, ("不是人名", "非人名", "no-names"),
        N_("words that look like names and are none, between commas"), _no_names,
    ),
)  # fmt: skip


def find_setting(text: str) -> Setting:
    """Return the setting of a name.

    Raises:
        UsageError: there is none that can be set; all are listed.
    """

    def none() -> UsageError:
        return UsageError(
            _("There is no setting “{key}”.").format(key=text),
            hint=_("Choose from: {choices}.").format(
                choices=_(", ").join(f"{_(known.key)} {_(known.about)}" for known in SETTINGS)
            ),
        )

    return the_one(text, SETTINGS, lambda one: (_(one.key), one.key, *one.words), none=none)


def values(call: Call, reader: Reader | None) -> Iterator[Value]:
    """Return every setting as it is now.

    Args:
        call: the command.
        reader: the database; None where there is none.
    """
    yield _spoken(call.environment, call.language)
    yield _database(call)
    yield _user(call, reader)
    for known in SETTINGS:
        if not known.in_file:
            kept = reader.setting(known.key) if reader else None
            origin = ValueOrigin.DEFAULT if kept is None else ValueOrigin.DATABASE
            yield Value(known.key, kept or known.default, origin, "", known.about)


def _spoken(environment: Environment, option: str | None) -> Value:
    about = SETTINGS[0].about
    now = language(option, environment)
    if option:
        return Value("language", now, ValueOrigin.OPTION, "--lang", about)
    if environment.variables.get("JINLIN_LANG"):
        return Value("language", now, ValueOrigin.ENVIRONMENT, "JINLIN_LANG", about)
    if "language" in settings(environment):
        return Value("language", now, ValueOrigin.FILE, str(settings_file(environment)), about)
    return Value("language", now, ValueOrigin.DEFAULT, "", about)


def _database(call: Call) -> Value:
    path, about = str(database_path(call).absolute()), N_("the database that is used")
    if call.database:
        return Value(N_("database"), path, ValueOrigin.OPTION, "--db", about)
    if call.environment.variables.get("JINLIN_DB"):
        return Value("database", path, ValueOrigin.ENVIRONMENT, "JINLIN_DB", about)
    environment = call.environment
    if CHOSEN in settings(environment) and not (environment.folder / DATABASE_NAME).is_file():
        return Value("database", path, ValueOrigin.FILE, str(settings_file(environment)), about)
    return Value("database", path, ValueOrigin.DEFAULT, "", about)


def _user(call: Call, reader: Reader | None) -> Value:
    about = N_("who is writing")
    if call.user:
        return Value(N_("user"), call.user, ValueOrigin.OPTION, "--user", about)
    if named := call.environment.variables.get("JINLIN_USER"):
        return Value("user", named, ValueOrigin.ENVIRONMENT, "JINLIN_USER", about)
    kept = reader.setting("secretary") if reader else None
    return Value("user", kept, ValueOrigin.DATABASE if kept else ValueOrigin.DEFAULT, "", about)
