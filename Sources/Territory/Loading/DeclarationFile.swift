import Foundation

/// A declaration file: its name is its stem, its path starts at the territory's folder.
struct DeclarationFile {
    let name: String
    let path: String

    /// What it holds, up to just past the size a declaration may have.
    func bytes(within border: Confinement) -> Result<Data, Problem> {
        let top = Place(file: path, line: 1, column: 1)
        guard let url = border.locate(path) else { return .failure(Problem(.outside, at: top, ["path": Bilingual(path)])) }
        do {
            let file = try FileHandle(forReadingFrom: url)
            defer { try? file.close() }
            return .success(try file.read(upToCount: YamlReading.largest + 1) ?? Data())
        } catch {
            return .failure(Problem(.unreadableFile, at: top, ["path": Bilingual(path)]))
        }
    }
}

extension Loader {
    /// The `.yaml` files of a folder, by name. A name that does not suit is reported and read all the same.
    mutating func declarationFiles(in folder: String) -> [DeclarationFile] {
        let home = border.folder.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path)) ?? []
        let laidNames = laid.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
        var files: [DeclarationFile] = []
        for name in Set(names + laidNames).sorted() where !name.hasPrefix(".") {
            let stem = (name as NSString).deletingPathExtension
            let ending = (name as NSString).pathExtension
            guard ["yaml", "yml"].contains(ending.lowercased()) else { continue }
            let path = folder + "/" + name
            if ending != "yaml" || stem.wholeMatch(of: #/[a-z][a-z0-9_-]*/#) == nil {
                report(
                    Problem(
                        .badName, at: Place(file: path, line: 1, column: 1),
                        ["name": Bilingual(name), "suggestion": Bilingual(Self.suitable(stem) + ".yaml")]))
            }
            files.append(DeclarationFile(name: stem, path: path))
        }
        return files
    }

    /// The nearest name that suits: `Budget Voté` becomes `budget-vote`.
    private static func suitable(_ stem: String) -> String {
        let plain = stem.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let parts = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
        let name = parts.joined(separator: "-")
        return name.first.map { $0.isASCII && $0.isLetter } == true ? name : "donnees" + (name.isEmpty ? "" : "-" + name)
    }
}
