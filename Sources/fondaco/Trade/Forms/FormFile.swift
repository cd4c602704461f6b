import Exchange
import Foundation
import TradingFloor

/// Forms in files.
enum FormFile {
    /// One form; `-` is standard input.
    static func read<Form: Decodable>(_ type: Form.Type, _ path: String) throws -> Form {
        do throws(FormError) {
            return try FormJSON.read(type, from: try bytes(path))
        } catch {
            throw Refusal("\(path): \(error)")
        }
    }

    /// A list of forms, or one.
    static func readList<Form: Decodable>(of type: Form.Type, _ path: String) throws -> [Form] {
        do throws(FormError) {
            return try FormJSON.readList(of: type, from: try bytes(path))
        } catch {
            throw Refusal("\(path): \(error)")
        }
    }

    /// A form for people and programs: the same text with and without `--json`.
    static func show(_ form: some Encodable) throws {
        print(String(decoding: try FormJSON.write(form), as: UTF8.self))
    }

    /// Sends forms one by one, since each may name what the one before brought. The first that is
    /// refused ends it; what was done before stays.
    static func send<Form: CommandForm>(
        _ forms: [Form], from path: String, to house: any SectionHouse
    ) throws -> Int {
        for (place, form) in forms.enumerated() {
            do {
                try house.order(form)
            } catch {
                let done = place == 0 ? "nothing is done" : "the first \(place) are done"
                throw Refusal("\(path): [\(place)]: \(error); \(done)")
            }
        }
        return forms.count
    }

    private static func bytes(_ path: String) throws(FormError) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FormError("", "the file can't be read", "name a JSON file, or - for its text")
        }
        return Array(data)
    }
}
