package import Territory

/// Every step there is: alphabetical, one line each.
package enum Registry {
    package static let steps: [any Step.Type] = [
        Append.self,
        Cluster.self,
        Compute.self,
        Constant.self,
        Deduplicate.self,
        Drop.self,
        DropEmpty.self,
        FillDown.self,
        Filter.self,
        FilterTotals.self,
        Group.self,
        Header.self,
        Keep.self,
        LetterCase.self,
        Lookup.self,
        MakePoint.self,
        MapValues.self,
        Merge.self,
        Normalise.self,
        NumberRows.self,
        Pad.self,
        Parse.self,
        Pivot.self,
        Rename.self,
        Reorder.self,
        Replace.self,
        Reproject.self,
        Sort.self,
        Split.self,
        SplitRows.self,
        SQLQuery.self,
        Transpose.self,
        Trim.self,
        Unpivot.self,
    ]

    /// What a territory may say in a recipe: the `steps` of its `Vocabulary`.
    package static var specs: [Spec] { steps.map { $0.spec } }

    /// Every kind of finding a step can make.
    package static var findings: [FindingKind] {
        var seen: Set<String> = []
        return steps.flatMap { $0.findings }.filter { seen.insert($0.code).inserted }
    }
}
