const RFC_8032_TEST_1 = {
  key: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  signature: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
    + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
};

/** Whether this browser can check signatures: WebCrypto with Ed25519 is not everywhere. */
async function canCheck() {
  try {
    const { key, signature } = RFC_8032_TEST_1;
    const known =
      await crypto.subtle.importKey("raw", fromHex(key), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", known, fromHex(signature), new Uint8Array());
  } catch {
    return false;
  }
}

const byId = (id) => document.getElementById(id);
const FILE_INPUTS = ["bundle", "keys", "previous"];
const TITLE = document.title;

/** Says how far it is; what the verdict says as well is only for whoever does not see that. */
function say(words, isSeen = true) {
  byId("progress").classList.toggle("unseen", !isSeen);
  byId("progress").replaceChildren(inBoth("span", words));
}

function chosen(id) {
  return byId(id).files[0] ?? null;
}

/** Says which file is chosen, in the page's own words. */
function showChosen(id) {
  const file = chosen(id);
  byId(id).removeAttribute("aria-invalid");
  byId(`${id}-chosen`).replaceChildren(file
    ? element("b", {}, file.name) : inBoth("span", ["まだ選ばれていません", "none chosen yet"]));
}

const NEEDED = {
  bundle: ["「1. 資料」のファイルを選んでください。", "Choose the bundle first."],
  keys: ["「2. 鍵のファイル」を選んでください。", "Choose the file with the keys first."],
};

/** Asks for a file that is needed and was not chosen; whether there was one to ask for. */
function asksForMore() {
  const id = Object.keys(NEEDED).find((each) => !chosen(each));
  if (!id) return false;
  byId(`${id}-chosen`).replaceChildren(inBoth("span", NEEDED[id]));
  byId(id).setAttribute("aria-invalid", "true");
  byId(id).focus();
  return true;
}

/** Asks for a number of witnesses again that is none; whether it had to. */
function asksForNumber() {
  const required = byId("required");
  if (required.validity.valid) {
    required.removeAttribute("aria-invalid");
    return false;
  }
  say(["求める立会人の数には、1以上の整数を入れるか、空欄にしてください。",
    "Demand a whole number of witnesses, from 1 on, or leave it empty."]);
  required.setAttribute("aria-invalid", "true");
  required.closest("details").open = true;
  required.focus();
  return true;
}

async function answer() {
  say(["確かめています。", "Checking."]);
  const bar = byId("bar");
  bar.hidden = false;
  bar.removeAttribute("value");
  const checkedAt = new Date().toLocaleString("ja-JP");
  const outcome = await new Check(chosen("bundle"), {
    keys: chosen("keys"),
    previous: chosen("previous"),
    required: byId("required").value === "" ? null : Number(byId("required").value),
    progress: (read, all) => {
      bar.value = all ? (100 * read) / all : 100;
    },
  }).outcome();
  window.ayumiReport = outcome.report;
  const files = FILE_INPUTS.map(chosen).filter(Boolean).map(({ name }) => name);
  byId("result").replaceChildren(shownOutcome({ ...outcome, files, checkedAt }));
  const [sign, ja, en] = verdictOf(outcome);
  say(outcome.unread ? [ja, en]
    : [`確かめ終わりました。判定：${ja}`, `Done. Verdict: ${en}`], false);
  document.title = `${sign} ${ja} — ${TITLE}`;
  showForm(false);
  byId("result").focus();
}

/** The question, or a way back to it: once there is a verdict, nothing stands above it. */
function showForm(is) {
  byId("question").hidden = byId("about").hidden = !is;
  if (!is) return;
  document.title = TITLE;
  byId("result").replaceChildren();
}

async function asked(event) {
  event.preventDefault();
  if (asksForMore() || asksForNumber()) return;
  byId("start").disabled = true;
  delete window.ayumiReport;
  try {
    await answer();
  } catch (error) {
    showForm(true);
    say(["確かめられませんでした。判定はありません。ファイルを選び直して、もう一度お試しください。",
      `Could not finish, so there is no verdict. Choose the files again. (${error.message})`]);
  } finally {
    byId("start").disabled = false;
    byId("bar").hidden = true;
    byId("again").hidden = !byId("question").hidden;
  }
}

function askAgain() {
  showForm(true);
  byId("again").hidden = true;
  byId("progress").replaceChildren();
  byId("bundle").focus();
}

/** A file may be dropped on each of the steps; anywhere else it is the bundle. */
function takeDrops() {
  const first = document.querySelector(".step");
  const over = (step) => {
    for (const each of document.querySelectorAll(".step")) {
      each.classList.toggle("over", each === step);
    }
  };
  const stepAt = ({ target }) => target.closest?.(".step") ?? first;
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(stepAt(event));
  });
  document.addEventListener("dragleave", () => over(null));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(null);
    const [file] = event.dataTransfer.files;
    if (!file || byId("question").hidden) return;
    const input = stepAt(event).querySelector("input");
    const one = new DataTransfer();
    one.items.add(file);
    input.files = one.files;
    showChosen(input.id);
  });
}

async function start() {
  if (!(await canCheck())) {
    byId("question").hidden = true;
    say(["このブラウザーでは署名を確かめられないため、判定はできません。新しいChrome、Edge、FirefoxまたはSafariで開いてください。",
      "This browser cannot check signatures, so there is no verdict. Use a recent Chrome, Edge, Firefox or Safari."]);
    return;
  }
  for (const id of FILE_INPUTS) {
    byId(id).addEventListener("change", () => showChosen(id));
    showChosen(id);
  }
  byId("question").addEventListener("submit", asked);
  byId("again").addEventListener("click", askAgain);
  takeDrops();
}

// For tests, and for whoever wants to ask from the console.
window.check = check;
window.ayumi = {
  sha256, crc32, byCodePoints, Tree, Json, Record, Question, FigureError, readDefinition,
  element, thisPage: THIS_PAGE,
};
start();
