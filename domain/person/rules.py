"""What a link between two persons' ids refuses."""

from domain.base.rule import Rule

SAME_ID = Rule(
    "person-same-id", "同じIDどうしは統合できません。", "An id is not joined with itself."
)
JOINED_ALREADY = Rule(
    "persons-joined-already", "すでに統合されています。", "These ids are joined already."
)
NOT_JOINED = Rule("persons-not-joined", "統合されていません。", "These ids are not joined.")
