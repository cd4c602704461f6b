import Records
import Register
import SDMX

/// `GET /sdmx/2.1/…`: the figures for SDMX clients. Errors are SDMX error messages.
struct SDMXEndpoint: Sendable {
    private let register: Register
    private let shelf: StructureShelf
    private let loader: FigureLoader

    init(register: Register) {
        self.register = register
        loader = FigureLoader(register: register)
        shelf = StructureShelf(loader)
    }

    /// The answer to a query.
    @Sendable func answer(_ request: EndpointRequest) throws -> Answer {
        do {
            return try negotiated(register.reading { try answered(request) })
        } catch let fault as SDMXFault {
            var answer = Answer("application/xml", fault.message, keeping: .never)
            answer.status = fault.status
            return negotiated(answer)
        }
    }

    private func answered(_ request: EndpointRequest) throws -> Answer {
        var path = request.remainder.split(separator: "/", omittingEmptySubsequences: false)
            .map(String.init)
        if path.last?.isEmpty == true { path.removeLast() }
        let items = request.parameters.items.map { QueryItem(name: $0.name, value: $0.value) }
        let service = request.origin + SDMXRoutes.path
        switch path.first {
        case "data":
            let query = try DataQuery(path: Array(path.dropFirst()), items)
            return try data(query, request.accept, service)
        case "availableconstraint":
            let query = try DataQuery(available: Array(path.dropFirst()), items)
            try StructureFormat.check(accept: request.accept)
            let message = StructureMessage(
                try shelf.structures(), header: try header(), service: service)
            return Answer(
                StructureFormat.contentType,
                try message.available(try loader.figures(for: query), query))
        case "metadata", "schema", "metadataset":
            throw SDMXFault.notImplemented(
                "\(path.first ?? "") queries; there are data, availableconstraint and structures")
        default:
            let query = try StructureQuery(path: path, items)
            if request.parameters["format"] == nil {
                try StructureFormat.check(accept: request.accept)
            }
            let message = StructureMessage(
                try shelf.structures(), header: try header(), service: service)
            return Answer(StructureFormat.contentType, try message.answer(query))
        }
    }

    private func data(_ query: DataQuery, _ accept: String?, _ service: String) throws -> Answer {
        let wish: (format: DataFormat, hasLabels: Bool) =
            if let format = query.format { (format, false) } else {
                try DataFormat.negotiated(accept: accept)
            }
        let message = try DataMessage(
            try loader.figures(for: query), query, format: wish.format,
            hasLabels: query.hasLabels ?? wish.hasLabels, header: try header(), service: service)
        var answer = try Answer(wish.format.contentType, pieces: Pieces(message: message))
        if wish.format == .csv { answer.headers = ObservationEndpoint.disposition("csv") }
        return answer
    }

    /// Equal states of the register have equal headers, so that equal queries have equal answers.
    private func header() throws -> MessageHeader {
        let state = try register.state()
        return MessageHeader(
            id: "R\(state.sequence)", prepared: Timestamp.text(microseconds: state.time))
    }

    private func negotiated(_ answer: Answer) -> Answer {
        var answer = answer
        answer.headers.append(("Vary", "Accept, Accept-Encoding"))
        return answer
    }

    private struct Pieces: PieceSource {
        var message: DataMessage

        mutating func next() -> [UInt8]? { message.next() }
    }
}
