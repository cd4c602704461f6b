import Records
import Register

/// The drawings that can be had as files and embedded, by their names.
enum DrawingRoutes {
    /// Every sort of drawing that has an address.
    static let all: [any Drawable.Type] = [
        SeriesDrawing.self, PartnersDrawing.self, MatrixDrawing.self, StructureDrawing.self,
        SlopeDrawing.self, MapDrawing.self, FlowsDrawing.self, NetworkDrawing.self,
        TimelineDrawing.self,
    ]

    /// Adds the drawings' files and the pages that hold one drawing alone.
    static func add(
        to routes: inout PageRoutes, of register: Register, clock: SiteClock = .utc
    ) {
        for type in all {
            for format in DrawingFormat.allCases {
                routes.get(SitePath.drawing(type.name, format).text) { request in
                    try answer(type, PageContext(register, request, clock: clock)) {
                        context, drawable in
                        guard let content = try drawable.plate() else {
                            throw PageFailure.notFound
                        }
                        return DrawingFile(
                            name: type.name, content: content, format: format, context: context
                        ).response()
                    }
                }
            }
            routes.get(SitePath.embedded(type.name).text) { request in
                try answer(type, PageContext(register, request, clock: clock)) {
                    context, drawable in
                    try EmbeddedDrawing(drawable: drawable, context: context).response()
                }
            }
        }
    }

    /// The language is a part of a drawing's address: whoever embeds it chooses it, and no cookie
    /// is set.
    private static func answer(
        _ type: any Drawable.Type, _ context: PageContext,
        _ body: (PageContext, any Drawable) throws -> PageResponse
    ) throws -> PageResponse {
        do {
            let known = type.parameterNames + [LanguageChoice.parameter]
            if let item = context.request.query.items.first(where: { !known.contains($0.name) }) {
                throw BadParameter(item.name, .choice(known))
            }
            return try context.register.reading { try body(context, try type.init(context)) }
        } catch let error as BadParameter {
            throw PageFailure.badRequest(
                parameter: error.name, reason: error.explanation(context.words))
        }
    }
}

/// One drawing alone on a page, to be shown in a frame of another site.
struct EmbeddedDrawing {
    let drawable: any Drawable
    let context: PageContext

    func response() throws -> PageResponse {
        let words = context.words
        guard let content = try drawable.plate() else { throw PageFailure.notFound }
        var page = HTMLWriter()
        page.doctype()
        page.element(.html, class: "embedded", .lang(words.language.rawValue)) { page in
            page.element(.head) { page in
                page.void(.meta, .utf8)
                // Other pages of this site mayn't be shown in the frame: they open beside it.
                page.void(.base, .targetBlank)
                page.element(.title, text: content.title)
                page.void(
                    .meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                page.void(.meta, .name("color-scheme"), .content("light dark"))
                page.void(.meta, .name("robots"), .content("noindex"))
                page.void(.link, .rel("stylesheet"), .href(Stylesheet.address))
                page.void(
                    .link, .rel("icon"), .mediaType(SiteIcon.mediaType), .href(SiteIcon.address))
                page.script(at: SiteScript.address)
            }
            page.element(.body) { page in
                page.element(.main) { page in
                    page.put(
                        Plate(
                            id: "drawing", content: content,
                            downloads: drawable.downloads(words.language), heading: .h1,
                            words: words))
                }
            }
        }
        var response = PageResponse(html: page.finish())
        response.sharing = .framed
        return response
    }
}
