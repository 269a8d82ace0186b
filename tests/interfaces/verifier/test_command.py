"""The program ayumi-verify, as an evaluator starts it."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipapp
from hashlib import sha256
from pathlib import Path

import pytest

from interfaces.verifier.__main__ import main
from interfaces.verifier.check import check
from interfaces.verifier.words import prose
from tests.interfaces.verifier.given import (
    LOG,
    PAGE,
    WITNESS,
    Made,
    Plain,
    checkpoint,
    counted,
    defined,
    event,
    lines,
)
from tests.interfaces.verifier.test_findings import (
    EVENTS,
    FIGURE,
    HOW,
    publication,
    published,
    whole,
)

PACKAGE = Path(__file__).parents[3] / "interfaces" / "verifier"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give the program in one file, as `make verifier` builds it."""
    alone = tmp_path / "alone"
    kept = shutil.ignore_patterns("__pycache__", "pyproject.toml")
    shutil.copytree(PACKAGE, alone / "ayumi_verify", ignore=kept)
    target = tmp_path / "ayumi-verify.pyz"
    zipapp.create_archive(alone, target, main="ayumi_verify.__main__:main")
    (tmp_path / "bundle.zip").write_bytes(whole(page=b"x").zipped())
    (tmp_path / "keys").write_text(f"# 記録\n{LOG.written()}\n{WITNESS.written()}\n")
    (tmp_path / "earlier").write_bytes(checkpoint(lines(EVENTS[:3])))
    return target


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run it far from the service, with a terminal that knows no Japanese."""
    return subprocess.run(
        [sys.executable, "-I", program.name, *arguments],
        cwd=program.parent,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )


def test_the_report_is_in_japanese_and_english(program: Path) -> None:
    """Both, unless one is asked for; it says what is proved, and what is not."""
    done = run(program, "bundle.zip", "--key", "keys", "--previous", "earlier")
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (6, b"")
    for words in (
        "計算し直して一致した",
        "引き継いだものについては、証明は引き継いだ日に始まり、",
        "示された記録のうち、引き継いだものは1件である（引き継いだ日：2024-06-20）。",
        "証明しないこと",
        "FY2024: 3 (orders); computed again, the same (within 31 days 1, later 1, taken over 1)",
        BEGINS,
        "Of the records shown, taken over: 1 (on 2024-06-20).",
        "does not prove that what was recorded was true",
        "Your own earlier checkpoint: of 3 records; the record continues it, nothing was removed.",
        "of the programme grant:dx-r6 as of 2025-03-31 for the fiscal years 2024",
        "The last one shown was recorded on: 2024-06-20.",
        "2025-03-31 lies after the day of the last record shown",
    ):
        assert words in said
    assert "計算" not in run(program, "bundle.zip", "--key", "keys", "--lang", "en").stdout.decode()
    assert (
        "again" not in run(program, "bundle.zip", "--key", "keys", "--lang", "ja").stdout.decode()
    )


def test_of_signatures_that_were_not_looked_at_none_is_called_absent(program: Path) -> None:
    """Without a witness's key nobody can say who co-signed."""
    (program.parent / "log").write_text(LOG.written())
    said = run(program, "bundle.zip", "--key", "log").stdout.decode()
    assert "立会人の署名：確かめていない（求める数 1、記録にある立会人 0）。" in said
    assert "署名した立会人：" not in said


def test_counts_of_records_have_their_thousands_parted() -> None:
    """As values have."""
    stated = {**FIGURE, "recorded": {**HOW, "late": 25000}}
    report = check(io.BytesIO(whole(figures=[stated]).zipped()), [LOG.key()])
    assert "遅れて 25,000" in list(prose(report.told, report.besides, 0))[-1]


def test_a_checkpoint_out_of_the_bundle_is_not_taken_for_ones_own(program: Path) -> None:
    """Whoever rewrote the record can put in one of the rewritten record: it is told apart."""
    inside = whole(page=b"x", previous=checkpoint(lines(EVENTS[:3])))
    (program.parent / "inside.zip").write_bytes(inside.zipped())
    said = run(program, "inside.zip", "--key", "keys").stdout.decode()
    for words in (
        "お手元の以前の記録確定点：渡されていない。",
        "資料に入っている以前の記録確定点：3件まで。記録はその続きである。",
        "ただし資料を作った側が選んだものなので、運営者が何も消していない証明にはならない。",
        "Your own earlier checkpoint: none was given.",
        "The earlier checkpoint in the bundle: of 3 records; the record continues it;",
        "but whoever made the bundle chose it, so it says nothing against the operator.",
    ):
        assert words in said
    assert "消されずに" not in said
    (program.parent / "few").write_bytes(checkpoint(lines(EVENTS[:2])))
    said = run(program, "inside.zip", "--key", "keys", "--previous", "few").stdout.decode()
    assert "お手元の以前の記録確定点：2件まで。何も消されずに続いている。" in said


def test_the_text_of_a_bundle_cannot_forge_lines_of_the_report() -> None:
    """Ends of lines, codes for a terminal and turned writing are escaped, wherever they stand."""
    forged = "x: 1\n# Verified (0)\x1b[2K\u202e\u2028"
    words = {"ja": forged, "en": forged}
    definition = counted(code="paid", title=words, unit=words)
    events = [EVENTS[0], defined(definition), *EVENTS[2:]]
    stated = [FIGURE, {**FIGURE, "code": forged}]
    report = check(io.BytesIO(whole(events=events, figures=stated).zipped()), [LOG.key()])
    for tongue in range(2):
        said = list(prose(report.told, report.besides, tongue))
        assert not [line for line in said if set(line) & set("\n\x1b\u202e\u2028")]
        assert any("x: 1\\u000a# Verified (0)\\u001b[2K\\u202e\\u2028" in line for line in said)
        assert [line for line in said if "2025-03-31" in line and "2024" in line]


BEGINS = "the proof begins on the day of taking over"


@pytest.mark.parametrize(
    ("recorded", "times"),
    [({**HOW, "taken_over": 1}, 1), (None, 1), ({**HOW, "taken_over": 0}, 0)],
)
def test_where_the_proof_begins_is_said_of_figures_whose_facts_are_not_shown(
    recorded: Plain | None, times: int
) -> None:
    """A publication shows no fact: what its figures say, or leave out, has to be enough."""
    stated = published(FIGURE, recorded=recorded, suppressed=True)
    report = check(io.BytesIO(publication(stated).zipped()), [LOG.key(), WITNESS.key()])
    said = "\n".join(prose(report.told, report.besides, 1))
    assert said.count(BEGINS) == times
    assert "Of the records shown, taken over" not in said
    assert "Of the records shown, recorded more than 31 days after their day: 0; taken over" in said


def test_a_finding_is_said_once_with_its_places_and_the_worst_first() -> None:
    """A publication has dozens of figures that cannot be recomputed, all for one reason."""
    found = [
        {"name": name, "where": where, "ja": name, "en": f"this is {name}"}
        for name, where in (
            ("not-recomputed", "kpi1/1/2024"),
            ("member-altered", "figures.json"),
            ("not-recomputed", "kpi2/1/2024"),
        )
    ]
    assert list(prose({"exit": 1, "findings": found}, {}, 1)) == [
        "# Altered (1)",
        "- this is member-altered (member-altered) [figures.json]",
        "- this is not-recomputed (not-recomputed) [kpi1/1/2024, kpi2/1/2024]",
    ]


@pytest.mark.parametrize(
    ("bundle", "said"),
    [
        (whole(), "# Verified (0)"),
        (whole(more=["clock simulated"]), "# Verified, with limits (6)"),
        (whole(figures=[], valid_on="2020-01-01"), "# No figure was verified, only signatures and"),
        (publication(published(FIGURE)), "# No figure was verified, only signatures and"),
        (
            whole(signers=(LOG,)),
            "# Other signatures than the record's own are missing or wrong (4)",
        ),
        (whole().by_outsider(manifest=b"x\n\n\xe2\x80\x94 y AAAAAAA=\n"), "# Not a bundle"),
    ],
)
def test_the_verdict_claims_no_more_than_was_looked_at(bundle: Made, said: str) -> None:
    """Nor does it lay to the log's key what only witnesses lack."""
    report = check(io.BytesIO(bundle.zipped()), [LOG.key(), WITNESS.key()], page=PAGE)
    assert next(prose(report.told, report.besides, 1)).startswith(said)


def test_many_places_of_one_finding_are_not_all_told() -> None:
    """Dozens of figures of a publication would hide what is said of them."""
    found = [
        {"name": "not-recomputed", "where": f"kpi{number}/1/2024", "ja": "伏", "en": "withheld"}
        for number in range(57)
    ]
    its = {"exit": 6, "findings": found}
    for tongue, said in (
        (0, "- 伏 (not-recomputed) [kpi0/1/2024, kpi1/1/2024, kpi2/1/2024、ほか54か所]"),
        (1, "- withheld (not-recomputed) [kpi0/1/2024, kpi1/1/2024, kpi2/1/2024 and 54 more]"),
    ):
        assert list(prose(its, {}, tongue))[1:] == [said]


def test_a_value_that_was_not_recomputed_is_told_as_what_the_bundle_says() -> None:
    """Beside one that was, it would look as good."""
    hidden = event("order.noted", "e", withheld=True)
    for events, said in ((EVENTS, "FY2024: 3 (orders);"), ([*EVENTS, hidden], "the bundle says 3")):
        bundle = whole(events=events)
        report = check(io.BytesIO(bundle.zipped()), [LOG.key(), WITNESS.key()], page=PAGE)
        assert said in list(prose(report.told, report.besides, 1))[-1]


def test_the_report_can_be_read_by_programs(program: Path) -> None:
    """As docs/bundle.md says."""
    done = run(program, "bundle.zip", "--key", "keys", "--json")
    told = json.loads(done.stdout)
    assert told["exit"] == done.returncode == 6
    assert [each["name"] for each in told["findings"]] == ["page-unknown"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bundle.zip"],
        ["nothing.zip", "--key", "keys"],
        ["bundle.zip", "--key", "nothing"],
        ["bundle.zip", "--key", "keys", "--previous", "nothing"],
        *(["bundle.zip", "--key", "keys", "--witnesses", odd] for odd in ("two", "0", "-1", "1.5")),
        ["bundle.zip", "--key", "keys", "--lang", "fr"],
        ["bundle.zip", "--key", "keys", "--tsa-certificate", "keys"],
        [".", "--key", "keys"],
    ],
)
def test_wrong_arguments_are_not_a_verdict(program: Path, arguments: list[str]) -> None:
    """A file that is not there says nothing about the bundle: 64, and a message."""
    done = run(program, *arguments)
    assert (done.returncode, done.stdout) == (64, b"")
    assert b"ayumi-verify: " in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_that_is_no_bundle_is_malformed(program: Path) -> None:
    """Whatever it is."""
    done = run(program, "keys", "--key", "keys", "--previous", "earlier")
    assert (done.returncode, done.stderr) == (5, b"")


@pytest.mark.parametrize("bundle", ["bundle.zip", "keys"])
def test_it_is_told_which_file_was_checked(program: Path, bundle: str) -> None:
    """By its SHA-256: a name is on many files."""
    digest = sha256((program.parent / bundle).read_bytes()).hexdigest()
    said = run(program, bundle, "--key", "keys").stdout.decode()
    assert f"SHA-256）：{digest}" in said
    told = json.loads(run(program, bundle, "--key", "keys", "--json").stdout)
    assert told["sha256"] == digest


@pytest.mark.parametrize(
    ("key", "previous", "said"),
    [
        ("earlier", "earlier", "earlier:1 cannot be used, so there is no verdict: a line of it is"),
        ("cp932", "earlier", "cp932 cannot be used, so there is no verdict: something in it"),
        ("broken", "earlier", "broken:1 cannot be used, so there is no verdict: a line of it is"),
        ("few", "earlier", "--key cannot be used, so there is no verdict: no line is the key of a"),
        (
            "none",
            "earlier",
            "--key cannot be used, so there is no verdict: no line is the key of a",
        ),
        ("keys", "keys", "--previous cannot be used, so there is no verdict: it is not a text"),
    ],
)
@pytest.mark.parametrize("bundle", ["bundle.zip", "keys"])
def test_an_unreadable_file_of_ones_own_is_not_laid_to_the_bundle(
    program: Path, bundle: str, key: str, previous: str, said: str
) -> None:
    """It is told which, and what is wrong with it, in both languages: there is no verdict."""
    (program.parent / "cp932").write_bytes("# 鍵\n".encode("cp932"))
    (program.parent / "broken").write_text(f"{LOG.written()[:-9]}\n{LOG.written()[-9:]}\n")
    (program.parent / "few").write_text(WITNESS.written())
    (program.parent / "none").write_bytes(b"")
    done = run(program, bundle, "--key", key, "--previous", previous)
    assert (done.returncode, done.stdout) == (64, b"")
    assert said in done.stderr.decode()
    assert "判定はない" in done.stderr.decode()
    assert "The bundle was not looked at." in done.stderr.decode()


def test_without_its_one_package_it_says_what_to_install(program: Path) -> None:
    """And gives no verdict: Python's own exit code would say that the bundle was altered."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", program.name, "bundle.zip", "--key", "keys"],
        cwd=program.parent,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )

    assert (done.returncode, done.stdout) == (64, b"")
    assert done.stderr.decode().splitlines() == [
        "パッケージ cryptography が要ります / needed: pip install cryptography"
    ]


def test_a_failure_of_its_own_is_no_verdict(
    monkeypatch: pytest.MonkeyPatch, program: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither "altered", which is 1, nor anything else of the bundle."""

    def fails(*_: object, **__: object) -> None:
        raise MemoryError("架空の失敗")

    monkeypatch.setattr("interfaces.verifier.__main__.check", fails)
    monkeypatch.setattr(sys, "argv", ["ayumi-verify", "bundle.zip", "--key", "keys"])
    monkeypatch.chdir(program.parent)
    with pytest.raises(SystemExit) as ended:
        main()

    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (64, "")
    assert "MemoryError: 架空の失敗" in said.err
