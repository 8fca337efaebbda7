package import Check
internal import Collect
internal import DuckDB
internal import Foundation
package import Lake
package import Territory

/// Something that can be checked, and asked more while its engine is open.
package protocol Checking: Sendable {
    /// - Parameters:
    ///   - examples: findings shown of each kind; counts are always exact.
    ///   - keepsAll: whether every finding can be asked for; the first of each kind otherwise.
    func run<Answer: Sendable>(
        examples: Int, keepsAll: Bool, _ more: @escaping @Sendable (FileCheck.Verdict, OpenCheck) throws -> Answer
    ) async throws -> Answer
}

extension FileCheck: Checking {}

/// A version of a dataset of the lake against a Table Schema.
package struct DatasetCheck: Checking {
    private let dataset: String
    private let choice: VersionChoice
    private let schema: SchemaDescriptor
    private let territory: Territory
    private let environment: RunEnvironment

    package init(
        _ dataset: String, _ choice: VersionChoice, against schema: SchemaDescriptor, in territory: Territory,
        _ environment: RunEnvironment
    ) {
        self.dataset = dataset
        self.choice = choice
        self.schema = schema
        self.territory = territory
        self.environment = environment
    }

    package func run<Answer: Sendable>(
        examples: Int, keepsAll: Bool, _ more: @escaping @Sendable (FileCheck.Verdict, OpenCheck) throws -> Answer
    ) async throws -> Answer {
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let workshop = Workshop(in: territory.folder.appending(path: ".lavoir"))
        let (dataset, choice, schema) = (dataset, choice, schema)
        return try await LakeStore(territory, engine: engine).session(readOnly: true) { session in
            let connection = session.connection
            let work = try workshop.open("check", connection)
            defer { workshop.close(work, connection) }
            let log = FindingLog(schema: work.schema)
            try log.create(connection)
            for fault in try SchemaPlan.faults(of: schema, in: work.schema, connection) { try log.add(fault, connection) }
            let version = try session.version(choice, of: dataset)
            let relation = try session.relation(version)
            let plan = SchemaPlan(schema, over: relation)
            for finding in plan.headerFindings + plan.startFindings { try log.add(finding, connection) }
            try plan.checkRows(in: work.schema, log, keeping: keepsAll ? .all : .first(examples), connection)
            let report = try log.report(kinds: findingKinds, examples: examples, connection)
            let note = Bilingual("\(dataset) · version \(version.number)")
            let table = OpenCheck.Table(relation: relation, plan: plan, notes: [note])
            return try more(
                FileCheck.Verdict(report: report, notes: [note], schema: schema),
                OpenCheck(connection: connection, work: work, log: log, schema: schema, table: table))
        }
    }
}
