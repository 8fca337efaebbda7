internal import DuckDB
internal import Foundation
internal import Query

/// SQL that writes a row as an event (iCalendar, RFC 5545).
struct CalendarEvent: Sendable {
    let line: String

    /// - Parameters:
    ///   - query: its last column is the identifier of the row.
    ///   - domain: what the identifiers of events end with.
    /// - Returns: nil when no column is a date, or none a text.
    init?(_ query: CompiledQuery, labels: [String: String], domain: String) {
        let columns = query.columns.dropLast()
        guard let parts = Parts(columns) else { return nil }
        let begin = RowText.name(parts.start), identifier = RowText.name(columns.endIndex)
        var lines = [
            literal("BEGIN:VEVENT"), "concat('UID:', \(identifier), \(literal("@\(domain)")))",
            // The rows of a version were all made at once: the day itself stands for when the event was written.
            "strftime(\(begin), 'DTSTAMP:%Y%m%dT%H%M%SZ')", Self.moment("DTSTART", begin, columns[parts.start].type),
            "concat('SUMMARY:', \(Self.escaped(RowText.name(parts.title))))",
        ]
        if let end = parts.end {
            lines.append(Self.moment("DTEND", Self.after(RowText.name(end), columns[end].type), columns[end].type))
        }
        if let place = parts.place {
            lines.append("concat('GEO:', \(RowText.name(place)).lat, ';', \(RowText.name(place)).lon)")
        }
        let details = parts.others.map { Self.detail(columns[$0], at: $0, labels) }
        if !details.isEmpty {
            let text = Self.escaped("concat_ws(chr(10), \(details.joined(separator: ", ")))")
            lines.append("'DESCRIPTION:' || nullif(\(text), '')")
        }
        lines.append(literal("END:VEVENT"))
        let folded = lines.map(Self.folded).joined(separator: ", ")
        line = "CASE WHEN \(begin) IS NULL THEN '' ELSE concat_ws(concat(chr(13), chr(10)), \(folded), '') END"
    }

    /// A line of the description: a column that is no other part of the event.
    private static func detail(_ column: ResultColumn, at index: Int, _ labels: [String: String]) -> String {
        let value = CellText(column).plain(RowText.name(index))
        return "CASE WHEN \(value) <> '' THEN concat(\(literal((labels[column.name] ?? column.name) + " : ")), \(value)) END"
    }

    /// A day, or an instant in UTC (§3.3.4, §3.3.5).
    private static func moment(_ property: String, _ value: String, _ type: ValueType) -> String {
        type == .date ? "strftime(\(value), '\(property);VALUE=DATE:%Y%m%d')" : "strftime(\(value), '\(property):%Y%m%dT%H%M%SZ')"
    }

    /// The end of an event is the first moment when it is over (§3.6.1): the day after its last day.
    private static func after(_ value: String, _ type: ValueType) -> String { type == .date ? "(\(value) + 1)" : value }

    /// Text of a property (§3.3.11); control characters have no way to be written.
    private static func escaped(_ text: String) -> String {
        let clean = "regexp_replace(\(text), '[\\x00-\\x09\\x0B-\\x1F\\x7F]', '', 'g')"
        let signs = [("\\", "\\\\"), (";", "\\;"), (",", "\\,")]
        let written = signs.reduce(clean) { "replace(\($0), \(literal($1.0)), \(literal($1.1)))" }
        return "replace(\(written), chr(10), '\\n')"
    }

    /// A line of 75 octets at most, what is longer on lines that begin with a space (§3.1): 73 letters of one octet, 36 of two at
    /// most, or 18 of four at most.
    private static func folded(_ line: String) -> String {
        "regexp_replace(\(line), '([ -~]{73}|[ -~\u{A0}-\u{FF}]{36}|.{18})', concat('\\1', chr(13), chr(10), ' '), 'g')"
    }
}

extension CalendarEvent {
    /// Which columns an event is made of.
    private struct Parts {
        let start: Int
        let end: Int?
        let title: Int
        let place: Int?
        let others: [Int]

        init?(_ columns: ArraySlice<ResultColumn>) {
            let single = columns.indices.filter { !columns[$0].isMultivalued }
            let days = single.filter { columns[$0].type.isTemporal }, texts = single.filter { columns[$0].type.isText }
            func first(_ indices: [Int], named words: [String]) -> Int? {
                words.lazy.compactMap { word in indices.first { Self.words(columns[$0].name).contains(word) } }.first
            }
            guard let start = first(days, named: Self.starts) ?? days.first,
                let title = first(texts, named: Self.titles) ?? texts.first
            else { return nil }
            let end = first(days.filter { $0 != start && columns[$0].type == columns[start].type }, named: Self.ends)
            self.start = start
            self.end = end
            self.title = title
            place = single.first { columns[$0].type == .geoPoint }
            others = columns.indices.filter { ![start, end, title].contains($0) && !columns[$0].type.isGeographic }
        }

        private static let starts = ["debut", "start", "begin", "dtstart"]
        private static let ends = ["fin", "end", "dtend"]
        /// The better ones first.
        private static let titles = ["titre", "title", "intitule", "summary", "nom", "name", "objet", "libelle"]

        /// The words of a column's name, without accents: `dateDébut` and `date_debut` hold `debut`.
        private static func words(_ name: String) -> Set<String> {
            let plain = name.folding(options: .diacriticInsensitive, locale: nil)
            return Set(plain.matches(of: #/[A-Z]?[a-z]+|[A-Z]+/#).map { $0.output.lowercased() })
        }
    }
}
