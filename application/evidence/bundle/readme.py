"""The member README.txt: what the bundle is, how to check it, and what it does not show."""

import re
from collections.abc import Iterator, Sequence
from textwrap import fill

from application.evidence.bundle.question import Question
from domain.base.values.fiscal_year import label as fiscal_year_label
from domain.base.words import Label
from domain.grant.events import KpiNamed

WIDTH = 90
SENTENCE_END = re.compile("。(?![^（]*）|$)")
"""Where a line ends: after a sentence, but not within a bracket, nor twice at the end."""
RULE = "-" * WIDTH
KINDS = {
    "evaluation": Label(
        "評価用（公表できません）",
        "for evaluation; not for publication",
    ),
    "publication": Label("公表用", "for publication"),
}
SHOWS = {
    "evaluation": Label(
        "対象事業の記録を、メンタリングとキャリア支援を除いてすべて示し、"
        "共通の名簿からは数字が読むものだけを示します。"
        "その他の記録は、番号・種類・事業区分だけを示します。",
        "It shows every event of the programme except those of mentoring and career support and, of"
        " the common registers, what the figures read; of every other event its position, kind and"
        " scope.",
    ),
    "publication": Label(
        "数字とその定義を示します。一人ひとりについての記録は入っていません。"
        "{below}人に満たない人数、{below}人に満たない人についての金額と、"
        "それらを引き算で求められる数は示しません"
        '（null と書き、その数字に "suppressed":true を付けます）。'
        "ただし、定義と立会人の記録には、それを入力した人のアカウントの名前がそのまま出ます。",
        "It shows definitions and values of figures, and nothing about any one person. Counts of"
        " fewer than {below} persons, amounts of fewer, and numbers from which either could be"
        " worked out by subtraction, are not told: they are null, and the figure says"
        ' "suppressed":true. But with each definition, and with each record of the witnesses,'
        " stands the name of the account that entered it.",
    ),
}
MEMBERS = Label(
    "中身は、manifest.txt（目次と署名）、checkpoint.txt（記録確定点）、figures.json（数字と、"
    "数えた記録の番号）、words.json（項目や符号の呼び名。表示のためだけで、証拠ではない）、"
    "events.jsonl（記録、1行に1件）、verify.html（確かめる画面）です。",
    "In it are manifest.txt (contents and signature), checkpoint.txt (the signed size and hash of"
    " the record), figures.json (figures, and where the events that they count stand),"
    " words.json (what fields and codes are called; for display only, no evidence), events.jsonl"
    " (one event on each line) and verify.html (the page that checks).",
)
CHECKED = {
    "evaluation": Label(
        "書き換えられていないか、抜け落ちていないか、誰が署名したかを確かめ、"
        "数字をすべて計算し直せます。",
        "You can find out whether anything was changed or removed and who signed it, and compute"
        " every figure again.",
    ),
    "publication": Label(
        "書き換えられていないか、抜け落ちていないか、誰が署名したかを確かめられます。"
        "記録を示していないので、数字の多くは「計算し直していない」と出ます。",
        "You can find out whether anything was changed or removed and who signed it. As the events"
        " are not shown, most figures are told as not recomputed.",
    ),
}
PSEUDONYMS = Label(
    "住民とワーカーの氏名と連絡先は入っていません。取引先の名前と住所、担当者の連絡先、"
    "研修の講師、書類の番号は、そのまま入っています（個人事業主なら、その人のことです）。"
    "仮名は匿名ではない: 番号だけの人も、だれか分かることがあり、個人情報です。"
    "守秘義務のもとで扱い、公表したり、ほかの資料と突き合わせたりしないでください。",
    "There are no names and no contacts of residents or workers. Clients' names and addresses, the"
    " contact of an orderer, a trainer, and the numbers of papers are there as they are: of a sole"
    " trader, they are personal. A pseudonym is not anonymous: who stands there as an id alone may"
    " be known by it, and it is personal information. Keep all of it under your duty of"
    " confidentiality; do not publish it or match it with other data.",
)
SIMULATED = Label(
    "この記録の時計は模擬です。実演の記録であり、記録時点は実際の時刻ではありません。",
    "The clock of this record is simulated: it is a demonstration, and its times are not real.",
)
NOT_RECOMPUTED = Label(
    "次の数字は、読む記録の一部を示せないため計算し直せません: {codes}",
    "These figures cannot be computed again, as some events they read cannot be shown: {codes}",
)
UNDEFINED = Label(
    "計画にあるが、数え方がまだ定義されていないため、この資料に数字がないもの: {kpis}",
    "The plan names these, but how to count them is not defined yet, so there are no figures of"
    " them: {kpis}",
)
BY_PROGRAM = Label(
    "・コマンド: ayumi-verify 資料.zip --key 鍵のファイル"
    "（前に受け取った記録確定点があれば --previous に指定すると、より確かです）",
    "- On the command line: ayumi-verify BUNDLE --key FILE; give --previous with the last"
    " checkpoint that you kept, which proves more.",
)
BY_PAGE = Label(
    "・画面: verify.html をブラウザーで開き、この資料（ZIP のまま）を置いて、鍵を選びます。"
    "ネットワークは要りません。",
    "- In a browser: open verify.html, drop the bundle on it, as the ZIP it is, and choose the key."
    " It needs no network.",
)
KEYS = Label(
    "鍵は資料に入っていません。協議体の市町村から、この資料とは別の経路で受け取ってください。"
    "資料に入っている verify.html が改ざんされていないことは、その verify.html では"
    "確かめられません。前から手元にあるものを使うか、コマンドの結果と比べてください。",
    "The keys are not in the bundle: have them from the municipalities of the consortium, by"
    " another way. The verify.html in a bundle cannot vouch for itself: use one that you had"
    " before, or compare with the command.",
)
LIMITS = (
    Label(
        "・記録された後に変わっていないことを示します。記録された内容が事実だったことは示しません。",
        "- It shows that nothing changed after it was recorded, not that what was recorded was"
        " true.",
    ),
    Label(
        "・以前の資料から引き継いだ記録については、証明は引き継いだ日から始まります。"
        "その日より前のことは何も示しません。",
        "- For what was taken over from earlier records, the proof begins on the day of taking"
        " over. Of the time before it shows nothing.",
    ),
    Label(
        "・記録されなかったことについては、何も示しません。",
        "- It shows nothing of what was never recorded.",
    ),
)


def readme(
    origin: str,
    question: Question,
    *,
    simulated: bool,
    hidden: Sequence[str],
    undefined: Sequence[KpiNamed],
) -> str:
    """Give the text, first in Japanese and then in English.

    `hidden` are the codes of figures that the bundle does not show enough of to compute them again,
    `undefined` the KPIs of the plan of which there are none.
    """
    about = _what(question, simulated=simulated, hidden=hidden, undefined=undefined)
    labels = list(_labels(origin, question, about))
    # A sentence on each line, and lines that any window shows.
    ja = "\n".join(SENTENCE_END.sub("。\n", label.ja) for label in labels)
    en = "\n".join(fill(label.en, WIDTH, replace_whitespace=False) for label in labels)
    return f"{ja}\n\n{RULE}\n\n{en}\n"


def _labels(origin: str, asked: Question, about: Iterator[Label]) -> Iterator[Label]:
    years, kind = asked.fiscal_years, KINDS[asked.kind]
    yield Label(f"歩み Ayumi  検証資料  {kind.ja}", f"Ayumi: a bundle to be checked, {kind.en}")
    yield Label(f"記録 {origin}、{asked.size} 件まで", f"Record {origin}, up to event {asked.size}")
    yield Label(
        f"事業区分 {asked.programme}、基準日 {asked.valid_on}、"
        + "・".join(map(fiscal_year_label, years)),
        f"Programme {asked.programme}, valid on {asked.valid_on}, "
        + ", ".join(f"FY{year}" for year in years),
    )
    yield Label("\n■ これは何か", "\nWHAT THIS IS")
    yield from about
    yield Label("\n■ 確かめ方", "\nHOW TO CHECK IT")
    yield from (CHECKED[asked.kind], BY_PROGRAM, BY_PAGE, KEYS)
    yield Label("\n■ 示さないこと", "\nWHAT IT DOES NOT SHOW")
    yield from LIMITS


def _what(
    asked: Question, *, simulated: bool, hidden: Sequence[str], undefined: Sequence[KpiNamed]
) -> Iterator[Label]:
    yield MEMBERS
    yield _saying(SHOWS[asked.kind], below=str(asked.suppressed_below))
    if asked.kind == "evaluation":
        yield PSEUDONYMS
        if hidden:
            yield _saying(NOT_RECOMPUTED, codes=", ".join(hidden))
    if undefined:
        yield _saying(UNDEFINED, kpis=", ".join(f"{one.title}（{one.kpi}）" for one in undefined))
    if simulated:
        yield SIMULATED


def _saying(label: Label, **words: str) -> Label:
    ja, en = label.ja, label.en
    for name, word in words.items():
        ja, en = ja.replace(f"{{{name}}}", word), en.replace(f"{{{name}}}", word)
    return Label(ja, en)
