/// The simple filters of OGC API – Features Part 1: a time, the values of properties.
package enum FeatureFilter {
    /// `datetime`: an instant or a day, `a/b`, `../b`, `a/..`; an empty end is open too.
    /// - Throws: `QueryFault` on `datetime`.
    package static func time(_ text: String, of field: QueryField?) throws(QueryFault) -> Predicate {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { $0.trimmed }
        guard ends.count <= 2, !(ends.count == 1 && (ends[0].isEmpty || ends[0] == "..")) else { throw unread(text) }
        var moments: [Moment?] = []
        for end in ends {
            guard end.isEmpty || end == ".." || MomentReader.read(end) != nil else { throw unread(text) }
            moments.append(MomentReader.read(end))
        }
        if ends.count == 2, let one = moments[0], let other = moments[1], other.start(in: .utc) < one.start(in: .utc) {
            throw unread(text)
        }
        if ends.count == 2 { return time(from: moments[0], to: moments[1], of: field) }
        guard let field, let moment = moments[0] else { return .everything }
        return .compareMoment(.field(field), .equal, moment)
    }

    /// From one moment to another, both included; nil is an open end. A dataset without a time is in every time, a row without one in
    /// none.
    package static func time(from first: Moment?, to last: Moment?, of field: QueryField?) -> Predicate {
        guard let field else { return .everything }
        let parts = [
            first.map { Predicate.compareMoment(.field(field), .atLeast, $0) },
            last.map { Predicate.compareMoment(.field(field), .atMost, $0) },
        ].compactMap(\.self)
        return parts.isEmpty ? .not(.missing(.field(field))) : .all(parts)
    }

    private static func unread(_ text: String) -> QueryFault {
        QueryFault(
            .parameter, "datetime takes an instant or an interval, not \(text)",
            fr: "datetime prend un instant ou un intervalle, pas \(text)", clause: "datetime")
    }

    /// A property is equal to this, as an address writes it.
    /// - Throws: `QueryFault` on the property's name.
    package static func equal(_ field: QueryField, _ text: String) throws(QueryFault) -> Predicate {
        guard let literal = Literal(text, as: field.type)?.coerced(to: field.type) else {
            throw QueryFault(
                .parameter, "\(field.name) does not take the value \(text)",
                fr: "\(field.name) ne prend pas la valeur \(text)", clause: field.name)
        }
        if case .moment(let moment) = literal { return .compareMoment(.field(field), .equal, moment) }
        return .compare(.field(field), .equal, .value(literal))
    }

    /// The rows that come after one, in the order of the table.
    package static func after(_ row: Int) -> Predicate {
        .compare(.rowNumber, .greater, .value(.int(Int64(row))))
    }

    /// One row by its identifier.
    package static func identified(_ identifier: String, in table: QueryTable) -> Predicate {
        table.hidden.first.map { .compare(.field($0), .equal, .value(.text(identifier))) } ?? .nothing
    }
}
