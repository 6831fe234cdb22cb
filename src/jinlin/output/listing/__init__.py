"""A listing or a record, said once and printed in whichever form was asked for.

Read `listing`, `filter` (what can be asked for), `values` (one value), `screen`, `formats`,
`as_page`; `stream` and `progress` are the terminal. What free text tells of people: `telling` and
`spotting` find it, `discretion` (redaction) and `listed_texts` keep it back. Rooms use `listing`,
`filter` and `discretion`.
"""
