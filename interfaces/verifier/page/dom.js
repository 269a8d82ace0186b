// A bundle is a stranger's text: it gets onto the page as text, never as HTML and never as a link.

/** What is not seen but would break a line or turn the direction of writing round. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function plainText(text) {
  return String(text).replace(UNSEEN, (each) =>
    `\\u${each.codePointAt(0).toString(16).padStart(4, "0")}`);
}

/** An element with its children; whatever is no node becomes text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, plainText(value));
  for (const child of children.flat(Infinity)) {
    made.append(child instanceof Node ? child : plainText(child));
  }
  return made;
}

/** Words in Japanese, with the same in English below where that says anything else. */
function inBoth(name, [ja, en], attributes = {}) {
  const english = en && en !== ja ? [element("span", { lang: "en" }, en)] : [];
  return element(name, attributes, ja, english);
}

/** Words for something that the record has by a name or code, which stands beside them. */
function withCode(words, code) {
  if (!words) return element("code", {}, code);
  const [ja, en] = words;
  return element("span", {}, ja, " ", element("code", {}, code),
    en && ![ja, code].includes(en) ? element("span", { lang: "en" }, en) : "");
}

/** A table with a caption; a heading is a pair of words, or an element. */
function table(caption, headings, rows, attributes = {}) {
  const heads = headings.map((words) => (words instanceof Node
    ? element("th", { scope: "col" }, words) : inBoth("th", words, { scope: "col" })));
  const labels = headings.map((words) => (words instanceof Node ? words.textContent : words[0]));
  const cellOf = (cell, at) => element("td", { "data-label": labels[at] }, cell);
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption[0] },
    element("table", attributes, inBoth("caption", caption),
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows.map((cells) => element("tr", {}, cells.map(cellOf))))));
}

/** A part that opens, and is only made when it is opened. */
function opening(summary, make, attributes = {}) {
  const details = element("details", attributes, summary);
  const fill = () => {
    if (details.children.length === 1) details.append(...[make()].flat(Infinity));
  };
  details.addEventListener("toggle", () => {
    if (details.open) fill();
  });
  FILLS.set(details, fill);
  return details;
}

const FILLS = new WeakMap();
const CLOSED = "details:not([open]):not(.for-programs)";

/** Opens everything in a place, and what comes to light in it; or closes it all. */
function openAll(place, isOpen) {
  if (!isOpen) for (const each of place.querySelectorAll("details")) each.open = false;
  for (let closed; isOpen && (closed = place.querySelectorAll(CLOSED)).length;) {
    for (const each of closed) {
      FILLS.get(each)?.();
      each.open = true;
    }
  }
}

/** A button that does something. */
function button(words, act) {
  const made = inBoth("button", words, { type: "button" });
  made.addEventListener("click", act);
  return made;
}

const AT_ONCE = 100;

/** A long list, a hundred at a time. */
function byHundreds(items, show) {
  const place = element("div");
  let shown = 0;
  const next = () => {
    const some = items.slice(shown, shown + AT_ONCE);
    if (some.length) more.before(show(some));
    shown += some.length;
    const left = items.length - shown;
    more.hidden = !left;
    more.replaceChildren(`続きを見る（残り${left}件）`,
      element("span", { lang: "en" }, `Show more (${left} left)`));
  };
  const more = button(["", ""], next);
  more.className = "more";
  place.append(more);
  next();
  return place;
}

/** A number with its thousands parted. */
function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A text of several lines, as it is. */
function linesOf(text) {
  return element("pre", { tabindex: "0" },
    text.split(LINE_END).flatMap((line) => [line, element("br")]).slice(0, -1));
}

/** Offers a text as a file to be kept. */
function save(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}
