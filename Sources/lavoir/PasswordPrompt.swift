internal import Foundation

/// Asks for a password where nobody reads it: `LAVOIR_PASSWORD`, else the terminal without echo and twice, else the first line of
/// standard input. Never an argument: those are seen by every process.
struct PasswordPrompt {
    let french: Bool

    func password(of name: String) throws -> String {
        if let told = ProcessInfo.processInfo.environment["LAVOIR_PASSWORD"], !told.isEmpty { return told }
        guard isatty(STDIN_FILENO) == 1 else { return readLine(strippingNewline: true) ?? "" }
        let first = asked(french ? "Mot de passe de \(name) : " : "Password of \(name): ")
        let second = asked(french ? "Encore une fois : " : "Once more: ")
        guard first == second else { throw Different() }
        return first
    }

    /// Two passwords that were to be the same.
    private struct Different: LocalizedError {
        var errorDescription: String? { "les deux mots de passe diffèrent / the two passwords differ" }
    }

    private func asked(_ question: String) -> String {
        Terminal.error.text(question)
        var usual = termios()
        tcgetattr(STDIN_FILENO, &usual)
        var quiet = usual
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual)
            Terminal.error.text("\n")
        }
        return readLine(strippingNewline: true) ?? ""
    }
}
