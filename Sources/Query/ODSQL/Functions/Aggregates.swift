extension Call {
    /// `count(*)`, `count(f)`, `count(distinct f)`
    @Sendable static func count(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        switch call.arguments[0] {
        case .star: return .aggregate(.count, nil)
        case .distinct(let node): return .aggregate(.countDistinct, try call.single(node))
        case let node: return .aggregate(.count, try call.single(node))
        }
    }

    @Sendable static func sum(_ call: Call) throws(QueryFault) -> Expression { try call.numeric(.sum) }
    @Sendable static func average(_ call: Call) throws(QueryFault) -> Expression { try call.numeric(.average) }
    @Sendable static func median(_ call: Call) throws(QueryFault) -> Expression { try call.numeric(.percentile(50)) }
    @Sendable static func least(_ call: Call) throws(QueryFault) -> Expression { try call.extreme(.least) }
    @Sendable static func greatest(_ call: Call) throws(QueryFault) -> Expression { try call.extreme(.greatest) }

    @Sendable static func percentile(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(2...2)
        let percent = try call.number(1)
        guard (0...100).contains(percent) else {
            throw call.fault("a number in 0…100 is expected", fr: "un nombre dans 0…100 est attendu")
        }
        return .aggregate(.percentile(percent), try call.value(0) { $0.isNumber })
    }

    /// The convex hull of points.
    @Sendable static func envelope(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        return .aggregate(.hull, .field(try call.singlePlace()))
    }

    @Sendable static func box(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(1...1)
        return .aggregate(.box, .field(try call.singlePlace()))
    }

    private func numeric(_ aggregate: Aggregate) throws(QueryFault) -> Expression {
        try expect(1...1)
        return .aggregate(aggregate, try value(0) { $0.isNumber })
    }

    private func extreme(_ aggregate: Aggregate) throws(QueryFault) -> Expression {
        try expect(1...1)
        return .aggregate(aggregate, try value(0) { $0.isNumber || $0.isTemporal || $0.isText })
    }

    private func single(_ node: Node) throws(QueryFault) -> Expression {
        let expression = try resolver.expression(node)
        if expression.isAggregate { throw fault("an aggregate cannot hold another", fr: "un agrégat n'en contient pas un autre") }
        return expression
    }

    private func singlePlace() throws(QueryFault) -> QueryField {
        let field = try place(0)
        if field.isMultivalued { throw fault("its argument is of another type", fr: "son argument est d'un autre type") }
        return field
    }
}
