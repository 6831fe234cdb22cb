"""What is due by the rules of each kind of meeting, beside what was held.

Read `calendar` (the lines of a month or quarter) and `ical` (the same for a phone, RFC 5545).
Other rooms use `calendar_lines` and `due_this_month`.
"""
