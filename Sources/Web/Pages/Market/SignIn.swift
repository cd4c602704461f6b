import Exchange
import Register
import TradingFloor

/// Signing in to trade: the exchange's token becomes a cookie that only the market's pages get and
/// no script can read. The token stands in no address and no log.
enum SignIn: MarketFormTaken {
    static let cookie = "market_token"
    /// How long a browser keeps the token, in seconds: a trading day.
    private static let longest: Int64 = 43_200

    static func take(
        _ form: QueryParameters, _ context: MarketContext
    ) async throws -> PageResponse {
        let text = (form["token"] ?? "").filter { !$0.isWhitespace }
        let target = target(form["to"])
        guard let token = context.floor.gate.token(ofBearer: text) else {
            return SignInPage(context, target: target, isWrong: true).response(status: 401)
        }
        let left = token.expires.map { max(1, context.now.milliseconds(to: $0) / 1_000) }
        let age = min(longest, left ?? longest)
        var response = PageResponse.redirect(to: target)
        response.headers.append(("Set-Cookie", set(text, age, context)))
        return response
    }

    /// Signs out: the browser forgets the token.
    static func out(_ context: MarketContext) -> PageResponse {
        var response = PageResponse.redirect(to: MarketPath.market.text)
        response.headers.append(("Set-Cookie", set("", 0, context)))
        return response
    }

    /// Where to go after signing in: only to a page of the market.
    static func target(_ text: String?) -> String {
        let root = MarketPath.market.text
        guard let text, text == root || text.hasPrefix(root + "/"), text.utf8.count <= 200,
            text.utf8.allSatisfy({ byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || [45, 46, 47, 95].contains(byte)
            })
        else { return root }
        return text
    }

    private static func set(_ value: String, _ age: Int64, _ context: MarketContext) -> String {
        let secure = context.request.origin.hasPrefix("https://") ? "; Secure" : ""
        return "\(cookie)=\(value); Path=\(MarketPath.market.text); Max-Age=\(age); "
            + "HttpOnly; SameSite=Strict" + secure
    }
}

/// `/market/sign-in`: the form for a token, or who is signed in.
struct SignInPage: MarketPageShown {
    private let context: MarketContext
    private let target: String
    private let isWrong: Bool

    private var words: Catalogue { context.words }

    init(_ context: MarketContext) async throws {
        self.init(context, target: SignIn.target(context.request.query["to"]), isWrong: false)
    }

    init(_ context: MarketContext, target: String, isWrong: Bool) {
        self.context = context
        self.target = target
        self.isWrong = isWrong
    }

    func response() throws -> PageResponse { response(status: 200) }

    func response(status: Int) -> PageResponse {
        let token = isWrong ? nil : context.token
        let title = words(token == nil ? .signIn : .signedIn)
        var shell = context.shell(title: title, layout: .plain)
        shell.mayBeIndexed = false
        var response = PageResponse(
            html: shell.render { page in
                page.put(
                    Breadcrumbs(
                        steps: [(words(.marketTitle), MarketPath.market.address)], words: words))
                page.put(PageTitle(title: title))
                if let token { writeSignedIn(token, to: &page) } else { writeForm(to: &page) }
            }, status: status)
        response.keeping = .never
        return response
    }

    private func writeForm(to page: inout HTMLWriter) {
        page.put(Lead(.text(words(.signInHelp))))
        var faults = FormFaults()
        if isWrong { faults.add(words(.tokenWrong), at: .token) }
        page.put(FormNotice(faults: faults, words: words))
        page.element(
            .form, class: "filters", .methodPost, .action(MarketPath.signIn.address)
        ) { page in
            page.put(
                EntryField(
                    name: .token, label: words(.token), entry: .secret, isRequired: true,
                    faults: faults))
            page.void(.input, .type(.hidden), .name("to"), .value(target))
            page.element(.button, .type(.submit), text: words(.signIn))
        }
        page.element(.p, class: "help", text: words(.tokenHelp))
        page.paragraph(.code("fondaco trade token issue --participant CODE --label NAME"))
    }

    private func writeSignedIn(_ token: Token, to page: inout HTMLWriter) {
        let who =
            switch token.holder {
            case .operator: words(.operatorName)
            case .participant(let code): code
            }
        page.put(Lead(.text(words(.signedInAs(who)))))
        let names = context.floor.sections.keys.sorted().filter {
            token.sections?.contains($0) ?? true
        }
        page.element(.ul, class: "plain") { page in
            for name in names {
                page.element(.li) { page in
                    page.link(
                        to: MarketPath.desk(name).address,
                        text: words(.deskOf(SectionScene.title(name))))
                }
            }
        }
        page.element(
            .form, class: "filters", .methodPost, .action(MarketPath.signOut.address)
        ) { page in
            page.element(.button, .type(.submit), text: words(.signOut))
        }
    }
}
