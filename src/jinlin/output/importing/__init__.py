"""What every import shares: opening the file, asking, rehearsing, doing it, and what is told.

Read `take`, then `outcome` (what the room hands over), `report` and `report_words` (what is
said at the end), `rejects` (refused rows given back in a file). Rooms use `take` and `outcome`.
"""
