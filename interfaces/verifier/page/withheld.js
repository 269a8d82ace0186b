// What is withheld: of which family and scope, and under which numbers.

/** A family in a scope with its places; in a publication nobody is told which it is. */
function withheldWords({ family, scope, count, first }) {
  if (family === null) {
    return ["公表用の資料では、どの記録が伏せてあるかも示されません", "a publication does not even tell which"];
  }
  const isMore = count > first.length;
  const places = first.map((place) => `${number(place)}番`).join("、");
  return [`${family}（${scope}）：${places}${isMore ? `…（全部で${number(count)}件）` : ""}`,
    `${family} (${scope}): ${first.join(", ")}${isMore ? ` … (${number(count)})` : ""}`];
}

function listOfWithheld(hidden) {
  return element("ul", { class: "places" }, hidden.map((each) => inBoth("li", withheldWords(each))));
}

/** What would have to be shown to compute some figures again, given by their codes. */
function shownWithheld(codes, { log, definitions, report }) {
  const needed = [...new Set(codes)].flatMap((code) => {
    const definition = definitions.get(code);
    return definition ? log.withholds(definition, report.programme) : [];
  });
  return needed.length ? element("div", { class: "note" },
    inBoth("p", ["計算に要るのに伏せられている記録", "Records that are needed and withheld"]),
    listOfWithheld([...new Set(needed)])) : "";
}

/** Everything that is withheld of an evaluation, as far as it is told. */
function shownAllWithheld({ log, report }) {
  const hidden = [...log.withheld.values()];
  if (!hidden.length || report.for === "publication") return "";
  return opening(inBoth("summary", ["伏せられている記録の種類と番号", "Which they are"]),
    () => [listOfWithheld(hidden)]);
}
