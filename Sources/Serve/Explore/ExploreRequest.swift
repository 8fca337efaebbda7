internal import Foundation
internal import Query
internal import Territory

/// The parameters that every address of the Explore API reads alike (explore-api.md §2.1).
struct ExploreRequest: Sendable {
    let ask: Ask
    let setting: Setting

    /// The languages the API knows; names of days and months are written in French or in English.
    static let languages = ["en", "fr", "nl", "pt", "it", "ar", "de", "es", "ca", "eu", "sv"]

    /// - Parameter writesInstants: whether datetimes become text in the zone asked for; files of types keep them as they are.
    init(_ ask: Ask, writesInstants: Bool = true) throws(Refusal) {
        self.ask = ask
        var language = Language.french
        if let text = ask.parameters["lang"], !text.isEmpty {
            guard Self.languages.contains(text) else {
                throw .parameter(
                    "Invalid value for lang API parameter: \(text) was found but one of \(Self.languages.sorted().joined(separator: ", ")) is expected."
                )
            }
            language = text == "fr" ? .french : .english
        }
        var zone = Zone.utc
        if let text = ask.parameters["timezone"], !text.isEmpty {
            guard let known = Zone(text) else {
                throw .parameter("Invalid value for timezone API parameter: \(text) was found but a time zone is expected.")
            }
            zone = known
        }
        setting = Setting(zone: zone, language: language, writesInstants: writesInstants)
    }

    /// The clauses as received.
    var clauses: ODSQL.Request {
        let now = Date().timeIntervalSince1970
        var request = ODSQL.Request(now: CivilTime(microseconds: Int64(now * 1_000_000)))
        request.select = ask.parameters["select"]
        request.filters = ask.parameters.all("where")
        request.groupBy = ask.parameters["group_by"]
        request.orderBy = ask.parameters["order_by"]
        request.refine = ask.parameters.all("refine")
        request.exclude = ask.parameters.all("exclude")
        request.legacy = ask.parameters.all("qv1")
        request.setting = setting
        return request
    }

    var isGrouped: Bool { !(ask.parameters["group_by"] ?? "").trimmingCharacters(in: .whitespaces).isEmpty }

    /// The plan of a page of rows.
    func page(over table: QueryTable) throws -> QueryPlan {
        let page = try ODSQL.page(
            limit: ask.parameters["limit"], offset: ask.parameters["offset"], isGrouped: isGrouped, isExport: false)
        return try plan(over: table, limit: page.limit, offset: page.offset)
    }

    /// The plan of an export: everything, unless a limit is given.
    func export(over table: QueryTable) throws -> QueryPlan {
        let page = try ODSQL.page(limit: ask.parameters["limit"], offset: nil, isGrouped: isGrouped, isExport: true)
        return try plan(over: table, limit: page.limit, offset: 0)
    }

    private func plan(over table: QueryTable, limit: Int?, offset: Int) throws -> QueryPlan {
        var clauses = clauses
        clauses.limit = limit
        clauses.offset = offset
        return try ODSQL.plan(clauses, over: table)
    }

    /// A parameter that is true or false.
    func flag(_ name: String, default standard: Bool = false) throws(Refusal) -> Bool {
        switch ask.parameters[name] {
        case nil, "": return standard
        case "true", "True", "1": return true
        case "false", "False", "0": return false
        case let text?:
            throw .parameter("Invalid value for \(name) API parameter: \(text) was found but a boolean is expected.")
        }
    }
}

extension QueryPlan {
    /// The keys that hold centres of clusters: they are written in a way of their own.
    var clusters: Set<String> {
        Set((groups + outputs).filter { if case .cluster = $0.expression { true } else { false } }.map(\.name))
    }
}
