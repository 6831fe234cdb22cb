-- How far elevator projects are: how many stand at which stage, and how many doors they concern.
SELECT
    e.kind,
    e.stage,
    sum(e.projects) AS projects,
    sum(e.doors) AS doors,
    count(DISTINCT e.organisation) AS branches
FROM elevators AS e
JOIN units AS u USING (organisation)
WHERE e.period = :month
GROUP BY e.kind, e.stage
ORDER BY kind NULLS FIRST, projects DESC NULLS LAST, stage NULLS FIRST
