"""Random sequences of commands on every kind of stream, and what must hold after each of them.

Nothing here is written for one kind of stream but the laws: commands, fields and streams are those
of the registry, and values are those of the demonstration, changed a little. A sequence begins with
what the demonstration tells of a stream up to some point, or with nothing, and goes on with
whatever comes.

    make trust                                  1,000 sequences for each kind, and a table
    python -m tests.domain.sequences award      the same for the kinds that are named
"""
