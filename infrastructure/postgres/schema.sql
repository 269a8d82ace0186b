-- One consortium: its log, what is sealed, and what its decisions relied on.
-- `{schema}` is the consortium's own schema; every statement may be run again.

CREATE SCHEMA IF NOT EXISTS {schema};

-- The log. The first four columns and notification_id are the event-sourcing library's names:
-- notification_id is the position, 1, 2, 3, ... dense and in commit order.
CREATE TABLE IF NOT EXISTS {schema}.events (
    originator_id uuid NOT NULL,
    originator_version bigint NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    notification_id bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    scope text NOT NULL,
    leaf bytea NOT NULL,
    PRIMARY KEY (originator_id, originator_version)
);
CREATE UNIQUE INDEX IF NOT EXISTS events_position ON {schema}.events (notification_id);
CREATE INDEX IF NOT EXISTS events_time ON {schema}.events (recorded_at, notification_id);
CREATE INDEX IF NOT EXISTS events_topic ON {schema}.events (topic, notification_id);

-- The first answer under every key, for ever.
CREATE TABLE IF NOT EXISTS {schema}.answers (
    key text PRIMARY KEY,
    fingerprint bytea NOT NULL,
    stream uuid NOT NULL,
    version bigint NOT NULL
);

-- Ciphertexts of personal values; an event holds only the digest.
CREATE TABLE IF NOT EXISTS {schema}.sealed_values (
    digest bytea PRIMARY KEY,
    subject uuid NOT NULL,
    seal_group text NOT NULL,
    nonce bytea NOT NULL,
    ciphertext bytea NOT NULL
);
CREATE TABLE IF NOT EXISTS {schema}.seal_keys (
    subject uuid NOT NULL,
    seal_group text NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (subject, seal_group)
);

-- Which streams' decisions relied on a stream: written with the events that relied on it.
CREATE TABLE IF NOT EXISTS {schema}.relied (
    stream uuid NOT NULL,
    by_stream uuid NOT NULL,
    PRIMARY KEY (stream, by_stream)
);

-- Where each projection is, in which table its rows are, and why it stopped, if it did.
CREATE TABLE IF NOT EXISTS {schema}.projections (
    name text PRIMARY KEY,
    version int NOT NULL,
    table_name text NOT NULL,
    position bigint NOT NULL,
    failed_at bigint,
    error text
);
CREATE SEQUENCE IF NOT EXISTS {schema}.generation;

-- Refuses a decision that was made on what is no longer so. Called under the log's lock; errors
-- carry the class AY and, in the detail, which streams moved.
CREATE OR REPLACE FUNCTION {schema}.refuse_if_moved(
    streams uuid[], versions bigint[], relied_on uuid[], dependents bigint[], at timestamptz
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    moved text;
    latest timestamptz;
BEGIN
    SELECT string_agg(s.stream::text, ',') INTO moved
    FROM unnest(streams, versions) AS s (stream, version)
    WHERE s.version <> coalesce((
        SELECT e.originator_version FROM {schema}.events e
        WHERE e.originator_id = s.stream ORDER BY e.originator_version DESC LIMIT 1
    ), 0);
    IF moved IS NULL AND cardinality(relied_on) > 0 THEN
        SELECT string_agg(d.stream::text, ',') INTO moved
        FROM unnest(relied_on, dependents) AS d (stream, known)
        WHERE d.known <> (SELECT count(*) FROM {schema}.relied r WHERE r.stream = d.stream);
    END IF;
    IF moved IS NOT NULL THEN
        RAISE EXCEPTION 'streams moved' USING ERRCODE = 'AY001', DETAIL = moved;
    END IF;
    IF at IS NOT NULL THEN
        SELECT recorded_at INTO latest
        FROM {schema}.events ORDER BY notification_id DESC LIMIT 1;
        IF at < latest THEN
            RAISE EXCEPTION 'time goes backwards' USING ERRCODE = 'AY002';
        END IF;
    END IF;
END $$;
