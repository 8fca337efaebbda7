package import Territory

extension LakeFault {
    /// Every fault of this room, for the reference.
    package static var codes: [CodeEntry] {
        LakeMessages.what.map { code, what in
            CodeEntry(code: code.name, what: what, remedy: LakeMessages.remedy[code] ?? Bilingual(""))
        }
    }
}
