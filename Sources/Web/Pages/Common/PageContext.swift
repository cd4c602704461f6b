import Records
import Register

/// What a page is made from: the register, the request, and the words of the reader's language.
struct PageContext: Sendable {
    let register: Register
    let request: PageRequest
    /// The texts of the language that is answered in.
    let words: Catalogue
    /// The present day as yyyymmdd, for the whole page.
    let today: Int32
    /// What is to be seen of the exchange; nil where there is none.
    let market: MarketSights?

    init(
        _ register: Register, _ request: PageRequest, clock: SiteClock = .utc,
        market: MarketSights? = nil
    ) {
        self.register = register
        self.market = market
        self.request = request
        words = Catalogue(request.language)
        today = clock.day()
    }

    /// The language that is answered in.
    var language: Language { words.language }

    /// The page's frame, with the switch of languages and the state of the data filled in.
    func shell(
        title: String, description: String? = nil, layout: PageShell.Layout = .plain,
        division: Division? = nil, downloads: [Download] = []
    ) -> PageShell {
        var shell = PageShell(words: words, title: title)
        shell.description = description
        shell.layout = layout
        shell.division = division
        shell.downloads = downloads
        shell.translations = translations
        shell.dataVersion = (try? register.sequence()).map { words(.entry(Int(clamping: $0))) }
        return shell
    }

    /// This page in each language: the same address, asking for the language.
    private var translations: [(language: Language, address: Address)] {
        let items = request.query.items.filter { $0.name != LanguageChoice.parameter }
            .map { (name: $0.name, value: String?.some($0.value)) }
        return Language.allCases.map { language in
            let choice = (name: LanguageChoice.parameter, value: String?.some(language.rawValue))
            return (language, Address(path: request.path, query: items + [choice]))
        }
    }
}

/// A page: what it shows, made from the register, and how.
protocol Page {
    /// Gathers what the page shows.
    init(_ context: PageContext) throws
    /// Writes the page.
    var response: PageResponse { get }
}

/// The choice of a language: a parameter asks for it, a cookie remembers it.
enum LanguageChoice {
    static let parameter = "lang"
    private static let cookie = "language"
    private static let year = 31_536_000

    /// Remembers the language that the address asks for and leads back to the address without
    /// it; nil when it asks for none.
    static func response(to request: PageRequest) -> PageResponse? {
        guard let tag = request.query[parameter], let language = Language(tag: tag) else {
            return nil
        }
        let items = request.query.items.filter { $0.name != parameter }
            .map { (name: $0.name, value: String?.some($0.value)) }
        let address = Address(path: request.path, query: items)
        var response = PageResponse.redirect(to: address.isSafe ? address.text : "/")
        response.headers.append(
            (
                "Set-Cookie",
                "\(cookie)=\(language.rawValue); Path=/; Max-Age=\(year); SameSite=Lax; HttpOnly"
            ))
        return response
    }
}
