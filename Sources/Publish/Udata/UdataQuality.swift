internal import Foundation
internal import Territory

/// The quality score udata will give, foreseen (udata `Dataset.compute_quality`: nine points).
struct UdataQuality: Sendable {
    /// One point each: whether it will be given, and how to gain it.
    private let points: [(isGiven: Bool, advice: Bilingual)]

    var score: Double { Double(points.count { $0.isGiven }) / 9 }
    var advice: [Bilingual] { points.filter { !$0.isGiven }.map(\.advice) }

    /// - Parameter isFresh: whether files are about to be put up, which makes now the moment of the last update.
    init(_ publication: Publication, _ sheet: UdataSheet, _ found: UdataFound, isFresh: Bool) {
        let there = found.dataset, files = publication.files.filter { found.about.endings.contains($0.format) }
        let frequency = sheet.frequency ?? there?["frequency"]?.text
        let isFrequencyKnown = frequency.map { $0 != "unknown" } ?? false
        let hasFiles = !files.isEmpty || !found.resources.isEmpty
        let isLicensed = sheet.licence != nil || there?["license"]?.line != nil
        points = [
            (isLicensed, UdataMessages.licence(sheet.sheet.licence.name)),
            (sheet.period != nil || there?["temporal_coverage"]?.isNull == false, UdataMessages.period),
            (sheet.spatial != nil || there?["spatial"]?.isNull == false, UdataMessages.coverage),
            (isFrequencyKnown, UdataMessages.frequency),
            (isFrequencyKnown && (isFresh || Self.isInTime(frequency, there)), UdataMessages.late),
            (sheet.description.count > found.about.goodDescription, UdataMessages.description(found.about.goodDescription)),
            (Self.isOpen(files, found), UdataMessages.openFormat),
            (hasFiles && Self.isAvailable(found), UdataMessages.unavailable),
            (hasFiles, UdataMessages.noFile),
        ]
    }

    private static let closed: Set = ["pdf", "doc", "docx", "word", "xls", "excel", "xlsx"]

    private static func isOpen(_ files: [PublishedFile], _ found: UdataFound) -> Bool {
        files.contains { !closed.contains($0.format) }
            || found.resources.contains { one in one.json["format"]?.text.map { !closed.contains($0.lowercased()) } ?? false }
    }

    private static func isAvailable(_ found: UdataFound) -> Bool {
        !found.resources.contains { $0.json["extras"]?["check:available"]?.boolean == false }
    }

    /// How many days each frequency allows between two updates; none for what cannot be late.
    private static let days: [String: Double] = [
        "hourly": 1.0 / 24, "daily": 1, "weekly": 7, "biweekly": 14, "monthly": 31, "bimonthly": 62, "quarterly": 93,
        "semiannual": 365, "annual": 365, "biennial": 730, "triennial": 1_095,
    ]

    /// Whether the next update is expected later than yesterday.
    private static func isInTime(_ frequency: String?, _ there: JSON?) -> Bool {
        guard let days = frequency.flatMap({ days[$0] }) else { return true }
        guard let text = there?["last_update"]?.text, let last = date(text) else { return true }
        return last.addingTimeInterval((days + 1) * 86_400) >= Date()
    }

    private static func date(_ text: String) -> Date? {
        try? Date.ISO8601FormatStyle().parse(String(text.prefix(19)) + "Z")
    }
}
