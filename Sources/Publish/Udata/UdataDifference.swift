internal import Foundation
internal import Territory

/// What separates a dataset on the portal from what it should be.
struct UdataDifference: Sendable {
    /// What becomes of one file.
    enum Work: Sendable {
        case upload(PublishedFile, replacing: String?)
        case link(PublishedFile, id: String?)
        case describe(PublishedFile, id: String)
        case remove(id: String)
    }

    private(set) var plan = PublicationPlan()
    /// Whether the sheet itself differs.
    private(set) var isSheetWrong = false
    private(set) var works: [Work] = []
    /// Keys of our files, in order.
    private(set) var order: [String] = []
    private(set) var isOrderWrong = false
    let sheet: UdataSheet

    private let publication: Publication
    private let memory: Memory
    private let found: UdataFound
    private let destination: UdataDestination

    init(_ publication: Publication, _ memory: Memory, _ found: UdataFound, _ destination: UdataDestination) {
        self.publication = publication
        self.memory = memory
        self.found = found
        self.destination = destination
        sheet = UdataSheet(publication.sheet, found.about, zone: found.zone)
        if found.dataset == nil { plan.changes.append(.create(publication.sheet.name)) }
        if found.dataset?["deleted"]?.isNull == false { plan.changes.append(.restore) }
        compareSheet()
        for file in publication.files { compare(file) }
        removeOldFiles()
        compareOrder()
        let quality = UdataQuality(publication, sheet, found, isFresh: plan.changes.contains { $0.needsFiles })
        plan.score = quality.score
        plan.advice += quality.advice
        isSheetWrong = plan.changes.contains { if case .field = $0 { true } else { $0 == .restore } }
    }

    private mutating func compareSheet() {
        guard let there = found.dataset else { return }
        compare("title", there["title"]?.line, sheet.title)
        compare("description", there["description"]?.line?.trimmingCharacters(in: .whitespacesAndNewlines), sheet.description)
        compare("license", there["license"]?.line, sheet.licence)
        compare("frequency", there["frequency"]?.line, sheet.frequency)
        compare("temporal_coverage", Self.period(there["temporal_coverage"]), Self.period(sheet.period))
        compare("spatial", Self.place(there["spatial"]), Self.place(sheet.spatial))
        let tags = merged(tags: there)
        if Set(tags.map(\.plainLetters)) != Set((there["tags"]?.list ?? []).compactMap { $0.text?.plainLetters }) {
            compare("tags", there["tags"]?.line, tags.sorted().joined(separator: ", "))
        }
        compare(Own.dataset, there["extras"]?[Own.dataset]?.line, publication.sheet.id)
        if let contact = publication.sheet.contact, destination.contact(contact, in: there) == nil {
            compare("contact_points", nil, contact.name)
        }
    }

    private mutating func compare(_ field: String, _ there: String?, _ wanted: String?) {
        guard let wanted, there != wanted else { return }
        plan.changes.append(.field(field, from: there, to: wanted))
    }

    /// The union of their tags and ours; those that were ours and are no more go.
    func merged(tags there: JSON?) -> [String] {
        let gone = Set(memory.keywords).subtracting(sheet.tags)
        let kept = (there?["tags"]?.list ?? []).compactMap(\.text).filter { !gone.contains($0) }
        let known = Set(kept.map(\.plainLetters))
        return kept + sheet.tags.filter { !known.contains($0.plainLetters) }
    }

    private static func period(_ period: JSON?) -> String? {
        period.flatMap { one in one["start"]?.text.map { "\($0.prefix(10))/\(one["end"]?.text?.prefix(10) ?? "")" } }
    }

    /// A place as text that can be compared: zones, or the numbers of a box, or how fine it is.
    private static func place(_ place: JSON?) -> String? {
        guard let place, !place.isNull else { return nil }
        let zones = (place["zones"]?.list ?? []).compactMap { $0.text ?? $0["id"]?.text }
        if !zones.isEmpty { return zones.joined(separator: ", ") }
        let numbers = Self.numbers(place["geom"]?["coordinates"])
        return numbers.isEmpty ? place["granularity"]?.text : numbers.map { String($0) }.joined(separator: " ")
    }

    private static func numbers(_ json: JSON?) -> [Double] {
        switch json {
        case .number(let number): [number]
        case .integer(let integer): [Double(integer)]
        case .list(let list): list.flatMap(numbers)
        default: []
        }
    }

    private mutating func compare(_ file: PublishedFile) {
        let resource = found.resource(of: file)
        let isHosted = found.about.endings.contains(file.format)
        if !isHosted, destination.link(to: file, publication.sheet) == nil {
            plan.left.append(UdataMessages.notHosted(file.name))
            return
        }
        if isHosted, memory.refuses(file) {
            plan.obstacles.append(destination.refused(file, because: nil))
            if resource != nil { order.append(file.key) }
            return
        }
        order.append(file.key)
        guard let resource else {
            works.append(isHosted ? .upload(file, replacing: nil) : .link(file, id: nil))
            plan.changes.append(.add(file: file.name, bytes: file.size))
            return
        }
        // A linked file is where it always is: only its hash is told anew.
        if isHosted, resource.sha1 != file.sha1 {
            works.append(.upload(file, replacing: resource.id))
            plan.changes.append(.replace(file: file.name, bytes: file.size))
            return
        }
        let wrong = destination.description(of: file, sheet).filter { Self.isWrong($0.value, resource.json[$0.key]) }
        for (key, value) in wrong.sorted(by: { $0.key < $1.key }) {
            plan.changes.append(
                .describe(file: file.name, field: key, from: resource.json[key]?.line, to: value.line ?? ""))
        }
        if !wrong.isEmpty { works.append(isHosted ? .describe(file, id: resource.id) : .link(file, id: resource.id)) }
    }

    /// Whether something of ours is not there; what others wrote in the same object does not count.
    private static func isWrong(_ ours: JSON, _ there: JSON?) -> Bool {
        guard case .object(let members) = ours else { return ours != (there ?? .null) }
        return members.contains { isWrong($0.value, there?[$0.key]) }
    }

    private mutating func removeOldFiles() {
        let mine = Set(publication.files.compactMap { found.resource(of: $0)?.id })
        for resource in found.resources where !mine.contains(resource.id) {
            if resource.key == nil {
                plan.left.append(CKANMessages.others(resource.title))
            } else if destination.account.removesOldFiles {
                works.append(.remove(id: resource.id))
                plan.changes.append(.remove(file: resource.title))
            } else {
                plan.left.append(CKANMessages.old(resource.title))
            }
        }
    }

    /// What is put up comes first, the last before the others; the order is wrong when ours would not stand as declared.
    private mutating func compareOrder() {
        let files = publication.files.filter { order.contains($0.key) }
        let there = found.resources.compactMap { one in files.first { found.resource(of: $0)?.id == one.id }?.key }
        let new = order.filter { !there.contains($0) }
        guard new.reversed() + there != order else { return }
        isOrderWrong = true
        plan.changes.append(.order(files.map(\.name)))
    }
}
