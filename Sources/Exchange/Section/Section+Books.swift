internal import BasicContainers

extension Section {
    /// The operator leads the books by hand.
    mutating func operateBooks(_ action: SectionAction, into events: inout SectionEvents) {
        guard session == nil else {
            refuseCommand(SectionReason(.sessionRuns), into: &events)
            return
        }
        switch action {
        case .enterPhase(let index, let phase):
            forEachBook(index, into: &events) { section, index, events in
                section.enterPhase(index, phase, into: &events)
            }
        case .uncross(let index, let reference, let next):
            forEachBook(index, into: &events) { section, index, events in
                section.uncross(index, reference, next, into: &events)
            }
        case .expire(let validity):
            expire(validity, into: &events)
        default: break
        }
    }

    mutating func forEachBook(
        _ index: InstrumentIndex?, into events: inout SectionEvents,
        _ body: (inout Section, InstrumentIndex, inout SectionEvents) -> Void
    ) {
        if let index {
            guard Int(index) < boards.count else {
                refuseCommand(
                    SectionReason(.unknownInstrument), instrument: index, into: &events)
                return
            }
            body(&self, index, &events)
            return
        }
        for index in 0..<InstrumentIndex(boards.count) where boards[Int(index)].hasBook {
            body(&self, index, &events)
        }
    }

    mutating func enterPhase(
        _ index: InstrumentIndex, _ phase: BookPhase, into events: inout SectionEvents
    ) {
        boards[Int(index)].book.enter(phase, into: &scratch)
        if boards[Int(index)].book.phase == phase { tellPhase(index, into: &events) }
        settleScratch(index, into: &events)
    }

    mutating func uncross(
        _ index: InstrumentIndex, _ reference: Ticks?, _ next: BookPhase,
        into events: inout SectionEvents
    ) {
        let reference = reference ?? boards[Int(index)].book.lastPrice
        let wasCall = boards[Int(index)].book.phase == .call
        boards[Int(index)].book.uncross(reference: reference, then: next, into: &scratch)
        settleScratch(index, into: &events)
        if wasCall { tellPhase(index, into: &events) }
    }

    /// Ends the orders of a validity in all books; good-till-date orders end by their own dates.
    mutating func expire(_ validity: Validity, into events: inout SectionEvents) {
        guard validity == .day || validity == .session else { return }
        for index in 0..<boards.count {
            boards[index].book.expire(validity == .day ? .day : .session, into: &scratch)
            settleScratch(InstrumentIndex(index), into: &events)
        }
    }

    private func tellPhase(_ index: InstrumentIndex, into events: inout SectionEvents) {
        events.append(
            SectionEvent(
                .bookEntered, instrument: index,
                quantity: Int64(boards[Int(index)].book.phase.rawValue)))
    }
}
