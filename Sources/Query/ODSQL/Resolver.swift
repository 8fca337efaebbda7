/// Gives the names of a clause their meaning over one table.
struct Resolver: Sendable {
    let table: QueryTable
    let setting: Setting
    let now: CivilTime
    let clause: String
    /// Names given in `select`, which other clauses may use.
    var aliases: [String: Expression] = [:]

    func fault(_ detail: String, fr french: String) -> QueryFault {
        QueryFault(.malformed, detail, fr: french, clause: clause)
    }

    func field(_ name: String) throws(QueryFault) -> QueryField {
        if let field = table.field(name) { return field }
        throw QueryFault.unknownField(name, in: table).located(in: clause)
    }

    func expression(_ node: Node) throws(QueryFault) -> Expression {
        switch node {
        case .name(let name):
            if let alias = aliases[name], table.field(name) == nil || clause == "order_by" { return alias }
            return .field(try field(name))
        case .text(let text): return .value(.text(text))
        case .integer(let number): return .value(.int(number))
        case .decimal(let number): return .value(.double(number))
        case .boolean(let flag): return .value(.boolean(flag))
        case .null: return .value(.null)
        case .date(let text):
            guard let moment = MomentReader.read(text) else {
                throw fault("Invalid date: \(text)", fr: "date invalide : \(text)")
            }
            return .value(.moment(moment))
        case .arithmetic(let one, let sign, let other):
            return .arithmetic(try number(one), sign, try number(other))
        case .negated(let node): return .arithmetic(.value(.int(0)), .minus, try number(node))
        case .call(let name, let arguments): return try call(name, arguments)
        default: throw fault("a value is expected, not a condition", fr: "une valeur est attendue, pas une condition")
        }
    }

    private func number(_ node: Node) throws(QueryFault) -> Expression {
        let expression = try expression(node)
        guard expression.type.isNumber, !expression.isMultivalued else {
            throw fault("arithmetic takes numbers only", fr: "l'arithmétique ne prend que des nombres")
        }
        return expression
    }

    private func call(_ name: String, _ arguments: [Node]) throws(QueryFault) -> Expression {
        let reader = Vocabulary.scalars[name] ?? Vocabulary.aggregates[name] ?? Vocabulary.groupings[name]
        guard let reader else {
            throw fault("\(name)() cannot be used here", fr: "\(name)() ne peut pas être employé ici")
        }
        return try reader(Call(name: name, arguments: arguments, resolver: self))
    }

    func coerced(_ literal: Literal, to type: ValueType) throws(QueryFault) -> Literal {
        guard let coerced = literal.coerced(to: type) else {
            throw fault(
                "a value of type \(literal.type.rawValue) cannot be compared with \(type.rawValue)",
                fr: "une valeur de type \(literal.type.rawValue) ne se compare pas à \(type.rawValue)")
        }
        return coerced
    }
}
