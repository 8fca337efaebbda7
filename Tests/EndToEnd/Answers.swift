/// What the program prints with `--json`, as somebody else's program would read it.

/// A line of `log --json`.
struct VersionLine: Decodable {
    let dataset: String
    let number: Int
    let rows: Int
    let added: Int
    let removed: Int
    let author: String
    let message: String
    /// UTC, `2025-03-31 08:00:00.123`.
    let time: String
    let snapshot: Int?
}

/// The answer of `diff --json`, and a part of `plan --json`.
struct DifferenceAnswer: Decodable, Equatable {
    struct Change: Decodable, Equatable {
        let key: [String: String]
        let field: String
        let before: String?
        let after: String?
        let source: String?
        let row: Int?
    }

    let from: Int
    let to: Int
    let key: [String]
    let addedColumns: [String]
    let removedColumns: [String]
    let addedRows: Int
    let removedRows: Int
    let changedRows: Int
    let changed: [Change]
}

/// A line of `run --json` or `plan --json`.
struct RunLine: Decodable {
    struct Fault: Decodable {
        let code: String
        let what: [String: String]
        let remedy: [String: String]
    }

    let dataset: String
    let outcome: String
    let version: Int?
    let rows: Int?
    let added: Int
    let removed: Int
    let difference: DifferenceAnswer?
    let fault: Fault?
}

/// A line of `lint --json`.
struct ProblemLine: Decodable {
    struct Place: Decodable {
        let file: String
        let line: Int
        let column: Int
    }

    let code: String
    let place: Place?
}
