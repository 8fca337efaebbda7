/// Where the raw data of a dataset lives: the connector that reads it, and its options.
package struct SourceDeclaration: Sendable, Hashable {
    /// The stem of its file in `sources/`, when it has one of its own.
    package let name: String?
    package let connector: String
    /// The value after the connector's name.
    package internal(set) var argument: Value
    package let options: [String: Value]
    package let place: Place
    /// The file in `sources/` as written; nothing for a source written in its dataset.
    package let text: String?

    package init(
        connector: String, argument: Value, options: [String: Value] = [:], place: Place, name: String? = nil, text: String? = nil
    ) {
        self.connector = connector
        self.argument = argument
        self.options = options
        self.place = place
        self.name = name
        self.text = text
    }

    /// From a value whose shape was checked.
    init?(_ value: Value, knowing specs: [Spec], name: String? = nil, text: String? = nil) {
        guard let call = Call(value, specs) else { return nil }
        self.init(
            connector: call.name, argument: call.argument, options: call.options, place: value.place, name: name, text: text)
    }
}

/// One step of a recipe.
package struct StepDeclaration: Sendable, Hashable {
    package let name: String
    package let argument: Value
    package let place: Place

    package init(name: String, argument: Value, place: Place) {
        self.name = name
        self.argument = argument
        self.place = place
    }

    init?(_ value: Value, knowing specs: [Spec]) {
        guard let call = Call(value, specs) else { return nil }
        self.init(name: call.name, argument: call.argument, place: value.place)
    }
}

/// A portal, a folder or a bucket the town publishes to.
package struct DestinationDeclaration: Sendable, Hashable {
    /// The town's name for it, used under `publish:`.
    package let name: String
    /// What it is: `ckan`, `udata` …
    package let type: String
    package let argument: Value
    package let options: [String: Value]
    package let place: Place

    package init(name: String, type: String, argument: Value, options: [String: Value] = [:], place: Place) {
        self.name = name
        self.type = type
        self.argument = argument
        self.options = options
        self.place = place
    }

    init?(_ entry: Value.Entry, knowing specs: [Spec]) {
        guard let call = Call(entry.value, specs) else { return nil }
        self.init(name: entry.key, type: call.name, argument: call.argument, options: call.options, place: entry.keyPlace)
    }
}

/// A map taken apart: the key that names a spec, its value, the keys beside it.
private struct Call {
    let name: String
    let argument: Value
    let options: [String: Value]

    init?(_ value: Value, _ specs: [Spec]) {
        guard let entries = value.entries,
            let named = entries.first(where: { entry in specs.contains { $0.name == entry.key } })
        else { return nil }
        name = named.key
        argument = named.value
        let beside = entries.filter { $0.key != named.key }.map { ($0.key, $0.value) }
        options = Dictionary(beside) { first, _ in first }
    }
}
