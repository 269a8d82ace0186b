"""What the record of exports refuses."""

from domain.base.rule import Rule

EXPORTED_OTHERWISE = Rule(
    "export-recorded-otherwise",
    "同じSHA-256のファイルが、別の大きさで記録されています。どちらが正しいか確かめてください。",
    "A file of this SHA-256 is recorded with another size; find out which is right.",
)
