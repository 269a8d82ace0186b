const STATED_KEYS = {
  evaluation: ["code", "version", "programme", "fiscal_year", "valid_on", "value",
    "reason_without_value", "by", "rows", "parts", "counted", "recorded"],
};
STATED_KEYS.publication = STATED_KEYS.evaluation.filter((key) => key !== "parts");
const REASONS = [null, "denominator_zero", "compared_day_not_earlier"];
const HOW_RECORDED = ["as_it_happened", "late", "taken_over"];
const isInteger = (value) => typeof value === "bigint";
const isAmount = (value) => value === null || isInteger(value);
const isRow = (row) => hasKeys(row, ["by", "value"]) && isAmount(row.get("value"))
  && Array.isArray(row.get("by")) && row.get("by").every(isScalar);
const FORMS_STATED = {
  code: (value) => typeof value === "string",
  version: isInteger,
  fiscal_year: isInteger,
  value: isAmount,
  reason_without_value: (value) => REASONS.includes(value),
  rows: (value) => Array.isArray(value) && value.every(isRow),
  counted: (value) => Array.isArray(value) && value.every(isInteger),
  recorded: (value) => hasKeys(value, HOW_RECORDED) && [...value.values()].every(isInteger),
};
const FORMS_PUBLISHED = {
  ...FORMS_STATED,
  rows: (value) => value === null || FORMS_STATED.rows(value),
  counted: isAmount,
  recorded: (value) => value === null || FORMS_STATED.recorded(value),
};
const MAY_BE_SUPPRESSED = new Set(["value", "rows", "counted", "recorded"]);

/** The figures that a bundle of this kind states, in their order. */
function readFigures(text, kind) {
  const where = "figures.json";
  const all = Json.read(text, where);
  const stated = all instanceof Map && all.size === 1 ? all.get("figures") : null;
  if (!Array.isArray(stated)) throw new Malformed(where, "figures");
  stated.forEach((figure, at) => {
    const refuse = (what) => {
      throw new Malformed(where, `${at + 1}: ${what}`);
    };
    if (!(figure instanceof Map)) refuse("not an object");
    const isExtra = (key) => !(STATED_KEYS[kind].includes(key)
      || (kind === "publication" && key === "suppressed"));
    if ([...figure.keys()].some(isExtra)) refuse("keys");
    if (!STATED_KEYS[kind].every((key) => figure.has(key))) refuse("keys");
    const forms = kind === "publication" ? FORMS_PUBLISHED : FORMS_STATED;
    for (const [key, isSo] of Object.entries(forms)) if (!isSo(figure.get(key))) refuse(key);
    if (at && compareValues(orderOf(stated[at - 1]), orderOf(figure)) > 0) refuse("out of order");
  });
  return stated;
}

/** Whether it is an object with exactly these keys. */
function hasKeys(value, keys) {
  return value instanceof Map && value.size === keys.length && keys.every((key) => value.has(key));
}

function orderOf(figure) {
  return ["code", "version", "fiscal_year"].map((key) => figure.get(key));
}

function idOf(figure) {
  return orderOf(figure).join(" ");
}

/** Whether a figure of the bundle says what was recomputed, as far as its kind of bundle tells. */
function states(figure, recomputed, kind) {
  const wanted = { ...recomputed };
  if (kind === "publication") wanted.counted = BigInt(recomputed.counted.length);
  const isTold = (key) => !(figure.get("suppressed") === true
    && MAY_BE_SUPPRESSED.has(key) && figure.get(key) === null);
  return STATED_KEYS[kind].every((key) => !isTold(key) || same(figure.get(key), wanted[key]));
}

/** Whether JSON that was read says the same as a plain value. */
function same(given, wanted) {
  if (Array.isArray(wanted)) {
    return Array.isArray(given) && given.length === wanted.length
      && wanted.every((item, at) => same(given[at], item));
  }
  if (wanted === null || typeof wanted !== "object") return given === wanted;
  const keys = Object.keys(wanted);
  return given instanceof Map && given.size === keys.length
    && keys.every((key) => given.has(key) && same(given.get(key), wanted[key]));
}
