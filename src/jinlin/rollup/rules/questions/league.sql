-- Who satisfies most: what a place is given by; the places follow the lower Wilson bound.
WITH rated AS (
    SELECT
        organisation,
        sum(satisfied + basically_satisfied) AS content,
        sum(satisfied + basically_satisfied + not_satisfied) AS rated
    FROM groups
    WHERE period = :month
    GROUP BY organisation
)
SELECT
    u.unit,
    max(u.name) AS name,
    sum(r.reported) AS branches,
    sum(coalesce(t.content, 0)) AS content,
    sum(coalesce(t.rated, 0)) AS rated
FROM reporting AS r
JOIN units AS u ON u.organisation = r.organisation
LEFT JOIN rated AS t ON t.organisation = r.organisation
WHERE r.period = :month
GROUP BY u.unit
ORDER BY unit NULLS FIRST
