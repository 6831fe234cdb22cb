"""Two records of one person made one (record linkage, by hand).

`merge` plans and does it (`MergePlan`), `merged_history` finds what a merge that was taken back
left in the history; `duties` says what still needs somebody's record (`duties_of`).
"""
