internal import Foundation

/// Where text goes. Colours and live lines only where a person looks.
struct Terminal: Sendable {
    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let error = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32
    /// Whether a person looks at it (`NO_COLOR` and `TERM=dumb` say no).
    let isLive: Bool

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        let environment = ProcessInfo.processInfo.environment
        isLive = isatty(descriptor) == 1 && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
    }

    /// How many characters a line takes: what the terminal says, else `COLUMNS`, else 100.
    var width: Int {
        var size = winsize()
        if isLive, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
    }

    func line(_ text: String) { write(Array((text + "\n").utf8)) }

    func text(_ text: String) { write(Array(text.utf8)) }

    /// Writes everything, however small the pipe's appetite. A reader that has left ends the program quietly.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? ExitStatus.done.rawValue : ExitStatus.failed.rawValue)
            }
            rest = rest.dropFirst(written)
        }
    }

    enum Style: String { case bold = "1", dim = "2", red = "31", green = "32", yellow = "33", cyan = "36" }

    func styled(_ text: String, _ style: Style) -> String {
        isLive ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
