"""What a report is about and how it counts: pure values and functions.

`stretch.py` has the civil weeks, months, quarters and years and reads their names, `period.py` the
part of one that has passed, `flow.py` the flow of issues through it, ratings, rates with their
base.
"""
