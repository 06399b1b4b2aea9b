"""The words for duties, in the languages that matrices are found in; folded and without accents."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a block of text."""
    return tuple(text.split())


DUTY_WORDS: dict[str, tuple[str, ...]] = {
    "responsible": words(
        """
        responsible resp responsibility responsibilities responsable responsables responsavel responsaveis
        responsabile verantwortlich verantwortliche verantwortlicher verantwortung zustandig
        zustandigkeit durchfuhrung durchfuhrend durchfuhrungsverantwortlich durchfuhrungsverantwortung
        ausfuhrend ausfuhrung umsetzung realisateur realisatrice realise realisation acteur executant
        execute executeur ejecutor ejecuta ejecucion encargado encargada executor executa execucao
        esecutore verantwoordelijk uitvoerend uitvoerder odpowiedzialny wykonawca driver doer does
        perform performs performer lead leads execution ansvarig ansvarlig utforande
        """
    ),
    "accountable": words(
        """
        accountable acc acct accountability
        approver approves approve approval approvers approbateur approbatrice
        approuve approbation autorite redevable rechenschaftspflichtig rechenschaft gesamtverantwortlich
        gesamtverantwortung ergebnisverantwortlich genehmigung genehmigt genehmiger entscheider
        entscheidung entscheidet letztverantwortlich kostenverantwortlich aprobador aprobadora aprueba
        aprobacion autoridad aprovador aprovadora aprova aprovacao autoridade prestador approvatore
        approva eindverantwoordelijk zatwierdzajacy rozliczany decider decides decide decideur
        decision-maker decisionmaker answerable hoofdverantwoordelijk
        """
    ),
    "consulted": words(
        """
        consulted cons consult consults consultant consultation consulte consultee consultes consultado
        consultada consultados consultato beratung beratend berat berater konsultiert konsultieren
        konsultation anzuhoren geraadpleegd geconsulteerd konsultowany advisor advisors advises advise
        contributor contributors contribute contributes input konsulterad radfragad
        """
    ),
    "informed": words(
        """
        informed inf inform informs informe informee informes informado informada informados informato
        informiert informieren information kenntnisnahme geinformeerd informowany notified informerad
        informeret
        """
    ),
    "support": words(
        """
        support supports supporting supportive supporter assist assists assistance helps unterstutzung
        unterstutzend unterstutzt mitwirkung mitwirkend mitarbeit soutien appui apoyo soporte suporte
        apoio supporto ondersteunend ondersteuning wsparcie
        """
    ),
    "verify": words(
        """
        verify verifier verifies verification reviewer reviewers review reviews checker check checks
        prufung pruft prufer controle quality verificador verificateur
        """
    ),
    "sign-off": words(
        """
        sign-off signoff signatory signs signer sign unterschrift signataire firma assina
        """
    ),
    "agree": words(
        """
        agree agrees agreement
        """
    ),
    "backup": words(
        """
        backup backups secondary deputy substitute stellvertreter stellvertretung vertretung suppleant
        suplente back-up reserve alternate
        """
    ),
    "omitted": words(
        """
        omitted omit out
        """
    ),
    "recommend": words(
        """
        recommend recommends recommender recommendation
        """
    ),
    "owner": words(
        """
        owner owners owned assignee assignees assigned
        dri aor eigentumer inhaber proprietaire dueno propietario dono proprietario
        eigenaar
        """
    ),
}

PHRASES = {
    "final responsibility": "accountable",
    "responsable final": "accountable",
    "rinde cuentas": "accountable",
    "quien aprueba": "accountable",
    "presta contas": "accountable",
    "decision maker": "accountable",
    "decision owner": "accountable",
    "accountable owner": "accountable",
    "directly responsible individual": "owner",
    "directly responsible": "owner",
    "signs off": "sign-off",
    "sign off": "sign-off",
    "back up": "backup",
    "out of the loop": "omitted",
    "zu informieren": "informed",
    "zu konsultieren": "consulted",
    "kept informed": "informed",
    "a consulter": "consulted",
    "a informer": "informed",
    "rend compte": "accountable",
}

FILLERS = frozenset(
    words(
        """
        person persons party parties team teams role roles function name names individual by is are the
        who for to personne person(s) party(ies) role(s) persona partei stelle rolle beteiligte qui est
        wer ist quien es group department task primary main principal kept be being of
        """
    )
)
