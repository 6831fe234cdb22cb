-- How old what is open is, in time and overdue, by unit.
SELECT
    u.unit,
    max(u.name) AS name,
    sum(b.age7) AS age7,
    sum(b.age30) AS age30,
    sum(b.age90) AS age90,
    sum(b.agemore) AS agemore,
    sum(b.late7) AS late7,
    sum(b.late30) AS late30,
    sum(b.late90) AS late90,
    sum(b.latemore) AS latemore
FROM branch AS b
JOIN units AS u USING (organisation)
WHERE b.period = :month
GROUP BY u.unit
ORDER BY unit NULLS FIRST
