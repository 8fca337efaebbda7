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
