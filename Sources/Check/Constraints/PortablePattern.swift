/// A Python regular expression as RE2 writes it, with the same meaning: digits, words and blanks of Unicode, `$` before a
/// last line end. <https://docs.python.org/3/library/re.html>, <https://github.com/google/re2/wiki/Syntax>
struct PortablePattern {
    /// Nil when RE2 cannot say it: back references, look-around.
    let expression: String?

    init(_ pattern: String) {
        var translation = Translation(pattern.unicodeScalars)
        // RE2 repeats a thousand times at most.
        let isLong = pattern.matches(of: #/\{(\d*),?(\d*)\}/#).contains { max(Int($0.1) ?? 0, Int($0.2) ?? 0) > 1_000 }
        expression = isLong ? nil : translation.run()
    }

    private struct Translation {
        private var rest: String.UnicodeScalarView.SubSequence
        private var written = ""
        private var isClass = false

        init(_ scalars: String.UnicodeScalarView) { rest = scalars[...] }

        mutating func run() -> String? {
            while let scalar = rest.popFirst() {
                switch scalar {
                case "\\": guard escape() else { return nil }
                case "[" where !isClass: openClass()
                case "[": written += #"\["#
                case "]" where isClass: isClass = false; written += "]"
                case "$" where !isClass: written += #"(?:\n?\z)"#
                case "(" where !isClass && rest.first == "?": guard group() else { return nil }
                case "+" where !isClass && written.last == "+" && !written.hasSuffix(#"\+"#): return nil
                default: written.unicodeScalars.append(scalar)
                }
            }
            return isClass ? nil : written
        }

        /// A bracket first in a class is one of its members.
        private mutating func openClass() {
            isClass = true
            written += "["
            if rest.first == "^" { written.unicodeScalars.append(rest.removeFirst()) }
            if rest.first == "]" { rest.removeFirst(); written += #"\]"# }
        }

        /// What follows `(?`: groups that RE2 knows are left as they are.
        private mutating func group() -> Bool {
            let next = rest.dropFirst()
            guard let kind = next.first else { return false }
            if kind == ":" || ["i", "m", "s", "x"].contains(kind) || (kind == "P" && next.dropFirst().first == "<") {
                written += "("
                return kind != "x"
            }
            return false
        }

        private mutating func escape() -> Bool {
            guard let letter = rest.popFirst() else { return false }
            switch letter {
            case "d": written += #"\p{Nd}"#
            case "D": written += #"\P{Nd}"#
            case "w": written += isClass ? #"\p{L}\p{N}_"# : #"[\p{L}\p{N}_]"#
            case "W" where !isClass: written += #"[^\p{L}\p{N}_]"#
            case "s": written += isClass ? Self.blanks : "[\(Self.blanks)]"
            case "S" where !isClass: written += "[^\(Self.blanks)]"
            case "Z": written += #"\z"#
            case "u": return code(4)
            case "x": return code(2)
            case "U": return code(8)
            case "A", "b", "B", "n", "r", "t", "f", "v", "a": written += "\\" + String(letter)
            case "0": written += #"\x00"#
            case "1"..."9", "W", "S": return false
            default: literal(letter)
            }
            return true
        }

        private mutating func code(_ length: Int) -> Bool {
            let digits = rest.prefix(length)
            guard digits.count == length, digits.allSatisfy(\.properties.isHexDigit) else { return false }
            rest = rest.dropFirst(length)
            written += #"\x{\#(String(String.UnicodeScalarView(digits)))}"#
            return true
        }

        private mutating func literal(_ scalar: Unicode.Scalar) {
            if scalar.isASCII, !scalar.properties.isAlphabetic, scalar != "_" { written += "\\" }
            written.unicodeScalars.append(scalar)
        }

        private static let blanks = #"\s\x0B\x1C-\x1F\x{85}\p{Z}"#
    }
}
