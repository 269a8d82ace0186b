// A bundle is a stranger's text: it gets onto the page as text, never as HTML and never as a link.

/** An element with its children; strings become text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat());
  return made;
}

/** Words in Japanese, with the same in English below. */
function inBoth(name, [ja, en], attributes = {}) {
  return element(name, attributes, ja, element("span", { lang: "en" }, en));
}

function table(headings, rows) {
  const heads = headings.map((words) => inBoth("th", words, { scope: "col" }));
  const cellOf = (cell, at) => element("td", { "data-label": headings[at][0] }, cell);
  return element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": headings[0][0] },
    element("table", {},
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows.map((cells) => element("tr", {}, cells.map(cellOf))))));
}

/** A part that opens, and is only made when it is opened. */
function opening(summary, make, attributes = {}) {
  const details = element("details", attributes, summary);
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(...make());
  });
  return details;
}

const AT_ONCE = 100;

/** A long list, a hundred at a time. */
function byHundreds(items, show) {
  const place = element("div");
  const more = element("button", { type: "button" });
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
  more.addEventListener("click", next);
  place.append(more);
  next();
  return place;
}

/** A number with its thousands parted. */
function number(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
