"""What who gives or takes money is, as far as the name tells: an organisation or a person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.people import firm_words
from jinlin.core.people.nobody import ROLES
from jinlin.core.people.surnames import ALONE, COMMONEST, DOUBLE_SURNAMES, TITLED
from jinlin.core.text import clean, compact
from jinlin.core.word import Word


class Party(Word):
    """What the other side of a payment is; a public page names organisations and nobody else."""

    ORGANISATION = "organisation", N_("organisation"), "单位", "公司", "企业", "org", "organization"
    PERSON = "person", N_("person"), "个人", "居民", "自然人"
    DOUBT = "doubt", N_("in doubt")

    @property
    def open(self) -> bool:
        """Whether everybody may read its name."""
        return self is Party.ORGANISATION

    @property
    def unnamed(self) -> str:
        """What stands in place of a name that not everybody may read."""
        return _("a person") if self is Party.PERSON else _("an organisation or a person")


SAYABLE: Final = (Party.ORGANISATION, Party.PERSON)
"""What can be said of somebody."""

# Plain texts, which `re` compiles when one is first used and keeps: most commands use none.
_BRACKETS = r"[(（]([^()（）]*)[)）]"
_ROLE = rf"(?:(?:全体|本楼|本小区|各)?(?:{ROLES})(?:代表)?们?|匿名)"
"""What a name stands behind, or what is written instead of one."""
_SURNAME = rf"(?:{'|'.join(sorted(DOUBLE_SURNAMES))}|[{''.join(sorted(ALONE))}])"
_NAME_AND_TITLE = rf"{_SURNAME}[一-鿿]{{0,2}}(?:{TITLED})$"
_CALLED = rf"([一-鿿]{{1,3}}?)(?:{TITLED})"
_STANDS_BEHIND = rf"^{_ROLE}"
_HOUSE_OF = rf"^{_SURNAME}[氏记家]"
"""A family in the name of a firm: 王记五金店."""
_BEFORE_A_PLACE = rf"{_SURNAME}[一-鿿]{{2}}(?:{firm_words.PLACES})"
_POST = "(?:员|长|师|主任|经理)"
"""What ends the name of a post: 保洁员, 店长."""
_ONLY_BODIES = "物业|公司|中心|社区|街道|支部|小组"
"""What no given name is made of, whatever stands before it."""
_SEVERAL = r"[、,，;；/]|\s和\s"


def parse_other_side(text: str) -> str:
    """Read who gives or takes money.

    Raises:
        UsageError: it is a number, and no name.
    """
    name = clean(text)
    if not re.search(r"[^\W\d_]", name):
        raise UsageError(
            _("“{text}” is a number, not a name.").format(text=text), hint=_("Write the name.")
        )
    return name


def parse_party(text: str) -> Party:
    """Read what the other side is: `单位`, `个人`, `organisation`, `person`.

    Raises:
        UsageError: it is neither.
    """
    party = Party.said(text)
    if party not in SAYABLE:
        raise UsageError(
            _("“{text}” says neither organisation nor person.").format(text=text),
            hint=Party.choices(SAYABLE),
        )
    return party


def party_in(name: str) -> Party:
    """Return what a name says by itself; what it leaves open is in doubt, never a guess.

    A firm called a person is a nuisance, a person named on a board an injury: what looks like
    both is in doubt.

    Args:
        name: as it was typed; several between `、` are an organisation only if each is one.
    """
    parts = {_one(part) for part in re.split(_SEVERAL, name) if part.strip()}
    if Party.PERSON in parts:
        return Party.PERSON
    return parts.pop() if len(parts) == 1 else Party.DOUBT


def names_a_body(said: str) -> bool:
    """Return whether a word can only be the name of a firm or body, and no purpose.

    `修理费给公司` and `修健身器材` are none, whatever words of firms are in them.
    """
    name = compact(said)
    return (
        re.search(rf"(?:{firm_words.PAID})$", name) is not None
        and re.match(firm_words.DONE, name) is None
        and party_in(name) is Party.ORGANISATION
    )


def looks_like_person(said: str) -> bool:
    """Return whether a text looks like a person's name: `陈美玲`, `欧阳建国`, `小陈`, `李师傅`."""
    if re.fullmatch(r".{1,4}[·•].+|[小老阿大][一-鿿]", said):
        return True
    match = re.fullmatch(_CALLED, said)
    if match and (_surname(match[1]) == match[1] or looks_like_person(match[1])):
        return True
    return re.fullmatch(r"[一-鿿]{2,4}", said) is not None and _is_shaped(said)


def looks_like_body(said: str) -> bool:
    """Return whether a text is called as bodies are, and as nobody is: `供电局`, `安居物业`.

    What people are in a complex, such as `网格员`, is no body.
    """
    if re.fullmatch(_ROLE, compact(said)):
        return False
    party = party_in(said)
    return party is Party.ORGANISATION or (
        party is Party.DOUBT and re.search(_ONLY_BODIES, said) is not None
    )


def _is_shaped(said: str) -> bool:
    surname = _surname(said)
    return bool(surname) and 1 <= len(said) - len(surname) <= 2  # noqa: PLR2004


def _surname(said: str) -> str:
    if said[:2] in DOUBLE_SURNAMES:
        return said[:2]
    return said[:1] if said[:1] in ALONE else ""


def _one(name: str) -> Party:
    whole = compact(name)
    said = re.sub(_STANDS_BEHIND, "", re.sub(_BRACKETS, "", whole))
    if not said:
        return Party.ORGANISATION if whole else Party.DOUBT
    if re.search(_NAME_AND_TITLE, said):
        return Party.PERSON
    found = _by_words(said)
    if found is Party.ORGANISATION and _surname(said) and re.match(_STANDS_BEHIND, whole):
        return Party.DOUBT  # 业主陈美玲装修有限公司
    beside = [part for part in re.findall(_BRACKETS, whole) if len(part) > 2]  # noqa: PLR2004
    if found is Party.ORGANISATION and any(_one(part) is Party.PERSON for part in beside):
        return Party.DOUBT
    return found


def _by_words(said: str) -> Party:
    """Return what a name is by the words it is made of, and by what is left between them."""
    if re.search(firm_words.LEGAL, said):
        return Party.DOUBT if re.match(_BEFORE_A_PLACE, said) else Party.ORGANISATION
    words = [*re.finditer(_WORDS, said)]
    ends = len(said) > 2 and re.search(firm_words.ENDS, said) is not None  # noqa: PLR2004
    left = _between(said[: len(said) - ends], words)
    kinds = {word.lastgroup for word in words}
    if looks_like_person(said):
        of_words = not left and kinds & ({"body", "trade"} if len(said) > 2 else {"body"})  # noqa: PLR2004
        if of_words:
            return Party.ORGANISATION
        return Party.DOUBT if ends or kinds - {"place"} else Party.PERSON
    if not (ends or words) or any(_tells_of_somebody(part, at) for at, part in left):
        return Party.DOUBT
    return Party.ORGANISATION


def _between(said: str, words: Iterable[re.Match[str]]) -> list[tuple[int, str]]:
    """Return what stands between words, each with its place."""
    left, at = [], 0
    for word in words:
        left.append((at, said[at : word.start()]))
        at = word.end()
    return [(start, part) for start, part in [*left, (at, said[at:])] if part]


def _tells_of_somebody(part: str, at: int) -> bool:
    """Return whether a part of a name may be somebody: it begins or ends with a name or a post.

    Args:
        part: what no word of a firm covers.
        at: its place in the name.
    """
    if re.search(rf"{_POST}$", part) or (at and re.match(_POST, part)):
        return True
    rest = re.sub(_HOUSE_OF, "", part)
    ending = rest[-2:] if len(rest) > 2 and rest[-2] in COMMONEST else rest[-3:]  # noqa: PLR2004
    return bool(
        _surname(rest)
        or re.match(rf"[小老阿](?:{_SURNAME}|[一-鿿]$)", rest)
        or (len(rest) > 2 and _is_shaped(ending))  # noqa: PLR2004
        or any(_surname(rest[start:])[1:] for start in range(len(rest) - 1))
    )


def _pattern() -> str:
    """Return what finds the words of firms in a name, each in the group of its kind."""
    longest_first = {
        kind: "|".join(sorted(words.split("|"), key=len, reverse=True))
        for kind, words in (
            ("office", firm_words.OFFICES),
            ("body", f"{firm_words.OFFICES}|{firm_words.BODIES}"),
            ("trade", firm_words.TRADES),
        )
    }
    office, body, trade = longest_first.values()
    plain = f"[^{''.join(sorted(ALONE))}]"
    place = (
        rf"^[省市县区镇乡](?={office})|(?:^(?:{firm_words.PLACES})[省市区县镇乡]?)"
        rf"|(?:{firm_words.PLACES})[省市区县镇乡]?(?=.)|(?:{firm_words.KNOWN})(?={body}|{trade})"
        rf"|(?:^|(?<=[省市县区])){plain}{{2}}[市县镇乡区]"
    )
    near = r"[一-鿿]{2}(?:街道|社区|居委|村委|小区)"
    return rf"(?P<place>{place})|(?P<body>{near}|{body})|(?P<trade>{trade})"


_WORDS: Final = _pattern()
