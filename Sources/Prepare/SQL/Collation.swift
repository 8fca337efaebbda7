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
        return Reading.number.prepared("regexp_replace(\(Text.spaced(cell)), '(?i) ?(€|euros?|eur|%)$', '')")
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

    /// One value that compares as the keys do. Among the least or the greatest, numbers go before words.
    func place(greatest: Bool) -> SQL {
        guard column.isText else { return cell }
        return "row(coalesce(\(number), \(greatest ? "-'infinity'::DOUBLE" : "'infinity'::DOUBLE")), \(word), \(cell))"
    }
}
