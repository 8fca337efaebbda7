package import Territory

/// One thing wrong, or worth knowing, about one value, row, column or file. A value in a report: never thrown.
package struct Finding: Sendable, Hashable, Codable {
    package let code: String
    package let severity: FindingKind.Severity
    /// The file, relative to the territory; nil when the finding is about the whole dataset.
    package let source: String?
    /// The row of that file: the header is row 1 of a table, the first line is 1 in a document.
    package let row: Int?
    package let field: String?
    package let value: String?
    /// What the sentence needs besides: the expected type, how a value was deduced.
    package let detail: String?

    package init(
        code: String, severity: FindingKind.Severity, source: String? = nil, row: Int? = nil, field: String? = nil,
        value: String? = nil, detail: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.source = source
        self.row = row
        self.field = field
        self.value = value
        self.detail = detail
    }

    /// The same with another weight.
    package func weighing(_ severity: FindingKind.Severity) -> Finding {
        Finding(code: code, severity: severity, source: source, row: row, field: field, value: value, detail: detail)
    }

    /// `exports/x.csv, row 12, montant`.
    package func whereabouts(in language: Language) -> String {
        [source, row.map { language == .french ? "ligne \($0)" : "row \($0)" }, field].compactMap { $0 }.joined(separator: ", ")
    }
}
