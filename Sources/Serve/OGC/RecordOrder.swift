internal import Publish
internal import Territory

/// A criterion of `sortby`: `title`, `-updated` (OGC API – Records, Part 1, §7.5). A plus may have come as a blank.
struct RecordOrder: Sendable {
    private enum Name: String, CaseIterable {
        case id, title, created, updated
    }

    private let name: Name
    private let isDescending: Bool

    /// - Throws: `Refusal` when records are not put in that order.
    init(_ text: String) throws(Refusal) {
        isDescending = text.hasPrefix("-")
        let plain = text.drop { $0 == "-" || $0 == "+" || $0 == " " }
        guard let name = Name(rawValue: String(plain)) else {
            let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw .parameter(
                "Invalid value for sortby: \(plain) was found but one of \(known) is expected.",
                fr: "sortby prend \(known), pas \(plain).")
        }
        self.name = name
    }

    private func value(_ record: CatalogueRecord) -> String {
        switch name {
        case .id: record.layer.name
        case .title: RecordQuestion.folded(record.layer.title(.french))
        case .created: record.sheet.issued
        case .updated: record.sheet.modified
        }
    }

    /// Equal records keep their order.
    static func sorted(_ records: [CatalogueRecord], by order: [RecordOrder]) -> [CatalogueRecord] {
        let told = records.map { record in (record: record, values: order.map { $0.value(record) }) }
        return told.enumerated().sorted { one, other in
            for (index, criterion) in order.enumerated() {
                let (left, right) = (one.element.values[index], other.element.values[index])
                if left != right { return criterion.isDescending ? left > right : left < right }
            }
            return one.offset < other.offset
        }.map(\.element.record)
    }
}
