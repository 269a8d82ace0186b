/** The bundle is not in the form that docs/bundle.md gives it; nothing else is looked at. */
class Malformed extends Error {
  constructor(where, what) {
    super(`${where}: ${what}`);
    this.where = where;
    this.what = what;
  }
}

const LINE_END = "\n";
const UTF8 = new TextEncoder();

/** Bytes as text; whoever sent other bytes than UTF-8 sent no text. */
function decoded(bytes, where) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed(where, "not UTF-8");
  }
}

/** The order of two texts by code points; JavaScript's own order is that of UTF-16 units. */
function byCodePoints(one, other) {
  const ones = one[Symbol.iterator]();
  const others = other[Symbol.iterator]();
  for (;;) {
    const a = ones.next();
    const b = others.next();
    if (a.done || b.done) return Number(b.done ?? false) - Number(a.done ?? false);
    const difference = a.value.codePointAt(0) - b.value.codePointAt(0);
    if (difference) return difference;
  }
}

/** What an object has by a key that a stranger named, and none of what every object has. */
function ownOf(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether two sequences of bytes are the same. */
function equalBytes(one, other) {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function joinedBytes(...pieces) {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Base64 in its one canonical form as bytes, or null. */
function fromBase64(text) {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (each) => each.charCodeAt(0)) : null;
  } catch {
    return null;
  }
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hex(bytes) {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

function fromHex(text) {
  return Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));
}

/** Whether the text names a day of the calendar, as 2026-11-25. */
function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d\d-\d\d$/.test(text) || text < "0001") return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** How many days lie between two days. */
function daysBetween(earlier, later) {
  return (Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / 86_400_000;
}

/** The day in Asia/Tokyo of a time in UTC. */
function dayInTokyo(time) {
  const nineHours = 9 * 60 * 60 * 1000;
  return new Date(Date.parse(`${time.slice(0, 19)}Z`) + nineHours).toISOString().slice(0, 10);
}

/** The fiscal year of a day, named by the year in which it begins on 1 April. */
function fiscalYear(day) {
  return BigInt(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1n : 0n);
}

/** The family of a topic: its first word. */
function familyOf(topic) {
  return topic.split(".", 1)[0];
}

const LONGEST_TURN_MS = 50;

/** Gives what lets the browser have its turn, once ours was long enough: a pause takes time, too. */
function takingTurns() {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < LONGEST_TURN_MS) return;
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    begun = performance.now();
  };
}
