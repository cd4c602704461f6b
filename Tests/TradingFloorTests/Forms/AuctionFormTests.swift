import Exchange
import Testing

@testable import TradingFloor

struct AuctionFormTests {
    private static let digest = String(repeating: "0f", count: 32)
    private static let lot = #"""
        "lot":{"code":"L-7","name":"dry milk","instrument":"MILK","quantity":"240",
         "documents":[{"title":"certificate","sha256":"\#(digest)"}],
         "parts":[{"name":"bags","quantity":"9600","unit":"bag",
                   "quality":[{"name":"paper","text":"three layers"}]}]},
        "owner":"DAIRY"
        """#
    private static let english = #"""
        {\#(lot),"receipt":4,
         "english":{"start":"4000","step":"10","largestStep":"50","reserve":"4100",
          "buyNow":"5000","opens":"2026-11-23T10:00+03:00","ends":"2026-11-23T11:00+03:00",
          "window":"5 minutes","prolongation":"4 minutes","latestEnd":"2026-11-23T12:00+03:00",
          "isRetractable":true}}
        """#
    private static let dutch = #"""
        {\#(lot),"dutch":{"start":"4000","decrement":"10","interval":"30 seconds",
          "floor":"3000","opens":"2026-11-23T10:00+03:00","least":"40","restart":"20"}}
        """#

    private func listing(_ json: String) throws -> AuctionListing {
        guard case .listAuction(let listing) = try Desk.action(AuctionForm.self, json) else {
            throw FormError("", "it isn't a listing", "")
        }
        let form = try AuctionForm(listing, in: Desk.directory)
        #expect(try form.action(in: Desk.directory) == .listAuction(listing))
        return listing
    }

    @Test func allFormsComeBack() throws {
        let english = try listing(Self.english)
        #expect(english.lot.documents[0].digest == [UInt8](repeating: 15, count: 32))
        #expect(english.lot.quantity == 12)
        #expect(english.owner == 1)
        #expect(english.receipt == 4)
        guard case .open(let open) = english.terms else {
            Issue.record("it isn't an English auction")
            return
        }
        #expect(open.direction == .ascending)
        #expect((open.start, open.step) == (8_000, 20))
        let json = Self.english.replacing("english", with: "reverse")
        let mirrored = json.replacing("\"4100\"", with: "\"3900\"")
            .replacing("\"5000\"", with: "\"3000\"")
        guard case .open(let reverse) = try listing(mirrored).terms else {
            Issue.record("it isn't a reverse auction")
            return
        }
        #expect(reverse.direction == .descending)
        guard case .dutch(let clock) = try listing(Self.dutch).terms else {
            Issue.record("it isn't a Dutch auction")
            return
        }
        #expect(clock.form == .clock(least: 2, restart: 40))
        let stages =
            #""stages":{"beforeSealed":"0 seconds","sealed":"3 minutes","beforeBest":"1 second","#
            + #""best":"2 minutes","bestStep":"5"}"#
        let whole = Self.dutch.replacing(#""least":"40","restart":"20""#, with: stages)
        guard case .dutch(let three) = try listing(whole).terms else {
            Issue.record("it isn't a Dutch auction")
            return
        }
        #expect(three.stages?.bestStep == 10)
        #expect(three.stages?.sealedStep == 1)
    }

    @Test func whatIsWrong() {
        let refuse = { (json: String, old: String, new: String, path: String, words: String) in
            Desk.refuses(AuctionForm.self, json.replacing(old, with: new), at: path, words)
        }
        refuse(Self.english, "L-7", "l 7", "lot.code", "A–Z")
        refuse(Self.english, Self.digest, "abc", "lot.documents[0].sha256", "64")
        refuse(Self.english, "9600", "0", "lot.parts[0].quantity", "above zero")
        refuse(Self.english, "MILK", "TEA", "lot.instrument", "STEEL")
        refuse(Self.english, "DAIRY", "HOUSE-X", "owner", "DAIRY")
        refuse(Self.english, "\"10\"", "\"10.1\"", "english.step", "10.00 or 10.50")
        refuse(Self.english, "\"4100\"", "\"3000\"", "english", "start or better")
        refuse(Self.english, "11:00", "09:00", "english", "later than opens")
        refuse(Self.english, "\"english\"", "\"scottish\"", "scottish", "no such member")
        refuse(Self.dutch, "\"dutch\"", "\"english\"", "english.step", "missing")
        refuse(Self.dutch, "\"3000\"", "\"4001\"", "dutch", "start or lower")
        refuse(Self.dutch, "\"owner\"", "\"dutch\":null,\"owner\"", "", "twice")
        Desk.refuses(AuctionForm.self, "{\(Self.lot)}", at: "", "exactly one")
    }
}
