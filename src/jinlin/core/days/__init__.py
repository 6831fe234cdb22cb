"""Days beyond the one that somebody types: stretches of them, and those on which people work.

Read `stretch` (a civil week, month, quarter or year, and how people name one) and `workdays`
(China's calendar of working days and public holidays).
"""
