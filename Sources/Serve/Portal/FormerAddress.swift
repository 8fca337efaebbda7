internal import HTTPTypes
internal import Portal

/// Where a page stood before it had words of its language: it leads to where the page stands now.
struct FormerAddress: Endpoint {
    let page: any Endpoint
    let root: PageRoot
    let pattern: String

    /// A page, and where it stood before.
    static func with(_ page: any Endpoint, _ path: String, _ root: PageRoot) -> [any Endpoint] {
        guard let former = root.formerPattern(path) else { return [page] }
        return [page, FormerAddress(page: page, root: root, pattern: former)]
    }

    var family: Family { page.family }
    var isCounted: Bool { page.isCounted }

    func admit(_ ask: Ask, _ serving: Serving) throws { try page.admit(ask, serving) }

    func answer(_ ask: Ask, _ serving: Serving) async throws -> Answer {
        let site = PortalView.site(serving, root.language), state = PageState(ask.parameters)
        return .moved(site.address(root.french(ask.segments), state), .movedPermanently)
    }
}
