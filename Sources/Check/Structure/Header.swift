internal import DuckDB

/// The titles of a table as they stand in the file, and the columns that the collector made of them.
struct Header: Sendable {
    /// A column and what binds it.
    struct Title: Sendable {
        /// As it stands in the file.
        let raw: String
        /// Without the blanks at both ends: what is compared with the names of fields.
        let label: String
        let column: Relation.Column
        /// From 1.
        let position: Int
    }

    let titles: [Title]

    /// - Parameter raw: the titles in the order of the columns; nil when the names of the columns are the titles.
    init(_ columns: [Relation.Column], raw: [String]?) {
        let raw = raw.flatMap { $0.count == columns.count ? $0 : nil } ?? columns.map(\.name)
        titles = zip(columns, raw).enumerated().map { index, title in
            Title(
                raw: title.1, label: title.1.trimmingBlanks, column: title.0, position: index + 1)
        }
    }

    var labels: [String] { titles.map(\.label) }
}

extension String {
    /// Without blanks and byte order marks at both ends.
    fileprivate var trimmingBlanks: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
        let scalars = unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(String.UnicodeScalarView(scalars[...last]))
    }
}
