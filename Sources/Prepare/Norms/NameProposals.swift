internal import Territory

/// The variants still to decide, as findings. Cost: one grouping of the rows, then work on distinct names only; no name is
/// ever compared with all the others.
struct NameProposals {
    let method: NameKey
    let threshold: Double
    /// Names the recipe has decided.
    let kept: [String]

    /// How many neighbours each name is compared with, in each order (the sorted neighbourhood of Hernández and Stolfo, 1995).
    private static let neighbours = 5

    /// - Parameter rows: `name`, `_source` and `_row` of each filled cell, decisions applied.
    func findings(_ rows: SQL, field: String) -> SQL {
        let decided = kept.map { SQL("\(text: $0)") }.joined(", ")
        let isKept: SQL = kept.isEmpty ? "false" : "name IN (\(decided))"
        // The first row of a name: arg_min over both would not tell files apart.
        let names: SQL = """
            SELECT name, count(*) AS times, min(struct_pack(source := _source, line := _row)) AS seen, \(isKept) AS kept
            FROM (\(rows)) GROUP BY name
            """
        let pairs = method == .near ? near(names) : sharing(names)
        return """
            SELECT \(text: FindingKind.variant.code) AS code, \(text: FindingKind.variant.severity.rawValue) AS severity,
            seen.source AS _source, seen.line AS _row, \(text: field) AS field, name AS value, proposed AS detail FROM (\(pairs))
            """
    }

    /// Names that share a key: the best of each group is proposed to the others.
    private func sharing(_ names: SQL) -> SQL {
        """
        SELECT *, first_value(name) OVER (PARTITION BY key ORDER BY kept DESC, times DESC, name) AS proposed
        FROM (SELECT *, \(method.key("name")) AS key FROM (\(names))) WHERE key <> ''
        QUALIFY proposed <> name AND NOT kept
        """
    }

    /// Names that look alike among neighbours: the best of the pair is proposed to the other, once.
    private func near(_ names: SQL) -> SQL {
        let offsets = (1...Self.neighbours).map { step -> SQL in "lead(this, \(.trusted(String(step)))) OVER near" }
        func neighbours(_ order: SQL) -> SQL {
            """
            SELECT this, unnest([\(offsets.joined(", "))]) AS other FROM keyed WINDOW near AS (ORDER BY \(order))
            """
        }
        let rank: SQL = "(this.kept, this.times, other.name) > (other.kept, other.times, this.name)"
        return """
            WITH keyed AS (
              SELECT struct_pack(name := name, times := times, seen := seen, kept := kept, key := key) AS this
              FROM (SELECT *, \(method.key("name")) AS key FROM (\(names))) WHERE key <> ''),
            pairs AS (
              SELECT this, other, jaro_winkler_similarity(this.key, other.key) AS likeness
              FROM (\(neighbours("this.key, this.name")) UNION \(neighbours("reverse(this.key), this.name")))
              WHERE other IS NOT NULL AND likeness >= \(value: .double(threshold))),
            ranked AS (
              SELECT CASE WHEN \(rank) THEN other ELSE this END AS worse, CASE WHEN \(rank) THEN this ELSE other END AS better,
                likeness FROM pairs)
            SELECT worse.name AS name, worse.seen AS seen, better.name AS proposed FROM ranked WHERE NOT worse.kept
            QUALIFY row_number() OVER (PARTITION BY worse.name ORDER BY likeness DESC, better.times DESC, better.name) = 1
            """
    }
}
