internal import Foundation
internal import Territory

/// `pattern`: the text matches a regular expression, as Python's `re.match` reads `^` + pattern + `$`.
struct Pattern: CellConstraint {
    static let name = "pattern"
    static let kind = FindingKind(
        code: "check.wrong-form", severity: .error,
        what: Bilingual(
            fr: "« {value} » n'a pas la forme attendue dans « {field} » : {detail}",
            en: "\"{value}\" does not have the form expected in \"{field}\": {detail}"),
        remedy: Bilingual(
            fr: "Écrivez la valeur sous cette forme, sans espace ni signe de plus",
            en: "Write the value in this form, without any other space or sign"))

    static func violation(of constraint: JSONValue, in cell: Cell) -> Violation? {
        guard let pattern = constraint.text, isSound(pattern) else { return nil }
        let detail = cell.field.example?.written ?? pattern
        let portable = PortablePattern("^\(pattern)$")
        if let expression = portable.expression {
            return Violation(
                condition: "NOT regexp_matches(\(cell.value), \(constant(#"\A(?:\#(expression))"#)))", detail: detail)
        }
        // Back references and look-around: RE2 has neither, so these values are looked at one by one.
        guard let regex = try? NSRegularExpression(pattern: #"\A(?:^\#(pattern)$)"#) else { return nil }
        let matcher = Matcher(regex)
        return Violation(condition: "\(cell.value) IS NOT NULL", detail: detail, confirm: { !matcher.matches($0) })
    }
}

extension Pattern {
    /// Whether it is a regular expression at all; what is none is a fault of the schema, and is left aside.
    static func isSound(_ pattern: String) -> Bool {
        // Named groups are spelt otherwise in Python than here.
        let spellings = [pattern.replacing("(?P<", with: "(?<"), PortablePattern("^\(pattern)$").expression ?? "("]
        return spellings.contains { (try? NSRegularExpression(pattern: "^\($0)$")) != nil }
    }
}

/// A compiled expression. Unchecked: `NSRegularExpression` does not change once made, and may serve several threads.
private struct Matcher: @unchecked Sendable {
    private let regex: NSRegularExpression

    init(_ regex: NSRegularExpression) { self.regex = regex }

    func matches(_ text: String) -> Bool {
        regex.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }
}
