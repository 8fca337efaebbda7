/// How two times stand to each other (21-065r2 §7.3; ISO 19108): an instant begins and ends at once.
struct CQLTimes {
    let meaning: CQLMeaning

    /// An end of a time.
    private enum End {
        case past
        case future
        case field(Expression)
        case moment(Moment)
    }

    private typealias Span = (start: End, end: End)

    func predicate(_ name: String, _ arguments: [CQLNode], _ spot: CQLSpot) throws(QueryFault) -> Predicate {
        try meaning.expect(2, arguments, spot)
        let (a, b) = (try span(arguments[0], spot), try span(arguments[1], spot))
        switch name {
        case "t_after": return Self.compare(a.start, .greater, b.end)
        case "t_before": return Self.compare(a.end, .less, b.start)
        case "t_contains": return Self.both((a.start, .less, b.start), (a.end, .greater, b.end))
        case "t_during": return Self.both((a.start, .greater, b.start), (a.end, .less, b.end))
        case "t_disjoint":
            return .any([Self.compare(a.end, .less, b.start), Self.compare(a.start, .greater, b.end)])
        case "t_intersects": return Self.both((a.start, .atMost, b.end), (a.end, .atLeast, b.start))
        case "t_equals": return Self.both((a.start, .equal, b.start), (a.end, .equal, b.end))
        case "t_finishedby": return Self.both((a.start, .less, b.start), (a.end, .equal, b.end))
        case "t_finishes": return Self.both((a.start, .greater, b.start), (a.end, .equal, b.end))
        case "t_meets": return Self.compare(a.end, .equal, b.start)
        case "t_metby": return Self.compare(a.start, .equal, b.end)
        case "t_overlaps":
            return Self.both((a.start, .less, b.start), (a.end, .less, b.end)).and(Self.compare(a.end, .greater, b.start))
        case "t_overlappedby":
            return Self.both((a.start, .greater, b.start), (a.end, .greater, b.end)).and(Self.compare(a.start, .less, b.end))
        case "t_startedby": return Self.both((a.start, .equal, b.start), (a.end, .greater, b.end))
        case "t_starts": return Self.both((a.start, .equal, b.start), (a.end, .less, b.end))
        default: throw meaning.fault("\(name)() is no condition", fr: "\(name)() n'est pas une condition", spot)
        }
    }

    private func span(_ node: CQLNode, _ spot: CQLSpot) throws(QueryFault) -> Span {
        if case .interval(let start, let end) = node {
            return (try self.end(start, .past, spot), try self.end(end, .future, spot))
        }
        let one = try end(node, .past, spot)
        if case .past = one { throw meaning.fault("a time is expected", fr: "un temps est attendu", spot) }
        return (one, one)
    }

    private func end(_ node: CQLNode, _ open: End, _ spot: CQLSpot) throws(QueryFault) -> End {
        switch node {
        case .text(".."), .text(""): return open
        case .text(let text), .date(let text), .timestamp(let text): return .moment(try meaning.moment(text))
        default:
            let value = try meaning.expression(node)
            guard value.type.isTemporal, !value.isMultivalued else {
                throw meaning.fault("a time is expected", fr: "un temps est attendu", spot)
            }
            if case .value(.moment(let moment)) = value { return .moment(moment) }
            return .field(value)
        }
    }

    private static func both(_ one: (End, Comparison, End), _ other: (End, Comparison, End)) -> Predicate {
        .all([compare(one.0, one.1, one.2), compare(other.0, other.1, other.2)])
    }

    private static func compare(_ one: End, _ sign: Comparison, _ other: End) -> Predicate {
        switch (one, other) {
        case (.field(let one), .field(let other)): return .compare(one, sign, other)
        case (.field(let one), .moment(let other)): return .compareMoment(one, sign, other)
        case (.moment, .field), (.past, .field), (.future, .field): return compare(other, sign.mirrored, one)
        case (.field(let value), .past), (.field(let value), .future):
            return holds(0, sign, order(other)) ? .not(.missing(value)) : .nothing
        case (.moment(let one), .moment(let other)):
            // The ends of periods as they are compared with rows: `=` within, `<` before its beginning, `>` after its end.
            let (start, from, to) = (one.start(in: .utc), other.start(in: .utc), other.end(in: .utc))
            let last = other.isPeriod ? to.adding(-1) : from
            let order: Int64 = start < from ? -1 : start > last ? 1 : 0
            return holds(order, sign, 0) ? .everything : .nothing
        default: return holds(order(one), sign, order(other)) ? .everything : .nothing
        }
    }

    private static func order(_ end: End) -> Int64 {
        switch end {
        case .past: -2
        case .future: 2
        case .field, .moment: 0
        }
    }

    private static func holds(_ one: Int64, _ sign: Comparison, _ other: Int64) -> Bool {
        switch sign {
        case .equal: one == other
        case .different: one != other
        case .less: one < other
        case .atMost: one <= other
        case .greater: one > other
        case .atLeast: one >= other
        }
    }
}
