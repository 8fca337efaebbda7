/// A language people read Lavoir in. French comes first everywhere.
package enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case french = "fr"
    case english = "en"

    /// The language to speak: the option when it names one, else `LC_ALL`, else `LANG`, else French.
    package static func preferred(option: String?, environment: [String: String]) -> Language {
        if let option, let asked = Language(rawValue: option.lowercased()) { return asked }
        for name in ["LC_ALL", "LANG"] {
            guard let locale = environment[name], !locale.isEmpty else { continue }
            return Language(rawValue: String(locale.prefix(2)).lowercased()) ?? .french
        }
        return .french
    }
}
