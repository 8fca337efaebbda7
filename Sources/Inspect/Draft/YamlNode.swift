/// A value of a drafted declaration, written on one line or as a block.
indirect enum YamlNode: Sendable {
    case text(String)
    /// Numbers, lists and words of the vocabulary, as they are.
    case raw(String)
    case list([YamlNode])
    case map([(key: String, value: YamlNode)])

    /// Lists longer than this take a line for each item.
    private static let width = 100

    /// On one line.
    var flow: String {
        switch self {
        case .text(let text): Self.scalar(text)
        case .raw(let raw): raw
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .map(let entries): "{ " + entries.map { "\(Self.scalar($0.key)): \($0.value.flow)" }.joined(separator: ", ") + " }"
        }
    }

    /// After a key, at an indentation: on the line of the key when it is short, below it otherwise.
    func block(_ indent: String) -> String {
        switch self {
        case .text, .raw: return " " + flow
        case .list(let items):
            if flow.count <= Self.width { return " " + flow }
            return items.map { "\n\(indent)- \($0.flow)" }.joined()
        case .map(let entries):
            if entries.count <= 1, flow.count <= Self.width { return " " + flow }
            return entries.map { "\n\(indent)\(Self.scalar($0.key)):\($0.value.block(indent + "  "))" }.joined()
        }
    }

    /// Text with quotes where YAML would take it for something else.
    static func scalar(_ text: String) -> String {
        let isPlain = text.wholeMatch(of: #/[\p{L}_][\p{L}\p{N}_./°’()-]*(?: [\p{L}\p{N}_./°’()-]+)*/#) != nil
        return isPlain && !reserved.contains(text.lowercased()) ? text : quoted(text)
    }

    private static let reserved: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "non", "oui"]

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.properties.generalCategory == .format:
                let digits = String(scalar.value, radix: 16)
                quoted +=
                    scalar.value < 0x1_0000
                    ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
