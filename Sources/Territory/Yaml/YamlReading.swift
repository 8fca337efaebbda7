import Foundation
internal import Yams

/// One file read as YAML: its value when it can be read at all, and what is wrong with its writing.
struct YamlReading {
    let value: Value?
    let problems: [Problem]

    /// Largest file taken, in bytes.
    static let largest = 1_000_000

    /// Reads the bytes of a file. Never stops the program, whatever the bytes.
    init(_ bytes: Data, file: String) {
        guard bytes.count <= Self.largest else {
            self.init(nil, Problem(.tooLarge, at: Place(file: file, line: 1, column: 1)))
            return
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            self.init(nil, Problem(.notUTF8, at: Self.firstBadByte(in: bytes, file: file)))
            return
        }
        self.init(SourceText(file: file, text: text))
    }

    private init(_ value: Value?, _ problems: Problem...) {
        self.value = value
        self.problems = problems
    }

    private init(_ source: SourceText) {
        var keys = RepeatedKeys(in: source)
        do {
            guard let node = try Self.compose(source, &keys) else {
                value = Value(.null, at: Place(file: source.file, line: 1, column: 1))
                problems = []
                return
            }
            var growth = ValueGrowth(source: source, keys: keys)
            value = growth.value(of: node)
            problems = growth.problems
        } catch {
            value = nil
            problems = [YamlSyntax.problem(for: error, in: source)]
        }
    }

    /// Composes the one document of the file. The parser refuses repeated keys one map at a time and at the first of them;
    /// each is masked and the file composed again, so that all are found and the second gets the blame.
    private static func compose(_ source: SourceText, _ keys: inout RepeatedKeys) throws -> Node? {
        while true {
            do {
                return try Parser(yaml: keys.text, resolver: .basic, encoding: .utf8).singleRoot()
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let masked = keys.mask(names.first ?? "", at: context.mark)
                if !masked { throw YamlError.duplicatedKeysInMapping(duplicates: names, context: context) }
            }
        }
    }

    private static func firstBadByte(in bytes: Data, file: String) -> Place {
        var good = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): good += UTF8.width(scalar)
            case .emptyInput, .error: break decoding
            }
        }
        return SourceText(file: file, text: String(decoding: bytes.prefix(good), as: UTF8.self)).place(byte: good)
    }
}
