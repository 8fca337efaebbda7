package import Check
internal import Collect
internal import DuckDB
package import Foundation
package import Territory

/// One file against one Table Schema, outside any territory: the verdict, and everything that is wrong.
package struct FileCheck: Sendable {
    /// What the check of a file tells.
    package struct Verdict: Sendable {
        package let report: Report
        /// What was detected while reading: encoding, delimiter, row of the titles.
        package let notes: [Bilingual]
        package let schema: SchemaDescriptor
    }

    /// Where the rows come from.
    package enum Subject: Sendable {
        case file(URL)
        /// An address of the web; one of this network only when that is allowed.
        case address(String, isLocalAllowed: Bool)
    }

    private let subject: Subject
    private let schema: SchemaDescriptor
    private let manner: SchemaPlan.Manner
    private let ignoresHeaderCase: Bool
    private let extensionFolder: String

    package init(
        _ subject: Subject, against schema: SchemaDescriptor, as manner: SchemaPlan.Manner = .own,
        ignoringHeaderCase ignoresHeaderCase: Bool = false, extensionFolder: String
    ) {
        self.subject = subject
        self.schema = schema
        self.manner = manner
        self.ignoresHeaderCase = ignoresHeaderCase
        self.extensionFolder = extensionFolder
    }

    /// Reads the file and checks it.
    /// - Parameter examples: findings shown of each kind; counts are always exact.
    /// - Throws: what reading the file throws.
    package func run(examples: Int = 10) async throws -> Verdict {
        try await run(examples: examples, keepsAll: false) { verdict, _ in verdict }
    }

    /// Reads the file, checks it, and asks more of the engine before it goes.
    /// - Parameter keepsAll: whether every finding can be asked for; the first of each kind otherwise.
    package func run<Answer: Sendable>(
        examples: Int, keepsAll: Bool, _ more: @escaping @Sendable (Verdict, OpenCheck) throws -> Answer
    ) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lavoir-check-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let engine = try Engine(configuration(folder))
        defer { engine.close() }
        return try await engine.write { connection in
            let workshop = Workshop(in: folder)
            let work = try workshop.open("check", connection)
            defer { workshop.close(work, connection) }
            let log = FindingLog(schema: work.schema)
            try log.create(connection)
            let table = try check(work, log, keeping: keepsAll ? .all : .first(examples), connection)
            let report = try log.report(kinds: findingKinds, examples: examples, connection)
            return try more(
                Verdict(report: report, notes: table?.notes ?? [], schema: schema),
                OpenCheck(connection: connection, work: work, log: log, schema: schema, table: table))
        }
    }

    private func configuration(_ folder: URL) -> EngineConfiguration {
        var configuration = EngineConfiguration(extensionFolder: extensionFolder)
        configuration.scratch = Workshop.database
        configuration.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        configuration.readers = 1
        // What does not fit is spilled: a million refused rows cost time, not memory.
        configuration.memoryLimit = "320MB"
        configuration.temporaryFolder = folder.appending(path: "spill").path
        return configuration
    }

    private func check(
        _ work: WorkArea, _ log: FindingLog, keeping kept: SchemaPlan.Kept, _ connection: Connection
    ) throws -> OpenCheck.Table? {
        let faults = try SchemaPlan.faults(of: schema, in: work.schema, connection)
        if manner == .validata, let first = faults.first {
            try log.add(first.weighing(.error), connection)
            return nil
        }
        for fault in faults { try log.add(fault, connection) }
        let collected = try source(work.folder).collect(connection, into: work)
        let relation = limited(collected.relation)
        let plan = SchemaPlan(schema, over: relation, titles: titles(collected))
        let table = OpenCheck.Table(relation: relation, plan: plan, notes: collected.notes)
        if manner == .validata, let key = plan.startFindings.first(where: { ValidataCodes.code(of: $0) == "schema-error" }) {
            try log.add(key, connection)
            return table
        }
        try checkRows(plan, collected, work, log, keeping: kept, connection)
        return table
    }

    /// The titles of the columns; when their case does not count, in that of the schema.
    private func titles(_ collected: Collected) -> [String]? {
        guard ignoresHeaderCase else { return collected.titles }
        let names = Dictionary(schema.fields.map { ($0.name.lowercased(), $0.name) }) { first, _ in first }
        return (collected.titles ?? collected.relation.columns.map(\.name)).map { title in
            names[title.trimmingCharacters(in: .whitespaces).lowercased()] ?? title
        }
    }

    private func checkRows(
        _ plan: SchemaPlan, _ collected: Collected, _ work: WorkArea, _ log: FindingLog, keeping kept: SchemaPlan.Kept,
        _ connection: Connection
    ) throws {
        for finding in plan.headerFindings + plan.startFindings { try log.add(finding, connection) }
        guard plan.readsRows else { return }
        for relation in collected.findings {
            try log.add(RaggedRows.findings(relation, labels: plan.labels), connection)
            try log.add(RaggedRows.others(relation), connection)
        }
        try plan.checkRows(in: work.schema, log, keeping: kept, connection)
    }

    /// Validata looks at 100,000 rows and says nothing of the rest.
    private func limited(_ relation: Relation) -> Relation {
        guard manner == .validata else { return relation }
        return Relation(
            sql: "SELECT * FROM (\(relation.sql)) AS collected WHERE _row <= 100001", parameters: relation.parameters,
            columns: relation.columns)
    }

    /// The rows as a connector reads them. Validata takes the first row of a text for its titles.
    /// - Parameter folder: where a copy from the web is kept for a while.
    private func source(_ folder: URL) throws -> any Connector {
        switch subject {
        case .address(let address, let isLocalAllowed):
            return try WebCopy(isLocalAllowed: isLocalAllowed).connector(address, in: folder)
        case .file(let file):
            let file = file.standardizedFileURL
            let place = Place(file: file.lastPathComponent, line: 1, column: 1)
            let isText = ["csv", "tsv", "txt"].contains(file.pathExtension.lowercased())
            let options = manner == .validata && isText ? ["header": Value(.integer(1), at: place)] : [:]
            return try FileConnector(
                SourceDeclaration(
                    connector: "file", argument: Value(.text(file.lastPathComponent), at: place), options: options, place: place),
                in: Confinement(file.deletingLastPathComponent()))
        }
    }
}
