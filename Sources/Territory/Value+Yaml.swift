package import Foundation

extension Value {
    /// Reads YAML text; `file` names it in places. Throws every problem of writing there is.
    package init(yaml: String, file: String = "yaml") throws(TerritoryFault) {
        let reading = YamlReading(Data(yaml.utf8), file: file)
        if let first = reading.problems.first { throw TerritoryFault(first, Array(reading.problems.dropFirst())) }
        guard let value = reading.value else { preconditionFailure("YAML without problems has a value") }
        self = value
    }

    /// Everything in the value that does not fit a shape; paths are looked for in `folder`.
    package func problems(as shape: Shape, in folder: URL) -> [Problem] {
        Reader.problems(of: self, as: shape, within: Confinement(folder))
    }
}
