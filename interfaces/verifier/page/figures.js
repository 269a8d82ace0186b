// The figure language: docs/bundle.md, 3, and the docstring of domain/base/figure.py.
// All numbers are BigInt; nothing here rounds but `ratio`.

/** A fact that the language cannot use, as one without the key that it is told apart by. */
class FigureError extends Error {}

/** What all figures of a question share. */
class Question {
  constructor(record, programme, validOn) {
    Object.assign(this, { record, programme, validOn });
    this.persons = joinedPersons(record, validOn);
  }

  /** The figure of a definition for a fiscal year, in the form of figures.json. */
  figure(definition, year) {
    const days = definition.parts.flatMap((part) => this.days(part, year));
    const stated = {
      code: definition.code,
      version: definition.version,
      programme: this.programme,
      fiscal_year: year,
      valid_on: this.validOn,
    };
    if (days.includes(null)) {
      return { ...stated, value: null, reason_without_value: "compared_day_not_earlier",
        by: definition.by, rows: [], parts: [], counted: [], recorded: recordedHow([]) };
    }
    const terms = days.map(({ side, sign, simple, day }) => {
      const facts = this.facts(simple, day, year);
      const total = (some) => this.total(simple, some);
      return { side, sign, day, facts, total, value: total(facts) };
    });
    const counted = [...new Set(terms.flatMap((term) => term.facts))]
      .sort((one, other) => one.position - other.position);
    const value = valueOf(definition.measure, terms);
    return {
      ...stated,
      value,
      reason_without_value: value === null ? "denominator_zero" : null,
      by: definition.by,
      rows: rowsOf(definition, terms),
      parts: terms.map(({ side, sign, day, value: own, facts }) =>
        ({ side, sign, day, value: own, counted: positions(facts) })),
      counted: positions(counted),
      recorded: recordedHow(counted),
    };
  }

  /** A part on its day and, for an increment, on the day compared with: null if not earlier. */
  days({ side, sign, simple }, year) {
    const term = (day, signOnDay) => ({ side, sign: signOnDay, simple, day });
    if (simple.basis === "annual" || simple.basis === "cumulative") {
      return [term(this.validOn, sign)];
    }
    const lastDay = `${yearText(year + 1n)}-03-31`;
    const day = this.validOn < lastDay ? this.validOn : lastDay;
    if (simple.basis === "level") return [term(day, sign)];
    const compared = simple.compared_with === "day_before_year"
      ? `${yearText(year)}-03-31`
      : simple.compared_with;
    return compared < day ? [term(day, sign), term(compared, -sign)] : [null];
  }

  /** The facts that count on a day: open, end, keep, year. */
  facts({ facts, basis, year_field }, day, year) {
    const { record } = this;
    const scope = facts.scope === "common" ? "common" : this.programme;
    const past = (topics, where) => record.upTo(day, topics)
      .filter((event) => event.scope === scope).filter(meeting(where));
    let held = past(facts.opens, facts.where);
    if (facts.ends) {
      const endings = past(facts.ends.topics, facts.ends.where);
      held = this.notEnded(held, endings, facts, day);
    }
    if (facts.keep !== "all") {
      const kept = new Map();
      for (const fact of held) {
        const key = this.key(fact, facts.key, facts.persons);
        if (facts.keep === "latest" || !kept.has(key)) kept.set(key, fact);
      }
      held = held.filter((fact) => kept.get(this.key(fact, facts.key, facts.persons)) === fact)
        .filter(meeting(facts.kept_where));
    }
    if (basis === "annual" || basis === "cumulative") {
      held = held.filter((fact) => {
        const own = integer(fact, year_field ?? "effective_year");
        return basis === "annual" ? own === year : own <= year;
      });
    }
    return held;
  }

  /** The facts without a later ending; the last ending that is over by the day ends them all. */
  notEnded(held, endings, { ends, persons }, day) {
    const which = (event) => this.key(event, ["stream", ...ends.same], persons);
    const last = new Map();
    for (const event of endings) {
      const isOver = ends.effective === "first_day_without" || event.on < day;
      // An ending in which a field of `same` is null ends nothing.
      if (isOver && ends.same.every((name) => isSaid(event, name))) {
        last.set(which(event), event);
      }
    }
    return held.filter((fact) => {
      const ending = last.get(which(fact));
      return !ending || inOrder(ending, fact) <= 0;
    });
  }

  total(simple, facts) {
    if (simple.kind === "sum") {
      return facts.reduce((sum, fact) => sum + integer(fact, simple.field), 0n);
    }
    if (!simple.distinct_by) return BigInt(facts.length);
    const { persons } = simple.facts;
    return BigInt(new Set(facts.map((fact) => this.key(fact, [simple.distinct_by], persons))).size);
  }

  /** The values of fields as one text that is equal where they are; joined persons are one. */
  key(event, names, persons) {
    return JSON.stringify(names.map((name) => {
      const value = read(event, name);
      if (value === null) throw new FigureError(`${event.position}: ${name} is null`);
      if (!persons.includes(name)) return typed(value);
      if (typeof value !== "string") throw new FigureError(`${event.position}: ${name} is no id`);
      return typed(this.persons.get(value) ?? value);
    }));
  }
}

function yearText(year) {
  return String(year).padStart(4, "0");
}

/** A field of an event, null where it is absent; lists and objects are nothing to compare. */
function read(event, name) {
  if (name === "stream") return event.stream;
  if (name === "effective_year") return fiscalYear(event.on);
  const value = event.fields.get(name) ?? null;
  if (!isScalar(value)) throw new FigureError(`${event.position}: ${name} is no single value`);
  return value;
}

/** Whether a field is there, whatever it holds. */
function isSaid(event, name) {
  return name === "stream" || name === "effective_year" || event.fields.has(name);
}

function integer(event, name) {
  const value = read(event, name);
  if (typeof value === "bigint") return value;
  throw new FigureError(`${event.position}: ${name} is no integer`);
}

/** A value as a text that also tells its type: true is not 1, and neither is "1". */
function typed(value) {
  return value === null ? "null" : `${typeof value} ${value}`;
}

/** Whether an event meets all of these conditions. */
function meeting(conditions) {
  const tests = conditions.map(({ field: name, one_of }) => [name, new Set(one_of)]);
  return (event) => tests.every(([name, values]) => values.has(read(event, name)));
}

function positions(facts) {
  return facts.map((fact) => BigInt(fact.position)).sort((one, other) => Number(one - other));
}

/** The value of a whole measure from its terms; null where a ratio has the denominator 0. */
function valueOf(measured, terms) {
  const side = (name) => terms
    .filter((term) => term.side === name)
    .reduce((sum, term) => sum + term.sign * term.value, 0n);
  if (measured.kind !== "ratio") return side("value");
  const { scale, rounding } = measured;
  return ratio(scale * side("numerator"), side("denominator"), rounding);
}

/** A fraction as an integer, rounded by its magnitude; null over 0. */
function ratio(numerator, denominator, rounding) {
  if (!denominator) return null;
  const size = (number) => (number < 0n ? -number : number);
  const [above, below] = [size(numerator), size(denominator)];
  const magnitude =
    rounding === "half_up" ? (2n * above + below) / (2n * below) : above / below;
  return (numerator < 0n) === (denominator < 0n) ? magnitude : -magnitude;
}

/** The breakdown: the value of the measure for each group of the facts of all terms. */
function rowsOf(definition, terms) {
  const { by } = definition;
  if (!by.length) return [];
  const valuesOf = (fact) => by.map((name) => read(fact, name));
  const keyOf = (fact) => JSON.stringify(valuesOf(fact).map(typed));
  const groups = new Map();
  for (const term of terms) {
    for (const [key, facts] of grouped(term.facts, keyOf)) {
      if (!groups.has(key)) groups.set(key, { values: valuesOf(facts[0]), own: [] });
      groups.get(key).own.push({ ...term, value: term.total(facts) });
    }
  }
  return [...groups.values()]
    .map(({ values, own }) => ({ by: values, value: valueOf(definition.measure, own) }))
    .sort((one, other) => compareValues(one.by, other.by));
}

const TYPES = ["object", "boolean", "bigint", "string"];

/** The order of lists of values: by their types, then by value. */
function compareValues(ones, others) {
  const rank = (value) => TYPES.indexOf(typeof value);
  for (let at = 0; at < ones.length; at += 1) {
    const [one, other] = [ones[at], others[at]];
    if (rank(one) !== rank(other)) return rank(one) - rank(other);
    if (one === other) continue;
    return typeof one === "string" ? byCodePoints(one, other) : one < other ? -1 : 1;
  }
  return 0;
}

const LATE_AFTER_DAYS = 31;

/** How the counted events came to be recorded. */
function recordedHow(facts) {
  const found = { as_it_happened: 0n, late: 0n, taken_over: 0n };
  for (const fact of facts) found[howRecorded(fact)] += 1n;
  return found;
}

function howRecorded(fact) {
  if (fact.takenOver) return "taken_over";
  const days = daysBetween(fact.on, dayInTokyo(fact.recorded));
  return days > LATE_AFTER_DAYS ? "late" : "as_it_happened";
}

const JOINS = {
  "person.joined": ["person_id", "other_id", true],
  "person.parted": ["person_id", "other_id", false],
  "client.merged": ["client_id", "duplicate_id", true],
  "client.parted": ["client_id", "duplicate_id", false],
};

/** For each joined id the smallest of those connected with it on the day. */
function joinedPersons(record, day) {
  const pairs = new Map();
  for (const event of record.upTo(day, Object.keys(JOINS))) {
    const [one, other, joins] = JOINS[event.topic];
    const pair = [event.fields.get(one), event.fields.get(other)];
    if (pair.some((id) => typeof id !== "string")) {
      throw new Malformed(`events.jsonl ${event.position}`, "not two ids");
    }
    pair.sort(byCodePoints);
    pairs.set(JSON.stringify(pair), { pair, joins });
  }
  const smallest = new Map();
  const find = (id) => {
    let at = id;
    while (smallest.has(at)) {
      // Each step shortens the way for whoever comes next.
      const next = smallest.get(at);
      smallest.set(at, smallest.get(next) ?? next);
      at = smallest.get(at);
    }
    return at;
  };
  for (const { pair, joins } of pairs.values()) {
    if (!joins) continue;
    const [one, other] = pair.map(find).sort(byCodePoints);
    if (one !== other) smallest.set(other, one);
  }
  return new Map([...smallest.keys()].map((id) => [id, find(id)]));
}

/** The definitions in force on a day by code. */
function definitionsInForce(record, day) {
  const last = new Map();
  for (const events of record.streams) {
    const said = events.filter((event) => event.on <= day
      && (event.topic === "figure.defined" || event.topic === "figure.withdrawn"));
    if (said.length) last.set(said[0].stream, said.at(-1));
  }
  const inForce = new Map();
  for (const event of [...last.values()].sort(inOrder)) {
    if (event.topic !== "figure.defined") continue;
    try {
      const definition = readDefinition(event.fields.get("definition"));
      inForce.set(definition.code, Object.assign(definition, { defined: event }));
    } catch (error) {
      if (!(error instanceof Undefined)) throw error;
      throw new Malformed(`events.jsonl ${event.position}`, `definition: ${error.message}`);
    }
  }
  return inForce;
}
