// JSON.parse would round large numbers, keep the last of two equal keys and say nothing.

const DEEPEST = 64;
const MOST_DIGITS = 18;
const TOKENS = {
  space: /[ \t\n\r]*/y,
  number: /-?(?:0|[1-9][0-9]*)(?:[.eE])?/y,
  word: /true|false|null/y,
};
const WORDS_OF_JSON = { true: true, false: false, null: null };

/** Reads JSON with integers as BigInt and objects as Map, which keeps the order of their keys.
 *
 * Refuses numbers that are not integers, a key twice in an object, halves of a surrogate pair, deep
 * nesting and, if `spaces` is false, any space between the parts.
 */
class Json {
  static read(text, where, { spaces = true } = {}) {
    const reader = new Json(text, where, spaces);
    const value = reader.value(0);
    reader.skip();
    if (reader.at !== text.length) reader.refuse("more than one value");
    return value;
  }

  constructor(text, where, spaces) {
    this.text = text;
    this.where = where;
    this.spaces = spaces;
    this.at = 0;
  }

  refuse(what) {
    throw new Malformed(this.where, `JSON, character ${this.at + 1}: ${what}`);
  }

  take(token) {
    token.lastIndex = this.at;
    const found = token.exec(this.text);
    if (!found) return null;
    this.at = token.lastIndex;
    return found[0];
  }

  skip() {
    if (this.spaces) this.take(TOKENS.space);
  }

  comes(character) {
    this.skip();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  expect(character) {
    if (!this.comes(character)) this.refuse(`${character} expected`);
  }

  value(depth) {
    this.skip();
    switch (this.text[this.at]) {
      case "{":
        return this.object(this.deeper(depth));
      case "[":
        return this.array(this.deeper(depth));
      case '"':
        return this.string();
      default:
        return this.scalar();
    }
  }

  deeper(depth) {
    if (depth === DEEPEST) this.refuse("nested too deeply");
    return depth + 1;
  }

  object(depth) {
    const members = new Map();
    this.expect("{");
    if (this.comes("}")) return members;
    do {
      this.skip();
      const key = this.string();
      if (members.has(key)) this.refuse(`the key ${key} twice`);
      this.expect(":");
      members.set(key, this.value(depth));
    } while (this.comes(","));
    this.expect("}");
    return members;
  }

  array(depth) {
    const items = [];
    this.expect("[");
    if (this.comes("]")) return items;
    do items.push(this.value(depth));
    while (this.comes(","));
    this.expect("]");
    return items;
  }

  // A single text is left to JSON.parse, which reads those exactly.
  string() {
    if (this.text[this.at] !== '"') this.refuse("a text expected");
    let end = this.at;
    do end = this.text.indexOf('"', end + 1);
    while (end !== -1 && this.isEscaped(end));
    if (end === -1) this.refuse("a text that does not end");
    let read;
    try {
      read = JSON.parse(this.text.slice(this.at, end + 1));
    } catch {
      this.refuse("not a text of JSON");
    }
    if (!read.isWellFormed()) this.refuse("half of a surrogate pair");
    this.at = end + 1;
    return read;
  }

  isEscaped(at) {
    let before = at;
    while (this.text[before - 1] === "\\") before -= 1;
    return (at - before) % 2 === 1;
  }

  scalar() {
    const number = this.take(TOKENS.number);
    if (number) {
      if (/[.eE]$/.test(number)) this.refuse("a number that is not an integer");
      if (number.replace("-", "").length > MOST_DIGITS) this.refuse("a number that is too long");
      return BigInt(number);
    }
    const word = this.take(TOKENS.word);
    if (!word) this.refuse("a value expected");
    return WORDS_OF_JSON[word];
  }
}

/** Plain values as JSON; integers of any size stand as they are. */
function jsonOf(value) {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value);
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${jsonOf(each)}`).join(",")}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

/** JSON that was read as plain values; an integer stays a BigInt only where it is too large. */
function plain(value) {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, each]) => [key, plain(each)]));
  }
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
