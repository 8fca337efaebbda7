/// What towns call the fields of the national schemas, as facts seen in their files: words of a title, little words left out.
///
/// A synonym suggests; the content of the column decides. `SIRET` alone is both the giver's and the receiver's: whether it is
/// the same on every row tells them apart.
enum Synonyms {
    /// Other titles of a field.
    static func of(_ field: String) -> [String] { table[field] ?? [] }

    /// What values are called in files, by field: the official value after ours.
    static func values(_ field: String) -> [String: String] { valueTable[field] ?? [:] }

    private static let table: [String: [String]] = subventions.merging(deliberations) { $1 }.merging(prenoms) { $1 }
        .merging(equipements) { $1 }.merging(budget) { $1 }.merging(marches) { $1 }

    private static let subventions: [String: [String]] = [
        "nomAttribuant": ["nom attribuant", "attribuant", "collectivite", "financeur", "organisme attribuant"],
        "idAttribuant": ["siret attribuant", "identification attribuant", "id attribuant", "siret", "numero siret"],
        "dateConvention": [
            "date convention", "date signature", "date decision", "date attribution", "date deliberation", "date conseil",
        ],
        "referenceDecision": [
            "reference decision", "numero deliberation", "reference deliberation", "numero decision", "reference",
        ],
        "nomBeneficiaire": [
            "nom beneficiaire", "beneficiaire", "organisme", "association", "structure", "nom association", "nom organisme",
            "nom organisme beneficiaire", "denomination", "raison sociale", "tiers", "nom tiers", "libelle beneficiaire",
            "libOrgaBenef",
        ],
        "idBeneficiaire": [
            "siret beneficiaire", "identification beneficiaire", "siret", "numero siret", "siren beneficiaire",
            "siret association",
            "siret organisme",
        ],
        "rnaBeneficiaire": ["rna", "numero rna", "rna beneficiaire", "rna association"],
        "objet": ["objet subvention", "objet dossier", "intitule projet", "nom projet", "objet convention", "dossier", "projet"],
        "montant": [
            "montant subvention", "montant total subvention", "montant vote", "montant attribue", "montant accorde",
            "montant alloue", "montant aide", "subvention", "mtSubv", "montant total", "subvention accordee", "montant propose",
        ],
        "nature": ["nature subvention", "nature aide", "type subvention", "forme aide"],
        "conditionsVersement": ["condition versement", "modalite versement"],
        "datesPeriodeVersement": [
            "date periode versement", "date versement", "periode versement", "date ou periode versement",
        ],
        "idRAE": ["identifiant rae", "rae"],
        "notificationUE": ["notification ue", "aide etat notifiee commission europeenne", "notifie europe"],
        "pourcentageSubvention": [
            "pourcentage subvention", "pourcentage montant total subvention attribuee beneficiaire", "pourcentage",
        ],
        "dispositifAide": ["dispositif aide", "dispositif"],
    ]

    private static let deliberations: [String: [String]] = [
        "COLL_NOM": ["collectivite", "nom collectivite", "commune collectivite"],
        "COLL_SIRET": ["siret collectivite"],
        "DELIB_ID": [
            "numero deliberation", "deliberation numero", "identifiant deliberation", "reference deliberation", "numero acte",
        ],
        "DELIB_DATE": [
            "date deliberation", "date conseil", "date seance", "date cm", "date conseil municipal", "date adoption", "date vote",
        ],
        "DELIB_MATIERE_CODE": ["code matiere", "matiere code", "classification acte", "code acte matiere"],
        "DELIB_MATIERE_NOM": ["matiere", "nom matiere", "libelle matiere"],
        "DELIB_OBJET": ["objet deliberation", "intitule deliberation", "titre deliberation", "objet acte", "titre", "intitule"],
        "PREF_ID": ["identifiant prefecture", "numero accuse reception", "accuse reception"],
        "PREF_DATE": ["date prefecture", "date reception prefecture", "date transmission"],
        "VOTE_POUR": ["vote pour", "pour", "voix pour"], "VOTE_CONTRE": ["vote contre", "contre", "voix contre"],
        "VOTE_ABSTENTION": ["abstention"], "DELIB_URL": ["lien deliberation", "url deliberation"],
    ]

    private static let prenoms: [String: [String]] = [
        "COMMUNE_NOM": ["commune", "nom commune", "ville naissance"],
        "COLL_INSEE": ["code insee", "insee", "code commune"],
        "ENFANT_SEXE": ["sexe", "genre", "sexe enfant"],
        "ENFANT_PRENOM": ["prenom", "prenom enfant"],
        "NOMBRE_OCCURRENCES": ["nombre", "occurrence", "nombre occurrence", "effectif", "nombre naissance", "nombre fois"],
        "ANNEE": ["annee", "annee naissance", "millesime"],
    ]

    private static let equipements: [String: [String]] = [
        "EQUIP_UID": ["identifiant equipement", "identifiant unique"],
        "EQUIP_THEME": ["theme", "famille", "categorie", "delta cat", "theme equipement"],
        "EQUIP_CODE": ["code equipement", "code type equipement"],
        "EQUIP_TYPE": ["type equipement", "sous categorie", "delta ssca", "type"],
        "EQUIP_NOM": [
            "nom equipement", "nom", "libelle", "libel", "denomination", "equipement", "nom etablissement", "etablissement",
        ],
        "ADR_NUMERO": ["numero voie", "numero rue", "no rue", "norue"],
        "ADR_NOMVOIE": ["nom voie", "adresse", "rue", "voie", "libelle voie"],
        "ADR_CODEPOSTAL": ["code postal", "cp"], "ADR_COMMUNE": ["commune", "ville"],
        "EQUIP_LAT": ["latitude", "lat"], "EQUIP_LONG": ["longitude", "lon", "long", "lng"],
        "EQUIP_TEL": ["telephone", "tel"], "EQUIP_EMAIL": ["courriel", "email", "mail"],
        "EQUIP_WEB": ["site web", "site internet"],
        "EQUIP_OUVERTURE": ["horaire", "heure ouverture", "horaire ouverture"],
    ]

    private static let budget: [String: [String]] = [
        "BGT_NATDEC": ["etape budgetaire", "nature decision", "type budget"],
        "BGT_ANNEE": ["exercice", "annee", "annee exercice"],
        "BGT_NOM": ["collectivite", "etablissement", "nom collectivite"],
        "BGT_NATURE": ["nature", "compte nature", "code nature"],
        "BGT_NATURE_LABEL": ["libelle nature"],
        "BGT_FONCTION": ["fonction", "sous fonction", "code fonction", "sous fontion"],
        "BGT_FONCTION_LABEL": ["libelle fonction"],
        "BGT_SECTION": ["section", "i f", "section budgetaire", "f i"],
        "BGT_CODRD": ["d r", "depense recette", "sens", "r d", "code rd"],
        "BGT_OPBUDG": ["reel ordre", "ordre reel", "type operation"],
        "BGT_MTREAL": ["execute", "realise", "montant realise", "realisation", "mandate"],
        "BGT_MTPREV": ["bp", "budget primitif", "montant vote", "budget vote", "prevu", "montant prevu", "montant"],
    ]

    private static let marches: [String: [String]] = [
        "id": ["numero marche", "identifiant marche"], "procedure": ["procedure", "proced", "type procedure"],
        "dateNotification": ["date notification", "notification", "notifie", "date notif"],
        "objet": ["objet marche", "intitule marche"], "titulaire": ["attributaire", "titulaire", "nom titulaire"],
        "titulaire_id": ["siren titulaire", "siret titulaire"], "dureeMois": ["duree mois", "duree"],
    ]

    private static let valueTable: [String: [String: String]] = [
        "nature": [
            "en numéraire": "aide en numéraire", "numéraire": "aide en numéraire", "en nature": "aide en nature",
            "aides en nature": "aide en nature", "financière": "aide en numéraire",
            "subvention en numéraire": "aide en numéraire",
        ],
        "BGT_SECTION": ["F": "fonctionnement", "I": "investissement"],
        "BGT_CODRD": ["D": "dépense", "R": "recette"],
        "ENFANT_SEXE": ["masculin": "M", "féminin": "F", "garçon": "M", "fille": "F", "H": "M"],
    ]
}
