internal import DuckDB

extension Buckets {
    /// What rows of one bucket have in common, and buckets are sorted by.
    func key(_ value: SQL, _ type: ValueType, in scope: Scope) -> SQL {
        switch self {
        case .width(let width) where type == .int: return "TRY_CAST(floor(\(value) / \(number(width))) AS BIGINT)"
        case .width(let width): return "floor(\(value) / \(number(width)))"
        case .steps(let steps): return position(steps.map { $0.map { number($0) } }, value)
        case .period(let count, let unit): return period(count, unit, scope.wall("CAST(\(value) AS TIMESTAMP)", type))
        case .moments(let moments):
            let zone = type == .date ? Zone.utc : scope.setting.zone
            return position(moments.map { $0?.start(in: zone).timestamp }, "CAST(\(value) AS TIMESTAMP)")
        }
    }

    /// The bucket as answered: `[10, 14]` for whole numbers, `[10, 15[` otherwise, `*` for an open end.
    func label(_ key: SQL, _ type: ValueType, in scope: Scope) -> SQL {
        switch self {
        case .width(let width) where type == .int:
            let lower: SQL = "CAST(\(key) AS HUGEINT) * \(number(width))"
            return "('[' || CAST(\(lower) AS HUGEINT) || ', ' || CAST(\(lower) + \(number(width - 1)) AS HUGEINT) || ']')"
        case .width(let width):
            let ends = [key, "(\(key) + 1)"].map { end -> SQL in
                "regexp_replace(CAST(round(\(end) * \(number(width)), 10) AS VARCHAR), '\\.0$', '')"
            }
            return "('[' || \(ends[0]) || ', ' || \(ends[1]) || '[')"
        case .steps(let steps):
            return choice(type == .int ? Buckets.whole(steps) : Buckets.halfOpen(steps.map { $0.map { "\($0)" } }), key)
        case .period(let count, let unit):
            let end: SQL = "\(key) + \(interval(count, unit))"
            return "('[' || \(stamp(key, scope)) || ', ' || \(stamp(end, scope)) || '[')"
        case .moments(let moments):
            let ends = moments.map { moment in
                moment.map { $0.start(in: type == .date ? .utc : scope.setting.zone) }.map { Buckets.stamp($0, scope) }
            }
            return choice(Buckets.halfOpen(ends), key)
        }
    }

    /// Which of the intervals between steps a value is in, from 0; null outside of all.
    private func position(_ steps: [SQL?], _ value: SQL) -> SQL {
        let cases = (0..<max(0, steps.count - 1)).map { index -> SQL in
            let conditions: [SQL] = [
                steps[index].map { "\(value) >= \($0)" }, steps[index + 1].map { "\(value) < \($0)" },
            ].compactMap(\.self)
            let all = conditions.isEmpty ? "\(value) IS NOT NULL" : conditions.joined(" AND ")
            return "WHEN \(all) THEN \(.trusted(String(index)))"
        }
        return "CASE \(cases.joined(" ")) END"
    }

    private func choice(_ labels: [String], _ key: SQL) -> SQL {
        let cases = labels.enumerated().map { index, label -> SQL in
            "WHEN \(.trusted(String(index))) THEN \(.constant(label))"
        }
        return "CASE \(key) \(cases.joined(" ")) END"
    }

    private static func whole(_ steps: [Double?]) -> [String] {
        zip(steps, steps.dropFirst()).map { lower, upper in
            "[\(lower.map { whole($0.rounded(.up)) } ?? "*"), \(upper.map { whole($0.rounded(.up) - 1) } ?? "*")]"
        }
    }

    private static func whole(_ number: Double) -> String { Int64(exactly: number).map { "\($0)" } ?? "\(number)" }

    private static func halfOpen(_ ends: [String?]) -> [String] {
        zip(ends, ends.dropFirst()).map { lower, upper in "[\(lower ?? "*"), \(upper ?? "*")\(upper == nil ? "]" : "[")" }
    }

    private func period(_ count: Int, _ unit: TimeUnit, _ wall: SQL) -> SQL {
        guard unit.isFixed else { return "date_trunc('\(.trusted(unit.rawValue))', \(wall))" }
        return "time_bucket(\(interval(count, unit)), \(wall), TIMESTAMP '1970-01-01')"
    }

    private func interval(_ count: Int, _ unit: TimeUnit) -> SQL {
        .trusted("INTERVAL '\(unit == .quarter ? 3 * count : count) \(unit == .quarter ? "month" : unit.rawValue)'")
    }

    private func number(_ value: Double) -> SQL {
        .trusted(Int64(exactly: value).map { "\($0)" } ?? "CAST('\(value)' AS DOUBLE)")
    }

    /// `2020-01-01T00:00:00.000Z`, with the offset when the zone is another.
    private func stamp(_ wall: SQL, _ scope: Scope) -> SQL {
        "strftime(\(wall), '%Y-%m-%dT%H:%M:%S.%g') || \(scope.offset(wall, utc: "Z"))"
    }

    private static func stamp(_ instant: CivilTime, _ scope: Scope) -> String {
        let wall = scope.setting.zone.wall(instant)
        let minutes = (wall.microseconds - instant.microseconds) / (60 * CivilTime.second)
        let clock = [abs(minutes) / 60, abs(minutes) % 60].map { CivilTime.padded(Int($0), 2) }.joined(separator: ":")
        let offset = scope.setting.zone.isUTC ? "Z" : "\(minutes < 0 ? "-" : "+")\(clock)"
        let parts = wall.text.split(separator: " ")
        let time = parts[1].split(separator: ".")
        let fraction = time.count > 1 ? time[1].prefix(3) : "000"
        return "\(parts[0])T\(time[0]).\(fraction)\(offset)"
    }
}
