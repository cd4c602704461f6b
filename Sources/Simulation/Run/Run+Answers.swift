internal import Exchange
internal import TradingFloor

extension Run {
    /// Looks at the answers to the group that was committed: by the auditor's model, beside the
    /// undisturbed run, and at the section itself.
    func look(_ first: UInt64) throws(Finding) {
        let reply = reply()
        guard first == UInt64(history.count) + 1, ends.count == inFlight.count,
            ends.last ?? 0 <= reply.count
        else {
            throw Finding(
                "numbers", "command \(history.count + 1) was answered as command \(first)")
        }
        var from = 0
        for (place, command) in inFlight.enumerated() {
            let to = max(from, ends[place])
            try take(command, reply[from..<to])
            from = to
        }
        try endGroup()
        loseAnswers()
        inFlight = []
    }

    /// A command and its events: to the model, the undisturbed run, and the history.
    private func take(
        _ command: FloorCommand, _ events: ArraySlice<SectionEvent>
    ) throws(Finding) {
        let number = UInt64(history.count) + 1
        try auditor.take(number, command.command, events)
        var undisturbed = SectionEvents(capacity: 16)
        shadow.apply(command.command, into: &undisturbed)
        guard undisturbed.array().elementsEqual(events) else {
            throw Finding(
                "undisturbed run", "command \(number) has other events: \(Array(events))")
        }
        history.add(command, events)
        tally.add("commands")
        for event in events { count(event) }
        trace.mix(history.eventHashes.last ?? 0)
    }

    private func count(_ event: SectionEvent) {
        switch event.kind {
        case .dealt, .dealtInCall, .dealMatched, .lotSold: tally.add("deals")
        case .refused, .commandRefused, .cancelRefused, .replaceRefused, .bidRefused:
            tally.add("refusals")
            refusals.add(event.reason.name)
        case .repeated: tally.add("repeats")
        default: break
        }
    }

    private func endGroup() throws(Finding) {
        guard let desk else { return }
        let hash = desk.keeper.section.stateHash
        guard !chance.happens(300) || hash == shadow.stateHash else {
            throw Finding(
                "undisturbed run", "after command \(history.count) the state is another one")
        }
        guard desk.keeper.commands == UInt64(history.count) else {
            throw Finding("numbers", "\(desk.keeper.commands) commands, not \(history.count)")
        }
        if chance.happens(400) { try auditor.compare(with: desk.keeper.section) }
        history.endGroup(hash, desk.keeper.dayBook)
        tally.add("groups")
        trace.mix(hash)
    }

    /// The events as the senders get them; sabotage may alter them.
    private func reply() -> [SectionEvent] {
        var reply = events.array()
        guard !reply.isEmpty, chance.happens(100) else { return reply }
        let place = chance.number(0...reply.count - 1)
        switch options.sabotage {
        case .altersReply:
            guard let deal = reply.firstIndex(where: { $0.kind == .dealt || $0.kind == .paidIn })
            else { return reply }
            reply[deal].quantity += 1
            reply[deal].amount += 1
        case .swallowsEvent:
            reply.remove(at: place)
            for index in ends.indices where ends[index] > place { ends[index] -= 1 }
        default: break
        }
        return reply
    }

    /// Some answers never arrive; some of those who wait for them are gone.
    private func loseAnswers() {
        for submission in sent where submission.sender != 0 {
            guard chance.happens(temper.lostAnswers) else { continue }
            tally.add("lost answers")
            clients.noteUnanswered(submission)
            if chance.happens(300) {
                tally.add("disconnects")
                gone.append(submission.sender)
            }
        }
    }

    /// The group failed: nothing of it was applied, and nothing more is taken.
    func refuseFurther(_ error: FloorError) throws(Finding) {
        trace.add("group of \(inFlight.count) failed: \(error)")
        tally.add("failed groups")
        guard let desk, desk.keeper.failure != nil else {
            throw Finding("failure", "a group failed, and the section goes on: \(error)")
        }
        guard desk.keeper.commands == UInt64(history.count),
            desk.keeper.section.stateHash == shadow.stateHash
        else { throw Finding("failure", "a group failed and was applied: \(error)") }
        let more = [FloorCommand(SectionCommand(time: latest, action: .advance))]
        guard (try? desk.keeper.commit(more, into: &events, ends: &ends)) == nil else {
            throw Finding("failure", "a group was taken after one had failed: \(error)")
        }
        for submission in sent { clients.noteUnanswered(submission) }
    }

    /// The group whose answer was lost is in the journal after all.
    func adopt() throws(Finding) {
        trace.add("group of \(inFlight.count) survived unanswered")
        tally.add("groups that survived unanswered")
        for command in inFlight {
            var undisturbed = SectionEvents(capacity: 16)
            shadow.apply(command.command, into: &undisturbed)
            let events = undisturbed.array()
            try auditor.take(UInt64(history.count) + 1, command.command, events)
            history.add(command, events)
            tally.add("commands")
        }
        if let desk { history.endGroup(shadow.stateHash, desk.keeper.dayBook) }
    }

    /// Acknowledged commands are lost, which may be after a disk has lied: the run goes on from
    /// those that are left.
    func rewind(to count: Int) throws(Finding) {
        trace.add("\(history.count - count) acknowledged commands lost after lies")
        tally.add("commands lost after lies", history.count - count)
        let commands = history.commands
        history.cut(to: count)
        auditor = Auditor()
        shadow = Section(limits)
        for (place, command) in commands.prefix(count).enumerated() {
            var events = SectionEvents(capacity: 16)
            shadow.apply(command.command, into: &events)
            try auditor.take(UInt64(place) + 1, command.command, events.array())
        }
    }
}
