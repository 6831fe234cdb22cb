"""Sharing a cost without a project or for one: `split`, `explain`, `compare`, and the saved plans.

`options` declares the words of a split once, for three verbs, `request` makes of them what is to be
shared; `list`, `show` and `remove` handle plans, `schemes` lists the rules there are.
"""
