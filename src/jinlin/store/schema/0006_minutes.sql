-- Meetings that stand up: the agenda and where it comes from, resolutions, action items, minutes.

-- meeting
-- From `opened_at` on a change of the agenda needs a reason; from `confirmed_at` on nothing of the
-- meeting changes any more, and `confirmed_hash` is the SHA-256 of what was confirmed.
ALTER TABLE meeting ADD COLUMN opened_at TEXT;
ALTER TABLE meeting ADD COLUMN confirmed_at TEXT;
ALTER TABLE meeting ADD COLUMN confirmed_hash TEXT
    CHECK ((confirmed_hash IS NULL) = (confirmed_at IS NULL));
