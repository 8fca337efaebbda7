internal import DuckDB

/// How the values of a column stand in order: numbers as numbers, then words as in a French dictionary, case and accents
/// ignored. Empty cells have no place.
struct Collation {
    private let column: Relation.Column
    private let piece: String

    /// - Parameter piece: the name `prepared` is given in an inner query.
    init(_ column: Relation.Column, as piece: String) {
        self.column = column
        self.piece = piece
    }

    /// The text taken apart once, to be selected under `piece`; nothing for a typed column.
    var prepared: SQL? {
        guard column.isText else { return nil }
        let figure: SQL = "regexp_replace(\(Text.spaced(cell)), '(?i) ?(€|euros?|eur|%)$', '')"
        return "\(Reading.number.prepared(figure)) AS \(name: piece)"
    }

    private var cell: SQL { "\(name: column.name)" }

    /// The number of a text, null when it is none.
    private var number: SQL { Reading.number.value("\(name: piece)") }

    private var word: SQL {
        let folded = Text.folded(Text.spaced(cell))
        return "nullif(replace(replace(\(folded), 'œ', 'oe'), 'æ', 'ae'), '')"
    }

    /// What to sort by, from the first to the last.
    var keys: [SQL] { column.isText ? [number, word, cell] : [cell] }

    /// The least or the greatest value: of a text, among its numbers when it has some.
    func extreme(greatest: Bool, where condition: SQL) -> SQL {
        guard column.isText else {
            return greatest ? "max(\(cell)) FILTER (\(condition))" : "min(\(cell)) FILTER (\(condition))"
        }
        let none: SQL = greatest ? "-'infinity'::DOUBLE" : "'infinity'::DOUBLE"
        let place: SQL = "row(coalesce(\(number), \(none)), \(word), \(cell))"
        let filled: SQL = "\(condition) AND NOT \(Text.isBlank(column))"
        return greatest
            ? "arg_max(\(cell), \(place)) FILTER (\(filled))" : "arg_min(\(cell), \(place)) FILTER (\(filled))"
    }
}
