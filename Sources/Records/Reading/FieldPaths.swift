extension Record {
    /// The fields that name another record, such as `parties[1]` or `cite[0].source`.
    public func fields(referringTo id: RecordID) -> [String] {
        guard let value = try? JSONParser.parse(canonicalJSON) else { return [] }
        var paths: [String] = []
        value.collectPaths(of: id.text, at: "", into: &paths)
        return paths.filter { $0 != "id" }
    }
}

extension JSONValue {
    fileprivate func collectPaths(of text: String, at path: String, into paths: inout [String]) {
        switch self {
        case .string(text):
            paths.append(path)
        case .array(let items):
            for (index, item) in items.enumerated() {
                item.collectPaths(of: text, at: "\(path)[\(index)]", into: &paths)
            }
        case .object(let members):
            for member in members {
                let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
                member.value.collectPaths(of: text, at: inner, into: &paths)
            }
        default:
            break
        }
    }
}
