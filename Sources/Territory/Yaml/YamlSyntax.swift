internal import Yams

/// Turns what the YAML parser throws into a problem with a place and a sentence in both languages.
enum YamlSyntax {
    static func problem(for error: any Error, in source: SourceText) -> Problem {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            let place = source.place(line: mark.line, scalar: mark.column)
            return problem == "but found another document"
                ? Problem(.severalDocuments, at: place) : badYaml(problem, at: place)
        case YamlError.reader(let problem, let offset, _, _):
            return badYaml(problem, at: source.place(byte: offset.map { byte(of: $0, in: source.text) } ?? 0))
        case YamlError.duplicatedKeysInMapping(let names, let context):
            let place = source.place(line: context.mark.line, scalar: context.mark.column)
            return Problem(.duplicateKey, at: place, ["key": Bilingual(names.first ?? "")])
        default:
            return badYaml("\(error)", at: source.place(byte: 0))
        }
    }

    /// The parser gives the offset of a bad character in characters.
    private static func byte(of character: Int, in text: String) -> Int {
        text.prefix(character).utf8.count
    }

    private static func badYaml(_ problem: String, at place: Place) -> Problem {
        let detail = sentences.first { problem.contains($0.phrase) }?.detail ?? Bilingual(problem)
        return Problem(.badYaml, at: place, ["detail": detail])
    }
}
