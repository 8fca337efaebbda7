import Foundation

// Choices, forms, secrets and paths.
extension Reader {
    mutating func checkChoice(_ value: Value, _ names: [String], _ here: Whereabouts) {
        guard let text = value.text, !names.contains(text) else { return }
        report(
            Problem(
                .unknownValue, at: value.place, nearest: NearestName.of(text, among: names),
                ["value": Bilingual(text), "where": here.words, "names": Bilingual(names.joined(separator: ", "))]))
    }

    mutating func checkForm(_ value: Value, _ pattern: String, _ expected: Bilingual, _ here: Whereabouts) {
        guard let text = value.text else { return }
        do {
            if try Regex(pattern).wholeMatch(in: text) != nil { return }
        } catch {
            preconditionFailure("the pattern of a shape is not a regular expression: \(pattern)")
        }
        report(Problem(.badValue, at: value.place, ["where": here.words, "expected": expected]))
    }

    /// The value itself is never repeated: it may be the secret.
    mutating func checkSecret(_ value: Value, _ here: Whereabouts) {
        let entries = value.entries ?? []
        guard !entries.isEmpty else {
            if value.isNull { return reportSecretForm(value, here) }
            return report(
                Problem(.literalSecret, at: value.place, ["where": here.words, "key": Bilingual(here.lastKey)]))
        }
        let form = entries.count == 1 && ["env", "file"].contains(entries[0].key)
        let reference = entries[0].value.text ?? ""
        let sound = entries[0].key == "file" ? !reference.isEmpty : reference.wholeMatch(of: #/[A-Za-z_][A-Za-z0-9_]*/#) != nil
        if !form || !sound { reportSecretForm(value, here) }
    }

    private mutating func reportSecretForm(_ value: Value, _ here: Whereabouts) {
        report(Problem(.badValue, at: value.place, ["where": here.words, "expected": TypeWords.secret]))
    }

    mutating func checkPath(_ value: Value, mustExist: Bool, _ here: Whereabouts) {
        guard let path = value.text else { return }
        guard let file = border.locate(path) else { return reportOutside(value) }
        guard mustExist, !FileManager.default.fileExists(atPath: file.path) else { return }
        let near = border.neighbour(of: file)
        report(
            Problem(
                .missingFile, at: value.place, nearest: near,
                ["path": Bilingual(path), "where": here.words, "tried": Bilingual(border.relative(file))]))
    }

    mutating func checkPattern(_ value: Value) {
        if let pattern = value.text, !border.admits(pattern: pattern) { reportOutside(value) }
    }

    private mutating func reportOutside(_ value: Value) {
        report(Problem(.outside, at: value.place, ["path": Bilingual(value.text ?? "")]))
    }
}

extension Confinement {
    /// The file of the same folder whose name is nearest, as a path of the territory.
    func neighbour(of file: URL) -> String? {
        let home = file.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        return NearestName.of(file.lastPathComponent, among: names.sorted()).map { relative(home.appendingPathComponent($0)) }
    }
}
