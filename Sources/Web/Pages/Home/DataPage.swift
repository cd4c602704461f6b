import Records
import Register

/// What there is as data, and how to get it.
struct DataPage: Page {
    let context: PageContext

    init(_ context: PageContext) throws { self.context = context }

    var response: PageResponse {
        let words = context.words
        let shell = context.shell(
            title: words(.apiTitle), description: words(.apiLead), layout: .plain, division: .api)
        return PageResponse(
            html: shell.render { page in
                page.put(PageTitle(title: words(.apiTitle)))
                page.put(Lead(.text(words(.apiLead))))
                page.paragraph(.text(words(.apiEveryPage)))
                page.paragraph(
                    .link(words(.apiDescription), to: SiteAddress.openAPI), " (OpenAPI 3.1)")
                page.paragraph(.text(words(.apiReconcile)), " ", .code(reconciliation))
                page.section(words(.apiExamples), id: "examples") { page in
                    page.put(table)
                }
            })
    }

    private var reconciliation: String {
        context.request.origin + SiteAddress.reconciliation.text
    }

    private static let examples: [(path: String, what: Kind)] = [
        ("/api/records?kind=agreement&sort=-date&limit=10", .agreement),
        ("/api/records?kind=organisation&type=university", .organisation),
        ("/api/records.csv?kind=event", .event),
        ("/api/search?q=Grodno&limit=5", .place),
        ("/api/observations.csv?indicator=trade-turnover&from=2020", .observation),
        ("/api/records.jsonl?kind=source", .source),
        ("/api/findings", .observation),
        ("/sdmx/2.1/dataflow", .observation),
        ("/sdmx/2.1/data/FIGURES?format=csvdata", .observation),
        ("/api/records.geojson?kind=organisation", .organisation),
        ("/drawings/flows.svg?kind=agreement", .agreement),
        ("/api/calendar?what=deadline", .measure),
        ("/calendar.ics", .event),
        ("/feed.atom", .source),
    ]

    private var table: DataTable {
        let words = context.words
        return DataTable(
            id: "examples-table", caption: words(.apiExamples),
            columns: [Column(words.field("url")), Column(words.field("kind"))],
            rows: Self.examples.map { example in
                [
                    .link("GET " + example.path, to: Address(example.path)),
                    .text(words.kinds(example.what.name)),
                ]
            }, captionIsUnseen: true, words: words)
    }
}
