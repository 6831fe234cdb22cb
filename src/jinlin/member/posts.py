"""What is true of posts: what they are called and in which body they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.text import clean, compact

MAX_TITLE: Final = 20

POST_LABELS: Final[Mapping[str, str]] = {
    "书记": N_("secretary"),
    "副书记": N_("deputy secretary"),
    "组织委员": N_("committee member, organisation"),
    "宣传委员": N_("committee member, publicity"),
    "纪检委员": N_("committee member, discipline"),
    "委员": N_("committee member"),
    "楼栋党小组组长": N_("group leader"),
}
"""The usual posts; a title is kept as it is said in Chinese."""

_PREFIX = re.compile(r"^(?:中共)?(?:小区)?(?:党?支部|党)(?=书记|副书记|委员|组织|宣传|纪检)")
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
        return "楼栋党小组组长"
    if not title or len(title) > MAX_TITLE:
        raise UsageError(
            _("“{text}” is not a post.").format(text=text),
            hint=_("The usual ones: {titles}.").format(titles=_(", ").join(POST_LABELS)),
        )
    return title


def body_of(title: str) -> str:
    """Return the body a post is in: the branch, or a building's Party group for its leader."""
    return "group" if title == "楼栋党小组组长" else "branch"
