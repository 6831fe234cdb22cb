"""What is due by the rules of each kind of meeting, beside what was held.

Read `calendar` (the lines of a month or quarter), `ical` (the same for a phone, RFC 5545) and
`deadlines` (what a phone is told besides: what is to be done, and terms that end).
Other rooms use `calendar_lines` and `due_this_month`.
"""
