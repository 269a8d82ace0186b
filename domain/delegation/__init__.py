"""The order director (ディレクター): who may approve in his place, and what help he was given."""
