internal import NIOCore

/// How long and how much a download may take.
struct HttpLimits: Sendable {
    var connect = TimeAmount.seconds(10)
    /// Without a byte.
    var silence = TimeAmount.seconds(60)
    /// From the first byte sent to the last received, redirects apart.
    var total = TimeAmount.minutes(30)
    var bytes = 2 << 30
    var redirects = 5
    /// The pauses before each new attempt, in seconds; as many attempts after the first.
    var pauses: [Double] = [1, 4]
}
