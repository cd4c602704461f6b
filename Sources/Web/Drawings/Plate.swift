import Charts
import Records

/// A drawing on a page, with its heading, words, sources, files, and the same figures as a table.
///
/// It is drawn twice, for a wide and for a narrow screen, and the stylesheet shows one of them:
/// text in a drawing that is merely scaled down can't be read.
struct Plate: Component {
    /// How much of a page's width it takes.
    enum Size: Sendable {
        case full, half
        /// The whole width beside the filters of a list.
        case column

        /// Widths in CSS pixels on a wide and on a narrow screen.
        var widths: (wide: Double, narrow: Double) {
            switch self {
            case .full: (1080, 340)
            case .half: (560, 340)
            case .column: (900, 340)
            }
        }

        fileprivate var name: String {
            switch self {
            case .full: "plate"
            case .half: "plate plate-half"
            case .column: "plate plate-column"
            }
        }
    }

    /// Unique in the page; ids inside the drawing begin with it.
    let id: String
    let content: PlateContent
    var size = Size.full
    /// The drawing as files.
    var downloads: [Download] = []
    /// Where the same is seen larger or can be changed.
    var more: (text: String, address: Address)?
    /// Where a stretch of time drawn on the time axis leads; `from` and `to` are added to it.
    var brush: Address?
    /// The heading's level in the page.
    var heading = Tag.h3
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        let (wide, narrow) = size.widths
        let drawing = draw("wide", wide)
        page.element(
            .figure, class: size.name, .id(id),
            .labelled(by: id + "-head"), .brush(brush)
        ) { page in
            page.element(.figcaption) { page in
                page.element(heading, .id(id + "-head"), text: content.title)
                if !content.summary.isEmpty {
                    page.element(.p, class: "help", text: content.summary)
                }
            }
            page.element(.div, class: "drawing drawing-wide") { $0.markup(SafeHTML(drawing)) }
            page.element(.div, class: "drawing drawing-narrow") {
                $0.markup(SafeHTML(draw("narrow", narrow)))
            }
            for remark in content.remarks { page.element(.p, class: "remark", text: remark) }
            writeSources(to: &page)
            writeTable(drawing.table, to: &page)
            writeWays(to: &page)
        }
    }

    private func draw(_ variant: String, _ width: Double) -> Drawing {
        content.chart(id + "-" + variant).draw(
            in: Frame(width: width, maximumHeight: content.maximumHeight))
    }

    private func writeSources(to page: inout HTMLWriter) {
        guard !content.sources.isEmpty else { return }
        page.element(.p, class: "plate-sources") { page in
            page.text(words(.sources) + ": ")
            page.put(
                Inline.joined(
                    content.sources.prefix(Self.mostSources).map {
                        .link($0.label, to: $0.address)
                    },
                    separator: "; "))
            let more = content.sources.count - Self.mostSources
            if more > 0 { page.text("; " + words(.moreSources(more))) }
        }
    }

    private static let mostSources = 6

    private func writeTable(_ table: ChartTable, to page: inout HTMLWriter) {
        guard !table.rows.isEmpty else { return }
        page.element(.details, class: "plate-table") { page in
            page.element(.summary, text: words(DrawingPhrase.asTable))
            page.put(
                DataTable(
                    id: id + "-table", caption: content.title,
                    columns: table.columns.map { Column($0.title, $0.isNumeric ? .number : .text) },
                    rows: table.rows.map { row in
                        row.map { cell in
                            guard !cell.text.isEmpty else { return .gap(words(.notRecorded)) }
                            return cell.href.map { .link(cell.text, to: Address($0)) }
                                ?? .text(cell.text)
                        }
                    }, captionIsUnseen: true, words: words))
        }
    }

    private func writeWays(to page: inout HTMLWriter) {
        guard more != nil || !downloads.isEmpty else { return }
        page.element(.div, class: "plate-ways") { page in
            if let more {
                page.element(.p) { $0.link(to: more.address, text: more.text) }
            }
            page.put(DownloadLinks(downloads: downloads, words: words))
        }
    }
}

extension Plate {
    /// The plate of a drawing that has an address; nil when there is nothing to draw.
    init?(
        _ drawable: some Drawable, id: String, size: Size = .full, heading: Tag = .h3,
        more: (text: String, address: Address)? = nil, _ words: Catalogue
    ) throws {
        guard let content = try drawable.plate() else { return nil }
        self.init(
            id: id, content: content, size: size, downloads: drawable.downloads(words.language),
            more: more, heading: heading, words: words)
    }
}

extension Drawable {
    /// The drawing as files, in the formats that this machine can give.
    func downloads(_ language: Language) -> [Download] {
        DrawingFormat.allCases.filter { $0 != .png || PixelConverter.isInstalled }.map { format in
            Download(
                name: format.rawValue.uppercased(), address: address(format, language),
                mediaType: String(format.mediaType.prefix { $0 != ";" }))
        }
    }
}

extension SafeHTML {
    /// A drawing: it escapes every text and address that it was given itself.
    init(_ drawing: Drawing) { bytes = drawing.svg(.inline) }
}
