internal import Territory

/// A number of things, in words: `1 ligne`, `2 lignes`; `1 row`, `0 rows`.
enum Counted: Sendable {
    case rows, columns, errors, warnings, notes

    func text(_ count: Int, in language: Language) -> String {
        let (one, many) = words(language)
        let isOne = language == .french ? count < 2 : count == 1
        return "\(count) \(isOne ? one : many)"
    }

    private func words(_ language: Language) -> (one: String, many: String) {
        switch (self, language) {
        case (.rows, .french): ("ligne", "lignes")
        case (.rows, .english): ("row", "rows")
        case (.columns, .french): ("colonne", "colonnes")
        case (.columns, .english): ("column", "columns")
        case (.errors, .french): ("erreur", "erreurs")
        case (.errors, .english): ("error", "errors")
        case (.warnings, .french): ("avertissement", "avertissements")
        case (.warnings, .english): ("warning", "warnings")
        case (.notes, .french): ("remarque", "remarques")
        case (.notes, .english): ("note", "notes")
        }
    }
}
