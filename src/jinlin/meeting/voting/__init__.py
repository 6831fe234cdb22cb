"""Votes as a meeting takes them: asked, counted, kept with their rule, told.

Read `vote_place` (question, item, moment), `given_votes` (what was counted, as it is told),
`actions` (by hands, names or secret ballot), `owners_roll` (every exclusive part and its head) and
`owners_ballots` (by doors); both end in `vote_record`, which freezes numbers and rule. `queries`
finds votes, `vote_words` says them.
"""
