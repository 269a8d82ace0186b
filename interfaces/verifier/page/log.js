const PLACES_TOLD = 10;

/** The lines of events.jsonl, one after the other: the tree over them, and what they show. */
class Log {
  constructor(kind, earlierSizes) {
    this.kind = kind;
    this.roots = new Map([...earlierSizes].map((size) => [size, null]));
    this.tree = new Tree();
    this.whole = [];
    this.withheld = new Map();
    this.inSequence = true;
    this.altered = null;
    this.versions = new Map();
    // The first of each stream, and the places of those that are elsewhere.
    this.firsts = new Map();
    this.others = new Map();
    this.keepRoot();
  }

  async readAll(member, progress) {
    let rest = new Uint8Array();
    let read = 0;
    for await (const piece of member.pieces()) {
      const end = piece.lastIndexOf(0x0a) + 1;
      if (end) {
        const lines = decoded(joinedBytes(rest, piece.subarray(0, end)), member.name);
        for (const line of lines.slice(0, -1).split(LINE_END)) this.add(line);
        rest = piece.slice(end);
      } else {
        rest = joinedBytes(rest, piece);
      }
      if (rest.length > LONGEST_LINE) throw new Malformed(member.name, "a line that is too long");
      read += piece.length;
      progress(read, member.size, this.tree.size);
    }
    if (rest.length) throw new Malformed(member.name, "the last line does not end");
  }

  add(line) {
    const number = this.tree.size + 1;
    const { index, leaf, topic, scope, event } = readLine(line, number, this.kind);
    this.inSequence &&= Number(index) === this.tree.size;
    this.tree.add(leaf);
    this.keepRoot();
    if (event) this.show(event);
    else this.hide(topic === null ? null : familyOf(topic), scope, number);
  }

  /** Remembers what is withheld, with the first places of each family in a scope. */
  hide(family, scope, position) {
    const key = family === null ? null : `${family} ${scope}`;
    if (!this.withheld.has(key)) this.withheld.set(key, { family, scope, count: 0, first: [] });
    const hidden = this.withheld.get(key);
    hidden.count += 1;
    if (hidden.count <= PLACES_TOLD) hidden.first.push(position);
  }

  keepRoot() {
    if (this.roots.has(this.tree.size)) this.roots.set(this.tree.size, this.tree.root());
  }

  show(event) {
    const last = this.whole.at(-1);
    const version = this.versions.get(event.stream) ?? 0n;
    if (event.fields.get("programme") !== event.scope
      || (last && event.recorded < last.recorded)
      || event.version <= version || !this.isInPlace(event)) {
      this.altered ??= event.position;
    }
    this.versions.set(event.stream, event.version);
    this.whole.push(event);
  }

  /** Whether an event is of its stream's family, and of the scope of what it mends. */
  isInPlace(event) {
    const { stream, topic, version } = event;
    const place = placeOf(event);
    if (!this.firsts.has(stream)) this.firsts.set(stream, { family: familyOf(topic), place });
    const first = this.firsts.get(stream);
    if (place !== first.place) this.others.set(`${stream} ${version}`, place);
    const named = mendedBy(event) ?? version;
    return familyOf(topic) === first.family
      && place === (this.others.get(`${stream} ${named}`) ?? first.place);
  }

  /** The day on which the last event that is shown whole was recorded, if there is one. */
  get lastOn() {
    return this.whole.length ? dayInTokyo(this.whole.at(-1).recorded) : null;
  }

  /** What is withheld and could have a part in the figure; it is recomputed only if nothing is. */
  withholds(definition, programme) {
    const hidden = [...this.withheld.values()];
    const isRead = ({ family, scope }) => definition.parts.some(({ simple: { facts } }) => {
      const families = [...facts.opens, ...(facts.ends?.topics ?? [])].map(familyOf);
      const isOfPersons = facts.persons.length && ["person", "client"].includes(family);
      return isOfPersons
        || (families.includes(family) && scope === (facts.scope === "common" ? "common" : programme));
    });
    return hidden.filter((each) => each.family === null || isRead(each));
  }
}
