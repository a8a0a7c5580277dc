"""Checks what the graph has been told: figures, tenures, initiatives, origins; it never chooses.

Its rooms stand on each other, and `lint-imports` keeps them so. `numbers` reckons with what is printed;
`records` says what is audited and what is found, and `graph` reads the one from statements and writes the
other as statements; `series` finds levels and rates. The checks know nothing of each other: `growths` (rates
recomputed), `totals` (what adds up), `rivals` (what cannot all hold), `lives` (people, initiatives, bodies).
`wording` is how they name things, `families` says what may be checked apart, `sources` what goes back to
what, and `run` is the whole.
"""
