// Earlier checkpoints: the evaluator's own, and one that whoever made the bundle put in.

const FOUND_OF_CONTINUATION = { "not continued": "not-continued", "newer": "older-than-checkpoint" };

/** Whether the log, whose roots at some sizes are given, goes on from an earlier checkpoint.
 *
 * One of the evaluator's own that is newer than the bundle contradicts nothing.
 */
function continuationOf({ where, checkpoint: { origin, size, root } }, now, roots) {
  if (where === "previous" && origin === now.origin && size > now.size) return "newer";
  const then = size <= now.size && roots.get(size);
  return origin === now.origin && then && equalBytes(then, root) ? "continued" : "not continued";
}

/** What is told of one; what nobody signed shows nothing, whether it is continued or not. */
function toldOf(earlier, from) {
  const found = earlier.find(({ where }) => where === from);
  if (!found) return null;
  return { size: found.checkpoint.size, state: found.isSigned ? found.state : "unsigned" };
}
