/// What a connector, a step or a destination accepts; it stands beside its implementation.
package struct Spec: Sendable {
    /// The key that calls it in YAML.
    package let name: String
    package let summary: Bilingual
    /// The shape of the value after the name.
    package let argument: Shape
    /// Keys that may stand beside the name.
    package let options: [Key]
    /// A piece of YAML that works.
    package let example: String
    /// What it does to rows and columns.
    package let effect: Bilingual?
    /// What other tools call it.
    package let knownAs: KnownAs

    package init(
        name: String, summary: Bilingual, argument: Shape, options: [Key] = [], example: String, effect: Bilingual? = nil,
        knownAs: KnownAs = []
    ) {
        self.name = name
        self.summary = summary
        self.argument = argument
        self.options = options
        self.example = example
        self.effect = effect
        self.knownAs = knownAs
    }
}

/// What a spec stands for in a declaration.
package enum Role: Sendable, Hashable {
    case connector, step, destination

    /// The word for it, with its article left out.
    package var word: Bilingual {
        switch self {
        case .connector: Bilingual(fr: "connecteur", en: "connector")
        case .step: Bilingual(fr: "pas", en: "step")
        case .destination: Bilingual(fr: "type de destination", en: "kind of destination")
        }
    }
}

/// The connectors, steps and destinations a territory may use: the other rooms' registries, handed in.
package struct Vocabulary: Sendable {
    package let connectors: [Spec]
    package let steps: [Spec]
    package let destinations: [Spec]

    package init(connectors: [Spec], steps: [Spec], destinations: [Spec]) {
        self.connectors = Self.merged(connectors)
        self.steps = Self.merged(steps)
        self.destinations = Self.merged(destinations)
    }

    /// Two connectors may share a key (`file:` reads CSV and workbooks): their options then add up.
    private static func merged(_ specs: [Spec]) -> [Spec] {
        var merged: [Spec] = []
        for spec in specs {
            guard let index = merged.firstIndex(where: { $0.name == spec.name }) else {
                merged.append(spec)
                continue
            }
            let known = merged[index]
            let more = spec.options.filter { option in !known.options.contains { $0.name == option.name } }
            merged[index] = Spec(
                name: known.name, summary: known.summary, argument: known.argument, options: known.options + more,
                example: known.example, effect: known.effect, knownAs: known.knownAs.merged(with: spec.knownAs))
        }
        return merged
    }
}
