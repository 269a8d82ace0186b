// How a figure is counted: the definition that it was computed again by, in words.

const SCOPES_OF_FACTS = {
  programme: ["この事業の記録", "records of the programme"],
  common: ["共通の名簿の記録", "records of the common registers"],
};
const BASES = {
  annual: ["その年度に起きたもの", "what happened in the fiscal year"],
  cumulative: ["その年度までに起きたもの", "what happened up to the end of the fiscal year"],
  level: ["その年度の最後の日（基準日が先なら基準日）に続いているもの",
    "what holds on the last day of the fiscal year, or on the day asked for if that is earlier"],
};
const KEPT = {
  latest: ["が同じもののうち最後の一件", "the last one of each"],
  first: ["が同じもののうち最初の一件", "the first one of each"],
};
const ENDS_ON = {
  last_day: ["その日までは数え、次の日からは数えない", "counted on that day, and not from the next"],
  first_day_without: ["その日からは数えない", "not counted from that day on"],
};
const ROUNDINGS = { half_up: ["四捨五入", "rounded half up"], down: ["切り捨て", "rounded down"] };

/** The definition, opened when somebody wants to know; made from it and from the words alone. */
function shownDefinition(outcome, definition, code, version) {
  const summary = inBoth("summary", ["この数字の数え方", "How it is counted"]);
  return opening(summary, () => (definition ? definitionIn(outcome.wording, definition)
    : [inBoth("p", [`定義 ${code} 第${version}版`, `Definition ${code}, version ${version}`])]),
  { class: "note definition" });
}

function definitionIn(wording, definition) {
  const { parts, measure, by, defined, version, code } = definition;
  const topics = parts.flatMap(({ simple: { facts } }) => facts.opens);
  const since = [`${code} 第${version}版。${defined.on}から有効。${number(defined.position)}番の記録で公表（${
    dayInTokyo(defined.recorded)}に記録）`,
  `${code}, version ${version}; in force from ${defined.on}; published by record ${
    number(defined.position)}, recorded on ${dayInTokyo(defined.recorded)}`];
  return [
    definition.note ? inBoth("p", wordsOf(definition, "note")) : "",
    ...parts.flatMap((part) => [
      parts.length > 1 ? inBoth("p", sideWords(part), { class: "side" }) : "",
      partIn(wording, part)]),
    element("dl", {},
      measure.kind === "ratio" ? line(["割合", "share"], inBoth("span", ratioWords(measure))) : "",
      by.length ? line(["内訳", "breakdown"], fieldsIn(wording, topics, by)) : "",
      line(["単位", "unit"], inBoth("span", wordsOf(definition, "unit"))),
      line(["定義", "definition"], inBoth("span", since))),
  ];
}

/** A side of the measure, and whether it is added or taken away. */
function sideWords({ side, sign }) {
  const [ja, en] = SIDES[side];
  const [signJa, signEn] = sign < 0n ? ["引く", "less"] : ["足す", "plus"];
  return [`${ja}（${signJa}）`, `${en} (${signEn})`];
}

function ratioWords({ scale, rounding }) {
  const [ja, en] = ROUNDINGS[rounding];
  return [`分子 ÷ 分母 × ${number(scale)}。端数は${ja}`, `numerator ÷ denominator × ${number(scale)}, ${en}`];
}

/** One count or sum: which records, under which conditions, told apart by what, and of when. */
function partIn(wording, { simple }) {
  const { facts, kind, field, distinct_by: distinct } = simple;
  const { opens, ends } = facts;
  const fields = (names) => fieldsIn(wording, opens, names);
  const counted = kind === "sum" ? [fields([field]), inBoth("span", [" の合計", "the sum of it"])]
    : distinct ? [fields([distinct]), inBoth("span", [" が同じものは一度だけ数える", "each different one is counted once"])]
      : inBoth("span", ["記録の件数", "how many records there are"]);
  return element("dl", {},
    line(["数えるもの", "counted"], counted),
    line(["記録の種類", "kinds of record"], kindsIn(wording, opens)),
    line(["範囲", "scope"], inBoth("span", SCOPES_OF_FACTS[facts.scope])),
    facts.where.map((each) => conditionIn(wording, opens, each)),
    ends ? endingIn(wording, opens, ends) : "",
    facts.keep === "all" ? ""
      : line(["残すもの", "kept"], fields(facts.key), " ", inBoth("span", KEPT[facts.keep])),
    facts.kept_where.map((each) => conditionIn(wording, opens, each)),
    facts.persons.length ? line(["人の番号", "ids of persons"], fields(facts.persons), inBoth("span",
      ["。同じ人と記録された番号は一人とする", "ids that are recorded as one person are one"])) : "",
    line(["期間", "of when"], inBoth("span", basisWords(simple)),
      simple.year_field ? ["年度とするもの：", fields([simple.year_field])] : ""));
}

function basisWords({ basis, compared_with: compared }) {
  if (basis !== "increment") return BASES[basis];
  const [ja, en] = compared === "day_before_year"
    ? ["前の年度の最後の日", "the last day of the year before"] : [compared, compared];
  return [`${BASES.level[0]}から、${ja}の値を引く`, `${BASES.level[1]}, less the same on ${en}`];
}

function endingIn(wording, opens, { topics, where, same: alike, effective }) {
  const isAlike = alike.length ? [fieldsIn(wording, opens, alike), " が同じもの"] : "";
  return [
    line(["終わらせる記録", "ended by"], kindsIn(wording, topics), isAlike,
      inBoth("span", [`。${ENDS_ON[effective][0]}`, ENDS_ON[effective][1]])),
    where.map((each) => conditionIn(wording, topics, each, ["終わらせる条件", "ended where"])),
  ];
}

function conditionIn(wording, topics, { field, one_of: values }, words = ["条件", "where"]) {
  return line(words, fieldsIn(wording, topics, [field]), "：",
    values.map((value) => element("span", values.length > 1 ? { class: "one" } : {},
      shownValue(wording, topics, field, value))));
}

function line(words, ...content) {
  return element("div", {}, inBoth("dt", words), element("dd", {}, content));
}

/** Kinds of event by what happens in them, with the names of their fields. */
function kindsIn(wording, topics) {
  return topics.map((topic) => element("span", { class: "one" }, withCode(wording.kind(topic), topic)));
}

function fieldsIn(wording, topics, names) {
  return names.flatMap((name, at) => [at ? "、" : "", withCode(wording.field(topics, name), name)]);
}
