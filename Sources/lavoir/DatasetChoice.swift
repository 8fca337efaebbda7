internal import Territory

/// A dataset that no file declares.
struct UnknownDataset: Explained {
    let name: String
    let known: [String]

    var code: String { "lavoir.unknown-dataset" }
    var place: Place? { nil }
    var subject: String? { name }
    var what: Bilingual { Bilingual(fr: "aucun jeu ne s'appelle « \(name) »", en: "no dataset is called \"\(name)\"") }
    var cause: Bilingual? { nil }
    var remedy: Bilingual {
        let near = NearestName.of(name, among: known)
        let list = known.joined(separator: ", ")
        return Bilingual(
            fr: near.map { "Écrivez « \($0) »" } ?? "Choisissez parmi : \(list)",
            en: near.map { "Write \"\($0)\"" } ?? "Choose among: \(list)")
    }
}

extension Territory {
    /// The datasets of these names, all of them when there is none.
    func datasets(named names: [String]) throws -> [Dataset] {
        guard !names.isEmpty else { return datasets }
        return try names.map { try self.dataset(named: $0) }
    }

    func dataset(named name: String) throws -> Dataset {
        guard let dataset = dataset(name) else { throw UnknownDataset(name: name, known: datasets.map(\.name)) }
        return dataset
    }
}
