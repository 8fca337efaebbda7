import Foundation

// The look of the portal: colours that can be read, a logo that can be sent, datasets that exist.
extension Loader {
    /// The grounds that colours stand on: the palest of light pages, the palest of dark ones.
    private static let grounds = [("colour", Colour("#f2f6f9")), ("colour-dark", Colour("#1b232a"))]
    private static let wanted = 4.5
    private static let mostLogoBytes = 60_000

    mutating func portal(_ value: Value?, datasets: [Dataset]) -> PortalDeclaration {
        for (key, ground) in Self.grounds { checkColour(value?[key], key, on: ground) }
        checkLogo(value?["logo"])
        for highlight in value?["highlights"]?.list ?? [] { checkHighlight(highlight, among: datasets.map(\.name)) }
        let statement = value?["accessibility"]?.text.flatMap { path in
            border.locate(path).flatMap { FileManager.default.fileExists(atPath: $0.path) ? path : nil }
        }.flatMap { read(DeclarationFile(name: "accessibility", path: $0), as: FileShapes.accessibility)?.value }
        return PortalDeclaration(value, statement: statement)
    }

    private mutating func checkColour(_ value: Value?, _ key: String, on ground: Colour?) {
        guard let value, let colour = value.text.flatMap({ Colour($0) }), let ground else { return }
        let contrast = colour.contrast(with: ground)
        guard contrast < Self.wanted else { return }
        let rounded = (contrast * 10).rounded(.down) / 10
        report(
            Problem(
                .lowContrast, at: value.place,
                [
                    "where": Whereabouts.file.key("portal.\(key)").words, "value": Bilingual("\(colour)"),
                    "ground": Bilingual("\(ground)"),
                    "contrast": Bilingual(fr: "\(rounded)".replacing(".", with: ","), en: "\(rounded)"),
                    "suggestion": Bilingual("\(colour.readable(on: ground, contrast: Self.wanted))"),
                ]))
    }

    private mutating func checkLogo(_ value: Value?) {
        guard let value, let path = value.text, let file = border.locate(path), let bytes = try? Data(contentsOf: file) else {
            return
        }
        let isSVG = path.lowercased().hasSuffix(".svg"), isPNG = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        guard bytes.count > Self.mostLogoBytes || !(isSVG || isPNG) else { return }
        report(
            Problem(
                .badValue, at: value.place,
                [
                    "where": Whereabouts.file.key("portal.logo").words,
                    "expected": Bilingual(
                        fr: "une image SVG ou PNG de 60 ko au plus", en: "an SVG or PNG picture of 60 kB at most"),
                ]))
    }

    private mutating func checkHighlight(_ value: Value, among names: [String]) {
        guard let text = value.text, !names.contains(text) else { return }
        report(
            Problem(
                .unknownValue, at: value.place, nearest: NearestName.of(text, among: names),
                [
                    "value": Bilingual(text), "where": Whereabouts.file.key("portal.highlights").words,
                    "names": Bilingual(names.isEmpty ? "–" : names.joined(separator: ", ")),
                ]))
    }
}
