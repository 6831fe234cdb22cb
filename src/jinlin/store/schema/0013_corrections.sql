-- What was found missing once the registers were lived with: what a name stands for, when exactly, since when.

-- history
-- How the counters and the days off stood after a command, digested: no row of the history tells of them.
ALTER TABLE entry ADD COLUMN outside TEXT;
