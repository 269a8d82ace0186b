// What was found, for somebody who has never heard of a hash.

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
  shown.append(shownChecks(outcome), shownAbout(outcome), shownLimits(outcome),
    shownRecording(outcome), shownFigures(outcome), shownCheckpoint(outcome), shownReport(report));
  return shown;
}

/** Sign and words of the verdict, or which of the evaluator's own files cannot be read.
 *
 * They claim no more than was looked at, and lay nothing to a key whose signature holds.
 */
function verdictOf({ report: { exit, findings, figures = [] }, unread }) {
  if (unread) return OWN_FILES[unread.where];
  const names = findings.map(({ name }) => name);
  if (exit === 4 && !UNSIGNED.some((name) => names.includes(name))) {
    // Whatever else was found is worse than a signature that is not there.
    const next = [1, 2, 3].find((code) => findings.some((each) => each.code === code));
    return next ? [...OTHER_SIGNATURES.slice(0, 3), ...VERDICTS[next].slice(3)] : OTHER_SIGNATURES;
  }
  const isNone = figures.every(({ verdict }) => verdict !== "recomputed");
  return exit === 6 && (isNone || names.includes("nothing-checked")) ? NO_FIGURES : VERDICTS[exit];
}

function shownVerdict(outcome) {
  const { unread, files, checkedAt } = outcome;
  const [sign, ja, en, ...more] = verdictOf(outcome);
  const which = unread ? element("code", {}, unread.message) : element("p", { class: "which" },
    inBoth("span", [`${files[0]}（${checkedAt}に確認）`, `checked at ${checkedAt}`]),
    inBoth("span", ["ファイルの指紋（SHA-256）", "Fingerprint of the file"]),
    element("code", {}, outcome.report.sha256));
  return element("section", { class: "verdict", "data-sign": sign, "aria-labelledby": "verdict" },
    element("p", { class: "sign", "aria-hidden": "true" }, sign),
    element("div", {}, inBoth("h2", [ja, en], { id: "verdict" }), inBoth("p", more), which));
}

/** What was asked: whoever makes a bundle chooses programme, day and years. */
function shownAbout({ report, log: { lastOn }, files }) {
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
    const [{ name, code, ja, en }] = same;
    const sign = code === 6 ? "△" : "×";
    return element("li", { "data-sign": sign },
      inBoth("p", [`${sign} ${ja}`, en]), element("code", {}, name), shownPlaces(same, outcome),
      name === "not-recomputed" ? shownWithheld(same.map(codeOf), outcome) : "");
  });
  return section(["見つかったこと", "What was found"], element("ul", { class: "findings" }, items));
}

const FEW_PLACES = 3;

/** The code of the figure that was found to be so. */
function codeOf({ where }) {
  return where.split(" ")[0];
}

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

function shownLimits(outcome) {
  const { report } = outcome;
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
    list(report.for === "evaluation" ? [hidden, PSEUDONYMS] : [hidden]), shownAllWithheld(outcome));
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
  const heading = ["来年のために取っておく", "To be kept for next year"];
  const own = report.own_checkpoint;
  if (own?.state === "newer") return section(heading, inBoth("p", keepNewer(number(own.size))));
  return section(heading,
    inBoth("p", KEEP), inBoth("p", policyWords(report)), linesOf(checkpoint),
    button(["記録確定点を保存する", "Save the checkpoint"],
      () => save(`checkpoint-${report.size}.txt`, checkpoint)));
}

function shownReport(report) {
  return element("section", {},
    opening(inBoth("summary", ["プログラムのための報告（JSON）", "The report in JSON"]),
      () => [element("pre", { tabindex: "0" }, jsonOf(report))], { class: "for-programs" }));
}
