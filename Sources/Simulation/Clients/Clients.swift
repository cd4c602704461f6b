internal import Exchange

/// A submission: who sends what.
struct Submission {
    /// 0 is the house.
    var sender: ParticipantIndex
    var action: SectionAction
}

/// The participants and the operator: they send what is plausible, from what they can see of the
/// section, and now and then what isn't; what wasn't answered they send again.
struct Clients {
    let temper: Temper
    var chance: Chance
    /// The last client order of each participant.
    var lastOrder: [ParticipantIndex: UInt64] = [:]
    var lastVoucher: UInt64
    var lastRequest: UInt64 = 0
    /// What was sent without an answer, or is sent again out of mere caution.
    var unanswered: [Submission] = []

    init(_ temper: Temper, _ chance: Chance) {
        self.temper = temper
        self.chance = chance
        // After those of the opening.
        lastVoucher = UInt64(temper.firms * House.currencies.count)
    }

    /// What is sent next.
    mutating func next(_ section: borrowing Section) -> Submission {
        if !unanswered.isEmpty && chance.happens(500) {
            return unanswered.remove(at: chance.number(0...unanswered.count - 1))
        }
        guard let errand = Errand(rawValue: chance.place(by: temper.weights)) else {
            return Submission(sender: 0, action: .advance)
        }
        let (sender, action) = action(errand, section)
        let submission = Submission(sender: sender, action: action)
        // A careless client sends twice.
        if chance.happens(30) { noteUnanswered(submission) }
        return submission
    }

    /// A client that had no answer sends the same again, if sending it twice does no harm.
    mutating func noteUnanswered(_ submission: Submission) {
        switch submission.action {
        case .enter, .cancel: break
        case .replace(let replacement) where replacement.request != 0: break
        case .payIn(let payment) where payment.voucher != 0: break
        case .payOut(let payment) where payment.voucher != 0: break
        default: return
        }
        if unanswered.count < 40 { unanswered.append(submission) }
    }

    private mutating func action(
        _ errand: Errand, _ section: borrowing Section
    ) -> (ParticipantIndex, SectionAction) {
        let firm = firm(section)
        switch errand {
        case .order, .specialOrder, .coveredOrder: return order(errand, firm, section)
        case .cancel: return (firm, .cancel(name(firm, section)))
        case .replace: return (firm, replacement(firm, section))
        case .massCancel:
            let instrument = chance.happens(500) ? self.instrument(section) : nil
            let side: Side? = chance.happens(300) ? .buy : nil
            return (
                firm,
                .massCancel(MassCancel(participant: firm, instrument: instrument, side: side))
            )
        case .disconnect: return (firm, .disconnect(firm))
        case .kill: return (0, .kill(chance.happens(200) ? 0 : firm, on: chance.happens(120)))
        case .payIn, .payOut, .fee: return (0, payment(errand, firm))
        case .receipt: return (0, receipt(firm, section))
        case .deal: return (firm, deal(firm, section))
        case .withdrawDeal: return (firm, .withdrawDeal(firm, chance.number(1...30)))
        case .step, .houseStep: return step(errand, section)
        case .listAuction: return (0, listing(firm, section))
        case .bid, .houseInAuction: return act(errand, firm, section)
        case .session, .timetable, .operateBooks, .expire, .forget, .advance:
            return (0, lead(errand, section))
        case .list, .alterInstrument, .admit, .alterParticipant, .suspend:
            return (0, alter(errand, firm, section))
        case .nonsense: return (0, nonsense(section))
        }
    }

    mutating func firm(_ section: borrowing Section) -> ParticipantIndex {
        UInt32(chance.number(1...max(1, section.participants.count - 1)))
    }

    mutating func instrument(_ section: borrowing Section) -> InstrumentIndex {
        if chance.happens(400) { return 0 }
        return UInt32(chance.number(0...max(0, section.instruments.count - 1)))
    }

    /// An instrument that is traded in one of some ways, or any.
    mutating func instrument(
        _ modes: [TradingMode], _ section: borrowing Section
    ) -> InstrumentIndex {
        var fitting: [InstrumentIndex] = []
        for place in section.instruments.indices
        where modes.contains(section.instruments[place].mode) {
            fitting.append(InstrumentIndex(place))
        }
        return fitting.isEmpty ? instrument(section) : chance.one(of: fitting)
    }

    mutating func price() -> Ticks { 100 + chance.number(-temper.spread...temper.spread) }

    mutating func quantity() -> Quantity { chance.number(1...chance.one(of: [1, 9, 60])) }
}
