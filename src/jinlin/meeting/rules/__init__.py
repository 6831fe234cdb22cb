"""What is true of meetings and votes: pure functions, no database.

Read `meetings` (attendance, numbers, moments), `kinds` (the kinds of meeting, from `types.toml`)
with `frequency`, `frequency_reader` and `meeting_duties` (what a period owes). Votes: `threshold`
(a share that is reached or exceeded), `vote_rules`, `vote_count` (quorum, count, election),
`votes` (a vote as it is kept) and `written_opinions`. Owners: `owners_matters` (from
`matters.toml`), `heads_and_area`, `owners_vote` (the engine) and `owners_vote_words`. Last
`resolutions`: their status and numbers. All of it may be used by other rooms.
"""
