"""People: recorded, found, and told apart.

`queries` answers who is meant by a name, a number or a phone's end (`PersonRow`, `find_person`,
`only_one`), `search` is the one SQL condition behind it and behind other rooms' lists;
`recognition` tells whom a table means, by one rule for every register (record linkage), and
`arrivals` writes whom it names; `actions` records a person, `identity` her identity
number. Other rooms use all of them.
"""
