// The verdict: docs/bundle.md, 4.

/** What the page itself is, to the byte: its script is its last element, so all of it has been read. */
const THIS_PAGE = `<!DOCTYPE html>${document.documentElement.outerHTML}`;

/** Checks a bundle; gives the report of docs/bundle.md, 4.
 *
 * `bundle` is a Blob or bytes, `keys` the list of keys and `previous` the evaluator's own last
 * checkpoint or null, each as a file or text, and `required` how many witnesses are demanded (null:
 * as the record says).
 */
async function check(bundle, keys, previous = null, required = null) {
  const file = bundle instanceof Blob ? bundle : new Blob([bundle]);
  return (await new Check(file, { keys, previous, required }).outcome()).report;
}

/** The text of a file, to the byte; null where there is none. */
async function textOf(given, where) {
  return given instanceof Blob ? decoded(await bytesOf(given), where) : given;
}

const NO_VERDICT = 64;

const FOUND_OF_FIGURES = {
  "differs": "figure-differs",
  "undefined": "figure-undefined",
  "not-recomputed": "not-recomputed",
};

/** One check of one bundle. */
class Check {
  constructor(file, { keys, previous = null, required = null, progress = () => {} }) {
    Object.assign(this, { file, keys, previous, required, progress });
    this.findings = new Findings();
  }

  /** The report and, for whoever shows it, what it was drawn from. */
  async outcome() {
    try {
      await this.readOwn();
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      return { report: { exit: NO_VERDICT, findings: [] }, unread: error };
    }
    const digest = await sha256OfFile(this.file);
    try {
      await this.read();
      await this.checkSignatures();
      await this.checkEvents();
      this.checkMembers();
      this.checkStatements();
      this.checkTimestamp();
      this.checkContinuation();
      this.checkWitnesses();
      await this.checkFigures();
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      this.findings = new Findings();
      this.findings.add("malformed", error.message);
      return { report: { exit: this.findings.exit, sha256: digest, findings: this.findings.all } };
    }
    return { report: { ...this.report(), sha256: digest }, record: this.record, definitions: this.definitions,
      stated: this.stated, log: this.log, appointed: this.appointed,
      checkpoint: this.checkpoint.written, wording: this.wording() };
  }

  /** The evaluator's own files; what is wrong with them says nothing of the bundle. */
  async readOwn() {
    this.keys = readKeys(await textOf(this.keys, "keys"));
    if (this.keys.every((key) => key.kind !== ED25519_NOTE)) throw new Malformed("log-key", "none");
    this.witnessKeys = this.keys.filter((key) => key.kind === ED25519_COSIGNATURE);
    const kept = await textOf(this.previous, "previous");
    this.earlier = kept === null ? []
      : [{ where: "previous", checkpoint: Checkpoint.read(asKept(kept), "previous") }];
  }

  async read() {
    this.members = await openArchive(this.file);
    const text = async (name) => (await this.members.get(name)?.text()) ?? null;
    this.manifest = readManifest(await text("manifest.txt"));
    this.checkpoint = Checkpoint.read(await text("checkpoint.txt"), "checkpoint.txt");
    const previous = await text("previous.txt");
    if (previous !== null) {
      const checkpoint = Checkpoint.read(previous, "previous.txt");
      this.earlier.push({ where: "previous.txt", checkpoint });
    }
    this.timestamp = await this.members.get("timestamp.tsr")?.bytes();
    this.stated = readFigures(await text("figures.json"), this.manifest.for);
    this.words = (await this.members.get("words.json")?.bytes()) ?? null;
    this.page = await this.members.get("verify.html").bytes();
    await this.members.get("README.txt").bytes();
  }

  async checkSignatures() {
    const { manifest, checkpoint, keys } = this;
    const own = (origin) => keys.filter((key) => key.kind === ED25519_NOTE && key.name === origin);
    const ofBundles = own(manifest.origin).map((key) => key.forBundles());
    const { signed, wrong } = await manifest.note.signers(ofBundles);
    if (!signed.length || wrong.length) this.findings.add("manifest-signature", "manifest.txt");

    const judged = async (each) => {
      const ofLog = own(each.origin);
      const found = await each.note.signers([...ofLog, ...this.witnessKeys]);
      const right = !found.wrong.length && ofLog.some((key) => found.signed.includes(key));
      return { signers: found.signed, right };
    };
    const { signers, right } = await judged(checkpoint);
    if (!right) this.findings.add("checkpoint-signature", "checkpoint.txt");
    this.cosigners = signers.filter((key) => this.witnessKeys.includes(key));
    for (const each of this.earlier) {
      each.isSigned = (await judged(each.checkpoint)).right;
      if (!each.isSigned) this.findings.add("previous-signature", each.where);
    }
  }

  async checkEvents() {
    const sizes = new Set(this.earlier.map(({ checkpoint }) => checkpoint.size));
    this.log = new Log(this.manifest.for, sizes);
    await this.log.readAll(this.members.get("events.jsonl"), this.progress);
    const { log, checkpoint } = this;
    if (!log.inSequence || log.tree.size !== checkpoint.size) {
      // Where places are not as they were, nothing more can be said of what stands in them.
      const where = `events.jsonl: ${log.tree.size} / ${checkpoint.size}`;
      this.findings.add("events-missing", where);
    } else if (log.altered || !equalBytes(log.tree.root(), checkpoint.root)) {
      this.findings.add("event-altered", `events.jsonl ${log.altered ?? ""}`);
    }
    this.record = new Record(log.whole);
  }

  checkMembers() {
    for (const name of MEMBERS.slice(1)) {
      if (this.members.get(name)?.sha256 !== this.manifest.sums.get(name)) {
        this.findings.add("member-altered", name);
      }
    }
    if (hex(sha256(this.page)) !== hex(sha256OfText(THIS_PAGE))) {
      this.findings.add("page-unknown", "verify.html");
    }
  }

  checkStatements() {
    const { manifest, checkpoint, log } = this;
    const opened = this.record.lastOf("log.opened")?.fields ?? new Map();
    const [ofLog, epoch] = [opened.get("origin"), opened.get("epoch")];
    const name = typeof ofLog === "string" && typeof epoch === "bigint" ? `${ofLog}/${epoch}` : null;
    const origins = new Set([manifest.origin, checkpoint.origin, name]);
    if (origins.size > 1 || manifest.size !== checkpoint.size) {
      this.findings.add("statement-altered", "manifest.txt, checkpoint.txt, log.opened");
    }
    const goesOn = checkpoint.further.some((line) => line.startsWith(NOT_CONTINUED));
    if (!goesOn && !checkpoint.origin.endsWith("/1")) {
      this.findings.add("statement-altered", "checkpoint.txt");
    }
    this.simulated = checkpoint.simulated || opened.get("clock") === "simulated";
    if (this.simulated) this.findings.add("simulated-clock", "checkpoint.txt");
  }

  /** Who gave a timestamp is not checked here, only whether it speaks of the checkpoint. */
  checkTimestamp() {
    // Byte by byte: in hexadecimal it could also be found from the middle of a byte on.
    const listed = (bytes) => `,${bytes.join()},`;
    const digest = listed(sha256OfText(this.checkpoint.note.text));
    const isWrong = this.timestamp && !listed(this.timestamp).includes(digest);
    this.timestamp = isWrong ? "wrong" : this.timestamp ? "not checked" : "absent";
    if (isWrong) this.findings.add("timestamp-wrong", "timestamp.tsr");
  }

  checkContinuation() {
    for (const each of this.earlier) {
      each.state = continuationOf(each, this.checkpoint, this.log.roots);
      const name = FOUND_OF_CONTINUATION[each.state];
      const sizes = { size: this.checkpoint.size, kept: each.checkpoint.size };
      if (name) this.findings.add(name, each.where, sizes);
    }
    for (const line of this.checkpoint.further) {
      if (line.startsWith(NOT_CONTINUED)) this.findings.add("new-epoch", line);
    }
  }

  checkWitnesses() {
    this.appointed = inOffice(this.record);
    this.witnesses = this.counted();
    const demanded = plain(demandedBy(this.record, this.log.lastOn));
    this.required ??= demanded;
    if (!this.witnessKeys.length) {
      this.findings.add("witnesses-not-checked", "checkpoint.txt");
    } else if (this.witnesses.length < this.required) {
      const where = `checkpoint.txt: ${this.witnesses.length} / ${this.required}`;
      this.findings.add("witnesses-missing", where);
    }
  }

  /** The names of those who co-signed with a key that counts by the record. */
  counted() {
    // Where the record names no witness, the evaluator's own list alone says who they are.
    const isNamed = this.log.whole.some(({ topic }) => topic === APPOINTED);
    const lines = isNamed ? keysInForce(this.record, this.log.lastOn) : null;
    const isCounted = ({ line }) => !lines || lines.has(line);
    const others = this.cosigners.filter((key) => !isCounted(key));
    for (const name of namesOf(others)) this.findings.add("witness-key-not-in-force", name);
    return namesOf(this.cosigners.filter(isCounted));
  }

  /** The words of the bundle, as long as they are those that the manifest names. */
  wording() {
    const isNamed = this.words
      && this.members.get("words.json").sha256 === this.manifest.sums.get("words.json");
    return isNamed ? Wording.read(this.words) : new Wording();
  }

  async checkFigures() {
    const { manifest, record, stated } = this;
    this.definitions = definitionsInForce(record, manifest.validOn);
    this.figures = [];
    // Where the events are not those that were signed, nothing is computed of them.
    const asSigned = !this.findings.all.some(({ name }) =>
      ["events-missing", "event-altered"].includes(name));
    if (asSigned) this.findMissing();
    const pause = takingTurns();
    for (const figure of stated) {
      const verdict = asSigned ? this.verdictOn(figure) : "not-recomputed";
      const name = FOUND_OF_FIGURES[verdict];
      if (name && asSigned) this.findings.add(name, idOf(figure));
      this.figures.push({
        code: figure.get("code"),
        version: plain(figure.get("version")),
        fiscal_year: plain(figure.get("fiscal_year")),
        verdict,
        value: plain(figure.get("value")),
        recorded: plain(figure.get("recorded")),
      });
      await pause();
    }
  }

  /** Whether there is anything to check, and each figure that belongs here, once. */
  findMissing() {
    const { manifest, record, stated } = this;
    const isShown = manifest.for === "publication"
      || this.log.whole.some(({ scope, topic }) =>
        scope === manifest.programme && familyOf(topic) !== "export");
    if (!isShown || !this.definitions.size) this.findings.add("nothing-checked", "manifest.txt");
    this.question = new Question(record, manifest.programme, manifest.validOn);
    this.expected = new Set([...this.definitions.values()].flatMap(({ code, version }) =>
      manifest.years.map((year) => `${code} ${version} ${year}`)));
    const seen = grouped(stated, (figure) => idOf(figure));
    for (const id of new Set([...this.expected, ...seen.keys()])) {
      if (seen.get(id)?.length !== 1) this.findings.add("figure-missing", id);
    }
  }

  verdictOn(figure) {
    const { manifest, log, question } = this;
    const isAsked = figure.get("programme") === manifest.programme
      && figure.get("valid_on") === manifest.validOn;
    if (!isAsked || !this.expected.has(idOf(figure))) return "undefined";
    const definition = this.definitions.get(figure.get("code"));
    if (log.withholds(definition, manifest.programme).length) return "not-recomputed";
    try {
      const recomputed = question.figure(definition, figure.get("fiscal_year"));
      return states(figure, recomputed, manifest.for) ? "recomputed" : "differs";
    } catch (error) {
      if (error instanceof FigureError) return "differs";
      throw error;
    }
  }

  report() {
    const { manifest, log, earlier } = this;
    return {
      exit: this.findings.exit,
      for: manifest.for,
      origin: manifest.origin,
      size: manifest.size,
      programme: manifest.programme,
      valid_on: manifest.validOn,
      fiscal_years: manifest.years.map(plain),
      whole: log.whole.length,
      withheld: log.tree.size - log.whole.length,
      simulated: this.simulated,
      witnesses: this.witnesses,
      required: this.required,
      appointed: this.appointed.length,
      timestamp: this.timestamp,
      own_checkpoint: toldOf(earlier, "previous"),
      bundled_checkpoint: toldOf(earlier, "previous.txt"),
      findings: this.findings.all,
      figures: this.figures,
    };
  }
}
