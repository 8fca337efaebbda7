internal import DuckDB
internal import Foundation
internal import Query

/// A calendar (iCalendar, RFC 5545): an event for each row that has a day. It begins at the field whose name says so (`debut`,
/// `start`) or at the first date, ends at the one whose name says so (`fin`, `end`), and is called by the first text that is a title.
struct CalendarExport: ExportForm {
    let name = "ical"
    let type = "text/calendar; charset=utf-8"
    let ending = "ics"

    func applies(to table: QueryTable) -> Bool {
        table.fields.contains { $0.type.isTemporal && !$0.isMultivalued }
            && table.fields.contains { $0.type.isText && !$0.isMultivalued }
    }

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try Self.query(job)
        guard let event = CalendarEvent(query, labels: job.labels, domain: job.request.ask.domain) else {
            throw Refusal.parameter("The ical export needs a date and a text in select.")
        }
        let opening = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lavoir//\(job.name)//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "",
        ]
        return TextExport(
            opening: opening.joined(separator: "\r\n"), rows: RowText.lines(query, event.line), closing: "END:VCALENDAR\r\n"
        ).fill(job)
    }

    /// The question with the identifier of each row last, by which a calendar knows an event again.
    private static func query(_ job: ExportJob) throws -> CompiledQuery {
        var plan = job.plan
        plan.setting.writesInstants = false
        guard plan.groups.isEmpty, !plan.outputs.contains(where: \.expression.isAggregate),
            let identifier = job.table.hidden.first
        else { throw Refusal.parameter("The ical export needs rows, not groups.") }
        plan.outputs.append(Output("event identifier", .field(identifier)))
        return try plan.compiled(over: job.table)
    }
}

/// SQL that writes a row as an event.
struct CalendarEvent: Sendable {
    let line: String

    /// - Parameters:
    ///   - query: its last column is the identifier of the row.
    ///   - domain: what the identifiers of events end with.
    /// - Returns: nil when no column is a date, or none a text.
    init?(_ query: CompiledQuery, labels: [String: String], domain: String) {
        let columns = query.columns.dropLast()
        let days = columns.indices.filter { columns[$0].type.isTemporal && !columns[$0].isMultivalued }
        let texts = columns.indices.filter { columns[$0].type.isText && !columns[$0].isMultivalued }
        guard let start = days.first(where: { Self.words(columns[$0].name).contains { Self.starts.contains($0) } }) ?? days.first,
            let title = Self.titles.lazy.compactMap({ word in texts.first { Self.words(columns[$0].name).contains(word) } }).first
                ?? texts.first
        else { return nil }
        let end = days.first { index in
            index != start && columns[index].type == columns[start].type
                && Self.words(columns[index].name).contains { Self.ends.contains($0) }
        }
        let place = columns.indices.first { columns[$0].type == .geoPoint && !columns[$0].isMultivalued }
        let others = columns.indices.filter { index in
            ![start, end, title].contains(index) && !columns[index].type.isGeographic
        }
        let details = others.map { index -> String in
            let value = CellText(columns[index]).plain(RowText.name(index))
            return
                "CASE WHEN \(value) <> '' THEN concat(\(literal((labels[columns[index].name] ?? columns[index].name) + " : ")), \(value)) END"
        }
        let begin = RowText.name(start)
        var lines = [
            literal("BEGIN:VEVENT"), "concat('UID:', \(RowText.name(columns.endIndex)), \(literal("@\(domain)")))",
            // The rows of a version were all made at once: the day itself stands for when the event was written.
            "strftime(\(begin), 'DTSTAMP:%Y%m%dT%H%M%SZ')", Self.moment("DTSTART", begin, columns[start].type),
            "concat('SUMMARY:', \(Self.escaped(RowText.name(title))))",
        ]
        if let end { lines.append(Self.moment("DTEND", Self.after(RowText.name(end), columns[end].type), columns[end].type)) }
        if let place { lines.append("concat('GEO:', \(RowText.name(place)).lat, ';', \(RowText.name(place)).lon)") }
        if !details.isEmpty {
            lines.append(
                "'DESCRIPTION:' || nullif(\(Self.escaped("concat_ws(chr(10), \(details.joined(separator: ", ")))")), '')")
        }
        lines.append(literal("END:VEVENT"))
        let folded = lines.map(Self.folded).joined(separator: ", ")
        self.line = "CASE WHEN \(begin) IS NULL THEN '' ELSE concat_ws(concat(chr(13), chr(10)), \(folded), '') END"
    }

    private static let starts: Set = ["debut", "start", "begin", "dtstart"]
    private static let ends: Set = ["fin", "end", "dtend"]
    /// The better ones first.
    private static let titles = ["titre", "title", "intitule", "summary", "nom", "name", "objet", "libelle"]

    /// The words of a column's name, without accents: `dateDébut` and `date_debut` hold `debut`.
    private static func words(_ name: String) -> Set<String> {
        let plain = name.folding(options: .diacriticInsensitive, locale: nil)
        return Set(plain.matches(of: #/[A-Z]?[a-z]+|[A-Z]+/#).map { $0.output.lowercased() })
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
