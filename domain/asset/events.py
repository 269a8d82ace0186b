"""What happens to one asset, and the thresholds that a municipality has set for its register."""

from collections.abc import Callable
from typing import Annotated, ClassVar, Self, get_args
from uuid import UUID

from pydantic import Field, model_validator

from domain.base.event import Correction, Day, Event, Fields, PaperKind, Void
from domain.base.fields import Amount, Evidence, Municipality, Number, Text, Year
from domain.base.personal import Public
from domain.base.tasks import Task
from domain.base.values.codes import parse_corporate_number, parse_municipality_code
from domain.base.words import Code, Label

AssetId = Annotated[UUID, Label("備品", "asset")]
ThresholdId = Annotated[UUID, Label("備品の基準", "asset threshold")]
AssetNumber = Annotated[Number, Label("備品番号", "asset number", "PC-R6-001")]
AssetName = Annotated[
    Text, Public("what a thing is"), Label("品名", "name of the asset", "ノートパソコン")
]
Place = Annotated[
    Text, Public("a room or building of an office"), Label("所在", "place", "役場2階 作業室")
]
Price = Annotated[Amount, Label("取得価格（円、税込）", "price in yen", "180000")]
UsefulLife = Annotated[
    int, Field(strict=True, ge=1, le=60), Label("耐用年数（年）", "useful life in years", "4")
]
"""Years of the table of useful lives that the grant's own guideline refers to."""
ExpenditureNumber = Annotated[Number, Label("支出負担行為番号", "expenditure number", "R6-012")]
LegalBasis = Annotated[
    Text,
    Public("the name of an ordinance or of a contract between organisations"),
    Label("貸付の根拠", "legal basis", "財産の交換、譲与、無償貸付等に関する条例4条"),
]
Until = Annotated[Day, Label("貸付期限", "until", "2027-03-31")]
ApprovalNumber = Annotated[Number, Label("財産処分承認番号", "approval of disposal", "関整第12号")]
HolderCode = Annotated[Number, Label("借受者コード", "holder code", "9999999999999")]


class Funds(Code):
    """From which money an asset was bought."""

    GRANT = "grant", "交付金", "grant"
    MUNICIPAL = "municipal", "市町村の一般財源", "municipal funds"
    OTHER = "other", "その他の財源", "other funds"


class HolderKind(Code):
    """To whom an asset is lent."""

    MUNICIPALITY = "municipality", "市町村", "municipality"
    CORPORATION = "corporation", "公社（法人）", "corporation"
    WORKER = "worker", "住民ワーカー", "resident worker"


class AssetCondition(Code):
    """What a stock-taking found."""

    IN_USE = "in-use", "使用中", "in use"
    STORED = "stored", "保管中", "stored"
    DEFECTIVE = "defective", "故障・破損", "defective"
    NOT_FOUND = "not-found", "現物を確認できない", "not found"


class Loss(Code):
    """How an asset was lost."""

    MISSING = "missing", "所在不明", "missing"
    STOLEN = "stolen", "盗難", "stolen"
    DESTROYED = "destroyed", "災害・事故による滅失", "destroyed"


class Disposal(Code):
    """How an asset was disposed of."""

    SCRAPPED = "scrapped", "廃棄", "scrapped"
    SOLD = "sold", "売却", "sold"
    TRANSFERRED = "transferred", "譲与・移管", "transferred"
    OTHER_USE = "other-use", "目的外使用・担保", "used for another purpose, or as security"


class Acquisition(Fields):
    """Which asset of which municipality, for how much, from whose money, and where it is kept.

    `useful_life` is None where nobody has stated it.
    """

    number: AssetNumber
    municipality: Municipality
    name: AssetName
    price: Price
    funds: Annotated[Funds, Label("財源", "source of funds", "grant")]
    fiscal_year: Year
    expenditure: ExpenditureNumber | None = None
    useful_life: UsefulLife | None = None
    place: Place
    evidence: Evidence | None = None


class Lending(Fields):
    """To whom an asset is lent, on what legal basis, and until when.

    `holder_code` is a municipality code, a corporate number, or the id of the worker's record.
    """

    holder: Annotated[HolderKind, Label("借受者の種類", "holder", "worker")]
    holder_code: HolderCode
    legal_basis: LegalBasis
    until: Until | None = None
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _names_its_holder(self) -> Self:
        # Compared, because a code that is read may be completed or cleaned on the way.
        if self.holder_code != _CODES[self.holder](self.holder_code):
            raise ValueError("the holder's code is not in its usual form")
        return self


def _record_id(code: object) -> str:
    try:
        return str(UUID(str(code)))
    except ValueError as error:
        raise ValueError(
            "holder_code: 住民ワーカーは番号ではなく記録のIDで示してください"
            " / holder_code: name a worker by the id of its record and not by its number"
        ) from error


_CODES: dict[HolderKind, Callable[[object], str]] = {
    HolderKind.MUNICIPALITY: parse_municipality_code,
    HolderKind.CORPORATION: parse_corporate_number,
    HolderKind.WORKER: _record_id,
}


class StockTaking(Fields):
    """What the stock-taking of a fiscal year found of an asset."""

    fiscal_year: Year
    condition: Annotated[AssetCondition, Label("現況", "condition", "in-use")]
    evidence: Evidence | None = None


class Disposing(Fields):
    """How an asset was disposed of, and who approved that."""

    how: Annotated[Disposal, Label("処分の方法", "how", "scrapped")]
    approval: ApprovalNumber | None = None
    evidence: Evidence | None = None


class Thresholds(Fields):
    """From which price on a municipality registers a thing as an asset, by its own rules.

    `grant_regardless`: what was bought from a grant is registered whatever it cost.
    `disposal_limited_from`: from which price on the disposal of what a grant bought needs an
    approval within its useful life.
    """

    municipality: Municipality
    register_from: Annotated[Amount, Label("備品とする価格（円）", "registered from", "30000")]
    grant_regardless: Annotated[
        bool, Label("交付金で購入した物品は価格によらず備品とする", "grant-bought regardless")
    ]
    disposal_limited_from: Annotated[
        Amount, Label("処分制限のある価格（円）", "disposal limited from", "500000")
    ]
    source: Annotated[
        Text,
        Public("the name of a rule or guideline"),
        Label("根拠", "source", "財務規則120条、交付要綱"),
    ]


class OfAsset(Event):
    """What every event of an asset carries, so that lists can be told apart by owner."""

    TASKS: ClassVar[tuple[Task, ...]] = (Task.ASSETS,)

    municipality: Municipality


class AssetAcquired(Acquisition, Event):
    """An asset was bought, and belongs to a municipality."""

    TOPIC = "asset.acquired"
    SENTENCE: ClassVar[Label] = Label(
        "備品 {number}「{name}」を {price} 円で取得した（{municipality}、{funds}）。",
        "Asset {number}, {name}, was bought for {price} yen ({municipality}, {funds}).",
    )
    TASKS = (Task.ASSETS,)
    EVIDENCE = (PaperKind.INSPECTION, PaperKind.INVOICE)

    limited_until: Annotated[
        Day | None, Label("処分制限期間の末日", "disposal limited until", "2028-07-31")
    ] = None
    """Computed on the day of acquisition, so that thresholds changed later alter no history."""


class AssetMoved(OfAsset):
    """An asset is kept at another place."""

    TOPIC = "asset.moved"
    SENTENCE: ClassVar[Label] = Label(
        "備品の所在を「{place}」とした。", "The asset is kept at {place}."
    )

    place: Place


class AssetLent(Lending, OfAsset):
    """An asset was lent, free of charge, on a legal basis."""

    TOPIC = "asset.lent"
    SENTENCE: ClassVar[Label] = Label(
        "備品を貸し付けた（{holder}、根拠：{legal_basis}）。",
        "The asset was lent ({holder}, on the basis of {legal_basis}).",
    )
    EVIDENCE = (PaperKind.CONTRACT, PaperKind.OTHER)


class AssetReturned(OfAsset):
    """A lent asset came back."""

    TOPIC = "asset.returned"
    SENTENCE: ClassVar[Label] = Label("備品が返却された。", "The asset was returned.")


class StockTaken(StockTaking, OfAsset):
    """An asset was looked at in the yearly stock-taking."""

    TOPIC = "asset.stock_taken"
    SENTENCE: ClassVar[Label] = Label(
        "{fiscal_year}年度の棚卸しで確認した（{condition}）。",
        "The stock-taking of {fiscal_year} found the asset {condition}.",
    )


class AssetLost(OfAsset):
    """An asset is gone."""

    TOPIC = "asset.lost"
    SENTENCE: ClassVar[Label] = Label("備品を亡失した（{loss}）。", "The asset was lost ({loss}).")
    EVIDENCE = (PaperKind.OTHER,)

    loss: Annotated[Loss, Label("亡失の状況", "loss", "missing")]
    evidence: Evidence | None = None


class AssetDisposed(Disposing, OfAsset):
    """An asset was disposed of."""

    TOPIC = "asset.disposed"
    SENTENCE: ClassVar[Label] = Label(
        "備品を処分した（{how}）。", "The asset was disposed of ({how})."
    )
    EVIDENCE = (PaperKind.CERTIFICATE, PaperKind.OTHER)


AssetEvent = (
    AssetAcquired | AssetMoved | AssetLent | AssetReturned | StockTaken | AssetLost | AssetDisposed
)


class AssetCorrected(Correction):
    """What was recorded of an asset was wrong."""

    TOPIC = "asset.corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の備品の記録を訂正した。",
        "The asset's entry of version {corrects} was corrected.",
    )
    MENDS = get_args(AssetEvent)
    FIXED = frozenset({"number", "municipality"})


class AssetEntryVoided(Void):
    """An entry of an asset never held."""

    TOPIC = "asset.entry_voided"
    SENTENCE: ClassVar[Label] = Label(
        "第{voids}版の備品の記録を取り消した。",
        "The asset's entry of version {voids} was voided.",
    )
    MENDS = get_args(AssetEvent)


class ThresholdsSet(Thresholds, Event):
    """A municipality's thresholds for its register of assets hold from this day on."""

    TOPIC = "asset.thresholds_set"
    SENTENCE: ClassVar[Label] = Label(
        "{municipality} の備品の基準を {register_from} 円以上、処分制限を"
        " {disposal_limited_from} 円以上とした。",
        "Assets of {municipality} are registered from {register_from} yen on; disposal is limited"
        " from {disposal_limited_from} yen on.",
    )
    TASKS = (Task.ASSETS,)


class ThresholdsCorrected(Correction):
    """What was recorded of a municipality's thresholds was wrong."""

    TOPIC = "asset.thresholds_corrected"
    SENTENCE: ClassVar[Label] = Label(
        "第{corrects}版の備品の基準を訂正した。",
        "The thresholds of version {corrects} were corrected.",
    )
    MENDS = (ThresholdsSet,)
    FIXED = frozenset({"municipality"})
