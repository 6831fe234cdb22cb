"""Who holds which post in which body, from when to when.

Read `holdings` (the questions), `actions` (what is written), `terms` (what ends soon or is over)
and `cross_posting` (one person in several bodies); `contacts` is who is called about what, and
`vcard` the same for a phone. Other rooms use `holdings.held_on`,
`holdings.expired`, `terms.ending` and `actions.vacate`.
"""
