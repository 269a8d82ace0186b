"""Figures of the five elements that count what was decided about a fact when it was recorded.

The figure language joins nothing, so that the event says what is asked: whether a commission is
across municipalities, whether a private member was there. It says what was known on that day.
"""

from domain.base.figure import Condition, Count, Facts, FigureDefinition, Sum, Words

COMMISSIONS = Words(ja="件", en="commissions")
PERSONS = Words(ja="人", en="persons")
LESSONS = Words(ja="件", en="lessons")
LINKED = Facts(opens=("pilot.policy_linked",))

PILOTS_WITH_POLICY = FigureDefinition(
    code="pilots-with-policy",
    version=1,
    title=Words(
        ja="政策・施策と結び付けたパイロットの件数", en="Pilots that serve a municipal policy"
    ),
    sentence=Words(
        ja="年度に始めたパイロットのうち、市町村の政策・施策と結び付けたものの件数。",
        en="Pilots begun in the fiscal year that are linked with a policy of a municipality.",
    ),
    unit=Words(ja="件", en="pilots"),
    note=Words(
        ja="結び付けた日ではなく、始めた年度に数える。一つのパイロットは一度だけ数える。",
        en="A pilot counts in the year in which it was begun, whenever it was linked, and once.",
    ),
    by=("municipality",),
    measure=Count(facts=LINKED, basis="annual", year_field="begun_in", distinct_by="stream"),
)

POLICY_FIELDS = FigureDefinition(
    code="policy-fields",
    version=1,
    title=Words(ja="パイロットと結び付けた政策分野の数", en="Fields of policy that pilots serve"),
    sentence=Words(
        ja="年度に始めたパイロットが結び付く政策分野の種類の数。",
        en="How many different fields of policy the pilots begun in the fiscal year serve.",
    ),
    unit=Words(ja="分野", en="fields"),
    note=Words(
        ja="産業・福祉・地域づくり・教育・行政・その他の六分野による。",
        en="Of six: industry, welfare, community, education, administration and other.",
    ),
    measure=Count(facts=LINKED, basis="annual", year_field="begun_in", distinct_by="policy_field"),
)

PRIVATE_MINUTES = FigureDefinition(
    code="private-minutes",
    version=1,
    title=Words(ja="民間の構成員の時間", en="Time given by private members"),
    sentence=Words(
        ja="年度に、構成員である企業と民間プロ人材が助言や契約業務に充てたと記録された時間。",
        en="Minutes recorded in the fiscal year of advice by outside professionals who are members,"
        " and declared by member firms under contracts.",
    ),
    unit=Words(ja="分", en="minutes"),
    note=Words(
        ja="有償か無償かを問わない。記録のない会議や準備の時間は含まない。その日に構成員であったかは、"
        "時間を記録したときの構成員の記録による。どの構成員の時間かを指定していない記録は数えない。",
        en="Paid for or not. Meetings and preparation, whose length nobody records, are not in it."
        " Whether one was a member on that day goes by the register when the time was recorded;"
        " where it was not said which member's time it is, it is not counted.",
    ),
    measure=Sum(
        facts=Facts(
            opens=("advice.session_held", "contract.hours_declared"),
            where=(Condition(field="private_member", one_of=(True,)),),
        ),
        basis="annual",
        field="minutes",
    ),
)

PRIVATE_DECISIONS = FigureDefinition(
    code="private-decisions",
    version=1,
    title=Words(
        ja="民間の構成員が加わった決定の件数", en="Decisions in which private members took part"
    ),
    sentence=Words(
        ja="年度の会議の決定のうち、民間の構成員が出席した会議でのものの件数。",
        en="Decisions of the fiscal year made at meetings at which a private member was present.",
    ),
    unit=Words(ja="件", en="decisions"),
    note=Words(
        ja="出席を参加とみなす。誰が賛成したかは記録しない。民間は企業と民間プロ人材で、会議の日に構成員で"
        "あったかは、会議を記録したときの構成員の記録による。どの構成員が出席したか分からない会議の決定は"
        "数えない。",
        en="To be present is to take part; who was in favour is not recorded. Private are firms and"
        " outside professionals; whether one was a member on the day of the meeting goes by the"
        " register when the meeting was recorded. Where it is not known which members came, the"
        " decisions are not counted.",
    ),
    measure=Count(
        facts=Facts(
            opens=("meeting.decision_made",),
            where=(Condition(field="private_present", one_of=(True,)),),
        ),
        basis="annual",
    ),
)

ACROSS = Facts(
    opens=("commission.accepted",),
    where=(Condition(field="across", one_of=(True,)),),
    persons=("person_id",),
)
AS_OF_THE_OFFER = Words(
    ja="「共同」の案件は全構成員のものなので数えない。住民と案件の市町村は、打診のときの記録による。"
    "後に分かった誤りは、受諾の記録を訂正すると反映される。",
    en="A joint order is everybody's and is not counted. The municipalities of the resident and of"
    " the order are those on record at the offer; a mistake found later is put right in the entry"
    " of the acceptance.",
)

WORK_ACROSS = FigureDefinition(
    code="work-across",
    version=1,
    title=Words(ja="市町村をまたぐ個別委託の件数", en="Commissions across municipalities"),
    sentence=Words(
        ja="年度に受諾された個別委託のうち、案件の市町村と住民の市町村が異なるものの件数。",
        en="Commissions accepted in the fiscal year by residents of another municipality than the"
        " order's.",
    ),
    unit=COMMISSIONS,
    note=AS_OF_THE_OFFER,
    by=("ordered_in", "municipality"),
    measure=Count(facts=ACROSS, basis="annual"),
)

WORKERS_ACROSS = FigureDefinition(
    code="workers-across",
    version=1,
    title=Words(
        ja="他の市町村の業務を受けた住民の人数", en="Residents who worked for another municipality"
    ),
    sentence=Words(
        ja="年度に市町村をまたぐ個別委託を受諾した住民の人数。同じ人は一度だけ数える。",
        en="Residents who accepted a commission across municipalities in the fiscal year, each"
        " once.",
    ),
    unit=PERSONS,
    note=AS_OF_THE_OFFER,
    measure=Count(facts=ACROSS, basis="annual", distinct_by="person_id"),
)

SHARED = Condition(field="shared_beyond", one_of=(True,))

LESSONS_SHARED = FigureDefinition(
    code="lessons-shared",
    version=1,
    title=Words(ja="市町村を越えて共有した知見の件数", en="Lessons shared across municipalities"),
    sentence=Words(
        ja="年度に記録した知見のうち、パイロットの市町村以外の市町村と共有したものの件数。",
        en="Lessons recorded in the fiscal year that were shared with a municipality other than the"
        " pilot's.",
    ),
    unit=LESSONS,
    note=Words(
        ja="共有した相手が役立てたかは含まない。",
        en="Whether those who were told made use of it is not in it.",
    ),
    by=("municipality",),
    measure=Count(
        facts=Facts(opens=("pilot.lesson_recorded",), where=(SHARED,)),
        basis="annual",
    ),
)

FAILURES_SHARED = FigureDefinition(
    code="failures-shared",
    version=1,
    title=Words(
        ja="市町村を越えて共有した、失敗から得た知見の件数",
        en="Lessons from failure shared across municipalities",
    ),
    sentence=Words(
        ja="年度に記録し、パイロットの市町村以外の市町村と共有した知見のうち、うまくいかなかったことから"
        "得たもの、または中止したパイロットのものの件数。",
        en="Lessons recorded in the fiscal year and shared with a municipality other than the"
        " pilot's that were learnt from what did not work, or of a pilot that had been given up.",
    ),
    unit=LESSONS,
    note=Words(
        ja="中止は知見を記録したときに分かっていたものによる。後に中止したパイロットのそれまでの知見は、"
        "うまくいかなかったことから得たものだけを数える。",
        en="Given up by what was known when the lesson was recorded. Of a pilot that is given up"
        " later, earlier lessons count only if they were learnt from what did not work.",
    ),
    by=("municipality",),
    measure=Count(
        facts=Facts(
            opens=("pilot.lesson_recorded",),
            where=(SHARED, Condition(field="from_failure", one_of=(True,))),
        ),
        basis="annual",
    ),
)

DX_WORKERS = FigureDefinition(
    code="dx-workers",
    version=1,
    title=Words(
        ja="スキルが上がり、その後DX業務を納めた住民",
        en="Residents who rose a level and then delivered DX work",
    ),
    sentence=Words(
        ja="デジタルスキル標準（DSS）のレベルが評価で上がり、その後に納品したDX支援業務が年度に完了した"
        "住民の人数。同じ人は一度だけ数える。",
        en="Residents whose level in the digital skill standard (DSS) was found to have risen and"
        " who afterwards delivered DX support that was completed in the fiscal year, each once.",
    ),
    unit=PERSONS,
    note=Words(
        ja="レベルが上がった日は最初の納品日より前に限る。自己申告、最初の評価、納品までに下がったか"
        "取り下げたレベルは数えない。レベルは、完了を記録したときの住民の記録による。後に分かった評価の"
        "誤りは、完了の記録を訂正すると反映される。スキルが業務に役立ったことまでは示さない。",
        en="The level rose on a day before the first delivery. What residents declare themselves, a"
        " first level, and one lowered or withdrawn by then do not count. Levels are those on the"
        " resident's record when the completion was recorded; a mistake found later in an"
        " assessment is put right in the entry of the completion. That the skill helped the work"
        " is not shown.",
    ),
    measure=Count(
        facts=Facts(
            opens=("commission.completed",),
            where=(
                Condition(field="kind", one_of=("dx-support",)),
                Condition(field="after_rise", one_of=(True,)),
            ),
            persons=("person_id",),
        ),
        basis="annual",
        distinct_by="person_id",
    ),
)

OF_ELEMENTS = (
    PRIVATE_MINUTES,
    PRIVATE_DECISIONS,
    WORK_ACROSS,
    WORKERS_ACROSS,
    LESSONS_SHARED,
    FAILURES_SHARED,
    PILOTS_WITH_POLICY,
    POLICY_FIELDS,
    DX_WORKERS,
)
