/// A piece of a clause as the lexer cuts it.
struct Token: Hashable {
    enum Kind: Hashable {
        case word
        /// Between back quotes: a name, whatever it says.
        case quotedName
        case text
        case integer
        case decimal
        /// `date'…'`
        case date
        /// `geom'…'`
        case geometry
        case symbol
        case end
    }

    let kind: Kind
    /// What it says: the contents of a text, its escapes undone.
    let value: String
    /// As written.
    let raw: String
    /// Characters of the clause before it, and after it.
    let start: Int
    let end: Int

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && value == symbol }
    func isWord(_ word: String) -> Bool { kind == .word && value.lowercased() == word }
}
