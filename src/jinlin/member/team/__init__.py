"""Service teams, and which red steward looks after which building.

Read `teams` (the register), `members` (who is in one), `actions` (joining and leaving), `coverage`
(who looks after what) and `roster_page` (that as a page). Other rooms use `teams.body_names`,
`coverage.covering` and `coverage.all_covers`.
"""
