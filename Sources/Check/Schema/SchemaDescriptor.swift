package import Foundation

/// A Table Schema, whole: <https://specs.frictionlessdata.io/table-schema/>, and the `custom_checks` of schema.data.gouv.fr.
package struct SchemaDescriptor: Sendable, Hashable {
    /// A key whose values must stand in other columns of the same table.
    package struct ForeignKey: Sendable, Hashable {
        package let fields: [String]
        package let references: [String]
    }

    /// A national check: its name and what it is told.
    package struct CustomCheck: Sendable, Hashable {
        package let name: String
        package let parameters: [String: JSONValue]
    }

    package let name: String?
    package let title: String?
    package let version: String?
    package let fields: [FieldDescriptor]
    package let missingValues: [String]
    package let primaryKey: [String]
    /// Keys into this table only: what another resource holds, no check of one file can know.
    package let foreignKeys: [ForeignKey]
    package let customChecks: [CustomCheck]

    /// A schema of some fields, without keys.
    init(fields: [FieldDescriptor], missingValues: [String], customChecks: [CustomCheck]) {
        (name, title, version) = (nil, nil, nil)
        self.fields = fields
        self.missingValues = missingValues
        primaryKey = []
        foreignKeys = []
        self.customChecks = customChecks
    }

    /// Reads a schema file.
    /// - Throws: `check.unreadable-schema`, also when there is no such file.
    package init(contentsOf file: URL) throws(SchemaFault) {
        try self.init((try? Data(contentsOf: file)) ?? Data(), file: file.lastPathComponent)
    }

    /// Reads the bytes of a schema file.
    /// - Throws: `check.unreadable-schema`.
    package init(_ bytes: Data, file: String) throws(SchemaFault) {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: bytes), let properties = value.object,
            let fields = properties["fields"]?.list
        else { throw SchemaFault(file: file) }
        self.fields = fields.compactMap { FieldDescriptor($0) }
        guard self.fields.count == fields.count else { throw SchemaFault(file: file) }
        name = properties["name"]?.text
        title = properties["title"]?.text
        version = properties["version"]?.text
        missingValues = properties["missingValues"]?.list.map { $0.compactMap(\.text) } ?? [""]
        primaryKey = properties["primaryKey"]?.texts ?? []
        foreignKeys = (properties["foreignKeys"]?.list ?? []).compactMap { ForeignKey($0) }
        customChecks = (properties["custom_checks"]?.list ?? []).compactMap { CustomCheck($0) }
    }

    /// The field of a name.
    package func field(_ name: String) -> FieldDescriptor? { fields.first { $0.name == name } }
}

extension SchemaDescriptor.ForeignKey {
    fileprivate init?(_ descriptor: JSONValue) {
        guard let properties = descriptor.object, let reference = properties["reference"]?.object,
            reference["resource"]?.text == ""
        else { return nil }
        fields = properties["fields"]?.texts ?? []
        references = reference["fields"]?.texts ?? []
        guard !fields.isEmpty, fields.count == references.count else { return nil }
    }
}

extension SchemaDescriptor.CustomCheck {
    fileprivate init?(_ descriptor: JSONValue) {
        guard let properties = descriptor.object, let name = properties["name"]?.text else { return nil }
        self.name = name
        parameters = properties["params"]?.object ?? [:]
    }
}
