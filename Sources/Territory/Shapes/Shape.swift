/// The shape a value must have. One declaration drives the strict reader, the JSON Schema and the reference pages.
package indirect enum Shape: Sendable {
    case text
    case integer
    case number
    case boolean
    /// Text, integer, number or boolean, taken as written.
    case scalar
    case choice([String])
    /// Text that matches the whole of a regular expression; `expected` says it in words.
    case matching(String, expected: Bilingual)
    case list(Shape)
    /// A value or a list of such values.
    case oneOrMany(Shape)
    /// A map with free keys.
    case map(Shape)
    /// A map with exactly these keys.
    case object([Key])
    /// The first alternative that accepts the value.
    case oneOf([Shape])
    /// A map in which exactly one key names a spec; the keys beside it are the options of that spec.
    case named(Role, [Spec])
    /// `{ env: NAME }` or `{ file: PATH }`.
    case secret
    /// A path inside the territory.
    case path(mustExist: Bool)
    /// A pattern of paths inside the territory, such as `exports/*.csv`.
    case glob
    case anything
}

/// A key of a map, with the sentence the editor and the reference show.
package struct Key: Sendable {
    package let name: String
    package let shape: Shape
    package let required: Bool
    package let summary: Bilingual
    /// What holds when the key is absent, as it would be written.
    package let `default`: String?

    package init(_ name: String, _ shape: Shape, required: Bool = false, summary: Bilingual, default: String? = nil) {
        self.name = name
        self.shape = shape
        self.required = required
        self.summary = summary
        self.default = `default`
    }

    /// Whether addresses of the town's own network may be asked: `network: local`.
    package static let network = Key(
        "network", .choice(["public", "local"]),
        summary: Bilingual(
            fr: "« local » permet une adresse du réseau de la ville ou de cette machine",
            en: "`local` allows an address of the town's network or of this machine"),
        default: "public")
}
