extension Shape {
    /// What the shape expects, in words.
    package var words: Bilingual {
        switch self {
        case .text: TypeWords.text
        case .integer: TypeWords.integer
        case .number: TypeWords.number
        case .boolean: TypeWords.boolean
        case .scalar: TypeWords.scalar
        case .choice(let names): TypeWords.one(of: names.joined(separator: ", "))
        case .matching(_, let expected): expected
        case .list(let item): TypeWords.listOf(item.words)
        case .oneOrMany(let item): Self.either([item.words, TypeWords.list])
        case .map: TypeWords.map
        case .object(let keys): TypeWords.mapWith(keys.map(\.name).joined(separator: ", "))
        case .oneOf(let shapes): Self.either(shapes.map(\.words))
        case .named(let role, let specs): TypeWords.named(role, specs.map(\.name).joined(separator: ", "))
        case .secret: TypeWords.secret
        case .path: TypeWords.path
        case .glob: TypeWords.glob
        case .anything: TypeWords.anything
        }
    }

    private static func either(_ words: [Bilingual]) -> Bilingual {
        Bilingual(
            fr: words.map(\.french).joined(separator: TypeWords.or.french),
            en: words.map(\.english).joined(separator: TypeWords.or.english))
    }

    /// Whether a value is of the right kind, whatever it holds: picks the alternative whose problems are worth telling.
    func welcomes(_ content: Value.Content) -> Bool {
        switch (self, content) {
        case (.anything, _): true
        case (.oneOrMany(let item), _): content.isList || item.welcomes(content)
        case (.oneOf(let shapes), _): shapes.contains { $0.welcomes(content) }
        case (.list, .list), (.map, .map), (.object, .map), (.named, .map), (.secret, .map): true
        case (.text, .text), (.choice, .text), (.matching, .text), (.path, .text), (.glob, .text): true
        case (.integer, .integer), (.number, .integer), (.number, .number), (.boolean, .boolean): true
        case (.scalar, .text), (.scalar, .integer), (.scalar, .number), (.scalar, .boolean): true
        default: false
        }
    }
}

extension Shape {
    /// Whether quotes make any scalar fit.
    var takesFreeText: Bool {
        switch self {
        case .text, .scalar, .matching, .path, .glob: true
        case .oneOrMany(let item): item.takesFreeText
        case .oneOf(let shapes): shapes.contains { $0.takesFreeText }
        default: false
        }
    }
}

extension Value.Content {
    var isList: Bool { if case .list = self { true } else { false } }

    /// What the content is, in words.
    var words: Bilingual {
        switch self {
        case .null: TypeWords.null
        case .boolean: TypeWords.boolean
        case .integer: TypeWords.integer
        case .number: TypeWords.number
        case .text: TypeWords.text
        case .list: TypeWords.list
        case .map: TypeWords.map
        }
    }
}
