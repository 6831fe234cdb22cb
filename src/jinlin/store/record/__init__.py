"""What the history (audit log) keeps of one command: which rows it changed, in which order.

Read `watch` (change data capture: triggers that note rows before and after), `sealing` (the
hash chain), `sentence` (what was done, in words), `undone` and `counters` (the permanent
numbers). Of other rooms only the front door uses `counters`.
"""
