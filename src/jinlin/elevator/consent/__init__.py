"""The three papers, never mixed: consultation, ballot, payment agreement; and who is affected.

`doors` is one door with all that lies on its papers; `ballots` opens and ends, `papers` checks and
`paper_actions` writes, `importing` takes a filled sheet; `tally` counts the ballot, `sounding` the
other two; `listings` shows without names. `affected` keeps the owners whom the works touch.
Reports use `sounding.sounding_and_signed`.
"""
