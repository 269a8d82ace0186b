/** What the bundle says of itself: see "manifest.txt" in docs/bundle.md. */
function readManifest(written) {
  const where = "manifest.txt";
  const note = Note.read(written, where);
  const lines = note.text.slice(0, -1).split(LINE_END);
  const take = (pattern, what) => {
    const found = pattern.exec(lines.shift() ?? "");
    if (!found) throw new Malformed(where, what);
    return found[1];
  };
  take(/^(ayumi-bundle\/1)$/, "not a manifest of this form");
  const manifest = {
    note,
    for: take(/^for: (evaluation|publication)$/, "for"),
    origin: take(/^origin: ([^\s\u0085+]+)$/, "origin"),
    size: Number(take(/^size: (0|[1-9][0-9]{0,14})$/, "size")),
    programme: take(/^programme: ([a-z0-9:_.-]+)$/, "programme"),
    validOn: take(/^valid-on: (\S+)$/, "valid-on"),
    years: take(/^fiscal-years: ([12][0-9]{3}(?: [12][0-9]{3}){0,199})$/, "fiscal-years")
      .split(" ")
      .map(BigInt),
    sums: new Map(),
  };
  if (!isDay(manifest.validOn)) throw new Malformed(where, "valid-on");
  if (manifest.years.some((year, at) => at && year <= manifest.years[at - 1])) {
    throw new Malformed(where, "fiscal-years");
  }
  if (manifest.for === "publication") {
    manifest.suppressedBelow = take(/^suppressed-below: (0|[1-9][0-9]{0,14})$/, "suppressed-below");
  }
  for (const line of lines) {
    const found = /^sha256: ([0-9a-f]{64}) (\S+)$/.exec(line);
    if (!found) throw new Malformed(where, "a line that does not belong there");
    manifest.sums.set(found[2], found[1]);
  }
  const named = [...manifest.sums.keys()];
  const ordered = MEMBERS.slice(1).filter((name) => manifest.sums.has(name));
  if (named.length !== lines.length || named.join() !== ordered.join()) {
    throw new Malformed(where, "sha256 lines out of order");
  }
  return manifest;
}
