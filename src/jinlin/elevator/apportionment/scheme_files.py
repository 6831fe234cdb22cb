"""Schemes read from TOML: the ones that come along, and a user's own file with the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeVar

from jinlin.core.errors import FileError, NotFoundError, UsageError
from jinlin.core.files.reading import MAX_TOML, read_file, read_toml
from jinlin.core.i18n import _, speaking
from jinlin.core.text import compact
from jinlin.elevator.apportionment.coefficients import Coefficients, FloorTable, FreeFloors, Ladder
from jinlin.elevator.apportionment.household import floor_exists
from jinlin.elevator.apportionment.option_words import floor_table, parse_cap
from jinlin.elevator.apportionment.schemes import Provenance, Scheme
from jinlin.elevator.apportionment.weights import Mode

_E = TypeVar("_E", bound=StrEnum)

_NEEDED: Final = frozenset({"title_zh", "title_en", "by", "free_up_to", "cap"})
_KNOWN: Final = _NEEDED | {
    *("name_zh", "city_zh", "city_en", "rule_zh", "rule_en", "free_floors", "ladder", "table"),
    *("step_above", "storeys", "source", "confidence"),
}


def scheme_names() -> tuple[str, ...]:
    """Return the names of the schemes that come along, the default first."""
    return tuple(_shipped())


def scheme_labels() -> dict[str, str]:
    """Return what the schemes that come along are called in the user's language, by name."""
    key = f"name_{speaking()}"
    return {name: data.get(key, name) for name, data in _shipped().items()}


def load_scheme(name: str) -> Scheme:
    """Return the scheme of this name, or the one in this TOML file.

    Args:
        name: a name such as `jinlin` or `近邻`, or the path of a file ending in `.toml`.

    Raises:
        NotFoundError: no scheme has this name.
        FileError: the file cannot be read, or is no scheme.
    """
    if name.lower().endswith(".toml"):
        return _from_file(Path(name))
    shipped = _shipped()
    word = _meant(compact(name))
    if word is None:
        raise NotFoundError(
            _("There is no scheme called {scheme}.").format(scheme=name),
            hint=_("Schemes: {names}; or the path of a .toml file of your own.").format(
                names=_(", ").join(scheme_labels().values())
            ),
        )
    return _scheme(word, shipped[word])


@cache
def _shipped() -> dict[str, Any]:
    text = files("jinlin.elevator").joinpath("schemes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Fraction)


def _meant(word: str) -> str | None:
    """Return the name of the scheme that a word in any language means."""
    for name, data in _shipped().items():
        if word.removesuffix("规则") in {name, data["name_zh"]}:
            return name
    return None


def _from_file(path: Path) -> Scheme:
    try:
        data = read_toml(read_file(path, MAX_TOML).decode("utf-8-sig"), _exact)
    except ValueError as error:
        raise FileError(
            _("The scheme file {path} is not TOML in UTF-8: {reason}.").format(
                path=path, reason=error
            ),
            hint=_('Save it as UTF-8 text with lines such as: by = "household".'),
        ) from error
    try:
        return _scheme(path.stem, data)
    except (UsageError, _SchemeError) as error:
        raise FileError(
            _("The scheme file {path} cannot be used: {reason}").format(path=path, reason=error),
            hint=_("The keys are those of the schemes that come along with the program."),
        ) from error


def _exact(text: str) -> Fraction:
    """Return a number as it is written; one with hundreds of digits is written out by its exponent.

    Raises:
        ValueError: it is none, or so large or small that no coefficient is.
    """
    exponent = text.lower().partition("e")[2]
    if len(exponent.lstrip("+-0")) > 1:
        raise ValueError(_("the number {text} is too large or too small").format(text=text))
    return Fraction(text)


class _SchemeError(Exception):
    """What is wrong with the data of a scheme, in the user's language."""


def _scheme(name: str, data: Mapping[str, Any]) -> Scheme:
    _check_keys(data)
    return Scheme(
        name=name,
        names=_by_language(data, "name"),
        titles=_by_language(data, "title"),
        cities=_by_language(data, "city"),
        rules=_by_language(data, "rule"),
        by=_choice(Mode, data, "by"),
        coefficients=_coefficients(data),
        free=_free(data),
        cap=parse_cap(_text(data, "cap")),
        storeys=_storeys(data),
        source=_text(data, "source"),
        confidence=_choice(Provenance, data, "confidence")
        if "confidence" in data
        else Provenance.OWN,
    )


def _check_keys(data: Mapping[str, Any]) -> None:
    unknown = sorted(set(data) - _KNOWN)
    if unknown:
        raise _SchemeError(_("unknown keys: {keys}.").format(keys=", ".join(unknown)))
    missing = sorted(_NEEDED - set(data))
    if missing:
        raise _SchemeError(_("missing keys: {keys}.").format(keys=", ".join(missing)))
    if "ladder" in data and "table" in data:
        raise _SchemeError(_("it has both a ladder and a table."))


def _by_language(data: Mapping[str, Any], key: str) -> dict[str, str]:
    texts = {language: _text(data, f"{key}_{language}") for language in ("zh", "en")}
    return {language: text for language, text in texts.items() if text}


def _coefficients(data: Mapping[str, Any]) -> Coefficients | None:
    if "ladder" in data:
        ladder = _table(data, "ladder")
        return Ladder(base=_number(ladder, "base"), step=_number(ladder, "step"))
    if "table" not in data:
        return None
    table = _table(data, "table")
    if not table:
        raise _wrong("table")
    return FloorTable(
        by_floor=floor_table((floors, _number(table, floors)) for floors in table),
        step_above=_number(data, "step_above") if "step_above" in data else None,
    )


def _free(data: Mapping[str, Any]) -> FreeFloors:
    up_to, others = data["free_up_to"], data.get("free_floors", [])
    if up_to != "none" and not (type(up_to) is int and (up_to == 0 or floor_exists(up_to))):
        raise _wrong("free_up_to")
    if not isinstance(others, list) or not all(
        type(floor) is int and floor_exists(floor) for floor in others
    ):
        raise _wrong("free_floors")
    return FreeFloors(up_to=None if up_to == "none" else up_to, others=frozenset(others))


def _storeys(data: Mapping[str, Any]) -> int | None:
    storeys = data.get("storeys")
    if storeys is not None and not (type(storeys) is int and storeys > 0):
        raise _wrong("storeys")
    return storeys


def _choice(kind: type[_E], data: Mapping[str, Any], key: str) -> _E:
    try:
        return kind(data[key])
    except ValueError as error:
        raise _wrong(key) from error


def _table(data: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = data[key]
    if not isinstance(table, dict):
        raise _wrong(key)
    return table


def _text(data: Mapping[str, Any], key: str) -> str:
    text = data.get(key, "")
    if not isinstance(text, str):
        raise _wrong(key)
    return text


def _number(data: Mapping[str, Any], key: str) -> Fraction:
    value = data.get(key)
    if not isinstance(value, int | Fraction) or isinstance(value, bool) or value < 0:
        raise _wrong(key)
    return Fraction(value)


def _wrong(key: str) -> _SchemeError:
    return _SchemeError(_("the value of {key} cannot be used.").format(key=key))
