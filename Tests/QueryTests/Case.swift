import Foundation
import Query
import Territory
import Testing

/// A line of a table of expressions: a request, and what it must answer.
struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let line: Int
    let request: String
    let expected: String

    var testDescription: String { "\(file):\(line) \(request)" }

    /// The lines of a file. A line that begins with `#` is a remark.
    static func all(_ file: String) -> [Case] {
        let text = (try? String(contentsOf: Seed.folder.appending(path: file), encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            return Case(file: file, line: index + 1, request: String(cells[0]), expected: String(cells.last ?? ""))
        }
    }

    /// The parameters, in order: `where=…&select=…`.
    var parameters: [(name: String, value: String)] {
        var found: [(String, String)] = []
        let starts = request.matches(
            of: #/(?:^|&)(select|where|group_by|order_by|limit|offset|timezone|lang|refine|exclude|qv1|facet)=/#)
        for (index, match) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : request.endIndex
            found.append((String(match.1), String(request[match.range.upperBound..<end])))
        }
        return found
    }

    func values(_ name: String) -> [String] { parameters.filter { $0.name == name }.map(\.value) }

    func read() throws -> ODSQL.Request {
        var read = ODSQL.Request(now: Seed.now)
        read.select = values("select").first
        read.filters = values("where")
        read.groupBy = values("group_by").first
        read.orderBy = values("order_by").first
        read.refine = values("refine")
        read.exclude = values("exclude")
        read.legacy = values("qv1")
        let page = try ODSQL.page(
            limit: values("limit").first, offset: values("offset").first, isGrouped: read.groupBy != nil,
            isExport: values("limit").isEmpty)
        read.limit = page.limit
        read.offset = page.offset
        if let name = values("timezone").first { read.setting.zone = Zone(name) ?? .utc }
        if values("lang").first == "en" { read.setting.language = .english }
        read.setting.writesInstants = true
        return read
    }
}
