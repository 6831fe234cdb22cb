"""What a report is about and how it counts: pure values and functions.

`due.py` says which civil week, month, quarter or year it is, `flow.py` has the flow of issues
through it, ratings, rates with their base.
"""
