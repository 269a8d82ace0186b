const ED25519_NOTE = 0x01;
const ED25519_COSIGNATURE = 0x04;
const ID_SIZE = 4;
const MOST_SIGNATURES = 100;
const NAME = /^[^\s\u0085+]+$/;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f]/;

/** A key of the evaluator's list: `name+id+base64`. */
class Key {
  constructor(name, kind, publicKey) {
    this.name = name;
    this.kind = kind;
    this.publicKey = publicKey;
    const kindByte = Uint8Array.of(kind);
    const named = sha256(UTF8.encode(name + LINE_END), kindByte, publicKey);
    this.id = hex(named.subarray(0, ID_SIZE));
  }

  static read(line) {
    const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(line);
    const value = parts && NAME.test(parts[1]) && fromBase64(parts[3]);
    if (!value?.length) throw new Malformed("keys", `not a key: ${line}`);
    const key = new Key(parts[1], value[0], value.subarray(1));
    if (key.id !== parts[2]) throw new Malformed("keys", `the id is not that of the key: ${line}`);
    const isKnown = key.kind === ED25519_NOTE || key.kind === ED25519_COSIGNATURE;
    if (!isKnown || key.publicKey.length !== 32) throw new Malformed("keys", `kind: ${line}`);
    return Object.assign(key, { line });
  }

  /** The key under which the log with this key signs its bundles. */
  forBundles() {
    return new Key(`${this.name}/bundle`, this.kind, this.publicKey);
  }

  /** Whether `value` is this key's signature of the text. */
  async verifies(text, value) {
    let signed = text;
    let signature = value;
    if (this.kind === ED25519_COSIGNATURE) {
      if (value.length !== 8 + 64) return false;
      const view = new DataView(value.buffer, value.byteOffset);
      signed = `cosignature/v1\ntime ${view.getBigUint64(0)}\n${text}`;
      signature = value.subarray(8);
    }
    if (signature.length !== 64) return false;
    try {
      const key =
        await crypto.subtle.importKey("raw", this.publicKey, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, signature, UTF8.encode(signed));
    } catch (error) {
      if (error.name === "DataError") return false; // no point of the curve
      throw error;
    }
  }
}

/** What people keep in editors, without the byte order mark and the CR of these. */
function asKept(written) {
  return written.replace(/^\ufeff/, "").replaceAll("\r\n", LINE_END);
}

/** The keys of a list; behind a line that was copied from a mail there may be blanks. */
function readKeys(written) {
  const text = asKept(written);
  if (CONTROLS.test(text)) throw new Malformed("keys", "control characters");
  return text
    .split(LINE_END)
    .map((line) => line.replace(/[ \u00a0\u3000]+$/, ""))
    .filter((line) => line && !line.startsWith("#"))
    .map(Key.read);
}

/** A text and its signatures, as c2sp.org/signed-note writes them. */
class Note {
  static read(written, where) {
    const refuse = (what) => {
      throw new Malformed(where, what);
    };
    if (CONTROLS.test(written)) refuse("control characters");
    const parting = written.lastIndexOf("\n\n");
    if (parting < 0 || !written.endsWith(LINE_END)) refuse("not a signed note");
    const note = new Note();
    note.text = written.slice(0, parting + 1);
    const lines = written.slice(parting + 2, -1).split(LINE_END);
    if (lines.length > MOST_SIGNATURES) refuse("too many signatures");
    note.signatures = lines.map((line) => {
      const parts = /^— ([^ +]+) ([A-Za-z0-9+/]+=*)$/.exec(line);
      const value = parts && NAME.test(parts[1]) && fromBase64(parts[2]);
      if (!value || value.length <= ID_SIZE) refuse("a line that is no signature");
      return { name: parts[1], id: hex(value.subarray(0, ID_SIZE)), value: value.slice(ID_SIZE) };
    });
    return note;
  }

  /** The keys that signed, and the names of those whose signature is wrong. */
  async signers(keys) {
    const signed = new Set();
    const wrong = new Set();
    for (const { name, id, value } of this.signatures) {
      for (const key of keys) {
        if (key.name !== name || key.id !== id) continue;
        if (await key.verifies(this.text, value)) signed.add(key);
        else wrong.add(name);
      }
    }
    return { signed: [...signed], wrong: [...wrong] };
  }
}

const CLOCK_SIMULATED = "clock simulated";
const NOT_CONTINUED = "not-continued ";

/** A checkpoint: origin, size, root and further lines, in a signed note. */
class Checkpoint {
  static read(written, where) {
    const checkpoint = new Checkpoint();
    checkpoint.note = Note.read(written, where);
    const [origin, size, root, ...further] = checkpoint.note.text.slice(0, -1).split(LINE_END);
    const hash = fromBase64(root ?? "");
    const isSize = /^(?:0|[1-9][0-9]{0,14})$/.test(size ?? "");
    if (!NAME.test(origin) || !isSize || hash?.length !== 32 || further.includes("")) {
      throw new Malformed(where, "not a checkpoint");
    }
    return Object.assign(checkpoint, { written, origin, size: Number(size), root: hash, further });
  }

  get simulated() {
    return this.further.includes(CLOCK_SIMULATED);
  }
}
