// What was checked, line by line: ○ stands only before what was looked at, and holds.

const HOLDS = ["○", "確かめた", "holds"];
const FAILS = ["×", "合わない", "does not hold"];
const UNCHECKED = ["△", "確かめていない", "not checked"];
const LIMITED = ["△", "限りがある", "with a limit"];
const ABSENT = ["－", "なし", "none"];
const TIMESTAMPS = {
  "absent": [ABSENT, ["第三者による時刻の証明（付いていません）", "Timestamp of a third party (there is none)"]],
  "not checked": [UNCHECKED, ["第三者による時刻の証明（付いていますが、このページでは発行者を確かめません）",
    "Timestamp of a third party (there is one; this page does not check who issued it)"]],
  "wrong": [FAILS, ["第三者による時刻の証明（この記録確定点のものではありません）",
    "Timestamp of a third party (it does not speak of this checkpoint)"]],
};

const OWN = ["お手元の以前の記録確定点", "your own earlier checkpoint"];
const BUNDLED = ["資料に入っている以前の記録確定点", "the earlier checkpoint in the bundle"];
const OWN_CONTINUED = [HOLDS, "から、何も消されずに続いている", "nothing was removed"];
/** Whoever made the bundle chose it, so it never gets the sign that the evaluator's own does. */
const BUNDLED_CONTINUED = [LIMITED,
  "から続いている。ただし資料を作った側が選んだものなので、運営者が何も消していない証明にはならない",
  "but whoever made the bundle chose it, so it says nothing against the operator"];

const UNSIGNED = ["manifest-signature", "checkpoint-signature"];
const OTHERWISE = ["events-missing", "event-altered"];
const WRONG_FIGURES = ["figure-differs", "figure-missing", "figure-undefined"];

/** What was checked, line by line, with what came of it. */
function shownChecks(outcome) {
  const { report } = outcome;
  const { own_checkpoint: own, bundled_checkpoint: bundled, figures } = report;
  const has = (names) => report.findings.some(({ name }) => names.includes(name));
  // What nobody is known to have signed, or is not what was signed, cannot hold further down.
  const unless = (without, sign = HOLDS) => (sign === HOLDS && has(without) ? UNCHECKED : sign);
  const held = (fails, without = []) => (has(fails) ? FAILS : unless(without));
  const size = number(report.size);
  const recomputed = figures.filter(({ verdict }) => verdict === "recomputed").length;
  const allOfThem = recomputed && recomputed === figures.length ? HOLDS : UNCHECKED;
  const [ownSign, ownWords] = shownEarlier(own, OWN, OWN_CONTINUED);
  const lines = [
    [held(UNSIGNED),
      ["お持ちの鍵の持ち主が出した資料である（署名）", "It was signed by the holder of the key that you have"]],
    [held(["event-altered", "member-altered", "statement-altered"], [...UNSIGNED, "events-missing"]),
      ["記録も数字も、署名されたときから一字も変わっていない",
        "No letter of records and figures has changed since they were signed"]],
    [held(["events-missing"], [...UNSIGNED, "event-altered", "statement-altered"]),
      [`記録は1番から${size}番まで、抜けがない`, `Records 1 to ${size} are all there`]],
    [unless([...UNSIGNED, ...OTHERWISE], ownSign), ownWords],
    ...(bundled ? [shownEarlier(bundled, BUNDLED, BUNDLED_CONTINUED)] : []),
    [held(["witnesses-missing"], ["witnesses-not-checked", ...OTHERWISE]),
      policyWords(report), shownWitnesses(outcome)],
    TIMESTAMPS[report.timestamp],
    [has(WRONG_FIGURES) ? FAILS : unless([...UNSIGNED, "nothing-checked"], allOfThem),
      [`数字${figures.length}件のうち${recomputed}件を、記録から計算し直して一致`,
        `Figures computed again, with the same result: ${recomputed} of ${figures.length}`]],
  ];
  return section(["確かめたこと", "What was checked"],
    element("ul", { class: "checks" }, lines.map(([sign, words, more = ""]) =>
      element("li", {}, mark(sign), element("div", {}, inBoth("p", words), more)))));
}

/** The sign and the words for an earlier checkpoint, always with its size. */
function shownEarlier(told, [ja, en], [sign, goesOn, so]) {
  if (!told) return [ABSENT, [`${ja}からの続きか（渡されていません）`, `It continues ${en} (none was given)`]];
  const size = number(told.size);
  const [which, whichEn] = [`${ja}（${size}件まで）`, `${en} (of ${size} records)`];
  return {
    "continued": [sign, [`${which}${goesOn}`, `The record continues ${whichEn}; ${so}`]],
    "not continued": [FAILS, [`記録が、${which}の続きではない`, `The record does not continue ${whichEn}`]],
    "newer": [UNCHECKED, [`${which}より古い資料なので、続きかどうかは分からない`,
      `The bundle is older than ${whichEn}: whether that is continued cannot be told`]],
    "unsigned": [UNCHECKED, [`${which}に正しい署名がないので、続きかどうかは分からない`,
      `There is no right signature on ${whichEn}: whether it is continued cannot be told`]],
  }[told.state];
}

/** How many of how many witnesses co-signed, and how many have to. */
function policyWords({ witnesses, appointed, required, findings }) {
  if (isUnchecked(findings)) {
    return [`立会人の署名は確かめていない（立会人は${appointed}市町村、求める数 ${required}）`,
      `Co-signatures were not looked at (witnesses: ${appointed}, demanded: ${required})`];
  }
  return [`立会人の署名：${appointed}市町村のうち${witnesses.length}市町村（求める数 ${required}）`,
    `Witnesses that co-signed: ${witnesses.length} of ${appointed} (demanded: ${required})`];
}

/** Whether nobody's co-signature was looked at, so that none can be said to be absent. */
function isUnchecked(findings) {
  return findings.some(({ name }) => name === "witnesses-not-checked");
}

/** Who the witnesses are by the record, and whose signature there is. */
function shownWitnesses({ report, appointed, wording }) {
  const signed = new Set(report.witnesses);
  const otherwise = new Set(report.findings
    .filter(({ name }) => name === "witness-key-not-in-force").map(({ where }) => where));
  const absent = isUnchecked(report.findings) ? UNCHECKED.slice(1) : NOT_SIGNED;
  const stateOf = (name) =>
    (signed.has(name) ? SIGNED : otherwise.has(name) ? NOT_COUNTED : absent);
  const named = new Map(report.witnesses.map((name) => [name, []]));
  for (const { topic, fields } of appointed) {
    const code = fields.get("municipality");
    named.set(written(fields.get("name")),
      isWord(code) ? [shownValue(wording, [topic], "municipality", code), " "] : []);
  }
  return element("ul", { class: "places" }, [...named].map(([name, municipality]) =>
    element("li", {}, inBoth("span", stateOf(name),
      { class: "state" }), municipality, element("code", {}, name))));
}
