package import Territory

extension FileConnector {
    package static var findings: [FindingKind] { fileFormats.flatMap { $0.findings } }

    package static var spec: Spec {
        Spec(
            name: "file",
            summary: Bilingual(
                fr:
                    "Fichiers du territoire, un chemin ou un motif, seuls ou dans une archive zip : \(FormatChoice.expected.french)",
                en: "Files of the territory, a path or a pattern, alone or in a zip archive: \(FormatChoice.expected.english)"),
            argument: .glob, options: formatOptions,
            example: #"source: { file: "exports/subventions-*.xlsx", sheet: Annexe, header: 4 }"#,
            effect: Bilingual(
                fr: "Une ligne par ligne du fichier après les titres ; toutes les colonnes en texte",
                en: "One row for each row of the file after the titles; every column as text"))
    }

    /// `format`, `member` and the keys of all formats; those that several formats share are said once.
    static var formatOptions: [Key] {
        let format = Key(
            "format", .choice(FormatChoice.names),
            summary: Bilingual(
                fr: "Format du fichier, reconnu à ses premiers octets sans cela",
                en: "Format of the file, recognised by its first bytes otherwise"))
        return fileFormats.flatMap { $0.options }.reduce(into: [format, Unpacking.key]) { known, key in
            if !known.contains(where: { $0.name == key.name }) { known.append(key) }
        }
    }
}
