internal import Territory

/// What separates a dataset on the portal from what it should be: the plan, and the bodies of the calls that bring it about.
struct CKANDifference: Sendable {
    /// What becomes of one file.
    enum Work: Sendable {
        case add(PublishedFile)
        case replace(PublishedFile, id: String)
        case describe(PublishedFile, id: String, [String: String])
        case remove(id: String)
    }

    private(set) var plan = PublicationPlan()
    /// Top-level keys to send; lists are whole.
    private(set) var patch: [String: JSON] = [:]
    private(set) var works: [Work] = []
    /// Keys of our files that will be there, in order.
    private(set) var order: [String] = []
    private(set) var isOrderWrong = false
    /// The rows to load into the DataStore, when they are not there.
    private(set) var table: CKANTable?
    let keywords: [String]
    let extras: [String: String]

    private let publication: Publication
    private let memory: Memory
    private let found: CKANFound
    private let destination: CKANDestination

    init(_ publication: Publication, _ memory: Memory, _ found: CKANFound, _ destination: CKANDestination) {
        self.publication = publication
        self.memory = memory
        self.found = found
        self.destination = destination
        let sheet = CKANSheet(publication.sheet)
        keywords = sheet.tags
        extras = sheet.extras
        if found.package == nil { plan.changes.append(.create(found.name)) }
        if found.package?["state"]?.text == "deleted" {
            plan.changes.append(.restore)
            patch["state"] = "active"
        }
        compareFields(sheet)
        compareNames("tags", wanted: keywords, former: memory.keywords)
        compareNames("groups", wanted: destination.groups.filter { found.about.groups.contains($0) }, former: [])
        compareExtras()
        compareFiles()
        compareTable()
        removeOldFiles()
        compareOrder()
        tell(sheet)
    }

    /// Fields of the sheet that stand at the top; a scheming portal keeps some extras there too.
    private mutating func compareFields(_ sheet: CKANSheet) {
        let licence = destination.licence ?? sheet.licence(among: found.about.licences).id
        var wanted = sheet.fields.merging(["license_id": licence, "owner_org": found.organization]) { $1 }
        for (key, value) in extras where isDeclared(key) { wanted[key] = value }
        for (key, word) in destination.fields { if let value = sheet.word(word) { wanted[key] = value } }
        for (key, value) in wanted.sorted(by: { $0.key < $1.key }) {
            let there = found.package?[key]?.line
            guard there != value else { continue }
            patch[key] = .text(value)
            if found.package != nil { plan.changes.append(.field(key, from: there, to: value)) }
        }
        for key in found.about.required.sorted() where wanted[key] == nil && found.package?[key]?.line == nil && key != "name" {
            plan.advice.append(CKANMessages.required(key))
        }
    }

    private func isDeclared(_ key: String) -> Bool { key != Own.dataset && found.about.fields.contains(key) }

    /// Tags and groups: ours are added, those that were ours and are no more go, those of others stay.
    private mutating func compareNames(_ key: String, wanted: [String], former: [String]) {
        let there = found.names(key), gone = Set(former).subtracting(wanted)
        let kept = there.filter { !gone.contains($0) }
        let all = kept + wanted.filter { !kept.contains($0) }
        guard Set(all) != Set(there) else { return }
        patch[key] = .list(all.map { ["name": .text($0)] })
        guard found.package != nil else { return }
        plan.changes.append(.field(key, from: there.sorted().joined(separator: ", "), to: all.sorted().joined(separator: ", ")))
    }

    private mutating func compareExtras() {
        let there = found.extras, free = extras.filter { !isDeclared($0.key) }
        let gone = Set(memory.extras).subtracting(extras.keys)
        let all = there.filter { !gone.contains($0.key) }.merging(free) { $1 }
        guard all != there else { return }
        patch["extras"] = .list(all.sorted { $0.key < $1.key }.map { ["key": .text($0.key), "value": .text($0.value)] })
        guard found.package != nil else { return }
        for key in Set(all.keys).union(there.keys).sorted() where all[key] != there[key] {
            plan.changes.append(.field("extras.\(key)", from: there[key], to: all[key] ?? ""))
        }
    }

    private mutating func compareFiles() {
        for file in publication.files {
            let resource = found.resources.first { $0.key == file.key }
            if memory.refuses(file) {
                plan.obstacles.append(destination.refused(file, because: nil))
                if resource != nil { order.append(file.key) }
                continue
            }
            order.append(file.key)
            guard let resource else {
                works.append(.add(file))
                plan.changes.append(.add(file: file.name, bytes: file.size))
                continue
            }
            compare(file, resource)
        }
    }

    private mutating func compare(_ file: PublishedFile, _ resource: CKANFound.Resource) {
        let isThere = resource.json["hash"]?.text == file.sha256 && resource.json["size"]?.integer == file.size
        guard isThere else {
            works.append(.replace(file, id: resource.id))
            plan.changes.append(.replace(file: file.name, bytes: file.size))
            return
        }
        var changed: [String: String] = [:]
        for (key, value) in destination.description(of: file, publication.sheet) {
            let there = resource.json[key]?.line
            // CKAN writes formats its own way.
            guard there != value, key != "format" || there?.lowercased() != value.lowercased() else { continue }
            changed[key] = value
            plan.changes.append(.describe(file: file.name, field: key, from: there, to: value))
        }
        if !changed.isEmpty { works.append(.describe(file, id: resource.id, changed)) }
    }

    private mutating func compareTable() {
        guard destination.loadsTables, let wanted = CKANTable(publication, on: found.about), order.contains(wanted.file.key)
        else { return }
        guard !wanted.isLoaded(found.resources.first(where: { $0.key == wanted.file.key })?.json) else { return }
        table = wanted
        plan.changes.append(.load(rows: wanted.table.rows, into: wanted.file.name))
    }

    private mutating func removeOldFiles() {
        let keys = Set(publication.files.map(\.key))
        for resource in found.resources {
            guard let key = resource.key else {
                plan.left.append(CKANMessages.others(resource.name))
                continue
            }
            guard !keys.contains(key) else { continue }
            if destination.account.removesOldFiles {
                works.append(.remove(id: resource.id))
                plan.changes.append(.remove(file: resource.name))
            } else {
                plan.left.append(CKANMessages.old(resource.name))
            }
        }
    }

    /// New files come last; the order is wrong when ours would not follow one another as declared.
    private mutating func compareOrder() {
        let there = found.resources.compactMap(\.key).filter { order.contains($0) }
        let after = there + order.filter { !there.contains($0) }
        guard after != order else { return }
        isOrderWrong = true
        let names = order.compactMap { key in publication.files.first { $0.key == key }?.name }
        plan.changes.append(.order(names))
    }

    private mutating func tell(_ sheet: CKANSheet) {
        if found.isAdopted { plan.left.insert(CKANMessages.adopted(found.name), at: 0) }
        for group in destination.groups where !found.about.groups.contains(group) && !found.names("groups").contains(group) {
            plan.advice.append(CKANMessages.group(group))
        }
        if destination.licence == nil, !sheet.licence(among: found.about.licences).isKnown {
            plan.advice.append(CKANMessages.licence(publication.sheet.licence.name))
        }
    }
}
