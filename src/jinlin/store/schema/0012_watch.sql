-- What changes is kept by triggers that a writing command makes for itself: those in the file are
-- read by every command before anything else, and only refuse whoever did not make the others.

-- history
CREATE TABLE watched (event TEXT PRIMARY KEY NOT NULL) STRICT;
CREATE VIEW watch AS SELECT event FROM watched;
CREATE TRIGGER watch_refuses INSTEAD OF INSERT ON watch WHEN NEW.event NOT IN watched
BEGIN SELECT RAISE(ABORT, 'a row was changed outside a command'); END;
