package import Territory

extension FileConnector {
    package static let spec = Spec(
        name: "file",
        summary: Bilingual(
            fr: "Fichiers du territoire : texte délimité (CSV, TSV) et classeurs XLSX ; un chemin ou un motif",
            en: "Files of the territory: delimited text (CSV, TSV) and XLSX workbooks; a path or a pattern"),
        argument: .glob,
        options: [
            Key(
                "encoding", .text,
                summary: Bilingual(
                    fr: "Encodage du texte, détecté sans cela", en: "Encoding of the text, detected otherwise")),
            Key(
                "delimiter", .text,
                summary: Bilingual(
                    fr: "Ce qui sépare les cellules, détecté sans cela", en: "What separates the cells, detected otherwise")),
            Key(
                "quote", .text,
                summary: Bilingual(
                    fr: "Le guillemet qui protège une cellule ; vide s'il n'y en a pas",
                    en: "The quote that protects a cell; empty when there is none"),
                default: "\""),
            Key(
                "header", .integer,
                summary: Bilingual(
                    fr: "Numéro de la ligne des titres, détecté sans cela ; 0 si le fichier n'a pas de titres",
                    en: "Number of the row with the titles, detected otherwise; 0 when the file has none")),
            Key(
                "sheet", .scalar,
                summary: Bilingual(
                    fr: "Nom ou numéro de la feuille, détectée sans cela", en: "Name or number of the sheet, detected otherwise")),
        ],
        example: #"source: { file: "exports/subventions-*.xlsx", sheet: Annexe, header: 4 }"#,
        effect: Bilingual(
            fr: "Une ligne par ligne du fichier après les titres ; toutes les colonnes en texte",
            en: "One row for each row of the file after the titles; every column as text"))
}
