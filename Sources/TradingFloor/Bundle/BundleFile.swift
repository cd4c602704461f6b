internal import Crypto
internal import Exchange
internal import Foundation
internal import Journal

/// The lines of a session's bundle, a JSON object each: one `BundleHead`, a `BundleEntry` for each
/// entry of the journal, one `BundleResults`, one `BundleSeal`.
struct BundleHead: Codable, Equatable {
    /// The version of the format, 1.
    var bundle: Int
    var section: String
    var session: UInt32
    var plan: String
    /// Milliseconds since 1970 UTC.
    var opened: Int64
    var closed: Int64
    var isCancelled: Bool
    var limits: BundleLimits
    /// The last entry before the session's first.
    var before: BundleMark
    /// The section's state at that entry, without the names of firms: base64 of
    /// `Section.snapshot()`.
    var state: String
    /// The hash of that state, 16 hexadecimal digits.
    var stateHash: String
    /// The codes of instruments and participants by number, to read the rest by.
    var instruments: [String]
    var participants: [String]
}

struct BundleLimits: Codable, Equatable {
    var orders: Int
    var ordersPerBook: Int
    var instruments: Int
}

struct BundleMark: Codable, Equatable {
    var entry: UInt64
    var hash: String
    /// The number of the last command up to it.
    var command: UInt64
}

/// An entry of the journal with what its hash is computed from.
struct BundleEntry: Codable, Equatable {
    var entry: UInt64
    /// Microseconds since 1970 UTC.
    var time: Int64
    var kind: String
    var actor: String
    var endsBatch: Bool
    var previous: String
    var hash: String
    /// Base64 of the payload.
    var payload: String
    /// Names of firms were taken out of the payload, so that its hash can't be computed again.
    var isWithheld: Bool
    /// The commands in words.
    var commands: [String]

    /// The hash that an entry of this content has.
    func computedHash(_ payload: [UInt8]) -> String? {
        guard let previous = EntryHash(hex: previous),
            let kindLength = UInt8(exactly: kind.utf8.count),
            let actorLength = UInt8(exactly: actor.utf8.count)
        else { return nil }
        var writer = StateWriter()
        writer.put(kindLength)
        writer.put(actorLength)
        writer.put(endsBatch ? 1 as UInt8 : 0)
        writer.put(0 as UInt8)
        writer.put(entry)
        writer.put(time)
        var digest = SHA256()
        digest.update(data: writer.bytes)
        digest.update(data: previous.bytes)
        digest.update(data: Array(kind.utf8))
        digest.update(data: Array(actor.utf8))
        digest.update(data: payload)
        return EntryHash(bytes: Array(digest.finalize()))?.description
    }
}

/// What the session came to.
struct BundleResults: Codable, Equatable {
    var deals: [BundleDeal]
    var quotations: [BundleQuotation]
    /// The number of the last command.
    var command: UInt64
    /// The hash of the state after the last entry.
    var stateHash: String
}

/// A deal. Prices in ticks, quantities in lots, values in minor units of the currency.
struct BundleDeal: Codable, Equatable {
    var contract: UInt64
    var time: Int64
    var instrument: String
    var buyer: String
    var seller: String
    var price: Int64
    var quantity: Int64
    var value: Int64
    var source: String
}

/// A row of the results. What may be very large is a string of digits.
struct BundleQuotation: Codable, Equatable {
    var instrument: String
    var basis: String
    var region: String
    var open: Int64?
    var high: Int64?
    var low: Int64?
    var last: Int64?
    /// Ten-thousandths of a tick.
    var average: Int64?
    var deals: Int64
    var volume: String
    var value: String
    var negotiatedDeals: Int64
    var negotiatedVolume: String
    var transitDeals: Int64
    var transitVolume: String
    var bestBid: Int64?
    var bestOffer: Int64?

    init(_ quotation: Quotation, _ instruments: [String]) {
        let place = Int(quotation.key.instrument)
        instrument = place < instruments.count ? instruments[place] : "\(place)"
        basis = "\(quotation.key.rule)".uppercased()
        region = quotation.key.region.text
        open = quotation.open
        high = quotation.high
        low = quotation.low
        last = quotation.last
        average = quotation.average?.rounded
        deals = quotation.market.deals
        volume = "\(quotation.market.volume)"
        value = "\(quotation.market.value)"
        negotiatedDeals = quotation.negotiated.deals
        negotiatedVolume = "\(quotation.negotiated.volume)"
        transitDeals = quotation.transit.deals
        transitVolume = "\(quotation.transit.volume)"
        bestBid = quotation.bestBid
        bestOffer = quotation.bestOffer
    }
}

/// The last line: SHA-256 of all bytes before it, so that a cut or altered copy is found at once.
struct BundleSeal: Codable, Equatable {
    var sha256: String
}

/// Text of numbers and bytes as the bundle has it.
enum BundleText {
    static func hex(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    static func sha256(_ bytes: [UInt8]) -> String {
        EntryHash(bytes: Array(SHA256.hash(data: bytes)))?.description ?? ""
    }

    static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    static func bytes(base64 text: String) -> [UInt8]? {
        Data(base64Encoded: text).map { [UInt8]($0) }
    }
}
