/// A clause as received, for the places and words of its faults.
struct ClauseText {
    /// `select`, `where`…
    let clause: String
    let scalars: [Unicode.Scalar]

    init(_ text: String, _ clause: String) {
        self.clause = clause
        scalars = Array(text.unicodeScalars)
    }

    func slice(_ start: Int, _ end: Int) -> String {
        let end = min(end, scalars.count)
        guard start < end else { return "" }
        return String(String.UnicodeScalarView(scalars[start..<end]))
    }

    func unexpected(_ token: Token) -> QueryFault {
        token.kind == .end ? unexpectedEnd() : unexpected(token.raw, at: token.start)
    }

    func unexpected(_ words: String, at position: Int) -> QueryFault {
        QueryFault(
            .syntax, "unexpected \(ClauseText.cut(words)) at position \(position) in \(shown)",
            fr: "\(ClauseText.cut(words)) inattendu à la position \(position) de \(shown)", clause: clause, position: position)
    }

    func unexpectedEnd() -> QueryFault {
        QueryFault(
            .syntax, "unexpected end of line at position \(scalars.count) in \(shown)",
            fr: "fin de ligne inattendue à la position \(scalars.count) de \(shown)", clause: clause, position: scalars.count)
    }

    func tooDeep(at position: Int) -> QueryFault {
        QueryFault(
            .syntax, "more than \(TokenCursor.deepest) levels of nesting at position \(position) in \(shown)",
            fr: "plus de \(TokenCursor.deepest) niveaux d'imbrication à la position \(position) de \(shown)", clause: clause,
            position: position)
    }

    /// The clause, cut when it is long: a message stays readable.
    private var shown: String { ClauseText.cut(slice(0, scalars.count)) }

    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 300 ? text : String(String.UnicodeScalarView(scalars.prefix(300))) + "…"
    }
}
