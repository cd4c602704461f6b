import Exchange
import TradingFloor

/// For whom somebody who is signed in may act in a section: for its own firm, unless that trades
/// through a broker, and for those who trade through it.
struct Mandate: Sendable {
    /// The firm itself.
    let own: ParticipantIndex
    /// Those who trade through it.
    let clients: [ParticipantIndex]
    private let firms: [Participant]

    /// Nil for the operator, who trades for nobody.
    init?(_ visitor: Visitor, in section: SectionFloor) {
        guard let own = visitor.participant else { return nil }
        self.own = own
        let firms = section.directory.participants
        self.firms = firms
        clients = firms.indices.dropFirst().filter { firms[$0].broker == own }
            .map { ParticipantIndex($0) }
    }

    /// Those whose things it sees, itself first.
    var seen: [ParticipantIndex] { [own] + clients }

    /// Those it may trade for, itself first.
    var principals: [ParticipantIndex] { (broker == nil ? [own] : []) + clients }

    /// The broker that its own firm trades through.
    var broker: Participant? {
        guard let broker = firm(own)?.broker, broker != 0 else { return nil }
        return firm(broker)
    }

    func firm(_ index: ParticipantIndex) -> Participant? {
        index > 0 && Int(index) < firms.count ? firms[Int(index)] : nil
    }

    /// A firm's code, for those who may know it.
    func code(_ index: ParticipantIndex) -> String { firm(index)?.code ?? "" }

    /// How a command names for whom it is: 0 for the sender itself.
    func client(_ principal: ParticipantIndex) -> ParticipantIndex {
        principal == own ? 0 : principal
    }

    /// The one it may trade for that a form names; without a name the first.
    func principal(_ code: String) -> ParticipantIndex? {
        code.isEmpty ? principals.first : principals.first { self.code($0) == code }
    }

    /// A firm of the section by its code.
    func anyFirm(_ code: String) -> ParticipantIndex? {
        firms.indices.dropFirst().first { firms[$0].code == code }.map { ParticipantIndex($0) }
    }
}

/// The choice for whom a form is; nothing where there is no choice.
struct PrincipalField: Component {
    let mandate: Mandate
    /// Those who can be chosen.
    let choices: [ParticipantIndex]
    var value = ""
    let faults: FormFaults
    let words: Catalogue

    func write(to page: inout HTMLWriter) {
        guard !mandate.clients.isEmpty else { return }
        page.put(
            EntryField(
                name: .client, label: words(.forWhomField),
                entry: .choice(
                    choices.map { choice in
                        let code = mandate.code(choice)
                        let name = mandate.firm(choice)?.name ?? code
                        let isOwn = choice == mandate.own
                        return (code, isOwn ? words(.ownAccount(code)) : "\(code): \(name)")
                    }), value: value, faults: faults))
    }
}
