"""What articles write before a sum of money, whatever country they are of."""

from __future__ import annotations

import re
from functools import cache

from policygraph.lexicon import flat

__all__ = ["money_marks", "money_signs", "one_mark"]


@cache
def money_signs() -> frozenset[str]:
    """Signs and short forms of currencies, in small letters: the lexicon has them by their money.

    >>> sorted({"$", "rs", "park"} & money_signs())
    ['$', 'rs']
    """
    return frozenset(flat("countries", "signs"))


@cache
def money_marks() -> frozenset[str]:
    """Those of them that are one mark and no letter.

    >>> sorted({"$", "rs", "%"} & money_marks())
    ['$']
    """
    return frozenset(sign for sign in money_signs() if len(sign) == 1 and not sign.isalpha())


@cache
def one_mark() -> str:
    """The source of a regular expression for any of these.

    >>> bool(re.fullmatch(one_mark(), "$")), bool(re.fullmatch(one_mark(), "%"))
    (True, False)
    """
    return f"[{re.escape(''.join(sorted(money_marks())))}]"
