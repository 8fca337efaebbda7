internal import Foundation
package import Territory

/// The sheet of a dataset as a form has it: what the public and the catalogues are told.
package struct SheetForm: Sendable, Codable, Hashable {
    package var title: String
    package var description = ""
    package var theme = ""
    package var topic = ""
    /// Separated by commas.
    package var keywords = ""
    package var frequency = ""
    package var licence = ""
    package var from = ""
    package var to = ""
    package var contactName = ""
    package var contactEmail = ""
    package var producer = ""
    /// Whether the portal shows it to everyone.
    package var isPublic = true

    package init(title: String = "") { self.title = title }

    /// A field of the form by its name in the page.
    package static let texts: [(name: String, path: WritableKeyPath<SheetForm, String> & Sendable)] = [
        ("title", \.title), ("description", \.description), ("theme", \.theme), ("topic", \.topic), ("keywords", \.keywords),
        ("frequency", \.frequency), ("licence", \.licence), ("from", \.from), ("to", \.to), ("contactName", \.contactName),
        ("contactEmail", \.contactEmail), ("producer", \.producer),
    ]

    /// What is wrong with it, by field. The rest is for `lint`.
    package var faults: [String: Bilingual] {
        var faults: [String: Bilingual] = [:]
        if title.isEmpty {
            faults["title"] = Bilingual(
                fr: "Donnez un titre : c'est ce que le public lit d'abord", en: "Give a title: it is what the public reads first")
        }
        for (name, path) in Self.texts where self[keyPath: path].count > (name == "description" ? 8_000 : 300) {
            faults[name] = Bilingual(fr: "C'est trop long", en: "This is too long")
        }
        if !contactEmail.isEmpty, contactEmail.wholeMatch(of: #/[^@\s]+@[^@\s]+/#) == nil {
            faults["contactEmail"] = Bilingual(
                fr: "Donnez une adresse complète, comme donnees@ville.fr", en: "Give a whole address, such as data@town.example")
        }
        if !contactEmail.isEmpty && contactName.isEmpty {
            faults["contactName"] = Bilingual(
                fr: "Dites quel service répond à cette adresse", en: "Say which office answers at this address")
        }
        for (name, day) in [("from", from), ("to", to)]
        where !day.isEmpty && day.wholeMatch(of: #/\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/#) == nil {
            faults[name] = Bilingual(fr: "Donnez un jour, comme 2025-01-31", en: "Give a day, such as 2025-01-31")
        }
        if !to.isEmpty && from.isEmpty {
            faults["from"] = Bilingual(fr: "Donnez aussi le premier jour", en: "Give the first day too")
        }
        return faults
    }

    /// The name of the dataset's file, made of its title: letters and digits, and a number when it is taken.
    package func name(among taken: Set<String>) -> String {
        let small: Set<String> = ["de", "du", "des", "la", "le", "les", "et", "a", "aux", "au", "l", "d", "en"]
        var name = ""
        for word in title.plainWords where !small.contains(word) && (name.isEmpty || name.count + word.count < 48) {
            name += name.isEmpty ? String(word.prefix(48)) : "-\(word)"
        }
        if name.first.map({ !$0.isLetter }) ?? true { name = "donnees" + (name.isEmpty ? "" : "-\(name)") }
        guard taken.contains(name) else { return name }
        let number = (2...).first { !taken.contains("\(name)-\($0)") } ?? 2
        return "\(name)-\(number)"
    }
}
