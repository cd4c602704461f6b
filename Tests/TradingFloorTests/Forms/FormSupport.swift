import Exchange
import Testing

@testable import TradingFloor

/// A directory with milk in lots of 20 t at steps of 0.50, and three firms.
enum Desk {
    static var milk: Instrument {
        var milk = Market.instrument("MILK")
        milk.lotSize = ExactDecimal(20)
        milk.tickSize = ExactDecimal(50, scale: 2)
        milk.tickValue = 1_000
        return milk
    }

    static var directory: SectionDirectory {
        let firm = { (code: String) in
            Participant(code: code, name: code, organisation: RecordName(""))
        }
        return SectionDirectory(
            instruments: [Market.instrument("STEEL"), milk],
            participants: [firm("HOUSE"), firm("DAIRY"), firm("TRADER"), firm("BROKER")])
    }

    /// The command that a JSON form says, entered by a participant (0: the operator).
    static func action<Form: CommandForm>(
        _ type: Form.Type, _ json: String, by sender: ParticipantIndex = 0,
        about instrument: InstrumentIndex? = nil
    ) throws -> SectionAction {
        let form = try FormJSON.read(type, from: Array(json.utf8))
        // What is read can be written and read again.
        #expect(try FormJSON.read(type, from: try FormJSON.write(form)) == form)
        return try form.action(
            in: FormContext(
                directory, sender: sender == 0 ? nil : sender, instrument: instrument))
    }

    /// Expects an error at a member, whose words hold a text.
    static func refuses<Form: CommandForm>(
        _ type: Form.Type, _ json: String, at path: String, _ words: String,
        by sender: ParticipantIndex = 1, about instrument: InstrumentIndex? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) {
        do {
            _ = try action(type, json, by: sender, about: instrument)
            Issue.record("\(json) is taken", sourceLocation: place)
        } catch let error as FormError {
            #expect(error.path == path, "\(error)", sourceLocation: place)
            #expect(
                error.description.contains(words), "\(error)", sourceLocation: place)
        } catch {
            Issue.record(error, sourceLocation: place)
        }
    }
}
