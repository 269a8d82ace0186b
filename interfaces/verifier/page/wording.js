// What names and codes are called: words.json of the bundle, which is no evidence. So what the
// record says stands beside each word, and alone where there is none.

const isWord = (value) => typeof value === "string" && value !== "";
const within = (value, key) => (value instanceof Map ? value.get(key) : undefined);

/** The words of a bundle, or none. */
class Wording {
  constructor(said) {
    this.topics = within(said, "topics");
  }

  /** Reads the member; where it cannot be read there are no words, and nothing else is wrong. */
  static read(bytes) {
    try {
      return new Wording(Json.read(decoded(bytes, "words.json"), "words.json"));
    } catch (error) {
      if (error instanceof Malformed) return new Wording();
      throw error;
    }
  }

  /** What stands at a place, in Japanese and in English; null where nothing does. */
  at(...path) {
    const found = path.reduce(within, this.topics);
    const words = [within(found, "ja"), within(found, "en")];
    return words.every(isWord) ? words : null;
  }

  /** The words for a field of the events of one of these topics. */
  field(topics, name) {
    return firstOf(topics, (topic) => this.at(topic, "fields", name)) ?? ownOf(OWN_FIELDS, name) ?? null;
  }

  /** The words for a field's value; null where it says itself all that there is to say. */
  value(topics, name, value) {
    if (value === null || value === undefined) return NO_VALUE;
    if (typeof value === "boolean") return value ? YES : NO;
    if (typeof value !== "string") return null;
    return firstOf(topics, (topic) => this.at(topic, "fields", name, "codes", value));
  }

  /** What happens in events of a kind: the sentence with the names of its fields in brackets. */
  kind(topic) {
    const told = (tongue) => (_, name) =>
      `${"〔["[tongue]}${this.field([topic], name)?.[tongue] ?? name}${"〕]"[tongue]}`;
    return this.at(topic)?.map((words, tongue) => words.replace(/\{(\w+)\}/g, told(tongue))) ?? null;
  }

  /** What happened in a sentence; null where there is none for its kind. */
  sentence({ topic, fields }) {
    const told = (tongue) => (_, name) => {
      const value = fields.get(name);
      return this.value([topic], name, value)?.[tongue] ?? written(value);
    };
    return this.at(topic)?.map((words, tongue) => words.replace(/\{(\w+)\}/g, told(tongue))) ?? null;
  }
}

function firstOf(items, find) {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

/** A value beside the word for it, if there is one. */
function shownValue(wording, topics, name, value) {
  if (Array.isArray(value)) {
    return value.map((each) =>
      element("span", { class: "one" }, shownValue(wording, topics, name, each)));
  }
  const words = wording.value(topics, name, value);
  if (!words) return written(value);
  return isWord(value) ? withCode(words, value) : inBoth("span", words);
}

const YEARS_END = 10_000n;

/** Any value of JSON as text; a number that can be no year has its thousands parted. */
function written(value) {
  if (value === null || value === undefined) return NO_VALUE[0];
  if (value instanceof Map) {
    return `{${[...value].map(([key, each]) => `${key}: ${written(each)}`).join(", ")}}`;
  }
  if (Array.isArray(value)) return value.map(written).join(", ");
  return typeof value === "bigint" && value >= YEARS_END ? number(value) : String(value);
}
