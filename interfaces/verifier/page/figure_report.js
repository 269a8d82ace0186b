// The figures, each under its title: the value of every year, and what was counted.

function shownFigures(outcome) {
  const { report, stated } = outcome;
  const all = stated.map((figure, at) => ({ figure, verdict: report.figures[at].verdict }));
  const shown = [...grouped(all, ({ figure }) => `${figure.get("code")} ${figure.get("version")}`)
    .values()].map((group) => shownDefined(outcome, group));
  return section(["数字", "Figures"],
    inBoth("p", report.for === "publication"
      ? ["年度の行を開くと、内訳が見られます。", "Open a year to see the breakdown."]
      : ["年度の行を開くと、内訳と、数えた記録が一件ずつ見られます。",
        "Open a year to see the breakdown, and each record that was counted."]),
    outcome.wording.topics ? inBoth("p", WORDS_ARE_NO_EVIDENCE, { class: "note" }) : "",
    shown.length > 1 ? contentsOf(shown.map((each) => each.querySelector("h3"))) : "",
    opensAll(),
    shown);
}

/** A list of headings, each of which is reached from it. */
function contentsOf(headings) {
  return element("nav", { class: "contents", "aria-label": "数字の一覧" },
    element("ul", {}, headings.map((heading) => {
      const entry = button(["", ""], () => {
        heading.scrollIntoView();
        heading.focus({ preventScroll: true });
      });
      entry.replaceChildren(...heading.cloneNode(true).childNodes);
      return element("li", {}, entry);
    })));
}

/** A button that opens everything, as before a print, and closes it again. */
function opensAll() {
  const words = [["すべて開く（印刷する前などに）", "Open all, as before printing"], ["すべて閉じる", "Close all"]];
  let isOpen = false;
  const made = button(words[0], () => {
    isOpen = !isOpen;
    openAll(byId("result"), isOpen);
    made.replaceChildren(...inBoth("span", words[Number(isOpen)]).childNodes);
  });
  return made;
}

/** Words of a definition, as far as it has them. */
function wordsOf(definition, name) {
  const words = definition?.[name];
  return words ? [words.ja, words.en] : ["", ""];
}

/** The years of one definition. */
function shownDefined(outcome, group) {
  const [{ figure: first }] = group;
  const code = first.get("code");
  const definition = outcome.definitions.get(code);
  const [title, titleEn] = wordsOf(definition, "title");
  return element("article", { class: "defined" },
    inBoth("h3", [title || code, titleEn || code], { tabindex: "-1" }),
    inBoth("p", wordsOf(definition, "sentence")),
    group.map(({ figure, verdict }) => shownFigure(outcome, figure, verdict)),
    shownDefinition(outcome, definition, code, first.get("version")));
}

function valueOfFigure(figure, definition) {
  const value = figure.get("value") ?? null;
  const [ja, en] = wordsOf(definition, "unit");
  // English units are plurals, which beside a 1 would be wrong: they stand for themselves.
  if (value !== null) return [`${number(value)}${ja}`, en ? `${number(value)} (${en})` : ""];
  // Of a figure with something suppressed the value may be told all the same.
  if (isSuppressed(figure)) return SUPPRESSED;
  return WITHOUT_VALUE[figure.get("reason_without_value")] ?? ["値なし", "no value"];
}

/** The value as it is, or, where it did not come out so, as what the bundle says. */
function valueTold(figure, definition, verdict) {
  const [ja, en] = valueOfFigure(figure, definition);
  const isOnlyStated = verdict !== "recomputed" && (figure.get("value") ?? null) !== null;
  return isOnlyStated ? [`資料の記載 ${ja}`, `the bundle says ${en || number(figure.get("value"))}`] : [ja, en];
}

function isSuppressed(figure) {
  return figure.get("suppressed") === true;
}

function yearWords(given) {
  const year = BigInt(given);
  const reiwa = year >= 2019n ? `令和${year === 2019n ? "元" : year - 2018n}年度（${year}）` : `${year}年度`;
  return [reiwa, `fiscal year ${year}`];
}

function shownFigure(outcome, figure, verdict) {
  const code = figure.get("code");
  const definition = outcome.definitions.get(code);
  const summary = element("summary", {},
    inBoth("span", yearWords(figure.get("fiscal_year")), { class: "year" }),
    inBoth("span", valueTold(figure, definition, verdict), { class: "value" }),
    mark(FIGURE_VERDICTS[verdict]),
    shownCounts(figure.get("recorded")));
  return opening(summary, () => [
    verdict === "not-recomputed" ? shownWithheld([code], outcome) : "",
    shownRows(outcome, figure, definition), shownParts(figure), shownCounted(outcome, figure),
  ], { class: "figure", "data-verdict": verdict, "data-code": code, "data-year": figure.get("fiscal_year") });
}

/** How the counted records came to be recorded, in a line, or that a publication does not tell it. */
function shownCounts(recorded) {
  if (!recorded) return inBoth("span", RECORDED_UNTOLD, { class: "recorded" });
  const counts = Object.entries(RECORDED).map(([key, [ja, en]]) => {
    const count = number(recorded.get(key) ?? "―");
    return inBoth("span", [`${ja} ${count}`, `${en}: ${count}`]);
  });
  return element("span", { class: "recorded" }, counts);
}

function shownRows({ wording }, figure, definition) {
  const rows = figure.get("rows");
  const by = figure.get("by");
  if (rows === null && by?.length && isSuppressed(figure)) {
    const [ja, en] = SUPPRESSED;
    return inBoth("p", [`内訳は${ja}`, `Breakdown ${en}`], { class: "breakdown note" });
  }
  if (!Array.isArray(rows) || !Array.isArray(by) || !rows.length) return "";
  const topics = (definition?.parts ?? []).flatMap((part) => part.simple.facts.opens);
  const told = rows.filter((row) => row instanceof Map);
  const shown = table(["内訳", "Breakdown"],
    [...by.map((name) => withCode(wording.field(topics, name), written(name))), ["値", "value"]],
    told.map((row) => [
      ...[row.get("by")].flat().map((each, at) => shownValue(wording, topics, by[at], each)),
      row.get("value") === null && isSuppressed(figure)
        ? inBoth("span", SUPPRESSED) : written(row.get("value"))]), { class: "breakdown" });
  return addsUp(told, figure.get("value"))
    ? shown : element("div", {}, shown, inBoth("p", NOT_ADDING_UP, { class: "note" }));
}

/** Whether the rows come to the value; whoever is counted in two of them is one person. */
function addsUp(rows, value) {
  const values = rows.map((row) => row.get("value"));
  const counted = [value, ...values].every((each) => typeof each === "bigint");
  return !counted || values.reduce((sum, each) => sum + each, 0n) === value;
}

/** The parts that the value was put together from, where there is more than one. */
function shownParts(figure) {
  const parts = figure.get("parts");
  if (!Array.isArray(parts) || parts.length < 2) return "";
  return table(["計算のもと", "What it was computed from"],
    [["部分", "part"], ["基準日", "day"], ["値", "value"], ["数えた記録の番号", "numbers of the records counted"]],
    parts.filter((part) => part instanceof Map).map((part) => {
      const [ja, en] = ownOf(SIDES, part.get("side")) ?? ["―", "―"];
      const [signJa, signEn] = part.get("sign") === -1n ? ["引く", "less"] : ["足す", "plus"];
      return [inBoth("span", [`${ja}（${signJa}）`, `${en} (${signEn})`]), day(written(part.get("day"))),
        written(part.get("value")), [part.get("counted")].flat().map(String).join(", ")];
    }));
}

function shownCounted({ record, wording }, figure) {
  const counted = figure.get("counted");
  if (typeof counted === "bigint") {
    return inBoth("p", [`数えた記録は${number(counted)}件。公表用の資料には一件ずつは載りません。`,
      `Records counted: ${number(counted)}; a publication does not show them one by one.`]);
  }
  if (!Array.isArray(counted)) return "";
  if (!counted.length) return inBoth("p", ["数えた記録はありません。", "No record was counted."]);
  return byHundreds(counted, (some) => table(["数えた記録", "Records counted"],
    [["番号", "number"], ["起きた日", "day"], ["記録した日", "recorded on"], ["内容", "what happened"]],
    some.map((position) =>
      shownEvent(position, record.byPosition.get(Number(position)), wording))));
}

function shownEvent(position, event, wording) {
  const place = String(position);
  if (!event) return [place, "", "", inBoth("span", ["示されていません", "not shown"])];
  const how = howRecorded(event);
  const late = how === "as_it_happened" ? "" : inBoth("span", RECORDED[how], { class: "how" });
  return [place, day(event.on), element("div", {}, day(dayInTokyo(event.recorded)), late),
    shownContent(event, wording)];
}

const TOLD_ALREADY = new Set(["effective_on", "programme"]);

/** What happened in a sentence, which opens into what is recorded of it, field by field. */
function shownContent(event, wording) {
  const topics = [event.topic];
  const told = [...event.fields].filter(([name]) => !TOLD_ALREADY.has(name));
  const list = () => [element("dl", {},
    inBoth("dt", ["種類", "kind"]), element("dd", {}, element("code", {}, event.topic)),
    told.flatMap(([name, value]) => [
      element("dt", {}, withCode(wording.field(topics, name), name)),
      element("dd", {}, shownValue(wording, topics, name, value))]))];
  const sentence = wording.sentence(event);
  if (!sentence) return element("div", {}, list());
  return opening(element("summary", {}, withCode(sentence, event.topic)), list);
}

/** A day that no line is broken in. */
function day(text) {
  return element("time", {}, text);
}
