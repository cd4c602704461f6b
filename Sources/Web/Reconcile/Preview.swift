import Records
import Register

/// `GET /api/reconcile/preview?id=…`: a record in a small frame inside the client's own page.
struct Preview {
    let register: Register

    @Sendable func answer(_ request: EndpointRequest) throws -> Answer {
        let text = request.parameters["id"] ?? ""
        guard !text.isEmpty else {
            throw RequestFault.badParameter("id", "is missing; \(IDWords.form)")
        }
        let id = try IDWords.id(text)
        guard let record = try register.record(id)?.record else {
            throw RequestFault.notFound("there is no record \(id)")
        }
        let description = try Describer(register: register).line(record)
        var answer = Answer(
            "text/html; charset=utf-8", page(record, description, request.origin))
        answer.sharing = .framed
        return answer
    }

    private func page(_ record: Record, _ description: String, _ origin: String) -> [UInt8] {
        var page = HTMLWriter(capacity: 2_048)
        page.doctype()
        page.element(.html, .lang("en")) { page in
            page.element(.head) { page in
                page.void(.meta, .utf8)
                page.element(.title, text: record.name)
                page.void(.link, .rel("stylesheet"), .href(Stylesheet.address))
            }
            page.element(.body) { page in
                page.element(.main) { page in
                    page.element(.h1, text: record.name)
                    page.element(.p, text: description)
                    let aliases = record.content.aliases.prefix(6).map(\.text)
                    if !aliases.isEmpty {
                        page.element(.p, text: aliases.joined(separator: " · "))
                    }
                    page.element(.p) { page in
                        let address = Address(origin + "/records/" + record.id.text)
                        page.link(to: address, text: record.id.text)
                    }
                }
            }
        }
        return page.finish()
    }
}
