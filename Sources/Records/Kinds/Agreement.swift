/// An agreement, a programme, a law or any other paper on which parties act.
public struct Agreement: CodedBody {
    /// The kind.
    public static let kind = Kind.agreement

    /// The kind's own fields in canonical order.
    public static let fields = [
        "title", "type", "parties", "signed", "valid_from", "valid_to", "status", "value",
        "event", "implements", "areas", "note",
    ]

    /// What sort of paper it is.
    public enum AgreementType: String, CaseIterable, Sendable, Hashable {
        case treaty, framework
        case actionPlan = "action-plan"
        case roadmap, programme, memorandum, `protocol`, declaration, contract
        case letterOfIntent = "letter-of-intent"
        case twinning
        case freeTrade = "free-trade"
        case law, concept
    }

    /// How far it has come.
    public enum Status: String, CaseIterable, Sendable, Hashable {
        case inForce = "in-force"
        case draft, negotiation, planned, completed
    }

    /// Its title in English.
    public let name: String
    /// What sort of paper it is.
    public let agreementType: AgreementType
    /// Who agrees.
    public let parties: [RecordID]
    /// When it was signed or adopted.
    public let signed: PartialDate?
    /// The beginning of its validity.
    public let validFrom: PartialDate?
    /// The end of its validity.
    public let validTo: PartialDate?
    /// How far it has come.
    public let status: Status?
    /// What it is worth.
    public let value: Quantity?
    /// Where it was signed.
    public let event: RecordID?
    /// The agreement that it carries out.
    public let implements: RecordID?
    /// What it is about: short phrases.
    public let areas: [String]
    /// A short remark.
    public let note: String?

    init?(_ reader: inout FieldReader) {
        let name = reader.required("title") { $0.text($1) }
        let type: AgreementType? = reader.required("type") { $0.choice($1) }
        let parties = reader.required("parties") { reader, field in
            let ids = reader.references(field, to: .actors)
            return ids.isEmpty ? nil : ids
        }
        signed = reader.date("signed")
        validFrom = reader.date("valid_from")
        validTo = reader.date("valid_to")
        reader.order(validFrom, validTo, ("valid_from", "valid_to"))
        status = reader.choice("status")
        value = reader.quantity("value")
        event = reader.reference("event", to: [.event])
        implements = reader.reference("implements", to: [.agreement])
        areas = reader.texts("areas")
        note = reader.text("note")
        guard let name, let type, let parties else { return nil }
        self.name = name
        agreementType = type
        self.parties = parties
    }

    func write(_ writer: inout JSONWriter) {
        writer.member("title", name)
        writer.member("type", agreementType.rawValue)
        writer.member("parties", parties.map(\.text))
        writer.member("signed", signed?.description)
        writer.member("valid_from", validFrom?.description)
        writer.member("valid_to", validTo?.description)
        writer.member("status", status?.rawValue)
        writer.member("value", value)
        writer.member("event", event?.text)
        writer.member("implements", implements?.text)
        writer.member("areas", areas)
        writer.member("note", note)
    }

    /// Its name or title.
    public var title: String? { name }

    /// Its type as it stands in the record.
    public var type: String? { agreementType.rawValue }

    /// The phrases by which it can be found besides its names.
    public var texts: [String] { [note].compactMap(\.self) + areas }

    /// The sectors or areas that it belongs to.
    public var topics: [String] { areas }

    /// The days that it speaks of, as yyyymmdd.
    public var days: ClosedRange<Int32>? { Self.days(signed ?? validFrom) }

    /// The records that it refers to.
    public var links: [Link] {
        var links = parties.map { Link(role: .party, target: $0) }
        if let event { links.append(Link(role: .event, target: event)) }
        if let implements { links.append(Link(role: .implements, target: implements)) }
        return links
    }
}
