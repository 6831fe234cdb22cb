"""Buildings: what is kept of them, their cards, and the complex they stand in.

`queries` knows them by their codes and says what their homes tell of them, `buildings` is their
register, `card` shows one with its entrances and lines, `actions` writes on it, `rooms` knows a
bare number in a text for a door, `filter_terms` is `--building` of every listing. Other rooms use
`queries` (`codes`, `building_id`, `check_entrance`, `complex_name`, `IN_ORDER`), `rooms` and
`filter_terms`.
"""
