"""What everybody may read: drawn from the records of every room, and naming nobody.

Rooms draw notices from their records (`output.contribution.notice_sources`), `from_issues.py` from
the figures of a report; `composition.py` says what holds where she says nothing; `guard.py` takes
out of a text what nobody may read (redaction). `purse_disclosure.py` marks entries as disclosed
while a notice about them hangs; `notice_duties.py` tells what must be posted, taken down or
answered. The site and the commands use all of it.
"""
