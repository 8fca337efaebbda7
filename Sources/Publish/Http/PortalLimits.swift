/// How long a portal is waited for, and how much it may answer.
struct PortalLimits: Sendable {
    /// Seconds until a connection stands.
    var connect = 10
    /// Seconds without a byte.
    var silence = 60
    /// The pauses before each new attempt, in seconds; as many attempts after the first.
    var pauses: [Double] = [1, 4, 10]
    /// The longest pause a server may ask for.
    var patience = 60.0
    var answerBytes = 64 << 20

    /// The pause before an attempt: what the server asked for, as long as that is reasonable.
    func pause(_ attempt: Int, asked: Double?) -> Duration { .seconds(min(max(pauses[attempt], asked ?? 0), patience)) }
}
