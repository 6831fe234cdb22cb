-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- elevator
-- Who approved that the works were settled, and that their books were opened again.
ALTER TABLE elevator_settlement ADD COLUMN approved_by TEXT CHECK (approved_by <> '');
ALTER TABLE elevator_settlement ADD COLUMN reopened_by TEXT CHECK (reopened_by <> '');
-- member
-- What the other side of a payment is; NULL where nobody said and its name leaves it open.
ALTER TABLE fund_entry ADD COLUMN counterparty_kind TEXT
    CHECK (counterparty_kind IN ('organisation', 'person'));

-- elevator
ALTER TABLE elevator_entry ADD COLUMN counterparty_kind TEXT
    CHECK (counterparty_kind IN ('organisation', 'person'));

-- notice
-- Withdrawn for good: what it told of is not posted again.
ALTER TABLE notice ADD COLUMN for_good INTEGER NOT NULL DEFAULT 0 CHECK (for_good IN (0, 1));
