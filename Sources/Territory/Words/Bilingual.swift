/// A sentence in both languages. Wording stays apart from throwing.
package struct Bilingual: Sendable, Hashable, Codable {
    package let french: String
    package let english: String

    package init(fr: String, en: String) {
        french = fr
        english = en
    }

    /// The same words in both languages: a name, a number, a piece of a file.
    package init(_ same: String) {
        french = same
        english = same
    }

    /// The sentence in one language.
    package func text(in language: Language) -> String {
        language == .french ? french : english
    }

    /// The sentence with each `{name}` replaced by its fact, in one pass: braces inside a fact are left alone.
    package func filled(with facts: [String: Bilingual]) -> Bilingual {
        Bilingual(
            fr: Self.fill(french, facts.mapValues(\.french)),
            en: Self.fill(english, facts.mapValues(\.english)))
    }

    private static func fill(_ template: String, _ facts: [String: String]) -> String {
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"),
                let fact = facts[String(rest[rest.index(after: open)..<close])]
            else {
                filled += "{"
                rest = rest.dropFirst()
                continue
            }
            filled += fact
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private enum CodingKeys: String, CodingKey {
        case french = "fr"
        case english = "en"
    }
}
