import Exchange
import Testing

/// Sessions and auctions with what they do to orders and deposits, a row a command.
@Suite struct SectionSessionTables {
    @Test func aSessionLeadsTheBooks() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            opensession pre=100 opening=200 trading=300 closing=400 closed=500 | session 1 from 100
            phase continuous       | no: sessionRuns
            A buy 1 1@100          | no: notBegun
            at 100                 | preOpening
            A buy 2 5@110          | ok 2 5@110 blocks 55
            B sell 1 5@100         | ok 1 5@100 blocks 55
            A agrees buy 1@100 with B | no: notInPhase
            at 250                 | openingCall
            at 300                 | A buys from B 5@105, contract 1; cross 5@105; trading
            B sell 2 5@104         | ok 2 5@104 blocks 53
            A buy 3 2@104 day      | ok 3 2@104 blocks 21; A buys from B 2@104, contract 2
            session halt           | session halted
            A buy 4 1@104          | no: halted
            session resume         | resumed until 400; cross nothing
            A buy 4 1@104          | again no: halted
            A buy 5 1@90 day       | ok 5 1@90 blocks 9
            quotes                 | 105 105 104 104 - -, 2+0 deals, 7 lots for 733, 0 in transit
            at 450                 | closingCall; A overdue; B overdue; A overdue; B overdue
            at 500                 | cross nothing; closed; 5 cancelled (expired) frees 9; session closed
            quotes                 | 105 105 104 104 90 104, 2+0 deals, 7 lots for 733, 0 in transit
            book                   | - / 3@104
            session halt           | no: noSession
            A buy 6 1@104          | no: unfulfilledContract
            B cancel 2             | 2 cancelled (requested) frees 32
            """)
    }

    @Test func sellersCorrectionTakesOnlyBetterOffers() {
        SectionTable.check(
            """
            list MILK              |
            admit A                |
            admit B                |
            opensession trading=100 correction=200 deals=300 closed=400 drops | session 1 from 100
            at 100                 | cross nothing; trading
            B sell 1 5@100         | ok 1 5@100 blocks 0
            A buy 1 5@90           | ok 1 5@90 blocks 0
            at 200                 | sellersCorrection
            B sell 2 5@100         | no: notInPhase
            B cancel 1             | no: notInPhase
            B mass                 |
            A replace 1 6@95       | no: notInPhase
            B replace 1 5@101      | no: onlyImprovement
            B replace 1 4@100      | no: onlyImprovement
            B replace 1 6@95       | 1 now 6@95 blocks 0
            at 300                 | cross nothing; dealMaking
            B agrees sell 1@100 with A | registered 1 blocks 0
            A buy 2 6@95           | ok 2 6@95 blocks 0; A buys from B 6@95, contract 1
            at 400                 | closed; 1 cancelled (expired) frees 0; dropped 1 frees 0; session closed; A overdue; B overdue
            """)
    }

    @Test func aDedicatedSessionIsForFirmsOfItsPlaces() {
        SectionTable.check(
            """
            list MILK              |
            admit A place=karelia  |
            admit B place=pskov    |
            opensession trading=100 closed=200 places=karelia | session 1 from 100
            at 100                 | cross nothing; trading
            A buy 1 1@100          | ok 1 1@100 blocks 0
            B buy 1 1@100          | no: wrongRegion
            admit C place=pskov    |
            C buy 1 1@100          | no: wrongRegion
            """)
    }

    @Test func aTradeBeyondTheBandCallsTheBook() {
        SectionTable.check(
            """
            list MILK fixed=90:110 |
            admit A                |
            admit B                |
            opensession trading=100 closed=1000 | session 1 from 100
            at 100                 | cross nothing; trading
            B sell 1 1@111         | ok 1 1@111 blocks 0
            A buy 1 1@120          | ok 1 1@120 blocks 0; halt at 111; call until 150
            B sell 2 1@105         | ok 2 1@105 blocks 0
            at 150                 | A buys from B 1@107, contract 1; cross 1@107
            """)
    }

    @Test func anEnglishAuctionBlocksForWhoLeads() {
        SectionTable.check(
            """
            list TIMBER deposit=1000/1000 fee=100/100 mode=english |
            admit A                |
            admit B                |
            admit C                |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            pay C 100              | in 100
            auction english C 10 start=50 step=5 opens=100 ends=200 window=20 | auction 1 blocks 55
            A bids 1 50            | no: notOpen
            at 100                 | auction 1 open
            A bids 1 50            | A leads at 50
            money A                | 945 free 55 blocked
            B bids 1 54            | no: notBetter
            money B                | 1000 free
            C bids 1 60            | no: insufficientDeposit
            B bids 1 2000          | no: insufficientDeposit
            at 190                 |
            B bids 1 80            | A outbid; B leads at 80; extended until 210
            money A                | 1000 free
            money B                | 912 free 88 blocked
            A seals 1 90           | no: wrongAct
            money A                | 1000 free
            # 800: security 80 and fee 8 each; C had 55 blocked and 45 free.
            at 210                 | B buys from C 10@80, contract 1; auction over
            money B                | 912 free 80 security
            money C                | 12 free 80 security
            A bids 1 90            | no: unknownAuction
            contract 1             | concluded 10@80 B 80 + 8, C 80 + 8
            """)
    }

    @Test func aSessionHaltsAndCancelsItsAuctions() {
        SectionTable.check(
            """
            list TIMBER deposit=1000/1000 mode=english |
            admit A                |
            admit C                |
            pay A 1000             | in 1000
            pay C 1000             | in 1000
            opensession trading=100 closed=500 | session 1 from 100
            auction english C 10 start=50 step=5 opens=100 ends=200 | auction 1 blocks 50
            A bids 1 50            | no: notBegun
            at 100                 | trading; auction 1 open
            A bids 1 50            | A leads at 50
            at 150                 |
            session halt           | session halted; auction halted
            A bids 1 60            | no: halted
            at 300                 |
            session resume         | resumed until 650; auction goes on
            at 340                 |
            session cancel         | A outbid; auction over (cancelled); session cancelled
            money A                | 1000 free
            money C                | 1000 free
            """)
    }

    @Test func inALeapOfTimeEverythingHasItsMoment() {
        SectionTable.check(
            """
            list MILK fixed=90:110 |
            admit A                |
            admit B                |
            opensession opening=100 trading=200 closed=1000 | session 1 from 100
            at 100                 | openingCall
            A buy 1 1@100          | ok 1 1@100 blocks 0
            B sell 1 1@100         | ok 1 1@100 blocks 0
            A buy 2 1@120 stop=100 | ok 2 1@120 blocks 0
            B sell 2 1@111         | ok 2 1@111 blocks 0
            # The opening price wakes the stop, its trade would leave the band, and the book's own call
            # ends 50 later, before the session does.
            at 2000                | A buys from B 1@100, contract 1; cross 1@100; 2 woken; halt at 111; trading; call until 250; A buys from B 1@111, contract 2; cross 1@111; closed; session closed
            """)
    }

    @Test func theHouseLeadsAnAuction() {
        SectionTable.check(
            """
            list TIMBER deposit=1000/1000 mode=english |
            admit A                |
            admit C                |
            pay A 1000             | in 1000
            pay C 1000             | in 1000
            auction english C 10 start=50 step=5 opens=100 ends=200 reserve=90 | auction 1 blocks 50
            A opens 1              | no: wrongAct
            house opens 1          | auction 1 open
            A bids 1 60            | A leads at 60
            house halts 1          | auction halted
            house resumes 1        | auction goes on
            at 200                 | A outbid; auction over (reserveNotMet)
            money A                | 1000 free
            auction english C 10 start=50 step=5 opens=300 ends=400 | auction 2 blocks 50
            house cancels 2        | auction over (cancelled)
            money C                | 1000 free
            auction english C 10 start=0 step=5 opens=300 ends=400 | no: priceNotPositive
            auction dutch C 10 start=50 opens=300 | no: wrongMode
            """)
    }

    @Test func aTenderIsBidDown() {
        SectionTable.check(
            """
            list GRIT deposit=1000/1000 mode=reverse |
            admit A                |
            admit B                |
            admit C                |
            pay A 100              | in 100
            pay B 100              | in 100
            pay C 100              | in 100
            auction reverse C 10 start=60 step=5 opens=100 ends=200 | auction 1 blocks 60
            at 100                 | auction 1 open
            A bids 1 61            | no: notBetter
            A bids 1 60            | A leads at 60
            B bids 1 50            | A outbid; B leads at 50
            money A                | 100 free
            money B                | 50 free 50 blocked
            at 200                 | C buys from B 10@50, contract 1; auction over
            money C                | 50 free 50 security
            """)
    }

    @Test func aDutchClockSellsParts() {
        SectionTable.check(
            """
            list FISH deposit=1000/1000 mode=dutch |
            admit A                |
            admit B                |
            admit C                |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            receipt C 10           | receipt 1: 10 of C
            auction dutch C 10 start=100 step=10 floor=50 opens=100 receipt=1 | auction 1 blocks 0
            receipts               | 1 C 0+10+0
            at 100                 | auction 1 open
            at 125                 |
            A takes 1 4@100        | clock 80; A buys from C 4@80, contract 1
            money A                | 968 free 32 security
            receipts               | 1 C 0+6+4
            B takes 1 3@70         | no: belowClock
            at 200                 | auction over (clockEnded)
            receipts               | 1 C 6+0+4
            """)
    }

    @Test func aDutchLotInThreeStages() {
        SectionTable.check(
            """
            list FISH deposit=1000/1000 mode=dutch |
            admit A                |
            admit B                |
            admit C                |
            admit D                |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            pay C 1000             | in 1000
            pay D 1000             | in 1000
            auction dutch D 10 start=100 step=10 floor=50 opens=100 sealed=100 | auction 1 blocks 100
            at 100                 | auction 1 open
            at 110                 |
            A takes 1 10@90        | clock 90; A stops at 90
            money A                | 910 free 90 blocked
            B seals 1 95           | sealed
            C seals 1 97           | sealed
            B withdraws 1          | seal withdrawn
            money B                | 1000 free
            at 210                 | A outbid; best C 97
            money A                | 1000 free
            A improves 1 105       | C outbid; A leads at 105
            money A                | 895 free 105 blocked
            at 310                 | A buys from D 10@105, contract 1; auction over
            money A                | 895 free 105 security
            """)
    }
}
