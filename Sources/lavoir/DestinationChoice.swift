internal import Territory

/// A destination that `lavoir.yaml` does not declare.
struct UnknownDestination: Explained {
    let name: String
    let known: [String]

    var code: String { "lavoir.unknown-destination" }
    var place: Place? { nil }
    var subject: String? { name }
    var what: Bilingual {
        Bilingual(fr: "aucune destination ne s'appelle « \(name) »", en: "no destination is called \"\(name)\"")
    }
    var cause: Bilingual? { nil }
    var remedy: Bilingual {
        let near = NearestName.of(name, among: known), list = known.isEmpty ? "–" : known.joined(separator: ", ")
        return Bilingual(
            fr: near.map { "Écrivez « \($0) »" } ?? "Choisissez parmi celles de lavoir.yaml : \(list)",
            en: near.map { "Write \"\($0)\"" } ?? "Choose among those of lavoir.yaml: \(list)")
    }
}

extension Territory {
    /// Throws when no destination has that name.
    func check(destination name: String) throws {
        guard destinations[name] == nil else { return }
        throw UnknownDestination(name: name, known: destinations.keys.sorted())
    }
}
