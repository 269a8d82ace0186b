const NODE = Uint8Array.of(0x01);

/** The tree of RFC 9162, 2.1, to which leaves are added one by one.
 *
 * It holds the roots of the whole subtrees only: one for each 1 in the size as a binary number.
 */
class Tree {
  constructor() {
    this.size = 0;
    this.peaks = [];
  }

  add(leaf) {
    let hash = leaf;
    for (let rest = this.size; rest & 1; rest >>>= 1) hash = sha256(NODE, this.peaks.pop(), hash);
    this.peaks.push(hash);
    this.size += 1;
  }

  root() {
    if (!this.size) return sha256();
    return this.peaks.reduceRight((right, left) => sha256(NODE, left, right));
  }
}
