/// Reads `field:value`. The field may stand between back quotes, the value between double quotes, whose inner quotes are not
/// escaped.
enum RefinementReader {
    static func read(_ text: String, clause: String, isExcluded: Bool, _ table: QueryTable) throws(QueryFault) -> Refinement {
        guard let (name, value) = parts(text) else {
            throw QueryFault(
                .malformed, "field:value is expected, not \(text.prefix(100))",
                fr: "champ:valeur est attendu, et non \(text.prefix(100))", clause: clause)
        }
        guard let field = table.field(name) else { throw QueryFault.unknownField(name, in: table).located(in: clause) }
        if field.type.isGeographic || value.utf8.count > 10_000 || value.utf8.contains(0) {
            throw QueryFault(
                .malformed, "Cannot refine on \(name)", fr: "affinage impossible sur \(name)", clause: clause)
        }
        return Refinement(field, path: value, isExcluded: isExcluded)
    }

    private static func parts(_ text: String) -> (String, String)? {
        let scalars = Substring(text).unicodeScalars.drop { $0.properties.isWhitespace }
        var name = String.UnicodeScalarView()
        var rest = scalars
        if rest.first == "`" {
            rest.removeFirst()
            while let next = rest.popFirst(), next != "`" {
                if next == "\\", let escaped = rest.popFirst() { name.append(escaped) } else { name.append(next) }
            }
        } else {
            while let next = rest.first, next != ":" {
                name.append(next)
                rest.removeFirst()
            }
        }
        guard rest.popFirst() == ":", !name.isEmpty else { return nil }
        var value = String(rest)
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            value = String(value.dropFirst().dropLast())
            break
        }
        return (String(name), value)
    }
}
