import Exchange
import Records
import Register
import TradingFloor

/// What a page of the market is made from: the register's context, the exchange, the moment, and
/// who asks.
struct MarketContext: Sendable {
    let page: PageContext
    let floor: TradingFloor
    let now: Instant
    /// What was sent lately, so that it is done once.
    let sent: SentForms

    var words: Catalogue { page.words }
    var request: PageRequest { page.request }

    // MARK: What the address names

    /// The section that the address names.
    /// - Throws: ``PageFailure/notFound`` when there is none.
    func section() throws -> SectionFloor {
        guard let section = floor.sections[request.captures["section"] ?? ""] else {
            throw PageFailure.notFound
        }
        return section
    }

    /// The instrument that the address names.
    func instrument(of section: SectionFloor) throws -> InstrumentIndex {
        guard let index = section.directory.instrument(request.captures["code"] ?? "") else {
            throw PageFailure.notFound
        }
        return index
    }

    /// The number that the address names, written without zeros in front.
    func number() throws -> UInt64 {
        let text = request.captures["number"] ?? ""
        guard let number = UInt64(text), String(number) == text else { throw PageFailure.notFound }
        return number
    }

    // MARK: Who asks

    /// The token's text that the browser sends; it appears in no address and no log.
    var bearer: String? { request.cookie(SignIn.cookie) }

    /// The token, if it is good now.
    var token: Token? { bearer.flatMap { floor.gate.token(ofBearer: $0) } }

    /// Who asks, in a section.
    /// - Throws: ``MarketDenial``.
    func visitor(to section: SectionFloor) throws(MarketDenial) -> Visitor {
        guard let bearer, token != nil else { throw .signInNeeded }
        do throws(GateRefusal) {
            return try floor.gate.visitor(bearer: bearer, to: section)
        } catch {
            throw .notAllowed
        }
    }

    /// Submits what the one who is signed in wants done, alone.
    func submit(
        _ action: SectionAction, to section: SectionFloor
    ) async throws -> [SectionEvent] {
        guard let bearer else { throw MarketDenial.signInNeeded }
        do {
            let (_, reply) = try await floor.gate.submit([action], bearer: bearer, to: section)
            return Array(reply[0])
        } catch let refusal as GateRefusal {
            switch refusal {
            case .unknownToken: throw MarketDenial.signInNeeded
            case .otherSection, .notAdmitted, .notYours, .onlyOperator:
                throw MarketDenial.notAllowed
            case .tooFast: throw MarketDenial.tooFast
            }
        }
    }

    /// For whom who is signed in may act in a section.
    /// - Throws: ``MarketDenial``; the operator trades for nobody.
    func mandate(in section: SectionFloor) throws(MarketDenial) -> Mandate {
        guard let mandate = Mandate(try visitor(to: section), in: section) else {
            throw .notAllowed
        }
        return mandate
    }

    // MARK: Doing things once

    /// Submits what a form of this number says, unless it was sent before: then what came of it is
    /// given again, as soon as it is known.
    func submitOnce(
        _ action: SectionAction, form number: UInt64, to section: SectionFloor
    ) async throws -> [SectionEvent] {
        guard let token else { throw MarketDenial.signInNeeded }
        let name = SentForms.Name(token: token.number, number: number)
        while !sent.isFirst(name) {
            if let events = await sent.settled(name) { return events }
        }
        do {
            let events = try await submit(action, to: section)
            sent.note(events, of: name)
            return events
        } catch {
            sent.forget(name)
            throw error
        }
    }

    /// Whether a form of this number was sent before.
    func wasSent(form number: UInt64) -> Bool {
        token.map { sent.knows(SentForms.Name(token: $0.number, number: number)) } ?? false
    }

    /// What came of the form that led to this page, for who sent it.
    func outcome() -> [SectionEvent] {
        guard let token, let number = request.query["sent"].flatMap({ UInt64($0) }) else {
            return []
        }
        return sent.take(SentForms.Name(token: token.number, number: number)) ?? []
    }

    /// A page with a form again, with what is wrong with it.
    func again<Shown: MarketPageShown>(
        _ page: (MarketContext) async throws -> Shown
    ) async throws -> PageResponse {
        let shown = try await page(self)
        var response = try self.page.register.reading { try shown.response() }
        response.status = 422
        response.keeping = .never
        return response
    }

    // MARK: Parts of pages

    /// The page's frame.
    func shell(
        title: String, description: String? = nil, layout: PageShell.Layout = .wide,
        downloads: [Download] = []
    ) -> PageShell {
        page.shell(
            title: title, description: description, layout: layout, division: .market,
            downloads: downloads)
    }

    /// A record of the register that the exchange names, by its name and as a link where the
    /// register has it.
    func record(_ name: RecordName, otherwise: String? = nil) -> Inline {
        guard let id = RecordID(name.text),
            let summary = (try? page.register.summary(id)) ?? nil
        else { return .text(otherwise ?? name.text) }
        return summary.link(page.language)
    }

    /// A page for the eyes of one alone: nobody keeps it.
    static func kept(_ response: PageResponse) -> PageResponse {
        var response = response
        response.keeping = .never
        return response
    }
}

/// Why somebody doesn't get to see or do something.
enum MarketDenial: Error, Hashable, Sendable {
    /// Nobody is signed in, or the token is no longer good.
    case signInNeeded
    /// It isn't theirs, or not for this section.
    case notAllowed
    /// The auction is over, or there never was one.
    case noAuction(section: String)
    /// They ask more often than they may.
    case tooFast
}

/// Pages that say why something isn't shown or done, and what to do.
enum MarketNotice {
    static func denied(_ denial: MarketDenial, _ context: MarketContext) -> PageResponse {
        let words = context.words
        let signIn: Inline = .link(
            words(.signIn), to: MarketPath.signIn(returningTo: context.request.path))
        let market: Inline = .link(words(.marketTitle), to: MarketPath.market.address)
        switch denial {
        case .signInNeeded:
            return page(
                401, words(.signInNeeded), words(.signInNeededWhy), [signIn, market], context)
        case .notAllowed:
            return page(403, words(.notAllowed), words(.notAllowedWhy), [signIn, market], context)
        case .noAuction(let section): return noAuction(section, context)
        case .tooFast: return page(429, words(.tooFast), words(.tooFastWhy), [market], context)
        }
    }

    /// An auction that is over, or never was: they aren't told apart.
    static func noAuction(_ section: String, _ context: MarketContext) -> PageResponse {
        page(
            404, context.words(.auctionOver), context.words(.auctionOverWhy),
            [
                .link(SectionScene.title(section), to: MarketPath.section(section).address),
                .link(context.words(.myDesk), to: MarketPath.desk(section).address),
            ], context)
    }

    static func unavailable(_ error: FloorError, _ context: MarketContext) -> PageResponse {
        page(
            503, context.words(.unavailable), context.words(.unavailableWhy),
            [.link(context.words(.marketTitle), to: MarketPath.market.address)], context)
    }

    private static func page(
        _ status: Int, _ title: String, _ why: String, _ ways: [Inline], _ context: MarketContext
    ) -> PageResponse {
        var shell = context.shell(title: title, layout: .plain)
        shell.mayBeIndexed = false
        var response = PageResponse(
            html: shell.render { page in
                page.put(
                    ErrorNotice(status: status, title: title, explanation: why, ways: ways))
            }, status: status)
        response.keeping = .never
        if status == 503 || status == 429 { response.headers.append(("Retry-After", "1")) }
        return response
    }
}
