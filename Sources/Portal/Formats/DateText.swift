internal import Foundation
internal import Territory

/// Dates in words. What the engine writes begins with `2026-03-03`.
struct DateText: Sendable {
    let language: Language

    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    /// `3 mars 2026`; what is no date stays as it is.
    func long(_ text: String) -> String {
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month),
            let day = Int(parts[2])
        else { return text }
        let name = (language == .french ? Self.french : Self.english)[month - 1]
        return "\(language == .french && day == 1 ? "1er" : String(day)) \(name) \(year)"
    }

    /// Whole days from a time in UTC until now.
    static func age(_ text: String, _ now: Date) -> Int? {
        guard let date = try? Date(text.prefix(10) + "T00:00:00Z", strategy: .iso8601) else { return nil }
        return max(0, Int(now.timeIntervalSince(date) / 86_400))
    }

    /// `aujourd'hui`, `il y a 3 jours`.
    func ago(_ days: Int) -> String {
        switch (days, language) {
        case (0, .french): "aujourd’hui"
        case (0, .english): "today"
        case (1, .french): "hier"
        case (1, .english): "yesterday"
        case (..<60, .french): "il y a \(days) jours"
        case (..<60, .english): "\(days) days ago"
        case (..<730, .french): "il y a \(days / 30) mois"
        case (..<730, .english): "\(days / 30) months ago"
        case (_, .french): "il y a \(days / 365) ans"
        case (_, .english): "\(days / 365) years ago"
        }
    }
}
