/// Quotes a name for SQL: the one place where text becomes an identifier.
///
/// `a"b` gives `"a""b"`. Everything that is not an identifier travels as a bound parameter.
package func identifier(_ name: String) -> String { quoted(name, by: "\"") }

/// Quotes a dotted name: `identifier("lake", "main", "budget")` gives `"lake"."main"."budget"`.
package func identifier(_ parts: String...) -> String {
    parts.map { identifier($0) }.joined(separator: ".")
}

/// Quotes a text for the few statements that take no parameter (`ATTACH`, `LOAD`, `CREATE SECRET`, `SET`).
package func literal(_ text: String) -> String { quoted(text, by: "'") }

/// Scalar by scalar: to `String.replacing`, a quote that carries a combining accent is another character than the quote.
private func quoted(_ text: String, by mark: Unicode.Scalar) -> String {
    var quoted = String.UnicodeScalarView([mark])
    for scalar in text.unicodeScalars {
        if scalar == mark { quoted.append(mark) }
        quoted.append(scalar)
    }
    quoted.append(mark)
    return String(quoted)
}
