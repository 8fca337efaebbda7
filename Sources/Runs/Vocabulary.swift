internal import Collect
internal import Prepare
internal import Publish
package import Territory
internal import Check

/// Every word a territory may use: what the rooms have registered.
package let vocabulary = Vocabulary(
    connectors: connectors.map { $0.spec }, steps: Registry.specs, destinations: destinations.map { $0.spec })

/// Every kind of finding that a run can make, with its sentences.
let findingKinds = connectors.flatMap { $0.findings } + Registry.findings + StorageFindings.all + SchemaFindings.all
