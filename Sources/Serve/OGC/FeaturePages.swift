internal import DuckDB
internal import Foundation
internal import NIOCore
internal import Lake
internal import Query
internal import Territory

/// A page of features as it is written: whole, or while the engine reads it.
struct FeaturePages: Sendable {
    private let question: FeatureQuestion
    private let ask: Ask
    private let links: [OGCLink]
    private let serving: Serving

    init(_ question: FeatureQuestion, _ ask: Ask, _ links: [OGCLink], _ serving: Serving) {
        self.question = question
        self.ask = ask
        self.links = links
        self.serving = serving
    }

    /// The page in memory.
    func whole() async throws -> ByteBuffer {
        if let page = try await points() { return page }
        return try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            var buffer = ByteBuffer()
            try write(connection) { buffer.writeBytes($0) }
            return buffer
        }
    }

    /// The most features that a page may have to be made of texts that are kept.
    private static let mostKept = 100

    /// The points of a box, from what is in memory; nil when more is asked.
    private func points() async throws -> ByteBuffer? {
        guard let frame = question.frameAlone, frame.isOfDegrees, question.limit <= Self.mostKept,
            let grid = try await serving.pointBook.grid(question.layer, serving)
        else { return nil }
        let boxes = frame.boxes
        let matched = question.cursor?.matched ?? boxes.reduce(0) { $0 + grid.count($1) }
        let rows = grid.rows(in: boxes, after: question.cursor?.row ?? -1, limit: question.limit, of: matched)
        let features = try await serving.pointBook.features(rows, question, serving)
        var buffer = ByteBuffer()
        buffer.writeBytes(head(matched))
        for (index, feature) in features.enumerated() {
            if index > 0 { buffer.writeBytes(Self.between) }
            buffer.writeBytes(feature)
        }
        buffer.writeBytes(end(after: rows.last, count: features.count, matched))
        return buffer
    }

    private static let between = Array(",\n".utf8)

    private func head(_ matched: Int) -> [UInt8] {
        Array("{\"type\":\"FeatureCollection\",\"numberMatched\":\(matched),\"features\":[".utf8)
    }

    private func end(after row: Int?, count: Int, _ matched: Int) -> [UInt8] {
        let all = links + [next(after: row, count: count, matched)].compactMap(\.self)
        let end = JSON.members([
            "numberReturned": .integer(count), "timeStamp": .text(Moment.instant),
            "links": .list(all.map { $0.json(serving.language) }),
        ]).line
        return Array("],\(end.dropFirst())".utf8)
    }

    /// The page while it is being read: a large one never is in memory.
    func streamed() async throws -> Answer {
        let pages = self
        let run = try serving.spools.run(UUID().uuidString) { spool in
            ExportRun(spool) { spool in
                try await pages.serving.shelf.engine.read(
                    at: .patient, deadline: .seconds(pages.serving.options.exportTimeout)
                ) { connection in try pages.write(connection) { try spool.append($0) } }
                withExtendedLifetime(pages.question.layer.copy) {}
            }
        }
        // What goes wrong before the first byte is still told with a status of its own.
        _ = try await run.spool.piece(from: 0, upTo: 1)
        return Answer(type: "application/geo+json", .stream(run.stream))
    }

    /// Values of a plan over the same rows, for a page.
    func rows(_ plan: QueryPlan) async throws -> (matched: Int, rows: [Row]) {
        let query = try plan.compiled(over: question.layer.table)
        return try await serving.shelf.engine.read(deadline: serving.deadline) { connection in
            (try matched(connection), try connection.rows(query.sql, query.parameters))
        }
    }

    private func matched(_ connection: Connection) throws -> Int {
        if let cursor = question.cursor { return cursor.matched }
        if question.filter == .everything { return question.layer.copy.about.rows }
        let count = try QueryPlan(outputs: [], filter: question.filter).counted(over: question.layer.table)
        return try connection.row(count.sql, count.parameters)?[0].integer ?? 0
    }

    private func write(_ connection: Connection, _ send: ([UInt8]) throws -> Void) throws {
        let matched = try matched(connection)
        var plan = question.plan
        if question.cursor == nil, question.filter != .everything { plan.passing = matched }
        let text = FeatureText(try plan.compiled(over: question.layer.table)).rows
        var bytes = head(matched)
        var (count, last) = (0, nil as Int?)
        if matched > 0 {
            try connection.stream(text.sql, text.parameters) { chunk in
                for row in 0..<chunk.count {
                    if count > 0 { bytes.append(contentsOf: Self.between) }
                    count += 1
                    chunk.columns[0].withBytes(at: row) { bytes.append(contentsOf: $0) }
                }
                last = chunk.columns[1].value(at: chunk.count - 1).integer
                if bytes.count > 1 << 18 {
                    try send(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
        }
        try send(bytes + end(after: last, count: count, matched))
    }

    /// The link to what follows; none after the last page.
    func next(after row: Int?, count: Int, _ matched: Int) -> OGCLink? {
        guard let row, count == question.limit, count < matched else { return nil }
        let cursor = Cursor(version: question.layer.copy.copy.version, row: row, matched: matched)
        let rest = ask.parameters.without("cursor").items
        let address = ask.link(path, Parameters(rest + [.init(name: "cursor", value: cursor.text)]))
        return OGCLink("next", address, "application/geo+json", Bilingual(fr: "Page suivante", en: "Next page"))
    }

    /// The same page in another form.
    func form(_ name: String) -> String {
        ask.link(path, Parameters(ask.parameters.without("f").items + [.init(name: "f", value: name)]))
    }

    private var path: String { OGC.path(question.layer.name, "items") }
}

extension Moment {
    /// Now, UTC, to the second: `2026-11-22T21:45:00Z`.
    static var instant: String { text(Int(Date().timeIntervalSince1970), separator: "T") + "Z" }
}
