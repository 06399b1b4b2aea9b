"""The words that headers, legends and cells use, in the languages that matrices are found in.

Everything is compared folded and without accents: `plain_fold`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rolelint.importing.dutywords import DUTY_WORDS, FILLERS, PHRASES, words
from rolelint.words import fold

TASKS = frozenset(
    words(
        """
        task tasks activity activities deliverable deliverables decision decisions step steps action
        actions responsibility responsibilities work item items aufgabe aufgaben aktivitat aktivitaten
        tatigkeit tatigkeiten massnahme massnahmen arbeitspaket arbeitspakete lieferobjekt lieferobjekte
        arbeitsschritt ergebnis entscheidung activite activites tache taches livrable livrables
        actividad actividades tarea tareas entregable entregables decisiones atividade atividades tarefa
        tarefas entrega entregas entregavel entregaveis decisao attivita compito compiti taak taken
        activiteit activiteiten zadanie zadania what job jobs duty duties milestone milestones accion
        acciones acao acoes etape etapes uppgift aktivitet
        """
    )
)
WEAK_TASKS = frozenset(
    words(
        """
        area areas process processes workstream workstreams domain topic topics capability thema themen
        prozess prozesse processus proceso procesos processo processos schritt schritte mission missions
        project product system service title artifact artefact document control requirement gebied
        proces objective goal initiative summary ticket issue story stories
        """
    )
)
SECTIONS = frozenset(
    words(
        """
        phase phases section category categories stage stages stream group theme area areas process
        domain workstream bereich bereiche kategorie gruppe fase fases categorie categoria etapa etapas
        etape bloque bloco epic sprint pillar module prozess processus proceso processo topic sektion
        abschnitt volet chantier
        """
    )
)
IDS = frozenset(
    words(
        """
        id ids no nr num number numero nummer ref reference wbs sno slno key code index lfd n # n° nº
        nro pos
        """
    )
)
DESCRIPTIONS = frozenset(
    words(
        """
        description descriptions details detail desc definition explanation beschreibung erlauterung
        descripcion descricao detalle detalles detalhe descrizione omschrijving opis scope
        """
    )
)
METRICS = frozenset(
    words(
        """
        metric metrics kpi kpis measure kennzahl kennzahlen indicateur indicateurs indicador metrica
        """
    )
)
AREAS = {
    "region": "region", "regions": "region", "market": "region", "geo": "region", "geography": "region",
    "segment": "segment", "segments": "segment", "channel": "channel", "channels": "channel",
    "product": "product", "products": "product", "kanal": "channel", "produkt": "product", "canal": "channel",
    "producto": "product", "produto": "product", "produit": "product", "segmento": "segment",
}  # fmt: skip
NOTES = frozenset(
    words(
        """
        note notes comment comments remark remarks bemerkung bemerkungen kommentar kommentare anmerkung
        anmerkungen hinweis commentaire commentaires remarque remarques comentario comentarios
        observacion observaciones observacao observacoes opmerking opmerkingen evidence status due
        deadline date priority tool tools frequency
        """
    )
)
PARTIES = frozenset(
    words(
        """
        role roles rolle rollen rol papel papeis funcao person persons people name names team teams
        position positions stakeholder stakeholders department departments abteilung equipe equipo
        resource resources member members who party parties function functions funktion funktionen
        fonction owner ruolo gremium personne persona pessoa mitarbeiter title group
        """
    )
)
ROLE_MARKS = frozenset(
    words(
        """
        manager director lead leader head officer team ceo cto cfo cmo coo cro cio ciso vp svp evp
        engineer designer analyst developer developers sponsor owner pm po qa pmm sales marketing
        finance legal hr it department agent specialist coordinator architect customer client vendor
        board executive president chief assistant consultant administrator admin partner ops operations
        support leiter leiterin leitung chef responsable directeur gerente diretor chair chairman
        secretary treasurer committee staff rep representative associate trainer teams user
        """
    )
)
LONG_LETTERS = frozenset(
    words(
        """
        raci rasci letter letters type code assignment involvement responsibility duty role participation
        level rolle beteiligung tipo
        """
    )
)
LEGENDS = frozenset(words("legend legende leyenda legenda leggenda key raci rasci abbreviations abkurzungen"))
TITLES = frozenset(
    words(
        """
        ceo cto cfo cmo coo cro cio ciso cpo chro vp svp evp md gm president director manager head chief
        sr senior
        """
    )
)
NOBODY = frozenset(
    (
        "-",
        "--",
        "---",
        "–",
        "—",
        "―",
        "−",
        "n/a",
        "na",
        "n.a.",
        "n.a",
        "nan",
        "none",
        "null",
        "nil",
        "/",
        ".",
        "k.a.",
        "keine",
        "aucun",
        "#n/a",
    )
)
TOTALS = frozenset(
    words(
        """
        total totals count counts sum summe gesamt anzahl totaux somme suma soma totale totaal grand
        """
    )
)

_SPLIT = re.compile(r"[^\w#°º+-]+")


@lru_cache(maxsize=4096)
def plain_fold(text: str) -> str:
    """The text folded and without accents, so that `Activité` and `activite` are one."""
    decomposed = unicodedata.normalize("NFD", fold(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """The words of a header, folded and without accents."""
    return [word for word in _SPLIT.split(plain_fold(text)) if word]


_DUTY_OF = {word: duty for duty, words in DUTY_WORDS.items() for word in words}


def duty_word(text: str) -> str | None:
    """The duty that one word or phrase names ("Approbateur" -> "accountable"), alone or with fillers."""
    folded = plain_fold(text).strip(" .:;*?!")
    if folded in PHRASES:
        return PHRASES[folded]
    words = [word for word in tokens(folded) if word not in FILLERS]
    joined = " ".join(words)
    if joined in PHRASES:
        return PHRASES[joined]
    found = {_DUTY_OF.get(word) for word in words}
    return found.pop() if len(found) == 1 else None


def leading_duty(text: str) -> str | None:
    """The duty that a legend's explanation begins with ("Support: helps the doer" -> "support")."""
    folded = plain_fold(text)
    for phrase, duty in PHRASES.items():
        if folded.startswith(phrase):
            return duty
    words = [word for word in tokens(folded)[:4] if word not in FILLERS]
    first = next((_DUTY_OF[word] for word in words[:2] if word in _DUTY_OF), None)
    return first or ("responsible" if tokens(folded)[:1] in (["primary"], ["main"]) else None)


def has(text: str, words: frozenset[str]) -> bool:
    """Whether any word of a header is among those."""
    return any(word in words or word.rstrip("s") in words for word in tokens(text))


@lru_cache(maxsize=4096)
def is_nobody(text: str) -> bool:
    """Whether a cell says, in so many words, that there is nothing."""
    return fold(text) in NOBODY or not text.strip("-–—―_. \t")


def blank_line(text: str) -> bool:
    """Whether a text is only a line to write on (`____`)."""
    return not text.strip("_ \t")
