"""What must hold of every history that can come about, stated without the rules' own code.

A law looks at what holds of one stream, in the order of recording. It says in the words of the
rules what no sequence may bring about: nothing is paid twice, lent twice, held after its end.
Laws stand in this folder's files by kind of stream; a kind may have none.
"""
