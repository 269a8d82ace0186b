// Earlier checkpoints: the evaluator's own, and one that whoever made the bundle put in.

const FOUND_OF_CONTINUATION = { "not continued": "not-continued" };

/** Whether the log, whose roots at some sizes are given, goes on from an earlier checkpoint. */
function continuationOf({ origin, size, root }, now, roots) {
  const then = size <= now.size && roots.get(size);
  return origin === now.origin && then && equalBytes(then, root) ? "continued" : "not continued";
}

/** What is told of one; what nobody signed shows nothing, whether it is continued or not. */
function toldOf(earlier, from) {
  const found = earlier.find(({ where }) => where === from);
  if (!found) return null;
  return { size: found.checkpoint.size, state: found.isSigned ? found.state : "unsigned" };
}
