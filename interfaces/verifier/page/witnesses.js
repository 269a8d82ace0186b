const APPOINTED = "witness.appointed";
const KEY_CHANGED = "witness.key_changed";
const RETIRED = "witness.retired";
const LAST_DAY = "9999-12-31";

/** A witness's municipality, whatever stands there, as a text. */
function municipalityOf({ fields }) {
  return jsonOf(plain(fields.get("municipality") ?? null));
}

/** For each municipality that is a witness by the record, the event that says so. */
function inOffice(record) {
  const last = new Map();
  for (const event of record.upTo(LAST_DAY, [APPOINTED, RETIRED])) {
    last.set(municipalityOf(event), event);
  }
  return [...last.values()].filter(({ topic }) => topic === APPOINTED);
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
