/// Where in a declaration the reader stands, in words: « columns » dans le pas unpivot.
struct Whereabouts {
    private let scope: Bilingual?
    private let path: [String]

    /// The top of a file.
    static let file = Whereabouts(scope: nil, path: [])

    func key(_ name: String) -> Whereabouts { Whereabouts(scope: scope, path: path + [name]) }

    /// Inside a step, a connector, a destination: its name says more than the path that led there.
    static func called(_ role: Role, _ name: String) -> Whereabouts {
        let scope =
            switch role {
            case .connector: Bilingual(fr: "le connecteur {name}", en: "connector {name}")
            case .step: Bilingual(fr: "le pas {name}", en: "step {name}")
            case .destination: Bilingual(fr: "la destination {name}", en: "destination {name}")
            }
        return Whereabouts(scope: scope.filled(with: ["name": Bilingual(name)]), path: [])
    }

    var words: Bilingual {
        guard !path.isEmpty else { return scope ?? TypeWords.wholeFile }
        let key = Bilingual(path.joined(separator: "."))
        guard let scope else { return Bilingual(fr: "« {key} »", en: "\"{key}\"").filled(with: ["key": key]) }
        return Bilingual(fr: "« {key} » dans {scope}", en: "\"{key}\" in {scope}").filled(with: ["key": key, "scope": scope])
    }

    /// An item of the list at hand.
    var item: Whereabouts {
        let scope = Bilingual(fr: "un élément de {list}", en: "an item of {list}").filled(with: ["list": words])
        return Whereabouts(scope: scope, path: [])
    }

    /// The last key on the way.
    var lastKey: String { path.last ?? "" }
}
