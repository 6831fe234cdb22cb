"""From a call to a transaction: one command is one transaction and one entry in the history.

Read `command` (reading, writing, rehearsing), `versions` (what is refused or upgraded first),
`creation` (a new database), `repetition` (the same operation id again: idempotency),
`unmasking` (the line of the log when personal data is shown in full), `replace` (the last step
of a restore). Every room uses `command`.
"""
