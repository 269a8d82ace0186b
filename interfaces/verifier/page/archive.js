/** The members in their order, and the bytes that each may have. */
const LARGEST = {
  "manifest.txt": 2 ** 16,
  "README.txt": 2 ** 20,
  "checkpoint.txt": 2 ** 16,
  "previous.txt": 2 ** 16,
  "timestamp.tsr": 2 ** 16,
  "figures.json": 2 ** 27,
  "words.json": 2 ** 20,
  "events.jsonl": 2 ** 31,
  "verify.html": 2 ** 22,
};
const MEMBERS = Object.keys(LARGEST);
const MAY_BE_ABSENT = new Set(["previous.txt", "timestamp.tsr", "words.json"]);
const PIECE = 1024 * 1024;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const FIRST_OF_1980 = 0x0021;

/** Numbers as little-endian bytes, each given as [bytes, number]. */
function littleEndian(...fields) {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, number] of fields) {
    if (bytes === 2) view.setUint16(at, number, true);
    else view.setUint32(at, number, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** What both headers of a member have in common: version 2.0, no flags, stored, day, sizes. */
function commonFields({ name, crc, size }) {
  return [[2, 20], [2, 0], [2, 0], [2, 0], [2, FIRST_OF_1980],
    [4, crc], [4, size], [4, size], [2, name.length], [2, 0]];
}

function localHeader(member) {
  return joinedBytes(
    littleEndian([4, 0x04034b50], ...commonFields(member)),
    UTF8.encode(member.name),
  );
}

function directoryEntry(member) {
  return joinedBytes(
    littleEndian([4, 0x02014b50], [2, (3 << 8) | 20], ...commonFields(member),
      [2, 0], [2, 0], [2, 0], [4, 0o600 * 0x10000], [4, member.offset]),
    UTF8.encode(member.name),
  );
}

function endRecord(count, length, offset) {
  return littleEndian([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count],
    [4, length], [4, offset], [2, 0]);
}

async function bytesOf(blob) {
  return new Uint8Array(await blob.arrayBuffer());
}

/** The hash of a whole file, whatever it is. */
async function sha256OfFile(file) {
  const hash = new Sha256();
  for (let at = 0; at < file.size; at += PIECE) {
    hash.update(await bytesOf(file.slice(at, at + PIECE)));
  }
  return hex(hash.digest());
}

/** One member: where its bytes lie, and what the archive says of them. */
class Member {
  constructor(name, crc, size, offset) {
    Object.assign(this, { name, crc, size, offset });
  }

  lieIn(file) {
    const start = this.offset + localHeader(this).length;
    this.blob = file.slice(start, start + this.size);
    this.end = start + this.size;
  }

  /** Gives the bytes piece by piece; afterwards `sha256` holds their hash. */
  async *pieces() {
    const hash = new Sha256();
    let crc = 0;
    for (let at = 0; at < this.size; at += PIECE) {
      const piece = await bytesOf(this.blob.slice(at, at + PIECE));
      hash.update(piece);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (crc !== this.crc) throw new Malformed(this.name, "the checksum of the archive is wrong");
    this.sha256 = hex(hash.digest());
  }

  async bytes() {
    const pieces = [];
    for await (const piece of this.pieces()) pieces.push(piece);
    return joinedBytes(...pieces);
  }

  async text() {
    return decoded(await this.bytes(), this.name);
  }
}

/** The members of the archive by name.
 *
 * The form has no freedom: from name, checksum, size and place of each member every other byte
 * follows, so the bytes are made again and compared.
 */
async function openArchive(file) {
  const refuse = (what) => {
    throw new Malformed("ZIP", what);
  };
  if (file.size < END_SIZE) refuse("too short");
  const end = await bytesOf(file.slice(file.size - END_SIZE));
  const numbers = new DataView(end.buffer);
  const [count, length, offset] =
    [numbers.getUint16(10, true), numbers.getUint32(12, true), numbers.getUint32(16, true)];
  if (!equalBytes(end, endRecord(count, length, offset))) refuse("not the end of such an archive");
  if (count > MEMBERS.length || offset + length + END_SIZE !== file.size) refuse("sizes are wrong");

  const directory = await bytesOf(file.slice(offset, offset + length));
  const entries = new DataView(directory.buffer);
  const members = new Map();
  let at = 0;
  let next = 0;
  while (members.size < count) {
    if (at + ENTRY_SIZE > length) refuse("the directory is too short");
    const behind = at + ENTRY_SIZE + entries.getUint16(at + 28, true);
    const name = decoded(directory.subarray(at + ENTRY_SIZE, behind), "ZIP");
    const member = new Member(
      name, entries.getUint32(at + 16, true), entries.getUint32(at + 20, true), next);
    if (!MEMBERS.includes(name) || members.has(name)) refuse("a member that does not belong there");
    if (!equalBytes(directory.subarray(at, behind), directoryEntry(member))) {
      refuse(`${name}: not the canonical entry`);
    }
    if (member.size > LARGEST[name]) refuse(`${name}: too large`);
    member.lieIn(file);
    const header = localHeader(member);
    if (!equalBytes(await bytesOf(file.slice(next, next + header.length)), header)) {
      refuse(`${name}: not the canonical header`);
    }
    members.set(name, member);
    next = member.end;
    at = behind;
  }
  if (next !== offset || at !== length) refuse("something lies between the members");
  const expected = MEMBERS.filter((name) => members.has(name) || !MAY_BE_ABSENT.has(name));
  if (expected.join() !== [...members.keys()].join()) refuse("members are absent or out of order");
  return members;
}
