import Exchange
import Testing

/// The rules of open bidding, each with a case of its own, and published cases.
struct OpenAuctionTables {
    @Test func englishAuction() throws {
        let terms = OpenTable.terms(start: 100, step: 5) { $0.owner = 9 }
        try OpenTable.check(
            terms,
            """
            09:59 1 bids 100  | no notOpen
            10:00 advance     | open to 10:30
            10:00 1 bids 99   | no notBetter
            10:01 9 bids 100  | no ownLot
            10:01 0 bids 100  | no participantOutOfRange
            10:01 1048576 bids 100 | no participantOutOfRange
            10:01 1 bids 9223372036854775807 | no priceOutOfRange
            10:01 1 bids 100  | took 1 100; 1 leads at 100
            10:01 bound       | 1 for 1@100
            10:02 1 bids 110  | no alreadyLeading
            10:02 2 bids 104  | no notBetter
            10:03 2 bids 105  | took 2 105; 1 free of 100; 2 leads at 105
            10:03 bound       | 2 for 1@105
            10:04 2 retracts  | no notRetractable
            10:05 3 bids 200  | took 3 200; 2 free of 105; 3 leads at 200
            10:30 1 bids 300  | sold 3 1@200; end; no over          # the end itself is too late
            10:31 bound       | nobody
            """)
    }

    @Test func reserve() throws {
        let terms = OpenTable.terms(start: 100, step: 5) { $0.reserve = 150 }
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 149  | open to 10:30; took 1 149; 1 leads at 149
            10:31 advance     | 10:30 1 free of 149; 10:30 end reserveNotMet
            """)
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 150  | open to 10:30; took 1 150; 1 leads at 150
            10:31 advance     | 10:30 sold 1 1@150; 10:30 end
            """)
        try OpenTable.check(
            terms,
            """
            11:00 advance     | 10:00 open to 10:30; 10:30 end noBids
            """)
    }

    @Test func buyingAtOnce() throws {
        let plain = OpenTable.terms(start: 100, step: 5) { $0.buyNow = 200 }
        try OpenTable.check(
            plain,
            """
            10:00 1 bids 250  | open to 10:30; took 1 250; sold 1 1@200; end
            10:01 2 bids 300  | no over
            """)
        try OpenTable.check(
            plain,
            """
            10:00 1 bids 100  | open to 10:30; took 1 100; 1 leads at 100
            10:01 2 bids 200  | took 2 200; 1 free of 100; 2 leads at 200    # the offer is gone
            """)
        try OpenTable.check(
            OpenTable.terms(start: 100, step: 5) {
                $0.buyNow = 200
                $0.isRetractable = true
            },
            """
            10:00 1 bids 100  | open to 10:30; took 1 100; 1 leads at 100
            10:01 1 retracts  | 1 retracted 100
            10:02 2 bids 250  | took 2 250; 2 leads at 250          # what is gone stays gone
            """)
        let reserved = OpenTable.terms(start: 100, step: 5) {
            $0.buyNow = 200
            $0.reserve = 150
            $0.largestStep = 20
        }
        try OpenTable.check(
            reserved,
            """
            10:00 1 bids 120  | open to 10:30; took 1 120; 1 leads at 120
            10:01 2 bids 141  | no stepTooLarge
            10:02 2 bids 200  | took 2 200; 1 free of 120; sold 2 1@200; end # it stood until the reserve
            """)
    }

    @Test func lateBidsExtend() throws {
        let terms = OpenTable.terms(start: 100, step: 5) {
            $0.window = 3 * 60_000
            $0.prolongation = 5 * 60_000
            $0.latestEnd = OpenTable.time("10:37")
        }
        try OpenTable.check(
            terms,
            """
            10:26 1 bids 100  | 10:00 open to 10:30; took 1 100; 1 leads at 100
            10:27 2 bids 105  | took 2 105; 1 free of 100; 2 leads at 105; extended to 10:32
            10:28 1 bids 110  | took 1 110; 2 free of 105; 1 leads at 110
            10:31 2 bids 115  | took 2 115; 1 free of 110; 2 leads at 115; extended to 10:36
            10:31 1 bids 116  | no notBetter                            # nor does it extend
            10:35 1 bids 120  | took 1 120; 2 free of 115; 1 leads at 120; extended to 10:37
            10:36 2 bids 125  | took 2 125; 1 free of 120; 2 leads at 125 # the latest end is reached
            10:37 advance     | sold 2 1@125; end
            """)
    }

    /// Uniform Commercial Code, § 2-328 (3): "a bidder's retraction does not revive any previous
    /// bid"; so the bidding begins anew, as the commentaries have it.
    @Test func retraction() throws {
        let terms = OpenTable.terms(start: 50, step: 50) { $0.isRetractable = true }
        try OpenTable.check(
            terms,
            """
            10:00 4 bids 600  | open to 10:30; took 4 600; 4 leads at 600
            10:01 3 bids 650  | took 3 650; 4 free of 600; 3 leads at 650
            10:02 4 retracts  | no notLeading
            10:03 3 retracts  | 3 retracted 650
            10:03 bound       | nobody
            10:04 4 bids 50   | took 4 50; 4 leads at 50
            10:30 3 retracts  | sold 4 1@50; end; no over
            """)
    }

    /// ShopGoodwill's help, "Automatic (Proxy) Bidding", its two examples, in cents.
    @Test func shopGoodwillProxy() throws {
        let terms = OpenTable.terms(start: 300, step: 100) { $0.takesMaximums = true }
        try OpenTable.check(
            terms,
            """
            10:00 5 bids 300  | open to 10:30; took 5 300; 5 leads at 300
            10:01 1 bids 600  | took 1 600; 5 free of 300; 1 leads at 400    # Jane: 4.00
            10:01 bound       | 1 for 1@600
            """)
        try OpenTable.check(
            terms,
            """
            10:00 2 bids 700  | open to 10:30; took 2 700; 2 leads at 300    # John: 3.00
            10:01 1 bids 600  | took 1 600; 1 free of 600; 2 leads at 700    # Jane is outbid
            10:01 bound       | 2 for 1@700
            """)
    }

    /// EPS Auctions, "Auto-Bidding Explained": start 3,000 and reserve 5,000; start 5,000 and
    /// reserve 10,000; steps of 100.
    @Test func autoBidsAndTheReserve() throws {
        func terms(_ start: Ticks, _ reserve: Ticks) -> OpenAuctionTerms {
            OpenTable.terms(start: start, step: 100) {
                $0.takesMaximums = true
                $0.reserve = reserve
            }
        }
        try OpenTable.check(
            terms(3_000, 5_000),
            """
            10:00 1 bids 5000 | open to 10:30; took 1 5000; 1 leads at 5000
            10:01 2 bids 5000 | no notBetter                    # at least 5,100 is needed
            10:30 advance     | sold 1 1@5000; end
            """)
        try OpenTable.check(
            terms(5_000, 10_000),
            """
            10:00 1 bids 5000 | open to 10:30; took 1 5000; 1 leads at 5000
            10:30 advance     | 1 free of 5000; end reserveNotMet
            """)
        try OpenTable.check(
            terms(5_000, 10_000),
            """
            10:00 1 bids 10000 | open to 10:30; took 1 10000; 1 leads at 10000
            10:01 2 bids 15000 | took 2 15000; 1 free of 10000; 2 leads at 10100
            10:02 1 bids 15000 | took 1 15000; 1 free of 15000; 2 leads at 15000   # the earlier of two equal ones
            10:02 3 bids 15099 | no notBetter
            """)
    }

    @Test func maximums() throws {
        let terms = OpenTable.terms(start: 100, step: 10) {
            $0.takesMaximums = true
            $0.reserve = 200
            $0.window = 60_000
            $0.prolongation = 60_000
        }
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 150  | open to 10:30; took 1 150; 1 leads at 150    # below the reserve
            10:01 1 bids 150  | no notBetter
            10:01 1 bids 300  | took 1 300; 1 leads at 200                   # up to the reserve
            10:02 1 bids 400  | took 1 400                                   # nobody sees it
            10:03 2 bids 209  | no notBetter
            10:03 2 bids 395  | took 2 395; 2 free of 395; 1 leads at 400    # no more than its maximum
            10:04 3 bids 405  | no notBetter
            10:04 3 bids 410  | took 3 410; 1 free of 400; 3 leads at 410
            10:29:30 3 bids 500 | took 3 500                                 # the leader doesn't extend
            10:29:40 1 bids 450 | took 1 450; 1 free of 450; 3 leads at 460; extended to 10:30:40
            10:31 advance     | 10:30:40 sold 3 1@460; 10:30:40 end
            """)
    }

    /// A tender: the electronic auction of Federal Law 44-FZ of 5 April 2013, article 68, in its
    /// wording before 2022: the price falls from the ceiling by steps of 0.5 to 5 % of it; who leads
    /// doesn't bid against itself; after each offer ten minutes are left.
    @Test func federalTender() throws {
        let terms = OpenTable.terms(.descending, start: 995_000, step: 5_000) {
            $0.largestStep = 50_000
            $0.ends = OpenTable.time("10:10")
            $0.window = 10 * 60_000
            $0.prolongation = 10 * 60_000
        }
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 1000000 | open to 10:10; no notBetter
            10:02 1 bids 995000  | took 1 995000; 1 leads at 995000; extended to 10:12
            10:03 1 bids 990000  | no alreadyLeading
            10:03 2 bids 990001  | no notBetter
            10:03 2 bids 944999  | no stepTooLarge
            10:04 2 bids 945000  | took 2 945000; 1 free of 995000; 2 leads at 945000; extended to 10:14
            10:13 3 bids 931071  | took 3 931071; 2 free of 945000; 3 leads at 931071; extended to 10:23
            10:13 bound          | 3 for 1@931071
            10:23 advance        | sold 3 1@931071; end
            """)
    }

    /// The reverse auction mirrors the English one in every rule.
    @Test func tenderWithEverything() throws {
        let terms = OpenTable.terms(.descending, start: 1_000, step: 10) {
            $0.takesMaximums = true
            $0.reserve = 900
            $0.buyNow = 700
        }
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 1001 | open to 10:30; no notBetter
            10:00 1 bids 950  | took 1 950; 1 leads at 950
            10:01 2 bids 800  | took 2 800; 1 free of 950; 2 leads at 900
            10:01 bound       | 2 for 1@900
            10:02 1 bids 850  | took 1 850; 1 free of 850; 2 leads at 840
            10:03 3 bids 700  | took 3 700; 2 free of 800; 3 leads at 790
            10:30 advance     | sold 3 1@790; end
            """)
        try OpenTable.check(
            terms,
            """
            10:00 1 bids 950  | open to 10:30; took 1 950; 1 leads at 950
            10:01 2 bids 650  | took 2 650; 1 free of 950; sold 2 1@700; end
            """)
    }

    @Test func openingByHand() throws {
        let terms = OpenTable.terms(start: 100, step: 5) {
            $0.latestEnd = OpenTable.time("10:40")
        }
        try OpenTable.check(
            terms,
            """
            09:30 open        | open to 10:00
            09:31 open        | no alreadyOpen
            09:59 1 bids 100  | took 1 100; 1 leads at 100
            10:00 open        | sold 1 1@100; end; no over
            """)
        try OpenTable.check(
            terms,
            """
            09:30 halt        | halted
            09:40 open        | no halted
            """)
    }

    @Test func haltAndCancel() throws {
        let terms = OpenTable.terms(start: 100, step: 5) {
            $0.latestEnd = OpenTable.time("10:40")
            $0.window = 60_000
            $0.prolongation = 60_000 * 60
        }
        try OpenTable.check(
            terms,
            """
            09:50 halt        | halted
            09:55 1 bids 100  | no halted
            10:05 resume      | resumed to 10:15
            10:15 1 bids 100  | open to 10:45; took 1 100; 1 leads at 100
            10:20 halt        | halted
            10:21 halt        | no halted
            10:21 2 bids 200  | no halted
            10:21 1 retracts  | no halted
            10:21 bound       | 1 for 1@100
            10:30 resume      | resumed to 10:55
            10:30 resume      | no notHalted
            10:54 2 bids 105  | took 2 105; 1 free of 100; 2 leads at 105; extended to 11:05
            10:54 cancel      | 2 free of 105; end cancelled
            10:54 bound       | nobody
            10:54 cancel      | no over
            10:54 resume      | no over
            """)
    }

    @Test func unsoundTermsAreRefusedByName() {
        func fault(_ change: (inout OpenAuctionTerms) -> Void) -> AuctionTermsError? {
            do throws(AuctionTermsError) {
                try OpenTable.terms(start: 100, step: 5, change).check()
                return nil
            } catch { return error }
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.quantity = 0 } == .quantity(name: "quantity", lots: 0))
        #expect(fault { $0.start = .min } == .price(name: "start", ticks: .min))
        #expect(fault { $0.step = 0 } == .price(name: "step", ticks: 0))
        #expect(
            fault { $0.largestStep = 4 } == .order(name: "largestStep", mustBe: "step or more"))
        #expect(
            fault {
                $0.largestStep = 9
                $0.takesMaximums = true
            } == .conflict("largestStep", "takesMaximums"))
        #expect(fault { $0.reserve = 99 } == .order(name: "reserve", mustBe: "start or better"))
        #expect(
            fault { $0.buyNow = 99 }
                == .order(name: "buyNow", mustBe: "reserve and start or better"))
        #expect(
            fault { $0.ends = $0.opens } == .order(name: "ends", mustBe: "later than opens"))
        #expect(fault { $0.window = -1 } == .duration(name: "window", milliseconds: -1))
        #expect(
            fault { $0.prolongation = .max } == .duration(name: "prolongation", milliseconds: .max))
        #expect(
            fault { $0.latestEnd = $0.opens } == .order(name: "latestEnd", mustBe: "ends or later"))
        #expect(
            AuctionTermsError.order(name: "reserve", mustBe: "start or better").description
                == "reserve must be start or better.")
    }
}
