/// A call with its arguments as written, and the means to read them.
struct Call: Sendable {
    let name: String
    let arguments: [Node]
    let resolver: Resolver

    func fault(_ detail: String, fr french: String) -> QueryFault {
        resolver.fault("\(name)(): \(detail)", fr: "\(name)() : \(french)")
    }

    /// Refuses another number of arguments.
    func expect(_ counts: ClosedRange<Int>) throws(QueryFault) {
        guard counts.contains(arguments.count) else {
            let wanted = counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)"
            throw fault("\(wanted) argument(s) expected", fr: "\(wanted) argument(s) attendu(s)")
        }
    }

    /// The argument at a place, from 0; a fault when there is none.
    func argument(_ index: Int) throws(QueryFault) -> Node {
        guard index < arguments.count else { throw fault("an argument is missing", fr: "il manque un argument") }
        return arguments[index]
    }

    func expression(_ index: Int) throws(QueryFault) -> Expression { try resolver.expression(try argument(index)) }

    func field(_ index: Int) throws(QueryFault) -> QueryField {
        guard case .name(let name) = try argument(index) else { throw fault("a field is expected", fr: "un champ est attendu") }
        return try resolver.field(name)
    }

    func text(_ index: Int) throws(QueryFault) -> String {
        guard case .text(let text) = try argument(index) else { throw fault("a text is expected", fr: "un texte est attendu") }
        return text
    }

    func number(_ index: Int) throws(QueryFault) -> Double {
        switch try argument(index) {
        case .integer(let number): return Double(number)
        case .decimal(let number): return number
        default: throw fault("a number is expected", fr: "un nombre est attendu")
        }
    }

    func integer(_ index: Int, in bounds: ClosedRange<Int64>) throws(QueryFault) -> Int64 {
        guard case .integer(let number) = try argument(index), bounds.contains(number) else {
            let words = "\(bounds.lowerBound)…\(bounds.upperBound)"
            throw fault("a whole number in \(words) is expected", fr: "un entier dans \(words) est attendu")
        }
        return number
    }

    func geometry(_ index: Int) throws(QueryFault) -> Geometry {
        guard case .geometry(let text) = try argument(index) else {
            throw fault("a geometry, geom'…', is expected", fr: "une géométrie, geom'…', est attendue")
        }
        guard let geometry = Geometry.any(text) else {
            throw fault("this geometry cannot be read", fr: "cette géométrie ne peut pas être lue")
        }
        return geometry
    }

    /// A field on the map.
    func place(_ index: Int) throws(QueryFault) -> QueryField {
        let field = try field(index)
        guard field.type.isGeographic else {
            throw fault("\(field.name) is not a geographic field", fr: "\(field.name) n'est pas un champ géographique")
        }
        return field
    }

    /// An argument of a type that will do.
    func value(_ index: Int, _ suits: (ValueType) -> Bool) throws(QueryFault) -> Expression {
        let expression = try expression(index)
        guard suits(expression.type), !expression.isMultivalued, !expression.isAggregate else {
            throw fault("its argument is of another type", fr: "son argument est d'un autre type")
        }
        return expression
    }
}
