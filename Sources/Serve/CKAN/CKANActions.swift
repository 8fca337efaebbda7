/// CKAN's action API, its reading side (<https://docs.ckan.org/en/2.11/api/>): the list of actions. A new one is a file and a
/// line here.
enum CKANActions {
    static let all: [any CKANAction] = [
        StatusShow(), HelpShow(), PackageList(), PackageSearch(), PackageShow(), ResourceShow(), DatastoreSearchAction(),
        DatastoreInfoAction(),
        DatastoreSQLAction(), OrganizationList(), OrganizationShow(), GroupList(), TagList(),
    ]

    static let endpoints: [any Endpoint] = [
        CKANEndpoint(pattern: "api/3/action/{action}"), CKANEndpoint(pattern: "api/action/{action}"),
    ]

    /// The version whose shapes are followed.
    static let version = "2.11.0"
}

/// One action: what it answers, without the envelope.
protocol CKANAction: Sendable {
    var name: String { get }
    /// What it does, in a sentence, for `help_show`.
    var help: String { get }
    /// The parameters it takes, as the description of the API knows them.
    var parameters: [String] { get }
    /// What the answer depends on, when it may be given again.
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence?
    /// The `result`. Throws a `CKANFault`, a `Refusal` or a `QueryFault`.
    func result(_ ask: Ask, _ serving: Serving) async throws -> JSON
}

extension CKANAction {
    func dependence(_ ask: Ask, _ serving: Serving) throws -> Dependence? { serving.catalogueDependence(ask) }
}
