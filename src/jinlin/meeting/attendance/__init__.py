"""Who was at a meeting, who should have been, and who of them votes.

Read `attendance_lines` (one line: whose it is, which times cannot be), `said_line` (what a typed
line says), `attendance` (recording), `proxies` (votes by written authority), `removal`, `roll` (who
should attend, by the kind of meeting), `electors` (who votes, and where each is at a moment),
`names` (which elector a name means) and `attendance_gap` (what a decision without a vote lacks).
"""
