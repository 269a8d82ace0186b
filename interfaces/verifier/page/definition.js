// A definition out of JSON as a plain object, held against the page of the figure language.
// What is outside the language makes the bundle malformed.

class Undefined extends Error {}

const CODE = /^[a-z][a-z0-9_-]*$/;
const FIELD = /^[a-z][a-z0-9_]*$/;

const wrong = (what) => {
  throw new Undefined(what);
};
const textLike = (form) => (value) =>
  typeof value === "string" && form.test(value) ? value : wrong("not such a text");
const oneOf = (...choices) => (value) =>
  choices.includes(value) ? value : wrong(`none of ${choices.join(", ")}`);
const atLeastOne = (value) =>
  typeof value === "bigint" && value >= 1n ? value : wrong("not a whole number from 1");
const listOf = (item, least = 0) => (value) =>
  Array.isArray(value) && value.length >= least ? value.map(item) : wrong("not such a list");
const orElse = (absent, reader) => (value) => (value === undefined ? absent : reader(value));
const orNull = (reader) => (value) => (value === undefined || value === null ? null : reader(value));
const scalar = (value) => (isScalar(value) ? value : wrong("not a single value"));

/** A reader of an object with these fields and no others. */
const shape = (readers) => (value) => {
  if (!(value instanceof Map)) return wrong("not an object");
  for (const key of value.keys()) if (!Object.hasOwn(readers, key)) wrong(`unknown: ${key}`);
  return Object.fromEntries(Object.entries(readers).map(
    ([key, read]) => [key, read(value.get(key))]));
};

function isScalar(value) {
  return value === null || ["string", "bigint", "boolean"].includes(typeof value);
}

const field = textLike(FIELD);
const fields = orElse([], listOf(field));
const topics = listOf(textLike(TOPIC), 1);
const words = shape({ ja: textLike(/[^]/), en: textLike(/[^]/) });
const conditions = orElse([], listOf(shape({ field, one_of: listOf(scalar, 1) })));
const ending = shape({
  topics,
  where: conditions,
  same: fields,
  effective: orElse("last_day", oneOf("last_day", "first_day_without")),
});
const facts = shape({
  scope: orElse("programme", oneOf("programme", "common")),
  opens: topics,
  where: conditions,
  ends: orNull(ending),
  keep: orElse("all", oneOf("all", "latest", "first")),
  key: fields,
  kept_where: conditions,
  persons: fields,
});
const simpleFields = {
  facts,
  basis: oneOf("annual", "cumulative", "level", "increment"),
  compared_with: orNull((value) =>
    value === "day_before_year" || isDay(value) ? value : wrong("compared_with")),
  year_field: orNull(field),
};
const measures = {
  count: shape({ kind: oneOf("count"), ...simpleFields, distinct_by: orNull(field) }),
  sum: shape({ kind: oneOf("sum"), ...simpleFields, field }),
  difference: shape({
    kind: oneOf("difference"),
    of: listOf((value) => simple(value), 1),
    minus: listOf((value) => simple(value), 1),
  }),
  ratio: shape({
    kind: oneOf("ratio"),
    numerator: (value) => measure(value, "count", "sum", "difference"),
    denominator: (value) => measure(value, "count", "sum", "difference"),
    scale: atLeastOne,
    rounding: oneOf("half_up", "down"),
  }),
};

function measure(value, ...kinds) {
  const kind = value instanceof Map ? value.get("kind") : undefined;
  return kinds.includes(kind) ? measures[kind](value) : wrong("kind");
}

function simple(value) {
  const read = measure(value, "count", "sum");
  const { keep, key, kept_where, persons } = read.facts;
  if ((keep === "all") !== !key.length) wrong("keep and key");
  if (kept_where.length && keep === "all") wrong("kept_where");
  if (persons.includes("stream") || persons.includes("effective_year")) wrong("persons");
  if ((read.basis === "increment") !== (read.compared_with !== null)) wrong("compared_with");
  if (read.year_field && !["annual", "cumulative"].includes(read.basis)) wrong("year_field");
  return read;
}

/** The definition with its parts: every count and sum, with the side and the sign that it has. */
function readDefinition(value) {
  const read = shape({
    code: textLike(CODE),
    version: atLeastOne,
    title: words,
    sentence: words,
    unit: words,
    note: orNull(words),
    by: fields,
    measure: (given) => measure(given, "count", "sum", "difference", "ratio"),
  })(value);
  const { by } = read;
  read.parts = partsOf(value.get("measure"));
  const persons = read.parts.flatMap((part) => part.simple.facts.persons);
  if (new Set(by).size < by.length) wrong("by");
  if (by.includes("stream") || by.some((name) => persons.includes(name))) wrong("by");
  return read;
}

function partsOf(given) {
  if (given.get("kind") === "ratio") {
    return ["numerator", "denominator"].flatMap((side) => signed(given.get(side), side));
  }
  return signed(given, "value");
}

function signed(given, side) {
  if (given.get("kind") !== "difference") return [{ side, sign: 1n, simple: simple(given) }];
  const each = (name, sign) =>
    given.get(name).map((value) => ({ side, sign, simple: simple(value) }));
  return [...each("of", 1n), ...each("minus", -1n)];
}
