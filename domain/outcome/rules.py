"""What the record of an indicator refuses."""

from domain.base.rule import Rule

VERSION_DEFINED_ALREADY = Rule(
    "indicator-version-defined-already",
    "この版の定義はすでに記録されています。変えるときは次の版として記録してください。",
    "This version is defined already; record a change as the next version.",
)
VERSION_OUT_OF_ORDER = Rule(
    "indicator-version-out-of-order",
    "定義の版は1から順に、日付の順に記録してください。",
    "Versions of a definition count up from 1 in the order of their days.",
)
NOT_IN_FORCE = Rule(
    "indicator-not-in-force",
    "その日にこの指標の定義はありません。先に定義を記録してください。",
    "The indicator has no definition in force on that day; record the definition first.",
)
MEASURED_ALREADY = Rule(
    "outcome-measured-already",
    "この日の測定値はすでに記録されています。違っていたときは訂正してください。",
    "A value of this day is recorded already; if it is wrong, correct it.",
)
