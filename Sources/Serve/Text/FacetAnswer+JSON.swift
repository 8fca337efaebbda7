internal import Query

extension FacetAnswer.Value {
    /// The value with the levels below it. `path` is the name that the API gives to what a refinement takes:
    /// `value` in Explore, `path` in the earlier API.
    func json(path name: String) -> JSON {
        var members = [
            JSON.Member(name: "name", value: .text(self.name)), JSON.Member(name: "count", value: .integer(count)),
            JSON.Member(name: "state", value: .text(state.rawValue)), JSON.Member(name: name, value: .text(path)),
        ]
        if !values.isEmpty { members.append(JSON.Member(name: "facets", value: .list(values.map { $0.json(path: name) }))) }
        return .object(members)
    }
}
