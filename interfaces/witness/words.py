"""What the witness says, in both languages, and the exit status that goes with it."""

from enum import IntEnum


class Exit(IntEnum):
    """How a run ended: a timer looks at this, and a person at what was said."""

    COSIGNED = 0
    REFUSED = 1
    USAGE = 2
    NEW_EPOCH = 3
    NOT_REACHED = 4
    IN_BETWEEN = 5


class Stopped(Exception):  # noqa: N818 - an outcome
    """Nothing was co-signed, or it was not handed in; says why and what to do."""

    def __init__(self, code: Exit, ja: str, en: str) -> None:
        """Keep the exit status."""
        super().__init__(f"{ja}\n{en}")
        self.code = code


WHAT_TO_DO_JA = (
    "署名していません。運用者の説明だけで先へ進めず、保存した証拠を他の市町村の立会人と"
    "評価者に見せてください。"
)
WHAT_TO_DO_EN = (
    "Nothing was co-signed. Do not go on because the operator says so: show the evidence that was"
    " kept to the other witnesses and to the evaluator."
)


def refused(ja: str, en: str) -> Stopped:
    """Refuse what contradicts what was seen."""
    return Stopped(Exit.REFUSED, f"拒否: {ja}{WHAT_TO_DO_JA}", f"REFUSED: {en} {WHAT_TO_DO_EN}")


def not_taken(ja: str, en: str) -> Stopped:
    """Say that what was given is nothing to co-sign, though it contradicts nothing."""
    return Stopped(Exit.NOT_REACHED, f"{ja}署名していません。", f"{en} Nothing was co-signed.")


def missed_epoch(epoch: str, missed: str) -> Stopped:
    """Say what is needed to follow a log through an epoch that was never seen."""
    return Stopped(
        Exit.NEW_EPOCH,
        f"記録は期 {epoch} になっていますが、一度も見ていない期 {missed} を確かめられません。"
        f"署名していません。事務局から {missed} の公開鍵の行を記録とは別の道で受け取り、"
        "--log-key のファイルに加えてください。ファイルで運ぶときは、evidence/checkpoint の答えを"
        " --ends に入れてください。事務局がその期を知らなければ、証拠を他の立会人と評価者に"
        "見せてください。",
        f"The log is in epoch {epoch}, and {missed}, which was never seen, cannot be checked."
        f" Nothing was co-signed. Have the line of the key of {missed} from the secretariat, by"
        " another way than the record, and add it to the file of --log-key; where files are"
        " carried, give the answer of evidence/checkpoint as --ends. If the secretariat does not"
        " know of that epoch, show the evidence to the other witnesses and to the evaluator.",
    )


def in_between(what: object) -> Stopped:
    """Say that not the service answered, but something on the way to it."""
    return Stopped(
        Exit.IN_BETWEEN,
        f"サービスではなく、途中の機器（プロキシなど）が答えました（{what}）。記録が拒んだのでは"
        "ありません。次の回にもう一度試みます。続くときは、庁内のネットワークの担当者と運用者に"
        "知らせてください。",
        f"Not the service answered, but something on the way to it, as a proxy does ({what}). It is"
        " no refusal by the record. The next run tries again; if it goes on, tell whoever runs the"
        " network, and the operator.",
    )


def unreached(what: object) -> Stopped:
    """Say that the service was not reached, or did not take what was handed in."""
    return Stopped(
        Exit.NOT_REACHED,
        f"サービスとやり取りできませんでした（{what}）。次の回にもう一度試みます。"
        "続くときは運用者に知らせてください。",
        f"The service was not reached, or did not answer as it should ({what}). The next run tries"
        " again; if it goes on, tell the operator.",
    )
