"""Votes: `quorum`, `vote`, `elect`, `ballot`, `votes`.

`options` is what every vote is told and how its result is said; `named_lists` and `door_lists` read
votes from tables, `owners_data` is an owners' vote as JSON.
"""
