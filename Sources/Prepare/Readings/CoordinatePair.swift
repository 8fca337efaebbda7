internal import DuckDB
internal import Territory

/// Two columns read as one place: degrees when no system is given (latitude, longitude), else x and y of the system.
struct CoordinatePair {
    /// The rows with what was read beside them.
    let source: SQL
    /// The first and the second column as numbers, null when not readable or out of the area.
    let read: [SQL]
    private let columns: [Relation.Column]
    private let readings: [Reading]
    private let system: ReferenceSystem?
    private let isInside: SQL
    /// A geometry in WGS 84, made once for each row; only with a system.
    private let moved: SQL

    init(_ columns: [Relation.Column], _ system: ReferenceSystem?, to target: ReferenceSystem = .gps, _ input: StepInput) {
        self.columns = columns
        self.system = system
        readings = system == nil ? [.latitude, .longitude] : [.number, .number]
        let names = [input.fresh("first"), input.fresh("second")], place = input.fresh("place")
        let taken = zip(columns, readings).map { $1.value(of: Text.of($0), $1.piece(of: Text.of($0))) }
        let numbers = zip(taken, names).map { SQL("\($0) AS \(name: $1)") }
        read = names.map { "\(name: $0)" }
        moved = "\(name: place)"
        let rows: SQL = "(SELECT *, \(numbers.joined(", ")) FROM \(input.rows))"
        guard let system else {
            source = rows
            isInside = "true"
            return
        }
        isInside = system.holds(read[0], read[1])
        let geometry = system.transform("ST_Point(\(read[0]), \(read[1]))", to: target)
        source = "(SELECT *, CASE WHEN \(isInside) THEN \(geometry) END AS \(name: place) FROM \(rows))"
    }

    /// The coordinates in the target system.
    var x: SQL { "ST_X(\(moved))" }
    var y: SQL { "ST_Y(\(moved))" }

    /// The place as a point of WGS 84.
    var point: SQL { system == nil ? Point.made(read[1], read[0]) : Point.made(x, y) }

    /// What must be told of a row of the source.
    var tests: [Finding.Test] {
        let both = columns.map { SQL("nullif(\(Text.of($0)), '')") }.joined(", ")
        let field = columns.map(\.name).joined(separator: ", ")
        let value: SQL = "concat_ws(', ', \(both))"
        func about(_ kind: FindingKind, _ detail: SQL, where condition: SQL) -> Finding.Test {
            (Finding(kind: kind, field: field, value: value, detail: detail), condition)
        }
        let unreadable = columns.indices.map { index -> (Finding, SQL) in
            let column = columns[index]
            let finding = Finding(
                kind: .unreadable, field: column.name, value: Text.of(column), detail: "\(text: readings[index].kind)")
            return (finding, "NOT \(Text.isBlank(column)) AND \(read[index]) IS NULL")
        }
        let halves = columns.indices.map { index in
            about(
                .halfPoint, "\(text: columns[index].name)",
                where: "\(Text.isBlank(columns[index])) AND NOT \(Text.isBlank(columns[1 - index]))")
        }
        let whole: SQL = "\(read[0]) IS NOT NULL AND \(read[1]) IS NOT NULL"
        guard let system else {
            let swapped = "\(whole) AND \(France.isSwapped(read[1], read[0]))" as SQL
            return unreadable + halves + [about(.swappedPoint, value, where: swapped)]
        }
        let isSwapped: SQL = system.bounds == nil ? "false" : system.holds(read[1], read[0])
        let isLost: SQL = "(NOT \(isInside) OR NOT (isfinite(\(x)) AND isfinite(\(y))))"
        return unreadable + halves + [
            about(.swappedPoint, value, where: "\(whole) AND NOT \(isInside) AND \(isSwapped)"),
            about(.outsidePoint, "\(text: system.code)", where: "\(whole) AND \(isLost) AND NOT (\(isSwapped))"),
        ]
    }
}
