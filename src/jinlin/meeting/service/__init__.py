"""Service days (爱心日、义务劳动): who served is their attendance, residents are numbers.

Read `days` (a service day with its numbers, the list of them), `totals` (what a stretch of time
adds up to), `usual` (what is usual of a kind here, and how its months were kept), then `recording`.
Other rooms use `totals` and `days`.
"""
