-- New hires of a fiscal year: persons, each once, whatever ids they were counted under.
said AS (
    SELECT DISTINCT ON (m.position, m.day, pair.one, pair.other)
        m.position, m.day, pair.one, pair.other, h.topic = 'person.joined' AS joined
    FROM moments m
    JOIN holds h ON h.at = m.position AND h.day <= m.day
    CROSS JOIN LATERAL (
        SELECT least(h.event ->> 'person_id', h.event ->> 'other_id') AS one,
            greatest(h.event ->> 'person_id', h.event ->> 'other_id') AS other
    ) AS pair
    WHERE h.topic IN ('person.joined', 'person.parted')
    ORDER BY m.position, m.day, pair.one, pair.other, h.day DESC, h.position DESC
),
joined AS (
    SELECT position, day, one, other FROM said WHERE joined
    UNION ALL
    SELECT position, day, other, one FROM said WHERE joined
),
reach (position, day, one, other) AS (
    SELECT * FROM joined
    UNION
    SELECT r.position, r.day, r.one, j.other
    FROM reach r JOIN joined j ON (j.position, j.day, j.one) = (r.position, r.day, r.other)
),
persons AS (
    SELECT position, day, one AS id, min(other) AS person FROM reach GROUP BY position, day, one
),
facts AS (
    SELECT m.position, m.day, h.position AS counted, h.event ->> 'municipality' AS line,
        coalesce(p.person, h.event ->> 'subject') AS person
    FROM asked m
    JOIN holds h ON h.at = m.position AND h.day <= m.day AND m.defined
    LEFT JOIN persons p
        ON (p.position, p.day, p.id) = (m.position, m.day, h.event ->> 'subject')
    WHERE h.topic = 'kpi.fact_counted'
        AND h.event ->> 'kpi' = 'kpi1'
        AND h.event ->> 'programme' = %(programme)s
        AND (h.event ->> 'fiscal_year')::int = %(fiscal_year)s
),
lines AS (
    SELECT position, day, line, count(DISTINCT person) AS value
    FROM facts GROUP BY position, day, line
),
totals AS (
    SELECT position, day, count(DISTINCT person) AS value,
        array_agg(counted ORDER BY counted) AS counted
    FROM facts GROUP BY position, day
),
breakdown AS (
    SELECT position, day,
        array_agg(jsonb_build_array(line, value) ORDER BY line COLLATE "C") AS lines
    FROM lines GROUP BY position, day
)
SELECT position, day, defined, coalesce(value, 0)::bigint, coalesce(lines, ARRAY[]::jsonb[]),
    coalesce(counted, ARRAY[]::bigint[])
FROM asked LEFT JOIN totals USING (position, day) LEFT JOIN breakdown USING (position, day)
