import ArgumentParser
import Exchange
import Foundation
import TradingFloor

struct TimetableCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timetable", abstract: "When a section holds its sessions.",
        subcommands: [Set.self, Show.self])

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets the timetable; the session that is on ends as planned.",
            discussion: """
                The file is a JSON form: zone, plans, weekly, exceptions, as `timetable show` \
                prints it. A zone with nothing but its name (Europe/Minsk) gets its offset and the \
                changes of the next ten years from this machine's time zone database.

                Example:
                  fondaco trade timetable set dairy timetable.json
                  fondaco trade timetable show dairy | fondaco trade timetable set metals -
                """)

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String
        @Argument(help: "The JSON form; - is standard input.") var file: String

        func run() throws {
            var form = try FormFile.read(TimetableForm.self, file)
            if form.zone.offset == nil { form.zone = try ZoneOfMachine.zone(form.zone.name) }
            let events = try options.with(section) { try $0.order(form) }
            let next = events.last { $0.kind == .sessionPlanned }
            let words = next.map { "session \($0.subject) is planned" } ?? "no session is near"
            try options.show(
                ["section": section, "session": next.map { "\($0.subject)" } ?? ""],
                ["The timetable of \(section) is set; \(words)."])
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the timetable as a form that can be edited and sent back.")

        @OptionGroup var options: FloorArguments
        @Argument(help: "The section.") var section: String

        func run() throws {
            let timetable = try options.look(section) { section, _ in section.timetable }
            guard let timetable else {
                throw Refusal("section \(section) has no timetable; `timetable set` gives it one")
            }
            try FormFile.show(TimetableForm(timetable))
        }
    }
}

/// A zone's clock from this machine's time zone database.
private enum ZoneOfMachine {
    private static let years = 10.0

    static func zone(_ name: String) throws -> TimetableForm.Zone {
        guard let zone = TimeZone(identifier: name) else {
            throw Refusal(
                "zone.name: this machine's database has no zone \(name); name it like "
                    + "Europe/Minsk, or give zone.offset")
        }
        let now = Date()
        let end = now.addingTimeInterval(years * 366 * 86_400)
        var transitions: [TimetableForm.Transition] = []
        var last = now
        while let next = zone.nextDaylightSavingTimeTransition(after: last), next < end {
            let moment = Instant(Int64(next.timeIntervalSince1970 * 1_000))
            transitions.append(
                TimetableForm.Transition(
                    at: MomentText.text(moment), offset: offset(zone, at: next)))
            last = next
        }
        return TimetableForm.Zone(
            name: name, offset: offset(zone, at: now),
            transitions: transitions.isEmpty ? nil : transitions)
    }

    private static func offset(_ zone: TimeZone, at date: Date) -> String {
        OffsetText.text(Int32(clamping: zone.secondsFromGMT(for: date)))
    }
}
