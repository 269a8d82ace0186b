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

-- Where each projection is, in which table its rows are, why it stopped, if it did, and which event
-- says that its version is in force.
CREATE TABLE IF NOT EXISTS {schema}.projections (
    name text PRIMARY KEY,
    version int NOT NULL,
    table_name text NOT NULL,
    position bigint NOT NULL,
    failed_at bigint,
    error text,
    activation bigint
);
-- The same of those that are being built beside them. `position` is the one they are filled up to
-- from shares of all streams; `filled` holds the shares that are done.
CREATE TABLE IF NOT EXISTS {schema}.building (
    LIKE {schema}.projections INCLUDING ALL,
    shares int NOT NULL
);
CREATE TABLE IF NOT EXISTS {schema}.filled (
    name text NOT NULL REFERENCES {schema}.building ON DELETE CASCADE,
    share int NOT NULL,
    PRIMARY KEY (name, share)
);
CREATE SEQUENCE IF NOT EXISTS {schema}.generation;

-- Every checkpoint that was signed, with its signatures; rows are only ever added.
CREATE TABLE IF NOT EXISTS {schema}.checkpoints (
    epoch int NOT NULL,
    size bigint NOT NULL,
    key_id text NOT NULL,
    note text NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (epoch, size, key_id)
);

-- What evaluators read, encrypted under keys that only they have; `desk` is the SHA-256 of the key.
CREATE TABLE IF NOT EXISTS {schema}.readings (
    evaluation uuid NOT NULL,
    desk bytea NOT NULL,
    number bigint NOT NULL,
    sealed bytea NOT NULL,
    PRIMARY KEY (evaluation, desk, number)
);

-- What witnesses and a timestamp authority said of the text of a checkpoint: of each the first, so
-- that what was carried away once has the same bytes ever after. Rows are only ever added.
CREATE TABLE IF NOT EXISTS {schema}.cosignatures (
    epoch int NOT NULL,
    size bigint NOT NULL,
    checkpoint text NOT NULL,
    name text NOT NULL,
    key_id text NOT NULL,
    line text NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (epoch, size, checkpoint, name)
);
CREATE TABLE IF NOT EXISTS {schema}.timestamps (
    epoch int NOT NULL,
    size bigint NOT NULL,
    checkpoint text NOT NULL,
    at timestamptz NOT NULL,
    authority text NOT NULL,
    reply bytea NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (epoch, size, checkpoint)
);

-- The leaf is RFC 9162's SHA-256(0x00 || entry); its entry shows index, topic and scope, and hides
-- the rest behind a hash of its own, so that an event can stay secret and still be counted.
-- Each parameter stands in it once, so that PostgreSQL puts it in line where it is called.
CREATE OR REPLACE FUNCTION {schema}.leaf_of(at_position bigint, stream uuid, version bigint,
    topic text, state bytea, scope text, at timestamptz)
RETURNS bytea
LANGUAGE sql STABLE
RETURN sha256('\x00'::bytea || convert_to(concat_ws(E'\n',
    'ev1', at_position - 1, topic, scope, encode(sha256(convert_to(concat_ws(E'\n',
        stream, version, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        encode(sha256(state), 'hex'), ''
    ), 'UTF8')), 'hex'), ''
), 'UTF8'));

-- Writes decisions that do not look at each other's streams: all of them, or none. Errors of the
-- class AY name in their detail the streams that are no longer as a decision saw them.
-- Planned once, and for the log as it will be, not for the few rows of its first day.
CREATE OR REPLACE FUNCTION {schema}.append(decisions jsonb, told_at timestamptz)
RETURNS TABLE (notification_id bigint, recorded_at timestamptz)
LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
    moved text;
    last_position bigint;
    last_at timestamptz;
    now_at timestamptz;
BEGIN
    INSERT INTO {schema}.answers (key, fingerprint, stream, version)
    SELECT * FROM jsonb_to_recordset(decisions -> 'answers')
        AS a (key text, fingerprint bytea, stream uuid, version bigint);
    INSERT INTO {schema}.sealed_values (digest, subject, seal_group, nonce, ciphertext)
    SELECT * FROM jsonb_to_recordset(decisions -> 'sealed')
        AS s (digest bytea, subject uuid, seal_group text, nonce bytea, ciphertext bytea);

    PERFORM pg_advisory_xact_lock(hashtextextended({lock}, 0));

    -- From here on every statement sees all that was committed before the lock was had.
    SELECT string_agg(s.stream::text, ',') INTO moved
    FROM jsonb_to_recordset(decisions -> 'expected') AS s (stream uuid, version bigint)
    WHERE s.version <> coalesce((
        SELECT e.originator_version FROM {schema}.events e
        WHERE e.originator_id = s.stream ORDER BY e.originator_version DESC LIMIT 1
    ), 0);
    IF moved IS NULL AND decisions -> 'dependents' <> '[]' THEN
        SELECT string_agg(d.stream::text, ',') INTO moved
        FROM jsonb_to_recordset(decisions -> 'dependents') AS d (stream uuid, known bigint)
        WHERE d.known <> (SELECT count(*) FROM {schema}.relied r WHERE r.stream = d.stream);
    END IF;
    IF moved IS NOT NULL THEN
        RAISE EXCEPTION 'streams moved' USING ERRCODE = 'AY001', DETAIL = moved;
    END IF;
    IF decisions -> 'relied' <> '[]' THEN
        INSERT INTO {schema}.relied (stream, by_stream)
        SELECT * FROM jsonb_to_recordset(decisions -> 'relied') AS r (stream uuid, by_stream uuid)
        ON CONFLICT DO NOTHING;
    END IF;

    SELECT e.notification_id, e.recorded_at INTO last_position, last_at
    FROM {schema}.events e ORDER BY e.notification_id DESC LIMIT 1;
    IF told_at < last_at THEN
        RAISE EXCEPTION 'time goes backwards' USING ERRCODE = 'AY002';
    END IF;
    last_position := coalesce(last_position, 0);
    now_at := greatest(coalesce(told_at, clock_timestamp()), last_at);
    RETURN QUERY
    INSERT INTO {schema}.events (originator_id, originator_version, topic, state, scope,
        notification_id, recorded_at, leaf)
    SELECT e.stream, e.version, e.topic, e.state, e.scope, last_position + e.n, now_at,
        {schema}.leaf_of(last_position + e.n, e.stream, e.version, e.topic, e.state, e.scope, now_at)
    FROM ROWS FROM (jsonb_to_recordset(decisions -> 'events')
        AS (stream uuid, version bigint, topic text, state bytea, scope text))
        WITH ORDINALITY AS e (stream, version, topic, state, scope, n)
    ORDER BY e.n
    RETURNING events.notification_id, events.recorded_at;
END $$;
