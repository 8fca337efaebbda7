internal import Foundation
internal import Query
internal import Territory

/// The parameters that every address of the v1 API reads alike. A parameter that is empty is absent: widgets send many so.
struct V1Request: Sendable {
    let ask: Ask
    let table: QueryTable
    let setting: Setting
    let now = CivilTime(Date())

    init(_ ask: Ask, over table: QueryTable) throws(Refusal) {
        self.ask = ask
        self.table = table
        var zone = Zone.utc
        if let text = ask.parameters["timezone"], !text.isEmpty {
            guard let known = Zone(text) else { throw .parameter("Unknown timezone: \(text.prefix(100)).") }
            zone = known
        }
        let language = ask.parameters["lang"] ?? "fr"
        setting = Setting(
            zone: zone, language: language.isEmpty || language == "fr" ? .french : .english, writesInstants: true)
    }

    /// The value of a parameter.
    func text(_ name: String) -> String? { ask.parameters[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Every value of a parameter.
    func texts(_ name: String) -> [String] { ask.parameters.all(name).filter { !$0.isEmpty } }

    /// Every value of a list, repeated or with commas between.
    func list(_ name: String) -> [String] {
        texts(name).flatMap { $0.split(separator: ",") }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The parameters of a prefix: `refine.` gives a field and a value for each.
    func prefixed(_ prefix: String) -> [(name: String, value: String)] {
        ask.parameters.items.filter { $0.name.hasPrefix(prefix) && $0.name.utf8.count > prefix.utf8.count && !$0.value.isEmpty }
            .map { (String($0.name.dropFirst(prefix.count)), $0.value) }
    }

    /// A whole number within bounds.
    func number(_ name: String, default standard: Int, in range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let text = text(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw .parameter(
                "Invalid value for \(name) API parameter: \(text.prefix(50)) was found but \(range.lowerBound) <= \(name) <= \(range.upperBound) is expected."
            )
        }
        return number
    }

    /// `rows` and `start`.
    func page() throws(Refusal) -> (rows: Int, start: Int) {
        let rows = try number("rows", default: 10, in: -1...V1.window), start = try number("start", default: 0, in: 0...V1.window)
        let size = rows == -1 ? V1.window - start : rows
        guard start + size <= V1.window else {
            throw .parameter("start + rows may not go beyond \(V1.window). Use the download API instead.")
        }
        return (size, start)
    }

    /// A field that is asked for by name.
    func field(_ name: String, in parameter: String) throws(QueryFault) -> QueryField {
        guard let field = table.field(name) else {
            throw QueryFault(
                .malformed, "Unknown field: \(name.prefix(200)), in \(parameter)",
                fr: "champ inconnu : \(name.prefix(200)), dans \(parameter)", clause: parameter)
        }
        return field
    }

    /// `fields`: what is answered of each row.
    func outputs() throws -> [Output] {
        let names = list("fields")
        if names.isEmpty { return table.fields.map { Output($0) } }
        return try names.map { Output(try field($0, in: "fields")) }
    }

    /// `sort`: plain is descending, `-` ascending.
    func order() throws -> [Ordering] { try list("sort").flatMap { try SearchV1.order($0, over: table) } }

    /// The plan of rows, filtered and ordered, whole.
    func plan() throws -> QueryPlan {
        var plan = QueryPlan(outputs: try outputs(), filter: try filter())
        plan.order = try order()
        plan.setting = setting
        return plan
    }

    /// Refuses what the table has nothing of.
    func require(_ field: QueryField?, _ type: String) throws(QueryFault) -> QueryField {
        if let field { return field }
        throw QueryFault(.malformed, "The dataset has no \(type) field", fr: "le jeu de données n'a pas de champ \(type)")
    }
}

extension QueryTable {
    /// The field that says where a row is, as a point.
    var point: QueryField? { fields.first { $0.type == .geoPoint && !$0.isMultivalued } }
    /// The field that says what a row covers, or else where it is.
    var shape: QueryField? { fields.first { $0.type == .geoShape && !$0.isMultivalued } ?? point }
}
