internal import Foundation
internal import Territory

/// A sheet in udata's words.
struct UdataSheet: Sendable {
    let sheet: Sheet
    private let about: UdataAbout
    private let zone: String?

    init(_ sheet: Sheet, _ about: UdataAbout, zone: String?) {
        self.sheet = sheet
        self.about = about
        self.zone = zone
    }

    private func words(_ words: Bilingual) -> String {
        words.text(in: sheet.language).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var title: String { words(sheet.title) }
    var description: String { sheet.description.map(words) ?? title }
    /// Nil where the portal does not know it.
    var licence: String? {
        ([sheet.licence.udata].compactMap { $0 } + [sheet.licence.name]).first { about.licences.contains($0) }
    }

    var frequency: String? {
        switch sheet.frequency {
        case nil: nil
        case .biannual: "semiannual"
        case let frequency?: frequency.rawValue
        }
    }

    /// Whether the portal keeps files of this form.
    func hosts(_ file: PublishedFile) -> Bool { about.endings.contains(file.format) }

    var period: JSON? { sheet.period.map { ["start": .text($0.from), "end": JSON($0.to)] } }

    /// Keywords as slugs of 3 to 96 characters.
    var tags: [String] {
        var seen: Set<String> = []
        return (sheet.keywords + [sheet.theme].compactMap { $0 }).map(Self.slug).filter {
            (3...96).contains($0.count) && seen.insert($0).inserted
        }
    }

    /// `Vie associative` as `vie-associative`, as udata does it.
    static func slug(_ word: String) -> String {
        let plain = word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
        let letters = plain.replacing("'", with: "").replacing("’", with: "")
            .map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(letters).split(separator: "-").joined(separator: "-")
    }

    /// A zone by its code; a box; or only how fine the data is.
    var spatial: JSON? {
        guard let coverage = sheet.coverage else { return nil }
        let level = "fr:" + coverage.level.rawValue
        let granularity = about.granularities.contains(level) ? level : "other"
        if let zone { return ["zones": [.text(zone)], "granularity": .text(granularity)] }
        guard let box = coverage.box else { return ["granularity": .text(granularity)] }
        let corners = [(0, 1), (2, 1), (2, 3), (0, 3), (0, 1)].map { JSON.list([.number(box[$0.0]), .number(box[$0.1])]) }
        let shape: JSON = ["type": "MultiPolygon", "coordinates": .list([.list([.list(corners)])])]
        return ["geom": shape, "granularity": .text(granularity)]
    }

    /// The identifier of a piece of France: `fr:commune:38185`.
    static func geoid(_ coverage: Coverage) -> String? {
        switch (coverage.level, coverage.code) {
        case (.country, _): "country:fr"
        case (.commune, let code?), (.epci, let code?), (.departement, let code?), (.region, let code?), (.canton, let code?):
            "fr:\(coverage.level.rawValue):\(code)"
        default: nil
        }
    }

    /// The schema of the data, as far as the portal's catalogue has it; a version it has not is left out.
    var schema: JSON? {
        guard let schema = sheet.schema, let versions = about.schemas[schema.name] else { return nil }
        let version = schema.version.flatMap { wanted in versions.first { $0 == wanted || $0 == "v" + wanted } }
        var named: [String: JSON] = ["name": .text(schema.name)]
        named["version"] = version.map { .text($0) }
        return .object(named)
    }
}
