internal import Territory

/// The question mark of an address and what follows: every state of a page is a link.
package struct PageState: Sendable, Hashable {
    package struct Item: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var items: [Item]

    package init(_ items: [Item] = []) { self.items = items.filter { !$0.value.isEmpty } }

    package subscript(name: String) -> String? { items.last { $0.name == name }?.value }

    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// The same with another value for a name, at its first page again.
    func with(_ name: String, _ value: String?) -> PageState {
        var state = without(name).without(Self.page)
        if let value, !value.isEmpty { state.items.append(Item(name, value)) }
        return state
    }

    func without(_ name: String, _ value: String? = nil) -> PageState {
        PageState(items.filter { $0.name != name || value != nil && $0.value != value })
    }

    func at(page: Int) -> PageState {
        var state = without(Self.page)
        if page > 1 { state.items.append(Item(Self.page, String(page))) }
        return state
    }

    static let page = "page"

    /// The number of the page, from 1.
    package var page: Int { max(1, min(1_000_000, Int(self[Self.page] ?? "") ?? 1)) }

    /// With its question mark; empty when there is nothing to say.
    var text: String { items.isEmpty ? "" : "?" + AddressText.form(items.map { ($0.name, $0.value) }) }
}
