internal import Check
internal import Collect
internal import DuckDB
internal import Lake
internal import Prepare
internal import Publish
package import Territory

/// Every code that a run or a declaration may give, in alphabetical order: findings, problems and faults of all rooms.
package var codes: [CodeEntry] {
    let findings = findingKinds.map { CodeEntry($0) } + ProblemKind.all.map { CodeEntry($0) }
    let faults = FaultKind.all.map { CodeEntry(code: $0.code, what: $0.what, remedy: $0.remedy) }
    let runs = [EngineFault.Kind.refused, .deadline].map { kind in
        CodeEntry(RunFault.explained(EngineFault(kind, "{reason}"), dataset: "{dataset}"))
    }
    let announcements = [CodeEntry(RunFault.notAnnounced("{reason}"))]
    let schemas = [CodeEntry(SchemaFault(file: "{file}"))]
    return (findings + faults + Collect.faultCodes + LakeFault.codes + PublishFault.codes + runs + announcements + schemas)
        .sorted { $0.code < $1.code }
}
