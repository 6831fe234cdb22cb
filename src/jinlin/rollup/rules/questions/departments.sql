-- Which departments were called, came, and how soon.
SELECT
    d.department,
    sum(d.called) AS called,
    sum(d.arrived) AS arrived,
    sum(d.a4) AS a4,
    sum(d.a24) AS a24,
    sum(d.a72) AS a72,
    sum(d.amore) AS amore,
    count(DISTINCT d.organisation) AS branches
FROM departments AS d
JOIN units AS u USING (organisation)
WHERE d.period = :month
GROUP BY d.department
ORDER BY called DESC NULLS LAST, department NULLS FIRST
