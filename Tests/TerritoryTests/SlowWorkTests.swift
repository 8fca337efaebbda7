import Synchronization
import Testing

@testable import Territory

@Suite("Slow work")
struct SlowWorkTests {
    /// How many are at work, and how many were at most.
    private final class Room: Sendable {
        private let counts = Mutex((now: 0, most: 0))
        var most: Int { counts.withLock { $0.most } }

        func enter() { counts.withLock { ($0.now, $0.most) = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { counts.withLock { $0.now -= 1 } }
    }

    private struct Wrong: Error {}

    @Test("is done one after the other, none forgotten, and its errors come back")
    func turns() async throws {
        let work = SlowWork("test", most: 20), room = Room()
        let done = try await withThrowingTaskGroup(of: Int?.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await work.take {
                        room.enter()
                        defer { room.leave() }
                        return number
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(done.compactMap(\.self)) == Set(0..<20))
        #expect(room.most == 1)
        await #expect(throws: Wrong.self) { try await work.take { throw Wrong() } as Int? }
        #expect(try await work.take { 1 } == 1)
    }

    @Test("is refused when too many wait")
    func full() async throws { #expect(try await SlowWork("test", most: 0).take { 1 } == nil) }
}
