-- Who reported: expected, reported, in time, late, missing, and how many of them that nothing happened.
SELECT
    u.unit,
    max(u.name) AS name,
    sum(r.expected) AS expected,
    sum(r.reported) AS reported,
    sum(r.in_time) AS in_time,
    sum(r.reported - r.in_time) AS late,
    sum(r.expected - r.reported) AS missing,
    sum(r.empty) AS empty
FROM reporting AS r
JOIN units AS u USING (organisation)
WHERE r.period = :month
GROUP BY u.unit
ORDER BY unit NULLS FIRST
