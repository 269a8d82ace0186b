"""Made-up logs of any length: believable, as the rules allow them, and invented throughout.

One file tells of each area of life; `programme` brings them together, and `log` writes what they
tell into a database. Benchmarks and tests take their logs from here:

    recorded(5_000)                      a whole log in memory, with positions and times
    MadeUp(namespace, seed).days(5_000)  the same without its opening, one working day after another
    make_log(url, schema, 1_000_000)     a log in a database
"""
