"""Days: those that somebody types, stretches of them, and those on which people work.

Read `said_days` (a day, moment or month in words), `stretch` (a civil week, month, quarter or year,
and how people name one), `period` (what of it has passed) and `workdays` (China's calendar);
`written` is a day as it stands on a paper, `lasting` how long something took.
"""
