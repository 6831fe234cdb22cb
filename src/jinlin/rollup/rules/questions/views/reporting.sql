-- Who had to report on which month, and did: expected is who was there on any day of the month.
SELECT
    u.organisation,
    m.period,
    1 AS expected,
    CASE WHEN r.organisation IS NULL THEN 0 ELSE 1 END AS reported,
    CASE WHEN r.received_on <= m.due THEN 1 ELSE 0 END AS in_time,
    CASE WHEN r.empty THEN 1 ELSE 0 END AS empty
FROM units AS u
CROSS JOIN months AS m
LEFT JOIN reports AS r ON r.organisation = u.organisation AND r.period = m.period
WHERE substr(u.since, 1, 7) <= m.period
    AND (u.until = '' OR substr(u.until, 1, 7) >= m.period)
