const APPOINTED = "witness.appointed";
const KEY_CHANGED = "witness.key_changed";
const RETIRED = "witness.retired";
const POLICY_SET = "witness.policy_set";
const LAST_DAY = "9999-12-31";

function municipalityOf({ fields, position }) {
  const municipality = fields.get("municipality");
  if (typeof municipality === "string") return municipality;
  throw new Malformed(`events.jsonl ${position}`, "municipality");
}

/** For each municipality that is a witness by the record, the event that says so. */
function inOffice(record) {
  const last = new Map();
  for (const event of record.upTo(LAST_DAY, [APPOINTED, RETIRED])) {
    last.set(municipalityOf(event), event);
  }
  return [...last.values()].filter(({ topic }) => topic === APPOINTED);
}

/** How many have to co-sign by the record; a policy that is to come does not hold yet. */
function demandedBy(record, lastOn) {
  const policy = record.upTo(lastOn, [POLICY_SET]).at(-1);
  const required = policy ? policy.fields.get("required") : 1n;
  if (typeof required === "bigint" && required >= 1n) return required;
  throw new Malformed(`events.jsonl ${policy.position}`, "required");
}

/** The lines of the keys that witnesses co-sign with by the record.
 *
 * What is to come after `lastOn`, the day on which the last event shown was recorded, does not take
 * away yet what holds until then.
 */
function keysInForce(record, lastOn) {
  const lines = new Map();
  for (const event of record.upTo(LAST_DAY, [APPOINTED, KEY_CHANGED, RETIRED])) {
    const municipality = municipalityOf(event);
    const untilThen = event.on <= lastOn ? [] : lines.get(municipality) ?? [];
    const own = event.topic === RETIRED ? [] : [event.fields.get("key")];
    lines.set(municipality, [...untilThen, ...own]);
  }
  return new Set([...lines.values()].flat());
}

/** The names of keys, each once. */
function namesOf(keys) {
  return [...new Set(keys.map(({ name }) => name))].sort(byCodePoints);
}
