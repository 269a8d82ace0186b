const VERDICTS = {
  0: ["○", "確かめられました", "Verified",
    "書き換えも抜けも見つからず、すべての数字が記録から計算し直した結果と同じでした。「この検証が示さないこと」も読んでください。",
    "Nothing altered, nothing missing, and every figure is what the records give. Read what this does not show, too."],
  6: ["△", "確かめられました。ただし限りがあります", "Verified, with limits",
    "書き換えも抜けも見つかりませんでした。ただし「見つかったこと」に挙げるものは確かめられていません。報告書に書いてください。",
    "Nothing altered and nothing missing was found; but what is listed below was not verified. Say so in your report."],
  1: ["×", "書き換えられています", "Altered",
    "資料の内容が、署名されたものと違います。この資料の数字は使わず、ファイルをそのまま取っておき、事務局と立会人に知らせてください。",
    "The contents are not what was signed. Use none of its figures, keep the file as it is, and tell the secretariat and the witnesses."],
  2: ["×", "記録が抜けているか、消されています", "Records are missing or were removed",
    "続いているはずの記録が続いていません。この資料の数字は使わず、ファイルをそのまま取っておき、事務局と立会人に知らせてください。",
    "Records do not follow one another as they should. Use none of its figures, keep the file as it is, and tell the secretariat and the witnesses."],
  3: ["×", "数字が記録と合いません", "A figure does not follow from the records",
    "記録そのものに書き換えは見つかりませんが、数字が計算と違います。その数字は使わず、事務局に質問してください。",
    "No record was found altered, but a figure is not what the records give. Do not use that figure, and ask."],
  4: ["×", "署名を確かめられません", "The signatures do not hold",
    "お持ちの鍵では、だれが出した資料かを確かめられません。鍵を取り違えていないか、市町村と読み合わせてください。立会人が足りないだけなら、署名のそろった資料をもらい直してください。",
    "With your keys it cannot be said whose bundle this is. Compare your keys with the municipalities; if only witnesses are missing, ask for a bundle that enough have co-signed."],
  5: ["×", "検証できる資料ではありません", "This is no bundle that can be checked",
    "壊れているか、別のファイルか、手を加えられています。ほかのことは調べていません。一度開いて作り直したZIPも、これになります。もう一度受け取ってください。",
    "It is damaged, another file, or was tampered with; so is a ZIP that was unpacked and packed again. Nothing else was looked at. Ask for it again."],
};

/** Where the log's own signature holds: what is missing or wrong is another. */
const OTHER_SIGNATURES = ["×", "必要な署名がそろっていません", "Signatures that are needed are missing or wrong",
  "記録の鍵による署名は正しいものですが、「見つかったこと」に挙げる署名が足りないか、合いません。立会人の署名が足りないときは、署名のそろった資料をもらい直してください。それ以外は、取り違えたファイルでないかを確かめ、数字は使わないでください。",
  "The log's own signature holds, but others, which are listed below, are missing or wrong. If witnesses are missing, ask for a bundle that enough have co-signed. Else see that you chose the right files, and use none of its figures."];

/** Where the signatures hold and nothing is altered, but no figure follows from what is shown. */
const NO_FIGURES = ["△", "数字は一つも確かめられていません", "No figure was verified",
  "署名は正しく、書き換えも抜けも見つかりませんでした。しかし数字は、この資料に示された記録からは一つも計算し直せません。「見つかったこと」を読み、報告書に書いてください。",
  "The signatures hold, and nothing altered and nothing missing was found; but from the records shown here, not one figure can be computed again. Read what is listed below, and say so in your report."];

/** What is wrong where a file of the evaluator's own cannot be read: no bundle was looked at. */
const OWN_FILES = {
  keys: ["？", "鍵のファイルが読めません", "The keys cannot be read",
    "「2. 鍵のファイル」に選ばれたのは、鍵の一覧ではないか、UTF-8で保存されていません。選び直してください。資料はまだ調べていません。",
    "What was chosen as the keys is no list of keys, or not kept as UTF-8. Choose another file; the bundle was not looked at."],
  "log-key": ["？", "鍵のファイルに、記録の鍵がありません", "The keys have none of a log",
    "「2. 鍵のファイル」に、記録そのものの鍵の行が一つもありません。立会人の鍵だけでは、だれが出した資料かを確かめられません。記録の鍵の行を足すか、選び直してください。資料はまだ調べていません。",
    "Among what was chosen as the keys, none is that of the record itself. Witnesses' keys alone do not say whose bundle it is. Add that line, or choose another file; the bundle was not looked at."],
  previous: ["？", "以前の記録確定点が読めません", "The earlier checkpoint cannot be read",
    "「3. 以前の記録確定点」に選ばれたのは、記録確定点ではありません。選び直してください。資料はまだ調べていません。",
    "What was chosen as the earlier checkpoint is none. Choose another file; the bundle was not looked at."],
};

const FIGURE_VERDICTS = {
  "recomputed": ["○", "計算し直して一致", "computed again: the same"],
  "not-recomputed": ["△", "計算し直していません", "not computed again"],
  "differs": ["×", "計算し直すと違います", "computed again: another"],
  "undefined": ["×", "有効な定義がありません", "no definition in force"],
};

const RECORDED = {
  as_it_happened: ["31日以内に記録", "recorded within 31 days"],
  late: ["31日より後に記録", "recorded later"],
  taken_over: ["以前の資料から引き継ぎ", "taken over from earlier papers"],
};

const SIDES = {
  value: ["値", "value"],
  numerator: ["分子", "numerator"],
  denominator: ["分母", "denominator"],
};

const WITHOUT_VALUE = {
  denominator_zero: ["分母が0のため値なし", "no value: the denominator is 0"],
  compared_day_not_earlier: ["比べる日が前でないため値なし",
    "no value: the day compared with is not earlier"],
};

const SUPPRESSED = ["少人数のため伏せています", "suppressed: few persons"];

const RECORDED_UNTOLD = ["いつ記録されたかは示されていません", "when they were recorded is not told"];

const NOT_ADDING_UP = [
  "内訳の合計は値と一致しません（同じ人が二つの行にいる、または割合であるため）。",
  "The rows do not add up to the value: a person is counted in two of them, or it is a share.",
];

const TAKEN_OVER_SENTENCE = [
  "引き継いだ記録については、証明は引き継いだ日から始まります。",
  "For what was taken over, the proof begins on the day of taking over.",
];

/** What is said of the figures where their day lies after the last record that is shown. */
const ahead = (day, last) => [
  `基準日 ${day} は、示された最後の記録の日（${last}）より後です。この日までのことが後から記録されれば、数字は変わりえます。`,
  `${day} lies after the day of the last record shown (${last}): what is recorded later of the time up to then can still change a figure.`,
];

const NOT_SHOWN = [
  ["記録された内容が、事実として正しかったこと。示すのは、記録が後から変えられていないことです。",
    "That what was recorded was true. It shows that the record was not changed afterwards."],
  ["引き継いだ記録の、引き継いだ日より前のこと。",
    "Of what was taken over: anything before the day of taking over."],
  ["起きたのに記録されなかったこと。", "What happened and was never recorded."],
  ["だれが実際に入力したか。", "Who really sat at the keyboard."],
  ["運営者と、求める数の立会人が示し合わせて、別の記録を見せてはいないこと。",
    "That the operator and as many witnesses as are demanded do not together show you another record."],
  ["お持ちの鍵が本物であること。鍵は資料とは別の経路で受け取り、発行者に確かめてください。",
    "That your keys are the true ones. Get them by another way than the bundle, and ask."],
  ["このページが本物であること。資料から取り出したページは、資料と一緒に差し替えられているかもしれません。",
    "That this page is the true one. Taken out of the bundle, it may have been replaced with it."],
];

const KEEP = [
  "次の数行は、この記録の件数と全体の指紋に署名したものです。運営者の手の届かないところに取っておいてください。次の資料がこの続きでなければ、その間に何かが変えられたか消されたと分かります。",
  "These lines say, signed, how many records there are, and the fingerprint of them all. Keep them where the operator cannot reach them: if the next bundle does not continue them, something was changed or removed.",
];

const keepNewer = (size) => [
  `お手元の記録確定点（${size}件まで）の方が新しいので、そちらをそのまま取っておいてください。`,
  `Your own checkpoint (of ${size} records) is newer than this bundle: keep that one.`,
];

const WORDS_ARE_NO_EVIDENCE = [
  "項目や符号の呼び名は、読みやすさのために資料が添えたもので、証拠ではありません。記録されているのは、横に小さく示したものです。",
  "Words for fields and codes come with the bundle for ease of reading and are no evidence: recorded is what stands beside them in small letters.",
];
const NO_VALUE = ["（なし）", "(none)"];
const YES = ["はい", "yes"];
const NO = ["いいえ", "no"];
const OWN_FIELDS = { effective_year: ["年度", "fiscal year"] };
const SIGNED = ["署名あり", "signed"];
const NOT_COUNTED = ["有効でない鍵の署名", "signed with a key not in force"];
const NOT_SIGNED = ["署名なし", "not signed"];

const FILES = {
  "manifest.txt": ["目次", "contents"],
  "README.txt": ["説明", "explanation"],
  "checkpoint.txt": ["記録確定点", "checkpoint"],
  "previous.txt": ["資料にある以前の記録確定点", "earlier checkpoint in the bundle"],
  "timestamp.tsr": ["時刻の証明", "timestamp"],
  "figures.json": ["数字", "figures"],
  "words.json": ["呼び名", "words"],
  "events.jsonl": ["記録", "records"],
  "verify.html": ["検証ページ", "checking page"],
  "previous": ["お手元の以前の記録確定点", "your earlier checkpoint"],
  "keys": ["鍵のファイル", "keys"],
};

const PSEUDONYMS = ["この資料は守秘のもとで渡されたものです。氏名がなくても個人情報です（仮名は匿名ではありません）。",
  "You hold this under a duty of confidentiality: pseudonyms are still personal information."];
