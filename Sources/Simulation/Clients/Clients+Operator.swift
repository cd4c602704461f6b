internal import Exchange

extension Clients {
    /// How the operator leads the session, or, without one, the books.
    mutating func lead(_ errand: Errand, _ section: borrowing Section) -> SectionAction {
        switch errand {
        case .session: return .session(sessionOrder(section))
        case .timetable:
            if chance.happens(500), let timetable = House.timetable(&chance) {
                return .setTimetable(timetable)
            }
            return openSession(section) ?? .advance
        case .operateBooks: return operateBooks(section)
        case .expire: return .expire(chance.one(of: Validity.allCases))
        case .forget: return .forget
        default: return .advance
        }
    }

    private mutating func sessionOrder(_ section: borrowing Section) -> SessionOrder {
        switch chance.number(0...9) {
        case 0: return .extend(chance.number(1...600_000))
        case 1, 2: return .halt
        case 3, 4: return .resume
        case 5: return .cancel
        default:
            guard let session = section.session else { return .next(.trading) }
            let next = (session.position ?? -1) + 1
            let kinds = session.plan.phases.map(\.kind)
            return .next(next < kinds.count ? kinds[next] : chance.one(of: PhaseKind.allCases))
        }
    }

    private mutating func openSession(_ section: borrowing Section) -> SectionAction? {
        guard let plan = House.plan(&chance) else { return nil }
        var at = section.clock.advanced(by: chance.number(1...50_000))
        var starts: [Instant] = []
        for _ in plan.phases {
            starts.append(at)
            at = at.advanced(by: chance.number(1...chance.one(of: [100, 900_000])))
        }
        return .openSession(
            plan,
            ScheduledSession(
                plan: 0, day: CivilDay(20_000), starts: starts, isLastOfDay: chance.happens(500)))
    }

    private mutating func operateBooks(_ section: borrowing Section) -> SectionAction {
        let book = chance.happens(500) ? nil : instrument(section)
        switch chance.number(0...9) {
        case 0: return .enterPhase(book, .call)
        case 1 where chance.happens(300): return .enterPhase(book, .closed)
        case 3: return .uncross(book, reference: nil, then: .call)
        case 4, 5, 6: return .uncross(book, reference: price(), then: .continuous)
        default: return .enterPhase(book, .continuous)
        }
    }

    /// Reference data: words and limits of what there is, and what is new. A firm stays a resident,
    /// or not: by which rates a bid is cleared that was made before isn't in its events.
    mutating func alter(
        _ errand: Errand, _ firm: ParticipantIndex, _ section: borrowing Section
    ) -> SectionAction {
        switch errand {
        case .suspend: return .suspend(firm, on: chance.happens(120))
        case .list:
            guard section.instruments.count < 12,
                let instrument = House.instrument(section.instruments.count, &chance)
            else { return .advance }
            return .list(instrument)
        case .alterInstrument:
            let number = instrument(section)
            var instrument = section.instruments[Int(number)]
            switch chance.number(0...3) {
            case 0: instrument.name += "."
            case 1: instrument.tickValue = chance.one(of: [1, 7, 100])
            case 2: instrument.bands = PriceBands(dynamic: chance.number(1...9))
            default: instrument.resident.fee = chance.number(0...50)
            }
            return .alterInstrument(number, instrument)
        case .admit:
            guard section.participants.count < 14 else { return .advance }
            return .admit(
                House.participant(section.participants.count, brokers: 1...2, &chance))
        default:
            var participant = House.participant(Int(firm), brokers: 1...2, &chance)
            participant.isResident = section.participants[Int(firm)].isResident
            return .alterParticipant(firm, participant)
        }
    }
}
