internal import HTTPTypes
internal import NIOCore

extension Ask {
    /// With what a `POST` carried as JSON among the parameters.
    func withMembers() throws(CKANFault) -> Ask {
        guard body.readableBytes > 0 else { return self }
        return with(Parameters(parameters.items + (try Parameters(json: String(buffer: body))).items))
    }
}

extension Parameters {
    /// The members of a JSON object as parameters: texts as they are, lists and objects as JSON. A null is absent.
    init(json text: String) throws(CKANFault) {
        if text.allSatisfy(\.isWhitespace) {
            self.init()
            return
        }
        guard let json = JSON(reading: text), case .object(let members) = json else {
            throw CKANFault(status: .badRequest, error: .text("Bad request: JSON Error: a JSON object is expected"))
        }
        self.init(
            members.filter { $0.value != .null }.map { member in
                if case .text(let text) = member.value { return Item(name: member.name, value: text) }
                return Item(name: member.name, value: member.value.line)
            })
    }
}
