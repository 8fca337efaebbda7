// Maps with known keys, and maps in which one key names a step, a connector or a destination.
extension Reader {
    mutating func checkKeys(of value: Value, _ keys: [Key], _ here: Whereabouts) {
        let entries = value.entries ?? []
        for entry in entries {
            if let key = keys.first(where: { $0.name == entry.key }) {
                check(entry.value, key.shape, here.key(key.name))
            } else {
                reportUnknown(entry, names: keys.map(\.name), besides: entries, here)
            }
        }
        for key in keys where key.required && !entries.contains(where: { $0.key == key.name }) {
            report(
                Problem(
                    .missingKey, at: value.place,
                    [
                        "key": Bilingual(key.name), "where": here.words, "expected": key.shape.words,
                        "summary": key.summary,
                    ]))
        }
    }

    mutating func checkCall(_ value: Value, _ role: Role, _ specs: [Spec], _ here: Whereabouts) {
        let entries = value.entries ?? []
        let named = entries.compactMap { entry in specs.first { $0.name == entry.key } }
        guard let spec = named.first else { return reportUnknownCall(value, role, specs, here) }
        let inside = Whereabouts.called(role, spec.name)
        for entry in entries {
            if entry.key == spec.name {
                check(entry.value, spec.argument, inside)
            } else if let option = spec.options.first(where: { $0.name == entry.key }) {
                check(entry.value, option.shape, inside.key(option.name))
            } else {
                reportUnknown(entry, names: [spec.name] + spec.options.map(\.name), besides: entries, inside)
            }
        }
        for option in spec.options where option.required && value[option.name] == nil {
            let facts = ["key": Bilingual(option.name), "where": inside.words, "expected": option.shape.words]
            report(Problem(.missingKey, at: value.place, facts.merging(["summary": option.summary]) { one, _ in one }))
        }
    }

    private mutating func reportUnknown(
        _ entry: Value.Entry, names: [String], besides entries: [Value.Entry], _ here: Whereabouts
    ) {
        let free = names.filter { name in !entries.contains { $0.key == name } }
        report(
            Problem(
                .unknownKey, at: entry.keyPlace, nearest: NearestName.of(entry.key, among: free),
                [
                    "key": Bilingual(entry.key), "where": here.words,
                    "names": Bilingual(names.isEmpty ? "–" : names.joined(separator: ", ")),
                ]))
    }

    private mutating func reportUnknownCall(_ value: Value, _ role: Role, _ specs: [Spec], _ here: Whereabouts) {
        let entries = value.entries ?? []
        let options = Set(specs.flatMap(\.options).map(\.name))
        let culprit = entries.first { !options.contains($0.key) } ?? entries.first
        let kind: ProblemKind =
            switch role {
            case .connector: .unknownConnector
            case .step: .unknownStep
            case .destination: .unknownDestinationType
            }
        report(
            Problem(
                kind, at: culprit?.keyPlace ?? value.place, nearest: culprit.flatMap { Self.meant($0.key, specs) },
                [
                    "where": here.words, "names": Bilingual(specs.map(\.name).joined(separator: ", ")),
                    "written": Bilingual(culprit?.key ?? "–"),
                ]))
    }

    /// The spec a name means: the near spelling, or the name another tool gives it.
    private static func meant(_ name: String, _ specs: [Spec]) -> String? {
        if let near = NearestName.of(name, among: specs.map(\.name)) { return near }
        let wanted = name.lowercased()
        return specs.first { $0.knownAs.all.contains { $0.lowercased() == wanted } }?.name
    }
}
