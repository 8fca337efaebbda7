internal import Foundation
internal import Lake
internal import Query
internal import Territory

/// Dates in words. What the engine writes begins with `2026-03-03`.
struct DateText: Sendable {
    let language: Language

    /// `3 mars 2026`; what is no date stays as it is.
    func long(_ text: String) -> String {
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month),
            let day = Int(parts[2])
        else { return text }
        let name = CalendarNames.months[month - 1].text(in: language)
        return "\(language == .french && day == 1 ? "1er" : String(day)) \(name) \(year)"
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
