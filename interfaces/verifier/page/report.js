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

/** The whole answer as one element. */
function shownOutcome(outcome) {
  const { report } = outcome;
  const shown = element("div", {}, shownVerdict(report.exit), shownFindings(report));
  if (report.exit === 5) return shown;
  shown.append(shownChecks(report), shownFigures(outcome), shownRecording(outcome),
    shownLimits(report), shownDetails(report));
  return shown;
}

function shownVerdict(exit) {
  const [sign, ja, en, moreJa, moreEn] = VERDICTS[exit];
  return element("section", { class: "verdict", "data-sign": sign, "aria-labelledby": "verdict" },
    element("p", { class: "sign", "aria-hidden": "true" }, sign),
    element("div", {}, inBoth("h2", [ja, en], { id: "verdict" }), inBoth("p", [moreJa, moreEn])));
}

function shownFindings({ findings }) {
  if (!findings.length) return "";
  const byName = [...grouped(findings, ({ name }) => name).values()]
    .sort(([one], [other]) =>
      SEVEREST_FIRST.indexOf(one.code) - SEVEREST_FIRST.indexOf(other.code));
  const items = byName.map((same) => {
    const [{ code, ja, en }] = same;
    return element("li", { "data-sign": code === 6 ? "△" : "×" },
      inBoth("p", [`${code === 6 ? "△" : "×"} ${ja}`, en]), shownPlaces(same));
  });
  return element("section", {}, inBoth("h2", ["見つかったこと", "What was found"]),
    element("ul", { class: "findings" }, items));
}

const FEW_PLACES = 3;

/** Where it was found: a few places at once, more when they are opened. */
function shownPlaces(same) {
  const list = (some) =>
    element("ul", { class: "places" }, some.map(({ where }) => element("li", {}, where)));
  return same.length <= FEW_PLACES ? list(same) : opening(
    inBoth("summary", [`場所（${same.length}）`, "Where"]), () => [byHundreds(same, list)]);
}

/** What was checked, line by line, with what came of it. */
function shownChecks(report) {
  const has = (...names) => report.findings.some(({ name }) => names.includes(name));
  const held = (...names) => (has(...names) ? FAILS : HOLDS);
  const size = number(report.size);
  const recomputed = report.figures.filter(({ verdict }) => verdict === "recomputed").length;
  const figures = has("figure-differs", "figure-missing", "figure-undefined")
    ? FAILS : has("not-recomputed") ? UNCHECKED : HOLDS;
  const names = report.witnesses.join("、");
  const witnesses = has("witnesses-not-checked") ? UNCHECKED : held("witnesses-missing");
  const lines = [
    [held("manifest-signature", "checkpoint-signature"),
      ["お持ちの鍵の持ち主が出した資料である（署名）", "It was signed by the holder of the key that you have"]],
    [held("event-altered", "member-altered", "statement-altered"),
      [`${size}件の記録は、署名されたときから一字も変わっていない`,
        `None of the ${size} records has changed by one letter since it was signed`]],
    [held("events-missing"), [`1番から${size}番まで、抜けがない`, `Numbers 1 to ${size} are all there`]],
    [{ "not given": ABSENT, "continued": HOLDS, "not continued": FAILS }[report.previous],
      report.previous === "not given"
        ? ["以前の記録確定点からの続きか（渡されていません）", "It continues an earlier checkpoint (none was given)"]
        : ["以前の記録確定点から、何も消されずに続いている", "It continues the earlier checkpoint; nothing was removed"]],
    [witnesses, [`立会人の署名：${report.witnesses.length}（求める数 ${report.required}） ${names}`,
      `Witnesses that co-signed: ${report.witnesses.length} (demanded: ${report.required})`]],
    TIMESTAMPS[report.timestamp],
    [figures, [`数字：${report.figures.length}件のうち${recomputed}件を記録から計算し直して一致`,
      `Figures: ${recomputed} of ${report.figures.length} were computed again and are the same`]],
  ];
  return element("section", {}, inBoth("h2", ["確かめたこと", "What was checked"]),
    element("ul", { class: "checks" }, lines.map(([sign, words]) =>
      element("li", {}, mark(sign), inBoth("p", words)))));
}

function shownFigures(outcome) {
  const { report, stated } = outcome;
  const years = report.fiscal_years.join(", ");
  const last = outcome.lastOn ?? "―";
  return element("section", {}, inBoth("h2", ["数字", "Figures"]),
    inBoth("p", [`事業 ${report.programme}、${report.valid_on} 現在、会計年度 ${years}（示された最後の記録は ${last}）。開くと、数えた記録が一件ずつ見られます。`,
      `Programme ${report.programme}, as of ${report.valid_on}, fiscal years ${years} (last record shown: ${last}). Open one to see the records that were counted.`]),
    outcome.lastOn && outcome.lastOn < report.valid_on
      ? inBoth("p", ahead(report.valid_on, outcome.lastOn)) : "",
    stated.map((figure, at) => shownFigure(outcome, figure, report.figures[at].verdict)));
}

/** Words of a definition, as far as it has them. */
function wordsOf(definition, name) {
  const words = definition?.[name];
  return words ? [words.ja, words.en] : ["", ""];
}

function valueOfFigure(figure, definition) {
  const value = figure.get("value") ?? null;
  const [ja, en] = wordsOf(definition, "unit");
  // Of a figure with something suppressed the value may be told all the same.
  if (value !== null) return [`${number(value)} ${ja}`, `${number(value)} ${en}`];
  if (figure.get("suppressed") === true) return ["少人数のため伏せています", "suppressed: few persons"];
  return WITHOUT_VALUE[figure.get("reason_without_value")] ?? ["値なし", "no value"];
}

function yearWords(year) {
  const reiwa = year >= 2019n ? `令和${year === 2019n ? "元" : year - 2018n}年度` : `${year}年度`;
  return [reiwa, `fiscal year ${year}`];
}

function shownFigure(outcome, figure, verdict) {
  const definition = outcome.definitions.get(figure.get("code"));
  const [title, titleEn] = wordsOf(definition, "title");
  const code = figure.get("code");
  const [value, valueEn] = valueOfFigure(figure, definition);
  const [year, yearEn] = yearWords(figure.get("fiscal_year"));
  const summary = element("summary", {},
    inBoth("span", [title || code, titleEn || code], { class: "title" }),
    inBoth("span", [year, yearEn], { class: "year" }),
    inBoth("span", [value, valueEn], { class: "value" }),
    mark(FIGURE_VERDICTS[verdict]),
    shownCounts(figure.get("recorded")));
  return opening(summary, () => [
    inBoth("p", wordsOf(definition, "sentence")),
    inBoth("p", wordsOf(definition, "note"), { class: "note" }),
    inBoth("p", [`定義 ${code} 第${figure.get("version")}版`,
      `Definition ${code}, version ${figure.get("version")}`], { class: "note" }),
    shownRows(figure),
    shownParts(figure),
    shownCounted(outcome, figure),
  ], { class: "figure", "data-code": code, "data-year": figure.get("fiscal_year") });
}

/** How the counted records came to be recorded, in a line. */
function shownCounts(recorded) {
  if (!(recorded instanceof Map)) return "";
  const counts = Object.entries(RECORDED).map(([key, [ja, en]]) =>
    inBoth("span", [`${ja} ${recorded.get(key) ?? "―"}`, `${en}: ${recorded.get(key) ?? "―"}`]));
  return element("span", { class: "recorded" }, counts);
}

function shownRows(figure) {
  const rows = figure.get("rows");
  const by = figure.get("by");
  if (!Array.isArray(rows) || !Array.isArray(by) || !rows.length) return "";
  const told = rows.filter((row) => row instanceof Map);
  const shown = table([...by.map((name) => [written(name), ""]), ["値", "value"]],
    told.map((row) => [...[row.get("by")].flat().map(written), valueOfRow(row.get("value"))]));
  return addsUp(told, figure.get("value"))
    ? shown : element("div", {}, shown, inBoth("p", NOT_ADDING_UP, { class: "note" }));
}

/** Whether the rows come to the value; whoever is counted in two of them is one person. */
function addsUp(rows, value) {
  const values = rows.map((row) => row.get("value"));
  const counted = [value, ...values].every((each) => typeof each === "bigint");
  return !counted || values.reduce((sum, each) => sum + each, 0n) === value;
}

function valueOfRow(value) {
  return typeof value === "bigint" ? number(value) : written(value);
}

/** The parts that the value was put together from, where there is more than one. */
function shownParts(figure) {
  const parts = figure.get("parts");
  if (!Array.isArray(parts) || parts.length < 2) return "";
  return table(
    [["部分", "part"], ["基準日", "day"], ["値", "value"], ["数えた記録", "records counted"]],
    parts.filter((part) => part instanceof Map).map((part) => {
      const [ja, en] = SIDES[part.get("side")] ?? ["―", "―"];
      const [signJa, signEn] = part.get("sign") === -1n ? ["引く", "less"] : ["足す", "plus"];
      return [inBoth("span", [`${ja}（${signJa}）`, `${en} (${signEn})`]), written(part.get("day")),
        valueOfRow(part.get("value")), [part.get("counted")].flat().map(String).join(", ")];
    }));
}

function shownCounted({ record }, figure) {
  const counted = figure.get("counted");
  if (typeof counted === "bigint") {
    return inBoth("p", [`数えた記録は${number(counted)}件。公表用の資料には一件ずつは載りません。`,
      `${number(counted)} records were counted; a publication does not show them one by one.`]);
  }
  if (!Array.isArray(counted)) return "";
  return byHundreds(counted, (some) => table(
    [["番号", "position"], ["日付", "day"], ["記録した日", "recorded on"], ["種類", "topic"],
      ["記録のしかた", "how recorded"], ["内容", "fields"]],
    some.map((position) => shownEvent(position, record.byPosition.get(Number(position))))));
}

const TOLD_ALREADY = new Set(["effective_on", "programme"]);

function shownEvent(position, event) {
  const place = String(position);
  if (!event) return [place, "", "", "", "", inBoth("span", ["示されていません", "not shown"])];
  const fields = [...event.fields].filter(([name]) => !TOLD_ALREADY.has(name));
  return [place, day(event.on), day(dayInTokyo(event.recorded)), event.topic,
    inBoth("span", RECORDED[howRecorded(event)]),
    element("dl", {}, fields.flatMap(([name, value]) =>
      [element("dt", {}, name), element("dd", {}, written(value))]))];
}

/** A day that no line is broken in. */
function day(text) {
  return element("time", {}, text);
}

/** Any value of JSON as text. */
function written(value) {
  if (value === null || value === undefined) return "―";
  if (value instanceof Map) {
    return `{${[...value].map(([key, each]) => `${key}: ${written(each)}`).join(", ")}}`;
  }
  return Array.isArray(value) ? value.map(written).join(", ") : String(value);
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
  return element("section", {}, inBoth("h2", ["いつ記録されたか", "When it was recorded"]),
    seen.size
      ? [inBoth("p", [`数字に数えられた${number(facts.length)}件の記録のうち`,
        `Of the ${number(facts.length)} records that are counted in figures`]), list]
      : inBoth("p", ["数字ごとの件数は、上の各数字の行にあります。", "The counts stand with each figure above."]),
    inBoth("p", TAKEN_OVER_SENTENCE, { class: "sentence" }));
}

function shownLimits(report) {
  const limits = [
    [`全${number(report.size)}件のうち、内容まで示されているのは${number(report.whole)}件。残る${number(report.withheld)}件は${
      report.for === "evaluation" ? "番号・種類・事業だけが" : "照合コードだけが"}示され、内容は伏せられています。`,
    `Of ${number(report.size)} records, ${number(report.whole)} are shown whole; of the other ${
      number(report.withheld)} only ${report.for === "evaluation" ? "number, topic and programme" : "the leaf"}.`],
    ...(report.for === "evaluation" ? [PSEUDONYMS] : []),
  ];
  const list = (items) =>
    element("ul", {}, items.map((words) => inBoth("li", words)));
  return element("section", {},
    inBoth("h2", ["伏せられているもの", "What is withheld"]), list(limits),
    inBoth("h2", ["この検証が示さないこと", "What this does not show"]), list(NOT_SHOWN));
}

function shownDetails(report) {
  const kinds = { evaluation: ["評価用", "for evaluation"], publication: ["公表用", "for publication"] };
  const facts = [
    [["資料の種類", "Kind"], kinds[report.for].join(" / ")],
    [["記録の名", "Log"], report.origin],
    [["事業", "Programme"], report.programme],
    [["基準日", "As of"], report.valid_on],
    [["会計年度", "Fiscal years"], report.fiscal_years.join(", ")],
    [["記録の数", "Records"], number(report.size)],
    [["立会人", "Witnesses"], report.witnesses.join(", ") || "―"],
    [["時計", "Clock"], report.simulated ? "模擬 / simulated" : "実時刻 / server"],
  ];
  return element("section", {}, inBoth("h2", ["資料について", "About the bundle"]),
    element("dl", { class: "about" }, facts.map(([words, value]) =>
      element("div", {}, inBoth("dt", words), element("dd", {}, value)))),
    opening(inBoth("summary", ["報告（JSON）", "The report in JSON"]),
      () => [element("pre", { tabindex: "0" }, jsonOf(report))]));
}

/** A report as JSON; integers of any size stand as they are. */
function jsonOf(value) {
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value);
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${jsonOf(each)}`).join(",")}}`;
  }
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
