internal import DuckDB
internal import Territory

/// A question in SQL that the engine does not understand, or may not answer.
struct QueryFault: Explained {
    let engine: EngineFault
    /// The datasets there are.
    let tables: [String]

    var code: String { "lavoir.bad-query" }
    var place: Place? { nil }
    var subject: String? { nil }
    var what: Bilingual { Bilingual(fr: "la question ne se lit pas", en: "the question cannot be read") }

    /// The engine's words, without the statement that we wrapped around the question.
    var cause: Bilingual? {
        let lines = engine.message.split(separator: "\n", omittingEmptySubsequences: true)
        return Bilingual(lines.prefix { !$0.hasPrefix("LINE ") && !$0.hasPrefix("Did you mean") }.joined(separator: "\n"))
    }

    var remedy: Bilingual {
        let names = (tables + ["trail", "findings"]).joined(separator: ", ")
        return Bilingual(
            fr: "Écrivez un seul SELECT sur ces tables : \(names)", en: "Write one SELECT over these tables: \(names)")
    }
}
