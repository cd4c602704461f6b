/// A column of a table.
struct Column: Sendable {
    enum Kind: String, Sendable {
        case text, number, source
    }

    let label: String
    /// The unit of all its figures, if they share one.
    let unit: String?
    let kind: Kind
    /// Where a click on the head leads (the same table, sorted by this column).
    let sortAddress: Address?
    let sorted: Attribute.SortOrder?

    init(
        _ label: String, unit: String? = nil, _ kind: Kind = .text, sortAddress: Address? = nil,
        sorted: Attribute.SortOrder? = nil
    ) {
        self.label = label
        self.unit = unit
        self.kind = kind
        self.sortAddress = sortAddress
        self.sorted = sorted
    }
}

/// A file of exactly what is shown.
struct Download: Sendable {
    /// The format's name ("CSV").
    let name: String
    let address: Address
    let mediaType: String

    static func csv(_ address: Address) -> Self {
        Self(name: "CSV", address: address, mediaType: "text/csv")
    }
    static func json(_ address: Address) -> Self {
        Self(name: "JSON", address: address, mediaType: "application/json")
    }
    static func jsonLines(_ address: Address) -> Self {
        Self(name: "JSONL", address: address, mediaType: "application/jsonl")
    }
}

/// A table that one can scan: numbers right, units in the head, its own downloads in the caption.
/// It scrolls sideways in a frame of its own where it is wider than the page.
struct DataTable: Component {
    /// Unique in the page.
    let id: String
    let caption: String
    let columns: [Column]
    let rows: [[Inline]]
    /// Totals, under a double rule.
    var total: [Inline] = []
    var downloads: [Download] = []
    /// The first column names the row and is its head.
    var firstColumnIsHead = true
    /// The caption is for those who can't see the heading above the table.
    var captionIsUnseen = false
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        let hasSources = columns.last?.kind == .source
        page.element(.div, class: hasSources ? "table with-sources" : "table") { page in
            page.element(.div, class: "table-head") { page in
                page.element(
                    .p, class: captionIsUnseen ? "unseen" : "caption", .id(id + "-caption"),
                    text: caption)
                page.put(DownloadLinks(downloads: downloads, words: words))
            }
            page.element(
                .div, class: "table-scroll", .tabindex(0), .role(.region),
                .labelled(by: id + "-caption")
            ) { page in
                page.element(.table, .id(id), .labelled(by: id + "-caption")) { page in
                    writeHead(to: &page)
                    page.element(.tbody) { page in
                        for row in rows { write(row, to: &page) }
                    }
                    if !total.isEmpty {
                        page.element(.tfoot) { page in write(total, isTotal: true, to: &page) }
                    }
                }
            }
        }
    }

    private func writeHead(to page: inout HTMLWriter) {
        page.element(.thead) { page in
            page.element(.tr) { page in
                for column in columns { write(column, to: &page) }
            }
        }
    }

    private func write(_ column: Column, to page: inout HTMLWriter) {
        let label: (inout HTMLWriter) -> Void = { page in
            if let address = column.sortAddress {
                page.link(to: address, text: column.label)
            } else {
                page.text(column.label)
            }
            if let unit = column.unit {
                page.text(" ")
                page.element(.span, class: "unit", text: unit)
            }
        }
        if let sorted = column.sorted {
            page.element(
                .th, class: column.kind.rawValue, .scope(.col), .sorted(sorted), content: label)
        } else {
            page.element(.th, class: column.kind.rawValue, .scope(.col), content: label)
        }
    }

    private func write(_ row: [Inline], isTotal: Bool = false, to page: inout HTMLWriter) {
        page.element(.tr) { page in
            for (index, cell) in row.enumerated() {
                let kind = index < columns.count ? columns[index].kind : .text
                if index == 0 && firstColumnIsHead && !isTotal {
                    page.element(.th, class: kind.rawValue, .scope(.row)) { $0.put(cell) }
                } else {
                    page.element(.td, class: kind.rawValue) { $0.put(cell) }
                }
            }
        }
    }
}

/// Links to the files of what is shown.
struct DownloadLinks: Component {
    let downloads: [Download]
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        guard !downloads.isEmpty else { return }
        page.element(.p, class: "downloads") { page in
            page.element(.span, text: words(.download))
            for download in downloads {
                page.text(" ")
                page.link(
                    to: download.address, .mediaType(download.mediaType), .rel("alternate")
                ) { $0.text(download.name) }
            }
        }
    }
}
