package import Territory

/// Publishing one dataset at one destination: probe, plan, apply, verify. Whatever breaks in the middle, looking again tells what is
/// left to do; so nothing is sent twice and nothing is lost.
package struct Delivery: Sendable {
    /// How it ended. `plan` is what there was to do at first; with a fault, a part of it may be done.
    package struct Ended: Sendable {
        package var plan = PublicationPlan()
        package var memory: Memory
        package var fault: (any Error)?
        /// Whether looking itself failed: other datasets need not try.
        package var isDown = false
    }

    private let destination: any Destination
    private let name: String
    private let limits: PortalLimits

    /// - Parameter name: the town's name for the destination.
    package init(to destination: any Destination, named name: String) {
        self.init(to: destination, named: name, limits: PortalLimits())
    }

    init(to destination: any Destination, named name: String, limits: PortalLimits) {
        self.destination = destination
        self.name = name
        self.limits = limits
    }

    /// What would change. Writes nothing.
    package func plan(_ publication: Publication, _ memory: Memory) async -> Ended {
        var ended = Ended(memory: memory)
        do { ended.plan = try await destination.planned(publication, memory) } catch { ended.fault = error }
        return ended
    }

    /// Makes it so.
    /// - Parameter making: makes the files, when their bytes are needed.
    package func deliver(
        _ publication: Publication, _ memory: Memory, making: @Sendable () async throws -> Publication
    ) async -> Ended {
        var ended = Ended(memory: memory)
        do {
            ended.plan = try await destination.planned(publication, memory)
        } catch {
            ended.fault = error
            ended.isDown = (error as? PublishFault)?.isTransient ?? false
            return ended
        }
        guard !ended.plan.isEmpty else { return ended }
        do {
            let made = ended.plan.changes.contains(where: \.needsFiles) ? try await making() : publication
            let left = try await destination.brought(made, &ended.memory, named: name, limits)
            ended.plan.obstacles = left.obstacles
            ended.plan.score = left.score
        } catch {
            ended.fault = error
        }
        return ended
    }

    /// Takes the dataset away; nothing to do when it is not there.
    package func withdraw(_ publication: Publication, _ memory: Memory) async -> Ended {
        var ended = Ended(memory: memory)
        do { ended.plan = try await destination.withdrawn(publication, &ended.memory) } catch { ended.fault = error }
        return ended
    }
}

extension Destination {
    /// What would change, as things stand.
    func planned(_ publication: Publication, _ memory: Memory) async throws -> PublicationPlan {
        if let found = await glance(publication, memory) {
            let plan = plan(publication, memory, found)
            if plan.isEmpty { return plan }
        }
        return plan(publication, memory, try await probe(publication, memory))
    }

    /// Applies what is left to do, until nothing is. A write that failed is not sent again as it was: it may have been received.
    /// - Returns: what the plan says afterwards.
    func brought(
        _ publication: Publication, _ memory: inout Memory, named name: String, _ limits: PortalLimits
    ) async throws -> PublicationPlan {
        var attempt = 0
        while true {
            do {
                let found = try await probe(publication, memory)
                let plan = plan(publication, memory, found)
                guard !plan.isEmpty else { return plan }
                try await apply(publication, &memory, found)
                return try await verify(publication, memory, as: name)
            } catch let fault as PublishFault where fault.isTransient && attempt < limits.pauses.count {
                try await Task.sleep(for: limits.pause(attempt, asked: fault.wait))
                attempt += 1
            }
        }
    }

    /// Takes the dataset away, if it is there.
    func withdrawn(_ publication: Publication, _ memory: inout Memory) async throws -> PublicationPlan {
        let found = try await probe(publication, memory)
        var done = PublicationPlan()
        if case .create = plan(publication, memory, found).changes.first { return done }
        try await withdraw(publication, &memory, found)
        done.changes = [.withdraw(memory.address ?? publication.sheet.name)]
        return done
    }
}
