/// Walks a value against a shape and collects everything that is wrong; it never stops at the first problem.
struct Reader {
    let border: Confinement
    private(set) var problems: [Problem] = []

    init(within border: Confinement) {
        self.border = border
    }

    /// The problems of a value, in the order of the walk.
    static func problems(of value: Value, as shape: Shape, within border: Confinement) -> [Problem] {
        var reader = Reader(within: border)
        reader.check(value, shape, .file)
        return reader.problems
    }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    mutating func check(_ value: Value, _ shape: Shape, _ here: Whereabouts) {
        switch shape {
        case .anything: break
        case .secret: checkSecret(value, here)
        case .oneOf(let shapes): checkAlternatives(value, shapes, here)
        case _ where !shape.welcomes(value.content): reportWrongType(value, shape, here)
        case .oneOrMany(let item): check(value, value.content.isList ? .list(item) : item, here)
        case .list(let item): for one in value.list ?? [] { check(one, item, here.item) }
        case .map(let item): for entry in value.entries ?? [] { check(entry.value, item, here.key(entry.key)) }
        case .object(let keys): checkKeys(of: value, keys, here)
        case .named(let role, let specs): checkCall(value, role, specs, here)
        case .choice(let names): checkChoice(value, names, here)
        case .matching(let pattern, let expected): checkForm(value, pattern, expected, here)
        case .path(let mustExist): checkPath(value, mustExist: mustExist, here)
        case .glob: checkPattern(value)
        case .text, .integer, .number, .boolean, .scalar: break
        }
    }

    private mutating func checkAlternatives(_ value: Value, _ shapes: [Shape], _ here: Whereabouts) {
        let fitting = shapes.filter { $0.welcomes(value.content) }
        guard !fitting.isEmpty else { return reportWrongType(value, .oneOf(shapes), here) }
        let attempts = fitting.map { shape in
            var attempt = Reader(within: border)
            attempt.check(value, shape, here)
            return attempt.problems
        }
        problems += attempts.min { $0.count < $1.count } ?? []
    }

    private mutating func reportWrongType(_ value: Value, _ shape: Shape, _ here: Whereabouts) {
        let quotable = shape.takesFreeText && value.written != nil
        let advice =
            quotable ? TypeWords.quote : TypeWords.write.filled(with: ["expected": example(for: shape, value) ?? shape.words])
        report(
            Problem(
                .wrongType, at: value.place,
                ["found": value.content.words, "where": here.words, "expected": shape.words, "advice": advice]))
    }

    /// `- trim` alone: the way to write the step is its own example.
    private func example(for shape: Shape, _ value: Value) -> Bilingual? {
        guard case .named(_, let specs) = shape, let name = value.text else { return nil }
        return specs.first { $0.name == name }.map { Bilingual($0.example) }
    }
}
