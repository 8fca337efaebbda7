internal import DuckDB
internal import Territory

/// The variants still to decide, as findings. Cost: one grouping of the rows, then work on distinct names only; no name is
/// ever compared with all the others.
struct NameProposals {
    let method: NameKey
    /// Jaro-Winkler, 0.5 to 1: what `near` asks for.
    let likeness: Double
    /// Names the recipe has decided.
    let kept: [String]

    /// How many neighbours each name is compared with, in each order (the sorted neighbourhood of Hernández and Stolfo, 1995).
    private static let neighbours = 3

    /// - Parameter rows: `name`, `_source` and `_row` of each filled cell, decisions applied.
    func findings(_ rows: SQL, field: String) -> SQL {
        let decided = kept.map { SQL("\(text: $0)") }.joined(", ")
        let isKept: SQL = kept.isEmpty ? "false" : "name IN (\(decided))"
        // A name of marks only is its own key. Leaving it out instead would be a condition on the key, which the engine would
        // move before the grouping: a key for each row instead of one for each name (measured: four times the work).
        let names: SQL = """
            SELECT *, coalesce(nullif(\(method.key("name")), ''), name) AS key
            FROM (SELECT name, count(*) AS times, min(struct_pack(source := _source, line := _row)) AS seen, \(isKept) AS kept
            FROM (\(rows)) GROUP BY name)
            """
        let pairs = method == .near ? near : sharing
        return """
            SELECT * FROM (WITH names AS (\(names)), \(pairs)
            SELECT \(text: FindingKind.variant.code) AS code, \(text: FindingKind.variant.severity.rawValue) AS severity,
            seen.source AS _source, seen.line AS _row, \(text: field) AS field, name AS value, proposed AS detail FROM proposals)
            """
    }

    /// Names that share a key: the best of each group is proposed to the others.
    private var sharing: SQL {
        """
        proposals AS (
          SELECT *, first_value(name) OVER (PARTITION BY key ORDER BY kept DESC, times DESC, name) AS proposed
          FROM names QUALIFY proposed <> name AND NOT kept)
        """
    }

    /// Names that look alike among neighbours: the best of the pair is proposed to the other, once.
    private var near: SQL {
        let better: SQL = "(one.kept, one.times, two.name) > (two.kept, two.times, one.name)"
        return """
            alike AS (\(neighbours("forwards", "key, name")) UNION ALL \(neighbours("backwards", "reverse(key), name"))),
            ranked AS (
              SELECT CASE WHEN \(better) THEN two ELSE one END AS worse, CASE WHEN \(better) THEN one ELSE two END AS better,
                other.likeness AS likeness
              FROM alike JOIN names AS one ON one.name = alike.name JOIN names AS two ON two.name = other.name),
            proposals AS (
              SELECT worse.name AS name, worse.seen AS seen, better.name AS proposed FROM ranked WHERE NOT worse.kept
              QUALIFY row_number() OVER (PARTITION BY worse.name ORDER BY likeness DESC, better.times DESC, better.name) = 1)
            """
    }

    /// Each name with those of its neighbours that are like it. Each order has a window of its own name: the engine knows the
    /// names of windows through a whole statement.
    private func neighbours(_ window: SQL, _ order: SQL) -> SQL {
        let next = (1...Self.neighbours).map { step -> SQL in
            let place = SQL.trusted(String(step))
            return """
                {'name': lead(name, \(place)) OVER \(window),
                'likeness': jaro_winkler_similarity(key, lead(key, \(place)) OVER \(window))}
                """
        }
        return """
            SELECT name, unnest(list_filter([\(next.joined(", "))], lambda near: near.likeness >= \(threshold))) AS other
            FROM names WINDOW \(window) AS (ORDER BY \(order))
            """
    }

    /// The likeness from which two names are told: a number the recipe declares and the step has checked.
    private var threshold: SQL { .trusted(String(likeness)) }
}
