extension Sample {
    /// Every file of `shared/data/samples` that specs/business-files names and that holds a table.
    static let all: [Sample] = [
        Sample(
            "subventions-maine-et-loire", "subventions/maine-et-loire_conventions.csv", columns: subventions,
            [
                "SELECT count(*) FROM t": "75", "SELECT sum(montant) FROM t": "8327364.88",
                "SELECT string_agg(DISTINCT idAttribuant) FROM t": "22490001900015",
                // Eight are missing or fail the key: they are told, and never mended.
                "SELECT count(*) FROM findings WHERE field = 'idBeneficiaire'": "6",
                "SELECT count(*) FROM t WHERE idBeneficiaire IS NULL OR idBeneficiaire = ''": "4",
                "SELECT count(*) FROM t WHERE datesPeriodeVersement <> ''": "56",
                "SELECT count(*) FROM t WHERE dateConvention IS NULL": "5",
            ]),
        Sample(
            "subventions-loire-atlantique", "subventions/loire-atlantique_extrait1500.csv",
            [
                "SELECT count(*) FROM t": "1499", "SELECT sum(montant) FROM t": "44321373.63",
                "SELECT min(annee) || '-' || max(annee) FROM t": "2008-2016",
                "SELECT count(*) FROM t WHERE sirenBeneficiaire <> ''": "1492",
            ]),
        Sample(
            "subventions-sarthe", "subventions/sarthe_sub_asso_2018.csv",
            [
                "SELECT count(*) FROM t": "1610",
                "SELECT sum(montant) FROM t WHERE objet = 'Fonctionnement'": "6965886.6",
                "SELECT sum(montant) FROM t WHERE objet = 'Investissement'": "650760.52",
                "SELECT value FROM findings WHERE field = 'montant'": "N 82 584,28",
            ]),
        Sample(
            "subventions-sarthe-pdf", "subventions/sarthe_2018-converti-pdf.xlsx",
            [
                "SELECT sum(montant) FROM t WHERE objet = 'Investissement'": "650760.52",
                "SELECT count(*) FROM t WHERE length(CP) < 5 AND CP <> ''": "0",
            ]),
        Sample(
            "subventions-montpellier", "subventions/montpellier_AttribSub_2014.ods",
            [
                "SELECT count(*) FROM t": "1188", "SELECT sum(montant) FROM t": "4566604",
                "SELECT count(*) FROM t WHERE montant > 0": "741",
                "SELECT count(*) FROM t WHERE nomBeneficiaire LIKE '% CA%!'": "0",
                "SELECT string_agg(value, ' ' ORDER BY value) FROM findings WHERE code = 'prepare.total-differs'":
                    "67100 82500 84000",
            ]),
        Sample("dictionnaire-eclaireur", "subventions/eclaireur_dictionnaire-colonnes.csv", ["SELECT count(*) FROM t": "141"]),
        Sample("scdl-valide", "subventions/scdl_exemple_valide.csv", columns: subventions, ["SELECT count(*) FROM t": "29"]),
        Sample(
            "scdl-invalide-erreurs-cellules", "subventions/scdl_exemple_invalide_erreurs_cellules.csv",
            ["SELECT count(*) FROM t": "29"]),
        Sample(
            "scdl-invalide-erreurs-colonnes", "subventions/scdl_exemple_invalide_erreurs_colonnes.csv",
            ["SELECT count(*) FROM t": "29"]),
        Sample("deliberations-csv", "deliberations/montpellier_Delibs.csv", columns: deliberations, councils),
        Sample("deliberations-xls", "deliberations/montpellier_Delibs.xls", columns: deliberations, councils),
        Sample("actes-2niveaux", "deliberations/actes_classification_2017-11-13_2niveaux.xml", acts),
        Sample("actes-3niveaux", "deliberations/actes_classification_2017-12-08_3niveaux.xml", acts),
        Sample("actes-4niveaux", "deliberations/actes_classification_2019-03-01_4niveaux.xml", acts),
        Sample("actes-liste", "deliberations/actes_nomenclature_latin1.csv", ["SELECT count(*) FROM t": "55"]),
        Sample("prenoms-csv", "prenoms/montpellier_Prenoms.csv", columns: prenoms, firstNames),
        Sample("prenoms-xls", "prenoms/montpellier_Prenoms.xls", columns: prenoms, firstNames),
        Sample(
            "equipements-montpellier", "equipements/montpellier_EtabliPublic.csv",
            [
                "SELECT count(*) FROM t": "1024", "SELECT count(*) FROM t WHERE COLL_INSEE = '34172'": "1022",
                "SELECT count(*) FROM t WHERE EQUIP_THEME = 'Culture et loisirs'": "355",
                "SELECT count(*) FROM t WHERE EQUIP_THEME = 'Transports'": "14",
            ]),
        Sample(
            "equipements-sportifs", "equipements/montpellier_EquipementSportif_2012.xls",
            [
                "SELECT count(*) FROM t": "245", "SELECT count(DISTINCT famille) FROM t": "8",
                "SELECT famille FROM t WHERE \"Installations liste Mairie\" = 'Arceaux 1'": "Boulodrome",
            ]),
        Sample(
            "marches-montpellier", "marches/montpellier_MarchesConclus_2013.ods",
            [
                "SELECT count(*) FROM t": "616", "SELECT count(*) FROM t WHERE premierLot = 'oui'": "325",
                "SELECT CAST(min(dateNotification) AS VARCHAR) FROM t WHERE id = '12M067'": "2013-02-13",
                "SELECT count(*) FROM t WHERE titulaire <> ''": "615",
            ]),
        Sample(
            "budget-2005-2012", "budget-plat/montpellier_BudgetAnt_2001-2011.csv",
            [
                "SELECT count(*) FROM t": "9998", "SELECT min(BGT_ANNEE) || '-' || max(BGT_ANNEE) FROM t": "2005-2012",
                "SELECT sum(BGT_MTREAL) FROM t": "6577231510.49",
                "SELECT count(*) FROM t WHERE BGT_FONCTION = '026' AND BGT_MTREAL = 3899.99": "1",
            ]),
        Sample(
            "budget-2012", "budget-plat/montpellier_BudgetPri_2012.csv",
            [
                "SELECT count(*) FROM t": "1338", "SELECT sum(BGT_MTPREV) FROM t": "881945682",
                "SELECT count(*) FROM t WHERE BGT_FONCTION = '020'": "107",
            ]),
        Sample("budget-2014-csv", "budget-plat/montpellier_BudgetPri_2014.csv", primitive),
        Sample("budget-2014-xls", "budget-plat/montpellier_BudgetPri_2014.xls", primitive),
        Sample(
            "evapotranspiration", "rh/montpellier_ETP.csv",
            ["SELECT count(*) FROM t": "413", "SELECT CAST(sum(etp_mm) AS DECIMAL(18, 2)) FROM t": "1776.61"]),
    ]

    // SCDL subventions 2.1.1
    private static let subventions = [
        "nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision", "nomBeneficiaire", "idBeneficiaire",
        "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement", "datesPeriodeVersement", "idRAE",
        "notificationUE", "pourcentageSubvention", "dispositifAide",
    ]
    // SCDL délibérations 2.1.5
    private static let deliberations = [
        "COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET",
        "BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE", "VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE",
        "VOTE_ABSTENTION", "DELIB_URL",
    ]
    // SCDL prénoms 1.1.6
    private static let prenoms = [
        "COMMUNE_NOM", "COLL_INSEE", "ENFANT_SEXE", "ENFANT_PRENOM", "NOMBRE_OCCURRENCES", "ANNEE",
    ]
    private static let councils: KeyValuePairs = [
        "SELECT count(*) FROM t": "160", "SELECT count(*) FROM t WHERE DELIB_DATE = DATE '2013-11-25'": "102",
        "SELECT count(*) FROM t WHERE DELIB_DATE = DATE '2013-12-16'": "58", "SELECT min(DELIB_ID) FROM t": "464",
        "SELECT count(*) FROM t WHERE regexp_matches(DELIB_OBJET, '[\\x00-\\x1F]')": "0",
    ]
    private static let acts: KeyValuePairs = [
        "SELECT count(*) FROM t": "57", "SELECT count(*) FROM t WHERE DELIB_MATIERE_CODE IN ('7.1', '7.10')": "2",
        "SELECT DELIB_MATIERE_NOM FROM t WHERE DELIB_MATIERE_CODE = '7.5'": "Subventions",
    ]
    private static let firstNames: KeyValuePairs = [
        "SELECT count(*) FROM t": "51", "SELECT sum(NOMBRE_OCCURRENCES) FROM t": "1489",
        "SELECT NOMBRE_OCCURRENCES FROM t WHERE ENFANT_PRENOM = 'Louise'": "40",
    ]
    private static let primitive: KeyValuePairs = [
        "SELECT count(*) FROM t": "1448",
        "SELECT sum(BGT_MTPREV) FROM t WHERE BGT_SECTION = 'fonctionnement' AND BGT_CODRD = 'dépense'": "322408231",
        "SELECT sum(BGT_MTPREV) FROM t WHERE BGT_SECTION = 'fonctionnement' AND BGT_CODRD = 'recette'": "322408231",
        "SELECT sum(BGT_MTPREV) FROM t WHERE BGT_SECTION = 'investissement' AND BGT_CODRD = 'dépense'": "156583429",
        "SELECT sum(BGT_MTPREV) FROM t WHERE BGT_SECTION = 'investissement' AND BGT_CODRD = 'recette'": "156583429",
        "SELECT count(*) FROM t WHERE BGT_FONCTION = '020'": "110", "SELECT count(*) FROM t WHERE BGT_FONCTION = '20'": "1",
    ]
}
