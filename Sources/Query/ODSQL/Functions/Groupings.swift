extension Call {
    /// `range(f, 5)`, `range(f, *, 10, 50, *)`, `range(d, 1 day)`, `range(d, *, date'2020-11-13', *)`
    @Sendable static func range(_ call: Call) throws(QueryFault) -> Expression {
        let value = try call.value(0) { $0.isNumber || $0.isTemporal }
        let rest = Array(call.arguments.dropFirst())
        if rest.count == 1 { return .bucket(try call.equal(rest[0], value.type), value) }
        let steps = try call.steps(rest, value.type)
        guard steps.count >= 2 else {
            throw call.fault(
                "a width or at least two steps are expected", fr: "une largeur ou au moins deux bornes sont attendues")
        }
        return .bucket(try call.successive(steps), value)
    }

    private enum Step {
        case open
        case number(Double)
        case moment(Moment)
    }

    private func equal(_ node: Node, _ type: ValueType) throws(QueryFault) -> Buckets {
        switch node {
        case .integer(let width) where type.isNumber && width > 0: return .width(Double(width))
        case .decimal(let width) where type == .double && width > 0: return .width(width)
        case .quantity(let count, let unit) where type.isTemporal:
            guard let unit = Units.times[unit], count >= 1, count <= 100_000, count == count.rounded(),
                unit.isFixed || count == 1
            else { break }
            return .period(Int(count), unit)
        default: break
        }
        throw fault("this width does not suit the field", fr: "cette largeur ne convient pas au champ")
    }

    private func steps(_ nodes: [Node], _ type: ValueType) throws(QueryFault) -> [Step] {
        var steps: [Step] = []
        for (index, node) in nodes.enumerated() {
            if node == .star, index == 0 || index == nodes.count - 1 {
                steps.append(.open)
                continue
            }
            guard case .value(let literal) = try resolver.expression(node) else {
                throw fault("steps are constants", fr: "les bornes sont des constantes")
            }
            switch try resolver.coerced(literal, to: type) {
            case .int(let number): steps.append(.number(Double(number)))
            case .double(let number): steps.append(.number(number))
            case .moment(let moment): steps.append(.moment(moment))
            default: throw fault("steps are constants", fr: "les bornes sont des constantes")
            }
        }
        return steps
    }

    private func successive(_ steps: [Step]) throws(QueryFault) -> Buckets {
        let numbers = steps.compactMap { if case .number(let number) = $0 { number } else { nil } }
        let moments = steps.compactMap { if case .moment(let moment) = $0 { moment } else { nil } }
        let rising =
            zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
            && zip(moments, moments.dropFirst()).allSatisfy { $0.start(in: .utc) < $1.start(in: .utc) }
        guard rising, !(numbers.isEmpty && moments.isEmpty) else {
            throw fault("steps must rise", fr: "les bornes doivent croître")
        }
        if moments.isEmpty {
            return .steps(steps.map { if case .number(let number) = $0 { number } else { nil } })
        }
        return .moments(steps.map { if case .moment(let moment) = $0 { moment } else { nil } })
    }

    /// `geo_cluster(point, zoom[, radius])`
    @Sendable static func cluster(_ call: Call) throws(QueryFault) -> Expression {
        try call.expect(2...3)
        let field = try call.place(0)
        guard field.type == .geoPoint, !field.isMultivalued else {
            throw call.fault("a field of points is expected", fr: "un champ de points est attendu")
        }
        let zoom = try call.integer(1, in: 0...25)
        let radius = call.arguments.count == 3 ? try call.number(2) : 40
        guard (1...10_000).contains(radius) else {
            throw call.fault("a radius of 1…10000 pixels is expected", fr: "un rayon de 1…10000 pixels est attendu")
        }
        return .cluster(Clusters(zoom: Int(zoom), radius: radius), field)
    }
}
