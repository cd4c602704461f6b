import Records

/// Where figures are drawn, compared and checked.
extension SiteAddress {
    /// The explorer with a choice made.
    static func track(_ choice: SeriesChoice) -> Address {
        Address(
            path: SitePath.track.text,
            query: choice.items.map { (name: $0.name, value: String?.some($0.value)) })
    }

    /// Several records side by side.
    static func compare(_ ids: [RecordID]) -> Address {
        Address(
            path: SitePath.compare.text,
            query: ids.map { (name: "of", value: String?.some($0.text)) })
    }

    /// A list of findings.
    static func findings(_ state: FindingState) -> Address {
        Address(path: SitePath.findings.text, query: state.items())
    }

    /// All findings of a list as files.
    static func findingFiles(_ state: FindingState) -> [Download] {
        let file = { (format: SitePath.TableFile) in
            Address(
                path: SitePath.findingsFile(format).text, query: state.items(withPage: false))
        }
        return [.csv(file(.csv)), .json(file(.json))]
    }
}
