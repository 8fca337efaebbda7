/// The answer of Validata's service: what was asked, and the report, or why there is none.
package struct ValidataAnswer: Encodable {
    private struct Meta: Encodable {
        let args: [String: String]
        let version: String
    }

    /// Why a file could not be read.
    private struct Trouble: Encodable {
        let name: String
        let message: String
    }

    private let _meta: Meta
    private var report: ValidataReport?
    private var error: Trouble?
    private var message: String?

    private init(_ arguments: [String: String], _ version: String) { _meta = Meta(args: arguments, version: version) }

    /// - Parameters:
    ///   - arguments: the parameters as they were received.
    ///   - version: the program's.
    package init(_ report: ValidataReport, to arguments: [String: String], version: String) {
        self.init(arguments, version)
        self.report = report
    }

    /// A file that cannot be read: an answer like another (200).
    package init(unreadable name: String, _ message: String, to arguments: [String: String], version: String) {
        self.init(arguments, version)
        error = Trouble(name: name, message: message)
    }

    /// A question that cannot be answered (400).
    package init(refused message: String, to arguments: [String: String], version: String) {
        self.init(arguments, version)
        self.message = message
    }
}
