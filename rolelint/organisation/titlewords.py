"""Words that stand in titles of every function and do not say which one it is."""

from __future__ import annotations

from functools import lru_cache

LONG_FORMS = {
    "acct": "account",
    "admin": "administrator",
    "app": "application",
    "apps": "application",
    "asst": "assistant",
    "biz": "business",
    "centre": "center",
    "comms": "communication",
    "coord": "coordinator",
    "cust": "customer",
    "dept": "department",
    "depts": "department",
    "dir": "director",
    "eng": "engineering",
    "engg": "engineering",
    "exec": "executive",
    "execs": "executive",
    "fin": "finance",
    "infra": "infrastructure",
    "intl": "international",
    "labour": "labor",
    "mgmt": "management",
    "mgr": "manager",
    "mgrs": "manager",
    "mkt": "marketing",
    "mktg": "marketing",
    "mktng": "marketing",
    "mrktg": "marketing",
    "mngr": "manager",
    "ops": "operation",
    "programme": "program",
    "rep": "representative",
    "reps": "representative",
    "snr": "senior",
    "sls": "sale",
    "spec": "specialist",
    "sup": "support",
    "tech": "technology",
}
"""Short and British spellings -> the form in which titles are compared."""


@lru_cache(maxsize=4096)
def plain_form(word: str) -> str:
    """A small-letter word as titles are compared: the long form, in the singular, in American spelling."""
    if word in LONG_FORMS:
        return LONG_FORMS[word]
    if len(word) > 2 and word[-1] == "s" != word[-2]:
        word = word[:-1]
    return word.replace("isation", "ization")


def _words(text: str) -> frozenset[str]:
    return frozenset(map(plain_form, text.split()))


RANKS = _words(
    """
    head lead leader chief vp svp evp avp vice president director deputy manager supervisor executive officer
    specialist coordinator associate assistant intern trainee apprentice junior jr senior sr principal expert
    consultant analyst representative strategist planner administrator advisor adviser professional member
    captain interim acting managing general fellow
    leiter leiterin chef cheffe responsable directeur directrice gerente jefe jefa coordinador coordinadora
    diretor diretora directora gestor gestora referent referentin teamleiter teamleiterin mitarbeiter
    """
)
"""Words of rank: a function's name beside one of them is a position."""

GROUPS = _words(
    """
    team department division unit crew guild squad tribe chapter staff org organization function office
    committee pod leadership group management leitung abteilung bereich direction direccion equipe equipo
    departamento departement
    """
)
"""Words for a group of people."""

PLACES = _words(
    """
    global world worldwide international domestic regional region national country local territory corporate
    hq headquarters area emea apac amer america latam na nam dach nordic benelux eu europe european uk usa us
    asia pacific africa mena cee north northern south southern east eastern west western france germany german
    spain italy netherland ireland poland india china japan brazil canada mexico australia singapore korea
    nigeria kenya turkey sweden norway denmark finland austria switzerland belgium portugal
    enterprise smb sme midmarket strategic b2b b2c d2c
    """
)
"""Regions and segments."""

FILLERS = _words(
    """
    of for the our a an in at to all entire whole de des du la le les der die das fur von del da do dos das
    i ii iii iv l1 l2 l3 t1 t2 t3 tier level first second third
    """
)
"""Small words."""

NEUTRAL = RANKS | GROUPS | PLACES | FILLERS
