/// Parameters as CKAN reads them: from the query string or from JSON, where a list or an object is one too.
struct CKANRequest: Sendable {
    let ask: Ask

    init(_ ask: Ask) { self.ask = ask }

    /// The value of a parameter; empty is absent.
    func text(_ name: String) -> String? { ask.parameters[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A parameter that must be there.
    func required(_ names: String...) throws(CKANFault) -> String {
        for name in names { if let text = text(name) { return text } }
        throw .invalid(names[0], "Missing value")
    }

    func flag(_ name: String, default standard: Bool = false) throws(CKANFault) -> Bool {
        guard let text = text(name)?.lowercased() else { return standard }
        if ["true", "yes", "t", "y", "1"].contains(text) { return true }
        if ["false", "no", "f", "n", "0"].contains(text) { return false }
        throw .invalid(name, "Must be a boolean")
    }

    /// A whole number that is not negative; larger ones are cut to the most.
    func number(_ name: String, default standard: Int, most: Int = Int(Int32.max)) throws(CKANFault) -> Int {
        guard let text = text(name) else { return standard }
        guard let number = Int(text) else { throw .invalid(name, "Invalid integer") }
        guard number >= 0 else { throw .invalid(name, "Must be a natural number") }
        return min(number, most)
    }

    /// Several texts: repeated, a JSON list, or with commas between.
    func list(_ name: String) -> [String] {
        ask.parameters.all(name).flatMap { text -> [String] in
            if text.first == "[", let json = JSON(reading: text) { return json.items.map { $0.text ?? $0.line } }
            return text.split(separator: ",").map { String($0.trimmingPrefix { $0 == " " }) }
        }.map { $0.trimmingQuotes }.filter { !$0.isEmpty }
    }

    /// JSON, or a text that is none.
    func json(_ name: String) -> JSON? {
        guard let text = text(name) else { return nil }
        guard let first = text.first, "{[".contains(first) else { return .text(text) }
        return JSON(reading: text) ?? .text(text)
    }
}

extension String {
    /// Without the spaces and double quotes around it.
    var trimmingQuotes: String {
        var text = Substring(self)
        while let last = text.last, last == " " { text.removeLast() }
        if text.count >= 2, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
        return String(text)
    }
}
