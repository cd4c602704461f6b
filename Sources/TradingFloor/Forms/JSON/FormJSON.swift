internal import Foundation

/// Forms as JSON and back.
public enum FormJSON {
    /// Reads one form. Unknown members, members said twice, and values of another type are refused.
    public static func read<Form: Decodable>(
        _ type: Form.Type, from bytes: [UInt8]
    ) throws(FormError) -> Form {
        let tree = try FormParser.parse(bytes)
        return try read(type, tree, at: "")
    }

    /// Reads a list of forms; one form alone is a list of one.
    public static func readList<Form: Decodable>(
        of type: Form.Type, from bytes: [UInt8]
    ) throws(FormError) -> [Form] {
        let tree = try FormParser.parse(bytes)
        guard case .list = tree else { return [try read(type, tree, at: "")] }
        return try read([Form].self, tree, at: "")
    }

    /// A form, or anything made of forms, as JSON that people can read: members by their names, an
    /// indented line each.
    public static func write(_ form: some Encodable) throws(FormError) -> [UInt8] {
        let coder = JSONEncoder()
        coder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try coder.encode(form))
        } catch {
            throw FormError("", "it can't be written as JSON: \(error)", "")
        }
    }

    private static func read<Form: Decodable>(
        _ type: Form.Type, _ tree: FormValue, at path: String
    ) throws(FormError) -> Form {
        do {
            return try FormDecoder.read(type, tree, at: path)
        } catch let error as FormError {
            throw error
        } catch {
            throw FormError(path, "it can't be read: \(error)", "see the documentation of forms")
        }
    }
}
