internal import DuckDB

extension Expression {
    func sql(in scope: Scope) -> SQL { scope.known[self] ?? written(in: scope) }

    private func written(in scope: Scope) -> SQL {
        switch self {
        case .field(let field): scope.column(field)
        case .value(let literal): literal.sql(in: scope)
        case .arithmetic(let one, .divided, let other):
            "(CAST(\(one.sql(in: scope)) AS DOUBLE) / nullif(CAST(\(other.sql(in: scope)) AS DOUBLE), 0))"
        case .arithmetic(let one, let sign, let other): calculation(one, sign, other, scope)
        case .call(let function, let arguments): function.written(arguments.map { $0.sql(in: scope) }, scope)
        case .aggregate(let aggregate, let of): aggregate.sql(of: of, in: scope)
        case .bucket(let buckets, let of): buckets.key(of.sql(in: scope), of.type, in: scope)
        case .cluster: "{'lon': t._cluster_lon, 'lat': t._cluster_lat}"
        }
    }

    /// Whole numbers that leave their range give null, not an error.
    private func calculation(_ one: Expression, _ sign: Arithmetic, _ other: Expression, _ scope: Scope) -> SQL {
        let text: SQL = "\(one.sql(in: scope)) \(.trusted(sign.rawValue)) \(other.sql(in: scope))"
        return type == .int ? "TRY(\(text))" : "(\(text))"
    }
}

extension Literal {
    func sql(in scope: Scope) -> SQL {
        switch self {
        case .null: "NULL"
        case .text(let text): "\(text: text)"
        case .int(let number): "CAST(\(value: .integer(number)) AS BIGINT)"
        case .double(let number): "CAST(\(value: .double(number)) AS DOUBLE)"
        case .boolean(let flag): flag ? "TRUE" : "FALSE"
        case .moment(let moment): moment.start(in: scope.setting.zone).timestamp
        }
    }
}

extension CivilTime {
    /// As a constant of the engine.
    var timestamp: SQL { "CAST(\(value: .timestamp(text)) AS TIMESTAMP)" }
    var day: SQL { "CAST(\(value: .date(dateText)) AS DATE)" }
}

extension Aggregate {
    func sql(of expression: Expression?, in scope: Scope) -> SQL {
        guard let expression else { return "count(*)" }
        let value = expression.sql(in: scope)
        let isList = scope.isList(expression)
        switch self {
        case .count: return isList ? "CAST(coalesce(sum(len(\(value))), 0) AS BIGINT)" : "count(\(value))"
        case .countDistinct:
            return isList ? "coalesce(len(list_distinct(flatten(list(\(value))))), 0)" : "count(DISTINCT \(value))"
        case .sum: return "sum(\(value))"
        case .average: return "avg(\(value))"
        case .least: return "min(\(value))"
        case .greatest: return "max(\(value))"
        case .percentile(let percent): return "quantile_cont(CAST(\(value) AS DOUBLE), \(.trusted(String(percent / 100))))"
        case .hull:
            let points = expression.type.geometry(value)
            return "ST_AsGeoJSON(ST_ConvexHull(ST_Collect(list(\(points)) FILTER (WHERE \(value) IS NOT NULL))))"
        case .box: return Aggregate.box(expression.type, value, scope.bounds(expression))
        case .edge(let edge): return Aggregate.bound(edge, expression.type, value, scope.bounds(expression))
        case .deviation: return "stddev_pop(\(value))"
        case .any: return "any_value(\(value))"
        }
    }

    private static func box(_ type: ValueType, _ value: SQL, _ bounds: BoundsSQL?) -> SQL {
        let (west, east) = (bound(.west, type, value, bounds), bound(.east, type, value, bounds))
        let (south, north) = (bound(.south, type, value, bounds), bound(.north, type, value, bounds))
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)].map { x, y -> SQL in
            "'[' || \(x) || ', ' || \(y) || ']'"
        }
        return "('{\"type\": \"Polygon\", \"coordinates\": [[' || \(corners.joined(" || ', ' || ")) || ']]}')"
    }

    private static func bound(_ edge: Edge, _ type: ValueType, _ value: SQL, _ bounds: BoundsSQL?) -> SQL {
        if type == .geoPoint {
            switch edge {
            case .west: return "min(\(value).lon)"
            case .south: return "min(\(value).lat)"
            case .east: return "max(\(value).lon)"
            case .north: return "max(\(value).lat)"
            }
        }
        let shape = type.geometry(value)
        switch edge {
        case .west: return "min(\(bounds?.west ?? "ST_XMin(\(shape))"))"
        case .south: return "min(\(bounds?.south ?? "ST_YMin(\(shape))"))"
        case .east: return "max(\(bounds?.east ?? "ST_XMax(\(shape))"))"
        case .north: return "max(\(bounds?.north ?? "ST_YMax(\(shape))"))"
        }
    }
}

extension ValueType {
    /// A point or shape as the geometry of the spatial extension; a shape that cannot be read is null.
    func geometry(_ value: SQL) -> SQL {
        self == .geoPoint ? "ST_Point(\(value).lon, \(value).lat)" : "TRY(ST_GeomFromGeoJSON(\(value)))"
    }
}
