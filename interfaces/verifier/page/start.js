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

function say(...words) {
  byId("progress").replaceChildren(inBoth("span", words));
}

function chosen(id) {
  return byId(id).files[0] ?? null;
}

async function answer() {
  say("読み込んでいます。", "Reading.");
  byId("result").replaceChildren();
  const progress = (read, all, lines) => {
    const percent = all ? Math.floor((100 * read) / all) : 100;
    say(`確かめています：${number(lines)}件（${percent}%）`, `Checking: ${number(lines)} records (${percent}%)`);
  };
  const outcome = await new Check(chosen("bundle"), {
    keys: chosen("keys"),
    previous: chosen("previous"),
    required: byId("required").value === "" ? null : Number(byId("required").value),
    progress,
  }).outcome();
  window.ayumiReport = outcome.report;
  byId("result").replaceChildren(shownOutcome(outcome));
  const [, ja, en] = VERDICTS[outcome.report.exit];
  say(`確かめ終わりました。判定：${ja}`, `Done. Verdict: ${en}`);
  byId("result").focus();
}

async function asked(event) {
  event.preventDefault();
  byId("start").disabled = true;
  delete window.ayumiReport;
  try {
    await answer();
  } catch (error) {
    byId("result").replaceChildren();
    say("確かめられませんでした。判定はありません。ファイルを選び直して、もう一度お試しください。",
      `Could not finish, so there is no verdict. Choose the files again. (${error.message})`);
  } finally {
    byId("start").disabled = false;
  }
}

function takeDrops() {
  const drop = byId("drop");
  const over = (is) => drop.classList.toggle("over", is);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", () => over(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length) byId("bundle").files = event.dataTransfer.files;
  });
}

async function start() {
  if (!(await canCheck())) {
    byId("question").hidden = true;
    say("このブラウザーでは署名を確かめられないため、判定はできません。新しいChrome、Edge、FirefoxまたはSafariで開いてください。",
      "This browser cannot check signatures, so there is no verdict. Use a recent Chrome, Edge, Firefox or Safari.");
    return;
  }
  byId("question").addEventListener("submit", asked);
  takeDrops();
}

// For tests, and for whoever wants to ask from the console.
window.check = check;
window.ayumi = {
  sha256, crc32, byCodePoints, Tree, Json, Record, Question, FigureError, readDefinition,
  thisPage: THIS_PAGE,
};
start();
