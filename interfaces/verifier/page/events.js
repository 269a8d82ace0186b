const TOPIC = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/;
const SCOPE = /^[a-z0-9:_.-]+$/;
const STREAM = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/;
const TOO_LARGE = 10n ** 15n;
const LONGEST_LINE = 2 ** 20;
const HASH = /^[0-9a-f]{64}$/;
const WHOLE = "i,t,p,o,v,r,s";
const WITHHELD = "i,t,p,h";
const LEAF_ALONE = "i,l";
const ALWAYS_WHOLE = new Set(["log", "figure", "witness"]);
const LEAF = Uint8Array.of(0x00);

/** A line of events.jsonl: index, leaf and, as far as they are shown, topic, scope and event. */
function readLine(line, number, kind) {
  const where = `events.jsonl ${number}`;
  const refuse = (what) => {
    throw new Malformed(where, what);
  };
  // A character is at most three bytes long: only long lines need be counted.
  if (3 * line.length > LONGEST_LINE && UTF8.encode(line).length > LONGEST_LINE) refuse("too long");
  const read = Json.read(line, where, { spaces: false });
  if (!(read instanceof Map)) refuse("not an object");
  const keys = [...read.keys()].join();
  const index = read.get("i");
  if (typeof index !== "bigint" || index < 0n || index >= TOO_LARGE) refuse("i");
  const text = (key, form) => {
    const value = read.get(key);
    if (typeof value !== "string" || !form.test(value)) refuse(key);
    return value;
  };
  // There is one way to write what stands before the state: no escapes, no -0.
  const written = (start) => {
    if (!line.startsWith(start)) refuse("not the one form of a line");
  };
  if (keys === LEAF_ALONE && kind === "publication") {
    written(`{"i":${index},"l":"${read.get("l")}"}`);
    return { index, leaf: fromHex(text("l", HASH)), topic: null, event: null };
  }
  if (keys !== WHOLE && !(keys === WITHHELD && kind === "evaluation")) refuse("keys");
  const topic = text("t", TOPIC);
  const scope = text("p", SCOPE);
  let inner;
  let event = null;
  if (keys === WHOLE) {
    if (kind === "publication" && !ALWAYS_WHOLE.has(familyOf(topic))) refuse("shown whole");
    event = readEvent(read, { where, text, refuse, topic, scope, position: number });
    written(`{"i":${index},"t":"${topic}","p":"${scope}","o":"${event.stream}","v":${event.version},`
      + `"r":"${event.recorded}","s":"`);
    const state = hex(sha256OfText(read.get("s")));
    inner = hex(sha256OfText(
      `${event.stream}\n${event.version}\n${event.recorded}\n${state}\n`));
  } else {
    if (ALWAYS_WHOLE.has(familyOf(topic))) refuse(`${topic} is never withheld`);
    inner = text("h", HASH);
    written(`{"i":${index},"t":"${topic}","p":"${scope}","h":"${inner}"}`);
  }
  const leaf = sha256(LEAF, UTF8.encode(`ev1\n${index}\n${topic}\n${scope}\n${inner}\n`));
  return { index, leaf, topic, scope, event };
}

/** A whole event; `fields` are its own, with those that are null left out. */
function readEvent(read, { where, text, refuse, topic, scope, position }) {
  const version = read.get("v");
  if (typeof version !== "bigint" || version < 1n || version >= TOO_LARGE) refuse("v");
  const recorded = text("r", TIME);
  if (!isDay(recorded.slice(0, 10)) || !isDay(dayInTokyo(recorded))) refuse("r");
  const stored = read.get("s");
  if (typeof stored !== "string") refuse("s");
  const state = Json.read(stored, where);
  const by = state instanceof Map ? state.get("by") : null;
  const fields = state instanceof Map ? state.get("event") : null;
  if (!(by instanceof Map) || !(fields instanceof Map) || state.get("v") !== 1n) refuse("state");
  const takenOver = by.get("taken_over") ?? false;
  if (typeof takenOver !== "boolean") refuse("taken_over");
  dropNull(fields);
  if (!isDay(fields.get("effective_on"))) refuse("effective_on");
  if (isVoiding({ fields }) && typeof fields.get("voids") !== "bigint") refuse("voids");
  if (isCorrection({ fields })) {
    if (typeof fields.get("corrects") !== "bigint") refuse("corrects");
    if (isVoiding({ fields })) refuse("corrects and voids");
    const now = fields.get("now");
    if (!(now instanceof Map)) refuse("now");
    if (now.has("effective_on") && !isDay(now.get("effective_on"))) refuse("effective_on");
  }
  const stream = text("o", STREAM);
  return { position, topic, scope, stream, version, recorded, takenOver, fields };
}

function dropNull(fields) {
  for (const [name, value] of fields) if (value === null) fields.delete(name);
}

function isCorrection({ fields }) {
  return fields.has("corrects") && fields.has("now");
}

function isVoiding({ fields }) {
  return fields.has("voids");
}

/** Family and scope, which what mends an event has as well. */
function placeOf({ topic, scope }) {
  return `${familyOf(topic)} ${scope}`;
}

/** The version that an event corrects or voids, or undefined. */
function mendedBy(event) {
  return event.fields.get("voids") ?? (isCorrection(event) ? event.fields.get("corrects") : undefined);
}

/** What is left of one stream once its voidings and corrections have had their effect. */
function effectiveHistory(recorded) {
  // Where a version stands twice, which is found elsewhere, the last one counts.
  const byVersion = new Map(recorded.map((event) => [event.version, event]));
  const history = [...byVersion.values()]
    .sort((one, other) => (one.version < other.version ? -1 : 1));
  const earlier = (event, version) => {
    const named = version < event.version ? byVersion.get(version) : undefined;
    return named && placeOf(named) === placeOf(event) ? named : undefined;
  };

  const takenOut = new Set();
  for (const event of [...history].reverse()) {
    if (!isVoiding(event) || takenOut.has(event)) continue;
    const voided = earlier(event, event.fields.get("voids"));
    if (voided) takenOut.add(voided);
  }
  const reached = new Map();
  const corrected = new Map();
  for (const event of history) {
    const named = isCorrection(event) ? earlier(event, event.fields.get("corrects")) : undefined;
    if (!named) continue;
    // What it corrects knows by now what that reaches: a long chain is not walked for each link.
    const target = reached.get(named) ?? named;
    reached.set(event, target);
    if (takenOut.has(event)) continue;
    if (!corrected.has(target)) corrected.set(target, new Map(target.fields));
    const fields = corrected.get(target);
    for (const [name, value] of event.fields.get("now")) fields.set(name, value);
  }
  for (const fields of corrected.values()) dropNull(fields);
  return history
    .filter((event) => !isVoiding(event) && !isCorrection(event) && !takenOut.has(event))
    .map((event) => (corrected.has(event) ? { ...event, fields: corrected.get(event) } : event));
}

/** What the whole events say once corrected, found by topic and by stream. */
class Record {
  constructor(whole) {
    // In a stream of two families, which is found elsewhere, each family is for itself.
    const histories = grouped(whole, (event) => `${familyOf(event.topic)} ${event.stream}`);
    this.streams = [...histories.values()].map((history) => effectiveHistory(history)
      .map((event) => ({ ...event, on: event.fields.get("effective_on") })).sort(inOrder));
    const all = this.streams.flat();
    this.byPosition = new Map(all.map((event) => [event.position, event]));
    this.topics = grouped(all.sort(inOrder), (event) => event.topic);
  }

  /** The last effective event of a topic, or undefined. */
  lastOf(topic) {
    return this.topics.get(topic)?.at(-1);
  }

  /** The effective events of these topics up to a day, in their order. */
  upTo(day, topics) {
    const several = [...new Set(topics)].map((topic) => this.topics.get(topic) ?? []);
    const all = several.length === 1 ? several[0] : several.flat().sort(inOrder);
    return all.filter((event) => event.on <= day);
  }
}

/** The order of (`effective_on`, position). */
function inOrder(one, other) {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return one.position - other.position;
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
