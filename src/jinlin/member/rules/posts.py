"""What is true of posts: what they are called and in which body they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from jinlin.core.errors import NotFoundError, UsageError
from jinlin.core.i18n import N_, _, speaking
from jinlin.core.text import clean, compact
from jinlin.core.word import Word

MAX_TITLE: Final = 20
GROUP_LEADER: Final = "楼栋党小组组长"


class Body(Word, refusal=N_("There is no body “{text}”."), error=NotFoundError):
    """A body in which somebody holds a post; of what people call it, the short word first."""

    BRANCH = "branch", N_("the branch"), "支部", "党支部", "小区党支部", "支委会"
    GROUP = "group", N_("a building's Party group"), "党小组", "楼栋党小组"
    OWNERS_COMMITTEE = "owners_committee", N_("owners' committee"), "业委会", "业主委员会"
    SUPERVISORY_BOARD = (
        "supervisory_board", N_("supervisory board"),
        "监事会", "业主监事会", "监委会", "业主监督委员会",
    )  # fmt: skip
    PROPERTY_COMPANY = (
        "property_company", N_("property company"),
        "物业", "物业公司", "物业企业", "物业服务企业",
    )  # fmt: skip
    RESIDENTS_COMMITTEE = (
        "residents_committee", N_("residents' committee"),
        "居委会", "居民委员会", "社区居委会",
    )  # fmt: skip
    COMMUNITY_PARTY = (
        "community_party", N_("community Party organisation"),
        "社区党委", "社区党总支", "社区党支部", "社区党组织",
    )  # fmt: skip
    SERVICE_CENTRE = "service_centre", N_("service centre"), "服务中心", "物业服务中心"
    SERVICE_STATION = "service_station", N_("service station"), "服务站", "物业服务站"
    BUILDING = "building", N_("a building"), "楼栋", "楼幢", "单元"
    TEAM = "team", N_("a service team"), "服务队", "志愿队", "志愿服务队"
    OTHER = "other", N_("another body"), "其他"

    @property
    def short(self) -> str:
        """What stands in a title to say where it is held: 业委会 before 主任."""
        return self.spoken[0]


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
        named = self.body not in {Body.BUILDING, Body.OTHER}
        where = self.unit or (self.body.short if named else "")
        return self.title if self.title.startswith(where) else f"{where}{self.title}"

    @property
    def label(self) -> str:
        """The post in the user's language; a title that is not usual stays as it is said."""
        own = self.body in OWN_BODIES
        usual = (POST_LABELS if own else _TITLES_OF_BODIES).get(self.title)
        if usual is None or speaking() == "zh":
            return self.text
        where = self.unit or ("" if own else self.body.label)
        return f"{_(usual)} ({where})" if where else _(usual)


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

_TITLES_OF_BODIES: Final[Mapping[str, str]] = {
    "主任": N_("director"),
    "副主任": N_("deputy director"),
    "委员": N_("member"),
    "站长": N_("head of the station"),
    "经理": N_("manager"),
}
"""The usual posts of bodies beside the branch."""

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
    if match and body in {None, Body.GROUP} and match[1] not in Body.GROUP.spoken:
        return Held(Body.GROUP, GROUP_LEADER, match[1])
    if body in {None, Body.BUILDING} and (match := _BUILDING_HEAD.fullmatch(said)):
        unit = match[1]
        return Held(Body.BUILDING, match[2], f"{unit}楼" if unit and unit[-1] == "号" else unit)
    unit = None
    named = [(word, found) for found in Body for word in found.spoken]
    for word, found in sorted(named, key=lambda pair: len(pair[0]), reverse=True):
        if said.startswith(word) and said != word and body in {None, found}:
            body, said, unit = found, said.removeprefix(word), word if word in OWN_NAMES else None
            break
    usual = parse_post(said)
    if body is None:
        body = body_of(usual) if usual in POST_LABELS else Body.OTHER
    return Held(body, usual if body in OWN_BODIES else said, unit)
