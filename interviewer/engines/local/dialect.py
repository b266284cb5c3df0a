"""Common spellings of dialect read as the standard ones, for understanding only: quotes stay as they were said."""

import re
from collections.abc import Mapping

_PAIRS = (
    "ah=i ah'm=i'm ah'd=i'd ah've=i've ma=my masel=myself meself=myself an'=and o'=of tae=to wi'=with wi=with "
    "frae=from fae=from hae=have sae=so mair=more yin=one wan=one wha=who whit=what whaur=where hoo=how noo=now "
    "hoose=house wark=work wrang=wrong lang=long efter=after afore=before aboot=about oot=out doon=down auld=old "
    "wis=was wisnae=wasn't didnae=didn't couldnae=couldn't dinnae=don't wouldnae=wouldn't cannae=can't "
    "naebody=nobody naething=nothing nae=no folk=people aye=yes dis=this dat=that dose=those dem=them wit=with "
    "gied=gave telt=told gonnae=going_to "
)
STANDARD: Mapping[str, str] = {spelt: meant.replace("_", " ") for spelt, meant in (pair.split("=") for pair in _PAIRS.split())}
_SPELT = re.compile(rf"(?<![\w'])(?:{'|'.join(sorted(map(re.escape, STANDARD), key=len, reverse=True))})(?![\w'])", re.IGNORECASE)


def standard(text: str) -> str:
    """`text` in standard spelling."""
    return _SPELT.sub(lambda found: STANDARD[found.group().lower()], text)
