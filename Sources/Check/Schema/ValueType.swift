/// A type of the Table Schema. One type is one file and one line in `SchemaRegistry.types`.
protocol ValueType: Sendable {
    static var name: String { get }
    /// The formats it knows besides `default`.
    static var formats: [String] { get }
    /// The constraints it admits besides `unique`, in the order they are tested.
    static var constraints: [String] { get }

    init(_ field: FieldDescriptor)

    /// Whether it takes a format that is not in `formats`: a date pattern.
    static func takes(format: String) -> Bool

    /// How it reads a text.
    func reading(of text: String) -> Reading

    /// A column that is already typed, as the text that this type would read.
    func text(of column: String, type: String) -> String
}

extension ValueType {
    static var formats: [String] { [] }
    static func takes(format: String) -> Bool { format == "default" || formats.contains(format) }
    func text(of column: String, type: String) -> String { "CAST(\(column) AS VARCHAR)" }
}

/// What the constraints of most types are, in the order they are tested.
enum ConstraintNames {
    static let ordered = ["required", "minimum", "maximum", "enum"]
    static let listed = ["required", "enum"]
    static let sized = ["required", "minLength", "maxLength", "enum"]
    static let textual = ["required", "minLength", "maxLength", "pattern", "enum"]
}
