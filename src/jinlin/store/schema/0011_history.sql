-- The triggers of the history are made anew, in a form that is read faster.

-- history
-- What was typed with an operation id, digested: the same id with other words is no repetition.
ALTER TABLE entry ADD COLUMN words TEXT;
