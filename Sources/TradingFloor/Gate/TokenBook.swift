internal import Crypto
public import Exchange
internal import Foundation
internal import Synchronization

/// For whom a token speaks.
public enum TokenHolder: Sendable, Hashable {
    /// The house: everything.
    case `operator`
    /// A participant by its code, in every section that it is admitted to.
    case participant(String)
}

/// A token as the house keeps it; the text that its owner has isn't here.
public struct Token: Sendable, Hashable {
    /// Its number, from 1; commands are journaled with it. It is never given to another token.
    public let number: UInt32
    /// For whom it speaks.
    public let holder: TokenHolder
    /// The sections it is good for; nil for all.
    public let sections: [String]?
    /// What it is for, in the words of who issued it.
    public let label: String
    /// When it was issued.
    public let issued: Instant
    /// From when it is no longer good; nil if that never comes.
    public let expires: Instant?
    /// SHA-256 of the token's text, in hexadecimal.
    public let digest: String
}

/// The tokens of a floor: a small file beside the sections, outside any journal, as who has a token
/// must be erasable. It is replaced as a whole at each change.
public final class TokenBook: Sendable {
    /// What a token's text begins with.
    public static let prefix = "fnd_"
    static let fileName = "tokens.json"

    private struct State {
        var tokens: [String: Token] = [:]
        var last: UInt32 = 0
        /// The file that this was read from.
        var file: PosixFiles.Stamp?
        /// When it was last looked whether there is another.
        var looked = Instant.distantPast
    }

    /// So often it is looked whether another process replaced the file.
    private static let lookingMilliseconds: Int64 = 1_000

    private let folder: String
    private let path: String
    private let state: Mutex<State>

    init(folder: String) throws(FloorError) {
        self.folder = folder
        path = "\(folder)/\(Self.fileName)"
        state = Mutex(try Self.read(path))
    }

    private static func read(_ path: String) throws(FloorError) -> State {
        // Before the content: a file that comes in between is seen as new at the next look.
        let stamp = PosixFiles.stamp(path)
        guard let bytes = try PosixFiles.read(path) else { return State() }
        let file: TokenFile
        do {
            file = try JSONDecoder().decode(TokenFile.self, from: Data(bytes))
        } catch {
            throw .badFile(path: path, reason: "it isn't a list of tokens: \(error)")
        }
        guard file.version == 1 else {
            throw .badFile(
                path: path, reason: "it has version \(file.version); 1 is known here")
        }
        var state = State(last: file.last, file: stamp)
        for row in file.tokens { state.tokens[row.digest] = row.token }
        return state
    }

    /// Reads the file again if another process replaced it: what the command line issues or revokes
    /// holds within a second. A file that can't be read changes nothing.
    private func refresh(_ state: inout State, at now: Instant) {
        let passed = state.looked.milliseconds(to: now)
        guard passed < 0 || passed >= Self.lookingMilliseconds else { return }
        state.looked = now
        guard PosixFiles.stamp(path) != state.file, var read = try? Self.read(path) else { return }
        read.looked = now
        state = read
    }

    /// The tokens by number.
    public func list() -> [Token] {
        state.withLock { $0.tokens.values.sorted { $0.number < $1.number } }
    }

    /// Issues a token. Its text is given here and never again.
    public func issue(
        _ holder: TokenHolder, sections: [String]? = nil, label: String, at now: Instant,
        expires: Instant? = nil
    ) throws(FloorError) -> (text: String, token: Token) {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let text = Self.prefix + Self.hex(bytes)
        let token = try state.withLock { state throws(FloorError) in
            state.looked = .distantPast
            refresh(&state, at: now)
            let token = Token(
                number: state.last + 1, holder: holder, sections: sections, label: label,
                issued: now, expires: expires, digest: Self.digest(text))
            var next = state
            next.last += 1
            next.tokens[token.digest] = token
            try write(next)
            next.file = PosixFiles.stamp(path)
            state = next
            return token
        }
        return (text, token)
    }

    /// Removes a token, and all that is known of it; false if there is none of this number.
    @discardableResult
    public func revoke(_ number: UInt32) throws(FloorError) -> Bool {
        try state.withLock { state throws(FloorError) in
            guard let token = state.tokens.values.first(where: { $0.number == number }) else {
                return false
            }
            var next = state
            next.tokens[token.digest] = nil
            try write(next)
            next.file = PosixFiles.stamp(path)
            state = next
            return true
        }
    }

    /// The token of a text, if it is good at a moment.
    public func token(_ text: String, at now: Instant) -> Token? {
        // The table is asked by digest: how long that takes says nothing about a token's text.
        let digest = Self.digest(text)
        let found = state.withLock { state in
            refresh(&state, at: now)
            return state.tokens[digest]
        }
        guard let token = found else { return nil }
        if let expires = token.expires, now >= expires { return nil }
        return token
    }

    private func write(_ state: State) throws(FloorError) {
        let file = TokenFile(
            version: 1, last: state.last,
            tokens: state.tokens.values.sorted { $0.number < $1.number }.map { TokenRow($0) })
        let coder = JSONEncoder()
        coder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes: [UInt8]
        do {
            bytes = Array(try coder.encode(file)) + [0x0A]
        } catch {
            throw .badFile(path: "\(folder)/\(Self.fileName)", reason: "\(error)")
        }
        try PosixFiles.replace(Self.fileName, in: folder, bytes, mode: 0o600)
    }

    static func digest(_ text: String) -> String {
        hex(Array(SHA256.hash(data: Array(text.utf8))))
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self)
    }
}

private struct TokenFile: Codable {
    var version: Int
    /// The highest number that was ever given.
    var last: UInt32
    var tokens: [TokenRow]
}

private struct TokenRow: Codable {
    var number: UInt32
    var participant: String?
    var sections: [String]?
    var label: String
    var issued: Int64
    var expires: Int64?
    var digest: String

    init(_ token: Token) {
        number = token.number
        if case .participant(let code) = token.holder { participant = code }
        sections = token.sections
        label = token.label
        issued = token.issued.rawValue
        expires = token.expires?.rawValue
        digest = token.digest
    }

    var token: Token {
        Token(
            number: number, holder: participant.map { .participant($0) } ?? .operator,
            sections: sections, label: label, issued: Instant(issued),
            expires: expires.map { Instant($0) }, digest: digest)
    }
}
