"""What the record of the witnesses refuses."""

from domain.base.rule import Rule

NO_MEMBER = Rule(
    "witness-no-member",
    "その日、この市町村は構成員ではありません。先に加入を記録するか、日付を確かめてください。",
    "The municipality is no member on that day; record its joining first, or check the day.",
)
IN_OFFICE = Rule(
    "witness-in-office",
    "その日、この市町村にはすでに立会人がいます。鍵を替えるときは、鍵の引継ぎを記録してください。",
    "The municipality has a witness on that day already; if the key changes, record its handover.",
)
NOT_IN_OFFICE = Rule(
    "witness-not-in-office",
    "その日、この市町村に立会人はいません。先に立会人を定めるか、日付を確かめてください。",
    "The municipality has no witness on that day; appoint one first, or check the day.",
)
NAME_OF_ANOTHER = Rule(
    "witness-name-of-another",
    "この鍵の名前は、別の市町村の立会人が使っています。別の名前で鍵を作ってください。",
    "The witness of another municipality has this name; make a key under another one.",
)
KEY_OF_ANOTHER_NAME = Rule(
    "witness-key-of-another-name",
    "鍵の行の名前が、立会人の名前と違います。その名前で作った鍵の行を入れてください。",
    "The line of the key names another witness; give the line of a key made under this name.",
)
KEY_USED = Rule(
    "witness-key-used",
    "この鍵はすでに使われています。引き継ぐ人が新しい鍵を作り、その行を入れてください。",
    "This key has been in use; whoever takes over makes a new one and gives its line.",
)
MORE_THAN_IN_OFFICE = Rule(
    "witness-policy-more-than-in-office",
    "必要とする立会人の数が、その日の立会人の数より多くなります。"
    "先に立会人を定めるか、必要な数を定め直してください。",
    "More witnesses would be required than are in office on that day; appoint one first, or"
    " set the required number anew.",
)
