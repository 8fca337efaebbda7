internal import DuckDB
internal import Territory

/// A step as faults speak of it, and the checks all steps share.
struct StepPlace: Sendable {
    let step: String
    let place: Place

    init(_ declaration: StepDeclaration) {
        step = declaration.name
        place = declaration.place
    }

    /// Stops with all the names no column answers to.
    func require(_ names: [NamedColumn], of input: StepInput) throws(PrepareFault) {
        let missing = names.filter { name in !input.columns.contains { name.covers($0.name) } }
        if !missing.isEmpty { throw .unknownColumns(missing, existing: input.columns.map(\.name), in: self) }
    }

    /// The columns of these names, or a fault with all that are gone.
    func columns(_ names: [NamedColumn], of input: StepInput) throws(PrepareFault) -> [Relation.Column] {
        try require(names, of: input)
        return names.compactMap { input.column($0.name) }
    }

    /// A value that must be a map.
    func entries(_ value: Value) throws(PrepareFault) -> [Value.Entry] {
        guard let entries = value.entries else {
            throw badArgument(Bilingual(fr: "une table « clé: valeur »", en: "a map of keys and values"), at: value.place)
        }
        return entries
    }

    /// A value that must be under a key of a map.
    func required(_ key: String, of value: Value) throws(PrepareFault) -> Value {
        guard let found = value[key], !found.isNull else {
            throw badArgument(Bilingual(fr: "la clé « \(key) »", en: "the key \"\(key)\""), at: value.place)
        }
        return found
    }

    /// A scalar as written.
    func written(_ value: Value) throws(PrepareFault) -> String {
        if let written = value.written { return written }
        if value.isNull { return "" }
        throw badArgument(Bilingual(fr: "une valeur simple", en: "a single value"), at: value.place)
    }

    /// The scalar under a key, when there is one.
    func written(_ key: String, of value: Value) throws(PrepareFault) -> String? {
        guard let found = value[key] else { return nil }
        return try written(found)
    }

    /// A value the step does not understand, with the step's own example to mend it by.
    func badArgument(_ expected: Bilingual, at place: Place? = nil) -> PrepareFault {
        let example = Registry.specs.first { $0.name == step }?.example ?? step
        return fault(.badArgument, at: place, ["expected": expected, "example": Bilingual(example)])
    }

    /// A fault of this step.
    func fault(_ kind: FaultKind, at place: Place? = nil, _ facts: [String: Bilingual] = [:]) -> PrepareFault {
        PrepareFault(kind, at: place ?? self.place, step: step, facts)
    }
}
