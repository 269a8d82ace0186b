const VERDICTS = {
  0: ["○", "確かめられました", "Verified",
    "書き換えも抜けも見つからず、すべての数字が記録から計算し直した結果と同じでした。",
    "Nothing altered, nothing missing, and every figure is what the records give."],
  6: ["△", "確かめられました。ただし限りがあります", "Verified, with limits",
    "書き換えも抜けも見つかりませんでした。ただし、次に挙げることは確かめられていません。",
    "Nothing altered and nothing missing was found; but what is listed next was not verified."],
  1: ["×", "書き換えられています", "Altered",
    "資料の内容が、署名されたものと違います。この資料の数字を使わないでください。",
    "The contents are not what was signed. Do not use the figures of this bundle."],
  2: ["×", "記録が抜けているか、消されています", "Records are missing or were removed",
    "続いているはずの記録が続いていません。この資料の数字を使わないでください。",
    "Records do not follow one another as they should. Do not use the figures of this bundle."],
  3: ["×", "数字が記録と合いません", "A figure does not follow from the records",
    "記録そのものに書き換えは見つかりませんが、数字が計算と違います。",
    "No record was found altered, but a figure is not what the records give."],
  4: ["×", "署名を確かめられません", "The signatures do not hold",
    "お持ちの鍵では、だれが出した資料かを確かめられません。鍵を取り違えていないかも見てください。",
    "With your keys it cannot be said whose bundle this is. See also whether you chose other keys."],
  5: ["×", "検証できる資料ではありません", "This is no bundle that can be checked",
    "壊れているか、別のファイルか、手を加えられています。ほかのことは調べていません。",
    "It is damaged, another file, or was tampered with. Nothing else was looked at."],
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
  ["お持ちの鍵が本物であること。鍵は資料とは別の道で受け取り、発行者に確かめてください。",
    "That your keys are the true ones. Get them by another way than the bundle, and ask."],
  ["このページが本物であること。資料から取り出したページは、資料と一緒に差し替えられているかもしれません。",
    "That this page is the true one. Taken out of the bundle, it may have been replaced with it."],
];

const PSEUDONYMS = ["この資料は守秘のもとで渡されたものです。氏名がなくても個人情報です（仮名は匿名ではありません）。",
  "You hold this under a duty of confidentiality: pseudonyms are still personal information."];
