"""Apportionment (cost allocation): one cost, many households, exact to the unit; nothing is read.

`split` is the whole of it: `weights` from `coefficients`, `cost` less subsidy, `caps`, then
`apportion` (water-filling, then Webster's divisors). `household` and `result` are what goes in and
comes out, `schemes` the rules people agree on, `scheme_files` where they stand; `explain` and
`odd_units` say it in words, `split_json` and `stored_request` for programs, `option_words` reads
what is typed. No other room uses it.
"""
