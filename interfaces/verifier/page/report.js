// What was found, for somebody who has never heard of a hash.

const HOLDS = ["○", "確かめた", "holds"];
const FAILS = ["×", "合わない", "does not hold"];
const UNCHECKED = ["△", "確かめていない", "not checked"];
const ABSENT = ["－", "なし", "none"];
const TIMESTAMPS = {
  "absent": [ABSENT, ["第三者による時刻の証明（付いていません）", "Timestamp of a third party (there is none)"]],
  "not checked": [UNCHECKED, ["第三者による時刻の証明（付いていますが、このページでは発行者を確かめません）",
    "Timestamp of a third party (there is one; this page does not check who issued it)"]],
  "wrong": [FAILS, ["第三者による時刻の証明（この記録確定点のものではありません）",
    "Timestamp of a third party (it does not speak of this checkpoint)"]],
};

function mark([sign, ja, en]) {
  return element("span", { class: "mark", "data-sign": sign },
    element("span", { "aria-hidden": "true" }, sign), inBoth("span", [ja, en], { class: "said" }));
}

/** A part of the answer under its heading. */
function section(heading, ...parts) {
  return element("section", {}, inBoth("h2", heading), ...parts);
}

/** The whole answer as one element: first the verdict, then what limits it, then the figures. */
function shownOutcome(outcome) {
  const { report } = outcome;
  const shown = element("div", {}, shownVerdict(outcome), shownFindings(outcome));
  if (!report.figures) return shown;
  shown.append(shownChecks(outcome), shownAbout(outcome), shownLimits(report),
    shownRecording(outcome), shownFigures(outcome), shownCheckpoint(outcome), shownReport(report));
  return shown;
}

/** Sign and words of the verdict, or which of the evaluator's own files cannot be read. */
function verdictOf({ report, unread }) {
  return unread ? OWN_FILES[unread.where] : VERDICTS[report.exit];
}

function shownVerdict(outcome) {
  const { unread, files, checkedAt } = outcome;
  const [sign, ja, en, ...more] = verdictOf(outcome);
  const which = unread ? element("code", {}, unread.message)
    : inBoth("p", [`${files[0]}（${checkedAt}に確認）`, `checked at ${checkedAt}`], { class: "which" });
  return element("section", { class: "verdict", "data-sign": sign, "aria-labelledby": "verdict" },
    element("p", { class: "sign", "aria-hidden": "true" }, sign),
    element("div", {}, inBoth("h2", [ja, en], { id: "verdict" }), inBoth("p", more), which));
}

/** What was asked: whoever makes a bundle chooses programme, day and years. */
function shownAbout({ report, lastOn, files }) {
  const kinds = { evaluation: ["評価用（公表できません）", "for evaluation, not for publication"],
    publication: ["公表用", "for publication"] };
  const facts = [
    [["ファイル", "Files"], files.join("、")],
    [["資料の種類", "Kind"], inBoth("span", kinds[report.for])],
    [["事業", "Programme"], report.programme],
    [["数字の基準日", "Figures as of"], report.valid_on],
    [["年度", "Fiscal years"], report.fiscal_years.map((year) => yearWords(year)[0]).join("、")],
    [["記録", "Record"], inBoth("span", [`${report.origin}、${number(report.size)}件まで`,
      `up to number ${number(report.size)}`])],
    [["示された最後の記録の日", "Last record shown"], lastOn ?? NO_VALUE[0]],
    [["記録の時計", "Clock"], inBoth("span",
      report.simulated ? ["模擬（実演）", "simulated"] : ["実際の時刻", "real time"])],
  ];
  return section(["確かめた資料", "The bundle that was checked"],
    element("dl", { class: "about" }, facts.map(([words, value]) =>
      element("div", {}, inBoth("dt", words), element("dd", {}, value)))),
    lastOn && lastOn < report.valid_on
      ? inBoth("p", ahead(report.valid_on, lastOn), { class: "note" }) : "");
}

function shownFindings(outcome) {
  const { findings } = outcome.report;
  if (!findings.length) return "";
  const byName = [...grouped(findings, ({ name }) => name).values()]
    .sort(([one], [other]) =>
      SEVEREST_FIRST.indexOf(one.code) - SEVEREST_FIRST.indexOf(other.code));
  const items = byName.map((same) => {
    const [{ code, ja, en }] = same;
    const sign = code === 6 ? "△" : "×";
    return element("li", { "data-sign": sign },
      inBoth("p", [`${sign} ${ja}`, en]), shownPlaces(same, outcome));
  });
  return section(["見つかったこと", "What was found"], element("ul", { class: "findings" }, items));
}

const FEW_PLACES = 3;

/** Where it was found: a few places at once, more when they are opened. */
function shownPlaces(same, outcome) {
  const list = (some) => element("ul", { class: "places" },
    some.map(({ where }) => element("li", {}, placeOfFinding(where, outcome))));
  return same.length <= FEW_PLACES ? list(same) : opening(
    inBoth("summary", [`場所（${same.length}）`, "Where"]), () => [byHundreds(same, list)]);
}

/** A place in words: the title of a figure, or what a file is; as it is found beside them. */
function placeOfFinding(where, { definitions }) {
  const [code, , year] = where.split(" ");
  const title = /^\d+$/.test(year ?? "") && definitions?.get(code)?.title;
  if (title) {
    const [ja, en] = yearWords(year);
    return withCode([`${title.ja}、${ja}`, `${title.en}, ${en}`], where);
  }
  const file = Object.keys(FILES).find((name) => where.startsWith(name));
  return file ? withCode(FILES[file], where) : element("code", {}, where);
}

/** What was checked, line by line, with what came of it. */
function shownChecks(outcome) {
  const { report } = outcome;
  const has = (...names) => report.findings.some(({ name }) => names.includes(name));
  const held = (...names) => (has(...names) ? FAILS : HOLDS);
  // What nobody is known to have signed cannot be what was signed.
  const ifSigned = (sign) =>
    (sign === HOLDS && has("manifest-signature", "checkpoint-signature") ? UNCHECKED : sign);
  const size = number(report.size);
  const recomputed = report.figures.filter(({ verdict }) => verdict === "recomputed").length;
  const figures = has("figure-differs", "figure-missing", "figure-undefined")
    ? FAILS : has("not-recomputed") ? UNCHECKED : HOLDS;
  const lines = [
    [held("manifest-signature", "checkpoint-signature"),
      ["お持ちの鍵の持ち主が出した資料である（署名）", "It was signed by the holder of the key that you have"]],
    [ifSigned(held("event-altered", "member-altered", "statement-altered")),
      ["記録も数字も、署名されたときから一字も変わっていない",
        "No letter of records and figures has changed since they were signed"]],
    [ifSigned(held("events-missing")), [`記録は1番から${size}番まで、抜けがない`, `Records 1 to ${size} are all there`]],
    [{ "not given": ABSENT, "continued": has("previous-signature") ? UNCHECKED : ifSigned(HOLDS),
      "not continued": FAILS }[report.previous],
      report.previous === "not given"
        ? ["以前の記録確定点からの続きか（渡されていません）", "It continues an earlier checkpoint (none was given)"]
        : ["以前の記録確定点から、何も消されずに続いている", "It continues the earlier checkpoint; nothing was removed"]],
    [isUnchecked(report.findings) ? UNCHECKED : held("witnesses-missing"),
      policyWords(report), shownWitnesses(outcome)],
    TIMESTAMPS[report.timestamp],
    [figures, [`数字${report.figures.length}件のうち${recomputed}件を、記録から計算し直して一致`,
      `Figures computed again, with the same result: ${recomputed} of ${report.figures.length}`]],
  ];
  return section(["確かめたこと", "What was checked"],
    element("ul", { class: "checks" }, lines.map(([sign, words, more = ""]) =>
      element("li", {}, mark(sign), element("div", {}, inBoth("p", words), more)))));
}

/** How many of how many witnesses co-signed, and how many have to. */
function policyWords({ witnesses, appointed, required, findings }) {
  if (isUnchecked(findings)) {
    return [`立会人の署名は確かめていない（立会人は${appointed}自治体、求める数 ${required}）`,
      `Co-signatures were not looked at (witnesses: ${appointed}, demanded: ${required})`];
  }
  return [`立会人の署名：${appointed}自治体のうち${witnesses.length}自治体（求める数 ${required}）`,
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

function shownLimits(report) {
  const withheld = report.for === "evaluation"
    ? ["番号・種類・事業だけを示し、内容は伏せてあります。", "only number, kind and programme are shown"]
    : ["照合のための指紋だけを示し、内容は伏せてあります。", "only a fingerprint is shown"];
  const hidden = [`記録${number(report.size)}件のうち、内容まで示されているのは${number(report.whole)}件。残りの${
    number(report.withheld)}件は${withheld[0]}`,
  `Records shown whole: ${number(report.whole)}; withheld: ${number(report.withheld)}, of which ${withheld[1]}.`];
  const list = (items) => element("ul", {}, items.map((words) => inBoth("li", words)));
  return element("section", { class: "limits" },
    inBoth("h2", ["この検証が示さないこと", "What this does not show"]), list(NOT_SHOWN),
    inBoth("h3", ["伏せられているもの", "What is withheld"]),
    list(report.for === "evaluation" ? [hidden, PSEUDONYMS] : [hidden]));
}

/** How the records behind the figures came to be recorded, each counted once. */
function shownRecording({ stated, record }) {
  const seen = new Set(stated.flatMap((figure) => {
    const counted = figure.get("counted");
    return Array.isArray(counted) ? counted.map(Number) : [];
  }));
  const facts = [...seen].map((position) => record.byPosition.get(position)).filter(Boolean);
  const total = recordedHow(facts);
  const list = element("dl", { class: "counts" }, Object.entries(RECORDED).map(([key, words]) =>
    element("div", {}, inBoth("dt", words), element("dd", {}, number(total[key])))));
  return section(["いつ記録されたか", "When it was recorded"],
    seen.size
      ? [inBoth("p", [`数字に数えられた記録は${number(facts.length)}件。そのうち`,
        `Records that are counted in figures: ${number(facts.length)}`]), list]
      : inBoth("p", ["数字ごとの件数は、下の各数字の行にあります。", "The counts stand with each figure below."]),
    inBoth("p", TAKEN_OVER_SENTENCE, { class: "sentence" }));
}

/** The checkpoint, to be kept: next year's bundle has to continue it. */
function shownCheckpoint({ report, checkpoint }) {
  if (report.exit !== 0 && report.exit !== 6) return "";
  return section(["来年のために取っておく", "To be kept for next year"],
    inBoth("p", KEEP), inBoth("p", policyWords(report)), linesOf(checkpoint),
    button(["記録確定点を保存する", "Save the checkpoint"],
      () => save(`checkpoint-${report.size}.txt`, checkpoint)));
}

function shownReport(report) {
  return element("section", {},
    opening(inBoth("summary", ["プログラムのための報告（JSON）", "The report in JSON"]),
      () => [element("pre", { tabindex: "0" }, jsonOf(report))]));
}
