"""A clerk's month, December 2026 (架空), told by commands and by spreadsheets; sums by hand.

Everybody in it is made up. A corporation orders work from three residents for two clients:

| order | what, for whom | ordered | invoiced |
|---|---|---|---|
| O-1 | articles, for a company | 197,400 | 165,000 at 10 % and 32,400 at 8 % |
| O-2 | data entry, for the company | 143,000 | at 10 %; 43,000 came in |
| O-3 | data entry, for a town hall | 110,000 | in January |
| O-4 | back office, for the town hall | 66,000 | at 10 %, and paid |

| under | to | for | what became of it |
|---|---|---|---|
| O-1 | W-1 | 60,000 | failed, was done again; 10.21 % is withheld from creative work |
| O-1 | W-2 | 45,000 | as planned; withheld from |
| O-1 | W-3 | 30,000 | was declined, and went to W-1 as a second commission; withheld from |
| O-2 | W-2 | 80,000 | in two parts of 30,000 and 50,000; nothing is withheld |
| O-4 | W-3 | 24,000 | as planned; nothing is withheld |
| O-3 | W-3 | 50,000 | goes on into January, and is paid on its last working day |

A team has a contract for 40 hours a month (two heads, five hours a week, four weeks) and declares
360, 480, 420 and 540 minutes.
"""
