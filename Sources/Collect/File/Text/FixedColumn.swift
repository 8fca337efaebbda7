internal import DuckDB
internal import Territory

/// A column of fixed width: characters from one position to another, counted from 1, without the spaces around them.
struct FixedColumn: Sendable {
    /// Longer lines are no text in columns.
    private static let lastPosition = 100_000

    let name: String
    let positions: ClosedRange<Int>

    /// The value of the column in a line of text; none when it is blank.
    func expression(of line: String) -> String {
        "nullif(trim(substr(\(line), \(positions.lowerBound), \(positions.count)), chr(32) || chr(9) || chr(160)), '')"
    }

    func text(in line: [Unicode.Scalar]) -> String {
        let characters = line.dropFirst(positions.lowerBound - 1).prefix(positions.count)
        return String(String.UnicodeScalarView(characters)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The columns that a source says, by their positions or by their widths.
    /// - Throws: `collect.wrong-columns`.
    static func all(columns: Value?, widths: Value?, of source: SourceDeclaration) throws(CollectFault) -> [FixedColumn] {
        var all: [FixedColumn] = []
        for entry in columns?.entries ?? [] {
            guard let positions = positions(entry.value.written ?? "") else { throw wrong(entry.value) }
            all.append(FixedColumn(name: entry.key, positions: positions))
        }
        if columns == nil {
            var start = 1
            for width in widths?.list ?? [] {
                guard let count = width.integer, (1...lastPosition).contains(count), start + count <= lastPosition else {
                    throw wrong(width)
                }
                all.append(FixedColumn(name: "", positions: start...(start + count - 1)))
                start += count
            }
        }
        guard !all.isEmpty else { throw wrong(columns ?? widths ?? source.argument) }
        return all
    }

    /// `6-40`, or `6` for one character.
    private static func positions(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            Int(String(part.filter { !$0.isWhitespace })) ?? 0
        }
        guard let first = ends.first, let last = ends.last, ends.count <= 2, (1...lastPosition).contains(first),
            (first...lastPosition).contains(last)
        else { return nil }
        return first...last
    }

    private static func wrong(_ value: Value) -> CollectFault {
        CollectFault(.wrongColumns, subject: value.written ?? "", at: value.place, ["value": Bilingual(value.written ?? "")])
    }
}
