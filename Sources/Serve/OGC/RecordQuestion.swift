internal import Foundation
internal import Publish
internal import Query
internal import Territory

/// What is asked of the records.
struct RecordQuestion: Sendable {
    private let terms: [String]
    private let box: [Double]?
    private let times: [String]
    private let types: [String]?
    private let names: [String]?
    private let externals: [String]?
    private let order: [RecordOrder]
    private let limit: Int
    private let start: Int

    init(_ ask: Ask) throws {
        let parameters = ask.parameters
        func list(_ name: String) -> [String]? {
            parameters[name].map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
        }
        terms = (list("q") ?? []).map(Self.folded)
        box = try parameters["bbox"].map { try Frame($0, in: .longitudeLatitude).edges }
        if let text = parameters["datetime"] { _ = try FeatureFilter.time(text, of: nil) }
        times = parameters["datetime"].map { $0.split(separator: "/", omittingEmptySubsequences: false).map(String.init) } ?? []
        (types, names, externals) = (list("type"), list("ids"), list("externalIds"))
        order = try (list("sortby") ?? []).map { try RecordOrder($0) }
        limit = min(try parameters.number("limit", 1 ... .max, else: OGC.page), 1_000)
        start = try parameters.number("cursor", 0 ... .max, else: 0)
    }

    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "fr"))
    }

    /// Records that are found, those of the page, and the link to what follows.
    func page(_ ask: Ask, _ serving: Serving) async throws -> (matched: Int, records: [CatalogueRecord], next: OGCLink?) {
        var found: [CatalogueRecord] = []
        for layer in serving.layers(ask) {
            let record = CatalogueRecord(layer, try await serving.layerBook.facts(layer, serving), serving)
            if holds(record) { found.append(record) }
        }
        if !order.isEmpty { found = RecordOrder.sorted(found, by: order) }
        let records = Array(found.dropFirst(start).prefix(limit))
        // A cursor may be as great as it likes: nothing is added to it before it is known to be within.
        guard start < found.count, limit < found.count - start else { return (found.count, records, nil) }
        let rest = ask.parameters.without("cursor").items + [.init(name: "cursor", value: String(start + limit))]
        let next = OGCLink(
            "next", ask.link(CatalogueResource.root + "/items", Parameters(rest)), "application/geo+json",
            Bilingual(fr: "Page suivante", en: "Next page"))
        return (found.count, records, next)
    }

    private func holds(_ record: CatalogueRecord) -> Bool {
        let words = terms.isEmpty ? "" : Self.folded(record.words)
        guard terms.isEmpty || terms.contains(where: { words.contains($0) }) else { return false }
        guard types?.contains("dataset") ?? true, names?.contains(record.layer.name) ?? true else { return false }
        if let externals, !externals.contains(where: { $0 == record.sheet.id || $0 == "uuid:\(record.sheet.id)" }) {
            return false
        }
        if let box {
            guard let own = record.facts.box else { return false }
            let isAcross = box[0] <= box[2] ? own[0] <= box[2] && own[2] >= box[0] : own[0] <= box[2] || own[2] >= box[0]
            guard isAcross, own[1] <= box[3], own[3] >= box[1] else { return false }
        }
        guard !times.isEmpty, let own = record.facts.times else { return true }
        // ISO dates stand in the order of their texts, as far as both are written.
        let (from, to) = (times[0], times[times.count - 1])
        let isAfter = from.isEmpty || from == ".." || own.last.prefix(from.count) >= from.prefix(own.last.count)
        let isBefore = to.isEmpty || to == ".." || own.first.prefix(to.count) <= to.prefix(own.first.count)
        return isAfter && isBefore
    }
}
