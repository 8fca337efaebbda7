/// What the engine refused, in its own words. The room that asked wraps it and says what it means.
package struct EngineFault: Error, Sendable, CustomStringConvertible {
    /// The families a caller may decide upon; a caller never reads the message to decide.
    package struct Kind: Sendable, Hashable {
        private enum Name { case refused, interrupted, deadline, queueFull, closed }
        private let name: Name
        /// The statement failed: syntax, binding, conversion, constraint, input or output.
        package static let refused = Kind(name: .refused)
        /// The task that asked was cancelled.
        package static let interrupted = Kind(name: .interrupted)
        /// The time given to the work was over.
        package static let deadline = Kind(name: .deadline)
        /// Too much work is waiting already: try again later.
        package static let queueFull = Kind(name: .queueFull)
        /// The engine has been closed.
        package static let closed = Kind(name: .closed)
    }

    package let kind: Kind
    /// The engine's error type (`duckdb_error_type`), 0 when the engine did not speak.
    package let engineType: Int
    /// The engine's message.
    package let message: String
    /// The statement, for logs; never shown to the public.
    package let sql: String

    package init(_ kind: Kind, _ message: String, sql: String = "", engineType: Int = 0) {
        self.kind = kind
        self.message = message
        self.sql = sql
        self.engineType = engineType
    }

    /// Whether the engine could not reach a file, a server or a storage: connection, network, input and output, permission,
    /// HTTP in `duckdb_error_type`.
    package var isAboutStorage: Bool { [21, 25, 28, 34, 38].contains(engineType) }

    package var description: String { message }
}
