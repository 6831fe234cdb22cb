"""Buildings: what is kept of them, their cards, and the complex they stand in.

`queries` finds and lists them, `card` shows one with its entrances and lines, `actions` records,
changes and removes them, `rooms` knows a bare number
in a text for a door, `filter_terms` is `--building` of every listing. Other rooms use `queries`
(`buildings`, `building_id`, `check_entrance`, `complex_name`, `IN_ORDER`), `rooms` and
`filter_terms`.
"""
