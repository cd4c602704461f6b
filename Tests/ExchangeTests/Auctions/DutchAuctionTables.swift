import Exchange
import Testing

/// The rules of Dutch auctions, each with a case of its own, and published cases.
struct DutchAuctionTables {
    /// A clock from 100 down to 85, by 10 a minute: 100, 90, 85.
    private func clock(_ form: DutchForm = .clock(least: 2, restart: 0)) -> DutchTerms {
        var terms = DutchTerms(
            quantity: 10, start: 100, decrement: 10, interval: 60_000, floor: 85,
            opens: OpenTable.time("10:00"), form: form)
        terms.owner = 9
        return terms
    }

    @Test func theClock() throws {
        try DutchTable.check(
            clock(),
            """
            09:59 1 takes 10@100 | no notOpen
            10:00 advance        | open to 10:03
            10:00:59 clock       | 100
            10:01 advance        | clock 90
            10:02 advance        | clock 85            # the last step is a smaller one
            10:02:59 clock       | 85
            10:03 1 takes 10@100 | end noBids; no over
            """)
        try DutchTable.check(
            clock(),
            """
            10:02:30 clock       | stands
            10:02:30 advance     | 10:00 open to 10:03; clock 85
            """)
    }

    @Test func openingByHand() throws {
        try DutchTable.check(
            clock(),
            """
            09:30 open           | open to 09:33
            09:31 open           | clock 90; no alreadyOpen
            09:40 open           | 09:33 end noBids; no over
            """)
        try DutchTable.check(
            clock(),
            """
            09:30 halt           | halted
            09:31 open           | no halted
            """)
    }

    @Test func parts() throws {
        try DutchTable.check(
            clock(),
            """
            10:00 1 takes 11@100 | open to 10:03; no quantityOutOfRange
            10:00 1 takes 1@100  | no quantityOutOfRange          # at least two
            10:00 1 takes 0@100  | no quantityOutOfRange
            10:00 9 takes 2@100  | no ownLot
            10:00 0 takes 2@100  | no participantOutOfRange
            10:01 1 takes 4@90   | clock 90; sold 1 4@90 6 left
            10:01 bound          | nobody                         # a deal at once
            10:01:59 2 takes 2@89 | no belowClock
            10:02 2 takes 2@90   | clock 85; sold 2 2@85 4 left   # the price is the clock's
            10:02 1 seals 100    | no wrongStage
            10:02 1 answers 100  | no wrongStage
            10:02 3 takes 3@85   | sold 3 3@85 1 left
            10:02 4 takes 1@85   | sold 4 1@85; end               # all that is left
            """)
        try DutchTable.check(
            clock(),
            """
            10:00 1 takes 9@100  | open to 10:03; sold 1 9@100 1 left
            10:03 advance        | end clockEnded
            """)
    }

    /// Royal FloraHolland, as the auction's audio guide explains it: "He buys a certain number and
    /// the clock is restarted. This continues until the entire lot is sold"; a lot that falls through
    /// the minimum price isn't sold.
    @Test func restart() throws {
        try DutchTable.check(
            clock(.clock(least: 1, restart: 10)),
            """
            10:02 1 takes 4@85   | 10:00 open to 10:03; clock 85; sold 1 4@85 6 left; clock 95
            10:02:59 clock       | 95
            10:03 2 takes 2@95   | clock 85; sold 2 2@85 4 left; clock 95
            10:03:30 3 takes 1@95 | sold 3 1@95 3 left; clock 100    # never above the start
            10:04:30 advance     | clock 90
            10:05:30 advance     | clock 85
            10:06:30 advance     | end clockEnded
            """)
    }

    /// The hybrid Dutch auction ("Insider") as Atreus publishes it: one per cent of the start a
    /// step, ten minutes before and for the sealed bids, 20 seconds before the best bid, five minutes
    /// for it; sealed bids are higher than the clock's last price, and of equal ones the earlier wins.
    private var insider: DutchTerms {
        DutchTerms(
            quantity: 1, start: 10_000, decrement: 100, interval: 60_000, floor: 2_000,
            opens: OpenTable.time("10:00"),
            form: .threeStage(
                ThreeStageTerms(
                    beforeSealed: 600_000, sealed: 600_000, beforeBest: 20_000, best: 300_000)))
    }

    @Test func threeStages() throws {
        try DutchTable.check(
            insider,
            """
            10:30 1 takes 1@7100  | 10:00 open to 11:21; clock 7000; 1 stops at 7000; beforeSealed to 10:40
            10:30 2 takes 1@7000  | no wrongStage
            10:35 2 seals 7100    | no wrongStage
            10:40 advance         | sealed to 10:50
            10:40 1 seals 9000    | no isClockWinner
            10:41 2 seals 7000    | no notBetter
            10:41 2 seals 7001    | sealed 2 7001
            10:42 3 seals 7500    | sealed 3 7500
            10:43 4 seals 8000    | sealed 4 8000
            10:43 bound           | 1 for 1@7000; 2 for 1@7001; 3 for 1@7500; 4 for 1@8000
            10:44 5 withdraws     | no noSealedBid
            10:44 4 withdraws     | withdrew 4 8000
            10:45 2 seals 7500    | sealed 2 7500                        # equal, but later
            10:46 1 answers 9000  | no wrongStage
            10:50 advance         | 2 free of 7500; 1 free of 7000; best sealed 3 7500; beforeBest to 10:50:20
            10:50:10 bound        | 3 for 1@7500
            10:50:20 advance      | best to 10:55:20
            10:51 3 answers 7600  | no notClockWinner
            10:51 1 answers 7500  | no notBetter
            10:52 1 answers 7501  | 3 free of 7500; 1 leads at 7501
            10:52 bound           | 1 for 1@7501
            10:53 1 answers 7501  | no notBetter
            10:53 1 answers 7600  | 1 leads at 7600
            10:56 advance         | 10:55:20 sold 1 1@7600; 10:55:20 end
            """)
    }

    @Test func theBestSealedBidStands() throws {
        try DutchTable.check(
            insider,
            """
            10:30 1 takes 1@7000  | 10:00 open to 11:21; clock 7000; 1 stops at 7000; beforeSealed to 10:40
            10:45 2 seals 7200    | 10:40 sealed to 10:50; sealed 2 7200
            10:46 2 seals 7100    | sealed 2 7100                        # a bid may be replaced
            11:00 advance         | 10:50 1 free of 7000; 10:50 best sealed 2 7100;
                                  | 10:50 beforeBest to 10:50:20; 10:50:20 best to 10:55:20;
                                  | 10:55:20 sold 2 1@7100; 10:55:20 end
            """)
    }

    @Test func withoutSealedBids() throws {
        try DutchTable.check(
            insider,
            """
            10:30 1 takes 1@7000  | 10:00 open to 11:21; clock 7000; 1 stops at 7000; beforeSealed to 10:40
            10:50 advance         | 10:40 sealed to 10:50; sold 1 1@7000; end
            """)
        try DutchTable.check(
            insider,
            """
            11:21 advance         | 10:00 open to 11:21; end noBids
            """)
    }

    /// Where sealed bids may equal the clock's last price, the one who stopped the clock was earlier.
    @Test func tieWithTheClock() throws {
        var stages = ThreeStageTerms(beforeSealed: 0, sealed: 60_000, beforeBest: 0, best: 60_000)
        stages.sealedStep = 0
        stages.bestStep = 5
        let terms = clock(.threeStage(stages))
        try DutchTable.check(
            terms,
            """
            10:00 1 takes 5@100  | open to 10:03; no wholeLotOnly
            10:01 1 takes 10@90  | clock 90; 1 stops at 90; beforeSealed to 10:01; sealed to 10:02
            10:01 2 seals 90     | sealed 2 90
            10:02 advance        | 2 free of 90; sold 1 10@90; end
            """)
        try DutchTable.check(
            terms,
            """
            10:01 1 takes 10@90  | 10:00 open to 10:03; clock 90; 1 stops at 90; beforeSealed to 10:01; sealed to 10:02
            10:01 2 seals 91     | sealed 2 91
            10:02 1 answers 95   | 1 free of 90; best sealed 2 91; beforeBest to 10:02; best to 10:03; no notBetter
            10:02 1 answers 96   | 2 free of 91; 1 leads at 96
            10:02:30 cancel      | 1 free of 96; end cancelled
            10:03 bound          | nobody
            """)
    }

    @Test func haltAndCancel() throws {
        try DutchTable.check(
            clock(),
            """
            09:50 halt           | halted
            09:55 resume         | resumed to 10:05
            10:05 advance        | open to 10:08
            10:05:30 halt        | halted
            10:06 1 takes 10@100 | no halted
            10:06 halt           | no halted
            10:30 resume         | resumed to 10:32:30
            10:30:29 clock       | 100
            10:30:30 1 takes 3@90 | clock 90; sold 1 3@90 7 left
            10:31 cancel         | end cancelled
            10:31 resume         | no over
            10:31 halt           | no over
            10:31 cancel         | no over
            """)
        try DutchTable.check(
            insider,
            """
            10:30 1 takes 1@7000 | 10:00 open to 11:21; clock 7000; 1 stops at 7000; beforeSealed to 10:40
            10:45 2 seals 7200   | 10:40 sealed to 10:50; sealed 2 7200
            10:46 halt           | halted
            10:47 3 seals 7300   | no halted
            10:47 2 withdraws    | no halted
            10:47 bound          | 1 for 1@7000; 2 for 1@7200
            10:56 resume         | resumed to 11:00
            10:57 cancel         | 1 free of 7000; 2 free of 7200; end cancelled
            """)
    }

    @Test func unsoundTermsAreRefusedByName() {
        func fault(_ change: (inout DutchTerms) -> Void) -> AuctionTermsError? {
            var terms = clock()
            change(&terms)
            do throws(AuctionTermsError) {
                try terms.check()
                return nil
            } catch { return error }
        }
        #expect(fault { _ in } == nil)
        #expect(fault { $0.quantity = .max } == .quantity(name: "quantity", lots: .max))
        #expect(fault { $0.decrement = 0 } == .price(name: "decrement", ticks: 0))
        #expect(fault { $0.interval = 0 } == .duration(name: "interval", milliseconds: 0))
        #expect(fault { $0.floor = 101 } == .order(name: "floor", mustBe: "start or lower"))
        #expect(
            fault { $0.form = .clock(least: 11, restart: 0) } == .quantity(name: "least", lots: 11))
        #expect(
            fault { $0.form = .clock(least: 1, restart: -1) } == .price(name: "restart", ticks: -1))
        let stages = ThreeStageTerms(beforeSealed: 0, sealed: 0, beforeBest: 0, best: 1)
        #expect(
            fault { $0.form = .threeStage(stages) } == .duration(name: "sealed", milliseconds: 0))
    }
}
