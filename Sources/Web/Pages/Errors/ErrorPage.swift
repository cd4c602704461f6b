import Records
import Register

/// The page that says what went wrong, in the reader's language, and helps on.
struct ErrorPage {
    let context: PageContext
    let failure: PageFailure

    /// How many records a page of something that doesn't exist suggests.
    private static let suggestions = 6

    private var words: Catalogue { context.words }

    var response: PageResponse {
        let (title, why) = texts
        var shell = context.shell(title: title, layout: .plain)
        shell.mayBeIndexed = false
        var response = PageResponse(
            html: shell.render { page in
                page.put(
                    ErrorNotice(
                        status: failure.status, title: title, explanation: why,
                        asked: String(context.request.path.prefix(300)), ways: ways))
                writeNearest(to: &page)
            }, status: failure.status)
        response.keeping = .never
        return response
    }

    private var texts: (title: String, why: String) {
        switch failure {
        case .notFound:
            if case .record(let id) = path {
                return (words(.error404), words(.error404Record(id.text)))
            }
            if case .history(let id) = path {
                return (words(.error404), words(.error404Record(id.text)))
            }
            return (words(.error404), words(.error404Why))
        case .badRequest(let parameter, let reason):
            return (words(.error400), words(.parameterWrong(name: parameter, why: reason)))
        case .methodNotAllowed: return (words(.error405), words(.error405Why))
        case .internalError: return (words(.error500), words(.error500Why))
        }
    }

    private var path: SitePath? { SitePath(context.request.path) }

    private var ways: [Inline] {
        var ways: [Inline] = []
        if case .badRequest = failure {
            let address = Address(path: context.request.path)
            ways.append(.link(words(.clearFilters), to: address))
        }
        let (kind, _) = SitePath.meantRecord(context.request.path)
        if let kind { ways.append(.link(words.kinds(kind.name), to: SiteAddress.list(kind))) }
        ways.append(.link(words(.waySearch), to: SiteAddress.page(.search)))
        ways.append(.link(words(.wayHome), to: SiteAddress.home))
        return ways
    }

    /// Records whose ids or names are like what was asked for.
    private func writeNearest(to page: inout HTMLWriter) {
        guard case .notFound = failure else { return }
        let nearest = nearest
        guard !nearest.isEmpty else { return }
        page.section(words(.nearest), id: "nearest") { page in
            page.put(
                EntryList(
                    nearest.map { summary in
                        Entry(
                            title: summary.link(context.language),
                            details: [
                                .text(words.kind(summary.kind.name)), .code(summary.id.text),
                            ])
                    }, words: words))
        }
    }

    private var nearest: [RecordSummary] {
        let (kind, text) = SitePath.meantRecord(context.request.path)
        guard !text.isEmpty else { return [] }
        let register = context.register
        var found = [exact].compactMap(\.self)
        let kinds = kind.map { [$0] } ?? []
        found += (try? register.suggest(text, kinds: kinds, limit: Self.suggestions)) ?? []
        if found.count < Self.suggestions, kind != nil {
            found += (try? register.suggest(text, kinds: [], limit: Self.suggestions)) ?? []
        }
        var seen: Set<RecordID> = []
        return Array(found.filter { seen.insert($0.id).inserted }.prefix(Self.suggestions))
    }

    /// The record whose id stands in the address in other letters or at another place.
    private var exact: RecordSummary? {
        var text = context.request.path.lowercased().drop { $0 == "/" }
        for root in ["records/", "history/"] where text.hasPrefix(root) {
            text = text.dropFirst(root.count)
        }
        while text.hasSuffix("/") { text.removeLast() }
        return RecordID(String(text)).flatMap { try? context.register.summary($0) }
    }
}
