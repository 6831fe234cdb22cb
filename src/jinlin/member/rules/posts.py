"""What is true of posts: what they are called and in which body they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact

MAX_TITLE: Final = 20
GROUP_LEADER: Final = "楼栋党小组组长"


class Body(StrEnum):
    """A body in which somebody holds a post."""

    BRANCH = "branch"
    GROUP = "group"
    OWNERS_COMMITTEE = "owners_committee"
    SUPERVISORY_BOARD = "supervisory_board"
    PROPERTY_COMPANY = "property_company"
    RESIDENTS_COMMITTEE = "residents_committee"
    COMMUNITY_PARTY = "community_party"
    SERVICE_CENTRE = "service_centre"
    SERVICE_STATION = "service_station"
    BUILDING = "building"
    TEAM = "team"
    OTHER = "other"


BODY_LABELS: Final[Mapping[Body, str]] = {
    Body.BRANCH: N_("the branch"),
    Body.GROUP: N_("a building's Party group"),
    Body.OWNERS_COMMITTEE: N_("owners' committee"),
    Body.SUPERVISORY_BOARD: N_("supervisory board"),
    Body.PROPERTY_COMPANY: N_("property company"),
    Body.RESIDENTS_COMMITTEE: N_("residents' committee"),
    Body.COMMUNITY_PARTY: N_("community Party organisation"),
    Body.SERVICE_CENTRE: N_("service centre"),
    Body.SERVICE_STATION: N_("service station"),
    Body.BUILDING: N_("a building"),
    Body.TEAM: N_("a service team"),
    Body.OTHER: N_("another body"),
}

BODY_WORDS: Final[Mapping[Body, tuple[str, ...]]] = {
    Body.BRANCH: ("支部", "党支部", "小区党支部", "支委会"),
    Body.GROUP: ("党小组", "楼栋党小组"),
    Body.OWNERS_COMMITTEE: ("业委会", "业主委员会"),
    Body.SUPERVISORY_BOARD: ("监事会", "业主监事会", "监委会", "业主监督委员会"),
    Body.PROPERTY_COMPANY: ("物业", "物业公司", "物业企业", "物业服务企业"),
    Body.RESIDENTS_COMMITTEE: ("居委会", "居民委员会", "社区居委会"),
    Body.COMMUNITY_PARTY: ("社区党委", "社区党总支", "社区党支部", "社区党组织"),
    Body.SERVICE_CENTRE: ("服务中心", "物业服务中心"),
    Body.SERVICE_STATION: ("服务站", "物业服务站"),
    Body.BUILDING: ("楼栋", "楼幢", "单元"),
    Body.TEAM: ("服务队", "志愿队", "志愿服务队"),
    Body.OTHER: ("其他",),
}
"""What people call a body, the short word first."""

BODY_SHORT: Final[Mapping[Body, str]] = {
    body: words[0] for body, words in BODY_WORDS.items() if body is not Body.OTHER
}
"""What stands before a title to say where it is held: 业委会 before 主任."""

OWN_NAMES: Final = frozenset({"监委会", "业主监督委员会"})
"""Names of a body that are kept as they are said, since the short word is another one."""

OWN_BODIES: Final = frozenset({Body.BRANCH, Body.GROUP})
"""The branch and its groups: there one post follows the other."""

ELSEWHERE: Final = frozenset(
    {
        Body.OWNERS_COMMITTEE,
        Body.SUPERVISORY_BOARD,
        Body.PROPERTY_COMPANY,
        Body.RESIDENTS_COMMITTEE,
        Body.COMMUNITY_PARTY,
        Body.SERVICE_CENTRE,
        Body.SERVICE_STATION,
    }
)
"""Bodies beside the branch in which its committee may sit; groups and teams are its own."""


class Held(NamedTuple):
    """A post that somebody holds.

    Attributes:
        body: where.
        title: as it is said in Chinese.
        unit: which building, group, team or firm; None where the body is the only one.
    """

    body: Body
    title: str
    unit: str | None = None

    @property
    def text(self) -> str:
        """The post as people say it: `书记`, `业委会主任`, `1号楼党小组组长`, `3号楼楼长`."""
        if self.body in OWN_BODIES:
            leads = self.title == GROUP_LEADER and (self.unit or "").endswith("党小组")
            return f"{self.unit or ''}{'组长' if leads else self.title}"
        where = self.unit or ("" if self.body is Body.BUILDING else BODY_SHORT.get(self.body, ""))
        return self.title if self.title.startswith(where) else f"{where}{self.title}"


POST_LABELS: Final[Mapping[str, str]] = {
    "书记": N_("secretary"),
    "副书记": N_("deputy secretary"),
    "组织委员": N_("committee member, organisation"),
    "宣传委员": N_("committee member, publicity"),
    "纪检委员": N_("committee member, discipline"),
    "委员": N_("committee member"),
    GROUP_LEADER: N_("group leader"),
}
"""The usual posts; a title is kept as it is said in Chinese."""

_PREFIX = re.compile(r"^(?:中共)?(?:小区)?(?:党?支部|党)(?=书记|副书记|委员|组织|宣传|纪检)")
_LEADER_OF = re.compile(r"(.+?党小组)组?长")
_BUILDING_HEAD = re.compile(r"(.*?(?:号|[楼幢栋]))??(楼栋长|楼长|栋长|幢长)")
_GROUP_LEADER = re.compile(r"^(?:楼栋)?(?:党小组|小组)?组长$|^(?:楼栋)?党小组长$")


def parse_post(text: str) -> str:
    """Read a post: `书记`, `支部书记`, `secretary`, `组长`; other titles are kept as they are.

    Raises:
        UsageError: it is too long to be a title.
    """
    said = compact(text)
    for title, label in POST_LABELS.items():
        if said in {compact(label), compact(_(label))}:
            return title
    title = _PREFIX.sub("", "".join(clean(text).split()))
    if _GROUP_LEADER.match(title):
        return GROUP_LEADER
    if not title or len(title) > MAX_TITLE:
        raise UsageError(
            _("“{text}” is not a post.").format(text=text),
            hint=_("The usual ones: {titles}.").format(titles=_(", ").join(POST_LABELS)),
        )
    return title


def body_of(title: str) -> Body:
    """Return the body a post is in when nobody says it: a group for its leader, else the branch."""
    return Body.GROUP if title == GROUP_LEADER else Body.BRANCH


def parse_body(text: str) -> Body:
    """Read a body: `owners_committee`, `owners-committee`, `业委会`, `物业`.

    Raises:
        NotFoundError: there is no such body; all are listed.
    """
    said = compact(text).replace("-", "_")
    for body, words in BODY_WORDS.items():
        label = BODY_LABELS[body]
        if said in {body.value, compact(label), compact(_(label)), *words}:
            return body
    raise NotFoundError(
        _("There is no body “{text}”.").format(text=text),
        hint=_("Choose from: {choices}.").format(
            choices=_(", ").join(f"{body.value} {_(label)}" for body, label in BODY_LABELS.items())
        ),
    )


def parse_held(title: str, *, body: Body | None = None, unit: str | None = None) -> Held:
    """Read a post in a body: `业委会主任` says its body itself, `主任` needs it said.

    Raises:
        UsageError: the title is none, or does not say where it is held.
    """
    held = _with_its_body("".join(clean(title).split()), body)
    if held.body is Body.OTHER and body is None:
        raise UsageError(
            _("In which body is “{title}”?").format(title=title),
            hint=_("Say --body 业委会, or write it before the title: 业委会主任."),
        )
    return held._replace(unit=unit or held.unit)


def held_by_title(title: str) -> Held:
    """Return the post a title alone tells: `书记`, `业委会主任`; any other is one of the branch."""
    held = _with_its_body(title, None)
    return held if held.body is not Body.OTHER else Held(Body.BRANCH, title)


def _with_its_body(said: str, body: Body | None) -> Held:
    """Return a post without the body's name in its title; in another body when nothing tells it."""
    match = _LEADER_OF.fullmatch(said)
    if match and body in {None, Body.GROUP} and match[1] not in BODY_WORDS[Body.GROUP]:
        return Held(Body.GROUP, GROUP_LEADER, match[1])
    if body in {None, Body.BUILDING} and (match := _BUILDING_HEAD.fullmatch(said)):
        unit = match[1]
        return Held(Body.BUILDING, match[2], f"{unit}楼" if unit and unit[-1] == "号" else unit)
    unit = None
    named = [(word, found) for found, words in BODY_WORDS.items() for word in words]
    for word, found in sorted(named, key=lambda pair: len(pair[0]), reverse=True):
        if said.startswith(word) and said != word and body in {None, found}:
            body, said, unit = found, said.removeprefix(word), word if word in OWN_NAMES else None
            break
    usual = parse_post(said)
    if body is None:
        body = body_of(usual) if usual in POST_LABELS else Body.OTHER
    return Held(body, usual if body in OWN_BODIES else said, unit)
