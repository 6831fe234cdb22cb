"""What a meeting resolves, and what becomes of it.

Read `own_vote` (which vote a resolution stands on), `election_claims` (who it says was elected),
then `resolutions` (recorded, reviewed, carried out, revoked), `attachment` (put to its item and
issues afterwards) and `amendments` (put right or taken out while the minutes are a draft). The
registers are `record/resolution_register.py` and `record/action_register.py`.
"""
