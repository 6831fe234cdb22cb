"""Sharing a cost without a project or for one: `split`, `explain`, `compare`, and the saved plans.

`options` holds the words of a split, which three verbs read; `list`, `show` and `remove` handle
plans, `schemes` lists the rules there are.
"""
