-- Against the same month a year ago, like for like: branches that reported on both alone.
WITH pairs AS (
    SELECT latest.organisation
    FROM reports AS latest
    JOIN reports AS ago ON ago.organisation = latest.organisation
    WHERE latest.period = :month AND ago.period = :year_ago
),
flow AS (
    SELECT
        organisation,
        sum(received) FILTER (WHERE period = :month) AS received,
        sum(received) FILTER (WHERE period = :year_ago) AS received_before,
        sum(closed_solved + closed_unsolved + declined + merged)
            FILTER (WHERE period = :month) AS closed,
        sum(closed_solved + closed_unsolved + declined + merged)
            FILTER (WHERE period = :year_ago) AS closed_before
    FROM categories
    WHERE period IN (:month, :year_ago)
    GROUP BY organisation
),
in_time AS (
    SELECT
        organisation,
        sum(due) FILTER (WHERE period = :month) AS due,
        sum(on_time) FILTER (WHERE period = :month) AS on_time,
        sum(due) FILTER (WHERE period = :year_ago) AS due_before,
        sum(on_time) FILTER (WHERE period = :year_ago) AS on_time_before
    FROM groups
    WHERE period IN (:month, :year_ago)
    GROUP BY organisation
)
SELECT
    u.unit,
    max(u.name) AS name,
    count(*) AS branches,
    sum(coalesce(f.received, 0)) AS received,
    sum(coalesce(f.received_before, 0)) AS received_before,
    sum(coalesce(f.closed, 0)) AS closed,
    sum(coalesce(f.closed_before, 0)) AS closed_before,
    sum(coalesce(t.due, 0)) AS due,
    sum(coalesce(t.on_time, 0)) AS on_time,
    sum(coalesce(t.due_before, 0)) AS due_before,
    sum(coalesce(t.on_time_before, 0)) AS on_time_before
FROM pairs AS b
JOIN units AS u ON u.organisation = b.organisation
LEFT JOIN flow AS f ON f.organisation = b.organisation
LEFT JOIN in_time AS t ON t.organisation = b.organisation
GROUP BY u.unit
ORDER BY unit NULLS FIRST
