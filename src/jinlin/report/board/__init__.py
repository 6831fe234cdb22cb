"""What everybody may read: drawn from the records of every room, and naming nobody.

`sources.py` draws a notice from records, one `from_*.py` for each kind of them; `composition.py`
says what holds where she says nothing; `guard.py` takes out of a text what nobody may read
(redaction). `purse_disclosure.py` marks entries as disclosed while a notice about them hangs;
`decisions.py` and `notice_duties.py` tell what must be posted, taken down or answered. The site and
the commands use all of it, the front door the decisions to be posted.
"""
