-- Settled in time, and how residents rated it, by unit.
SELECT
    u.unit,
    max(u.name) AS name,
    sum(g.due) AS due,
    sum(g.on_time) AS on_time,
    sum(g.satisfied + g.basically_satisfied + g.not_satisfied) AS rated,
    sum(g.satisfied + g.basically_satisfied) AS content,
    sum(g.not_satisfied) AS not_satisfied,
    sum(g.unrated) AS unrated
FROM groups AS g
JOIN units AS u USING (organisation)
WHERE g.period = :month
GROUP BY u.unit
ORDER BY unit NULLS FIRST
