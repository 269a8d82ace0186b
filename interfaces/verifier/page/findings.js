/** Every name under which something is found: its code, and what it means in words. */
const FINDINGS = {
  "malformed": [5, "決められた形のファイルではありません。", "It is not a file in the agreed form."],
  "manifest-signature": [4, "目次（manifest）に、お持ちの鍵で確かめられる正しい署名がありません。",
    "The manifest has no right signature of a key that you hold."],
  "checkpoint-signature": [4, "記録確定点に、お持ちの鍵で確かめられる正しい署名がありません。",
    "The checkpoint has no right signature of a key that you hold."],
  "previous-signature": [4, "以前の記録確定点に、お持ちの鍵で確かめられる正しい署名がありません。",
    "The earlier checkpoint has no right signature of a key that you hold."],
  "witnesses-missing": [4, "立会人である市町村の署名が、求められる数に足りません（ある数／求める数）。",
    "Fewer municipalities co-signed as witnesses than are demanded (found / demanded)."],
  "timestamp-wrong": [4, "第三者による時刻の証明が、この記録確定点のものではありません。",
    "The timestamp does not speak of this checkpoint."],
  "member-altered": [1, "中のファイルが、目次に署名されたものと違います。",
    "A file inside is not the one in the signed manifest."],
  "event-altered": [1, "記録が書き換えられています。署名された指紋と合いません。",
    "Records were altered: they do not fit what was signed."],
  "statement-altered": [1, "目次・記録確定点・記録の最初の行が、同じ記録を名指していません。",
    "Manifest, checkpoint and the first record do not name the same log and size."],
  "events-missing": [2, "記録に抜けがあります。番号が続いていません（ある数／署名された数）。",
    "Records are missing: their numbers do not follow one another (found / signed)."],
  "not-continued": [2, "以前の記録確定点からの続きになっていません。後から消されたか、差し替えられています。",
    "The record does not continue the earlier checkpoint: something was removed or replaced."],
  "figure-differs": [3, "数字を記録から計算し直すと、書かれている値や内訳と違います。",
    "Computed again from the records, the figure is another."],
  "figure-missing": [3, "あるはずの数字がないか、二度書かれています。",
    "A figure that belongs here is not there, or stands twice."],
  "figure-undefined": [3, "その日に有効な定義のない数字です。",
    "A figure whose definition is not in force on that day."],
  "older-than-checkpoint": [6, "この資料（{size}件まで）は、お手元の記録確定点（{kept}件まで）より古いものです。続いているかどうかは、何も示されていません。{kept}件以上の資料を求めてください。出されなければ、後の記録が消されたおそれがあります。",
    "This bundle ({size} records) is older than your own checkpoint ({kept} records). Nothing is shown of whether that is continued: ask for a bundle of at least {kept}; if there is none to be had, records may have been removed."],
  "not-recomputed": [6, "計算し直せなかった数字があります。必要な記録がこのファイルに示されていないためです。",
    "A figure could not be computed again: not all records that it needs are shown here."],
  "new-epoch": [6, "記録は途中で失われ、新しい期として続いています。",
    "The record was lost in part, and goes on as a new epoch."],
  "nothing-checked": [6, "確かめられる数字がありません。その日に有効な数字の定義がないか、その事業の記録が一件も示されていません。",
    "There is no figure to check: none is in force on that day, or no record of that programme is shown."],
  "simulated-clock": [6, "記録の時刻は模擬のもので、実際の時刻ではありません。",
    "The record's times are simulated, not real ones."],
  "witnesses-not-checked": [6, "立会人の鍵がないため、市町村の署名は確かめていません。",
    "No witness's key was given, so no municipality's co-signature was looked at."],
  "witness-key-not-in-force": [6, "記録によれば有効でない鍵で署名した立会人がいます。その署名は数えていません。",
    "A witness signed with a key that is not in force by the record; that signature is not counted."],
  "page-unknown": [6, "ファイルに入っている検証ページは、いまお使いのこのページと違います。",
    "The checking page inside the file is not this page."],
};

const SEVEREST_FIRST = [5, 4, 1, 2, 3, 6];

/** What was found: each name with the places where it was. */
class Findings {
  constructor() {
    this.all = [];
  }

  /** Adds one; `values` are the numbers that its words tell. */
  add(name, where, values = {}) {
    const [code, ...words] = FINDINGS[name];
    const [ja, en] = words.map((each) =>
      each.replace(/\{(\w+)\}/g, (_, key) => number(values[key])));
    this.all.push({ code, name, where, ja, en });
  }

  get exit() {
    return SEVEREST_FIRST.find((code) => this.all.some((each) => each.code === code)) ?? 0;
  }
}
