"""Channels (渠道): the ways by which issues come in."""

from __future__ import annotations

from jinlin.core.i18n import N_
from jinlin.core.word import Word


class Channel(Word, refusal=N_("“{text}” is not a channel.")):
    """How an issue came in."""

    DOOR = "door", N_("at the door"), "来访", "当面"
    PHONE = "phone", N_("phone call"), "来电"
    WECHAT = "wechat", N_("WeChat message"), "微信群"
    PATROL = "patrol", N_("patrol"), "走访"
    MEETING = "meeting", N_("in a meeting")
    HOTLINE = "12345", N_("hotline 12345")
    NOTICE_BOARD = "notice_board", N_("notice board")
    OTHER = "other", N_("another way")
