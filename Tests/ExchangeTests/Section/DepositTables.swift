import Testing

/// Deposits, fees and limits, a row a command.
@Suite struct DepositTables {
    @Test func anOrderBlocksDepositAndFeeAndADealTurnsThemIntoSecurity() {
        SectionTable.check(
            """
            list MILK tick=2 deposit=1000/2000 fee=10/20 |
            admit A                |
            admit B foreign        |
            pay A 10000            | in 10000
            pay B 10000            | in 10000
            phase continuous       |
            # 5 lots at 100 ticks of 2: 1000. 10 % and 0.1 %: 100 + 1.
            A buy 1 5@100          | ok 1 5@100 blocks 101
            money A                | 9899 free 101 blocked
            # Another 20 % and 0.2 % from abroad, at the price that is bid: 2 lots, 400: 80 + 1.
            B sell 1 2@99          | ok 1 2@99 blocks 81; B sells to A 2@100, contract 1
            # Of A's order 3 lots are left: 60 + 1 blocked. Security 40, fee 0.4: nothing.
            money A                | 9899 free 61 blocked 40 security
            money B                | 9920 free 80 security
            contract 1             | concluded 2@100 A 40 + 0, B 80 + 0
            A cancel 1             | 1 cancelled (requested) frees 61
            money A                | 9960 free 40 security
            house                  | 20000 on deposit, 0 fees
            """)
    }

    @Test func aBetterPriceReleasesTheDifference() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=100/100 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            phase continuous       |
            B sell 1 10@100        | ok 1 10@100 blocks 110
            A buy 1 10@120         | ok 1 10@120 blocks 132; A buys from B 10@100, contract 1
            money A                | 890 free 100 security
            money B                | 890 free 100 security
            house                  | 2000 on deposit, 20 fees
            """)
    }

    @Test func aSaleThatBringsMoreThanItBlockedForIsToppedUpAndOwesWhatIsMissing() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=100/100 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            pay B 112              | in 112
            phase call             |
            B sell 1 10@100        | ok 1 10@100 blocks 110
            A buy 1 10@200         | ok 1 10@200 blocks 220
            # Market pressure is even; without a reference, the middle of 100 to 200.
            uncross                | A buys from B 10@150, contract 1; cross 10@150
            # B should give 150 + 15 and has 112: the security is what there is, the fee is owed.
            money B                | 0 free 112 security 15 owed
            contract 1             | concluded 10@150 A 150 + 15, B 112 + 15
            money A                | 835 free 150 security
            B sell 2 1@100         | no: feesInArrears
            pay B 10               | in 10, 10 for fees
            B sell 3 1@100         | no: feesInArrears
            pay B 40               | in 40, 5 for fees
            B sell 4 1@160         | ok 4 1@160 blocks 18
            """)
    }

    @Test func whoOwesFeesIsPaidNothingOut() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=0/0 |
            admit A                |
            pay A 1000             | in 1000
            phase continuous       |
            A buy 1 10@100         | ok 1 10@100 blocks 100
            fee A 950              | fee 950, owes 50
            A cancel 1             | 1 cancelled (requested) frees 100
            money A                | 100 free 50 owed
            out A 20               | no: feesInArrears
            pay A 60               | in 60, 50 for fees
            out A 20               | out 20
            money A                | 90 free
            """)
    }

    @Test func anOrderBeyondTheFreeDepositIsRefused() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=0/0 |
            admit A                |
            phase continuous       |
            A buy 1 10@100         | no: noDeposit
            pay A 150              | in 150
            A buy 1 10@100         | again no: noDeposit
            A buy 2 10@100         | ok 2 10@100 blocks 100
            A buy 3 10@51          | no: insufficientDeposit
            A buy 4 10@50          | ok 4 10@50 blocks 50
            A replace 4 11@50      | no: insufficientDeposit
            A replace 4 9@50       | 4 reduced to 9 blocks 45
            A replace 2 10@105     | 2 now 10@105 blocks 105
            out A 1                | no: insufficientDeposit
            A mass                 | 2 cancelled (massCancel) frees 105; 4 cancelled (massCancel) frees 45
            out A 150              | out 150
            out A 1                | no: insufficientDeposit
            """)
    }

    @Test func ordersWithoutALimitBlockAtTheWorstPriceThereIs() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=0/0 fixed=50:200 |
            list RYE deposit=1000/1000 fee=0/0 |
            admit A                |
            admit B                |
            pay A 100000           | in 100000
            pay B 100000           | in 100000
            phase continuous       |
            A buy 1 10@market      | no: noOppositePrice
            B sell 1 10@100        | ok 1 10@100 blocks 100
            A buy 2 4@market protect=5 | ok 2 4@105 blocks 42; A buys from B 4@100, contract 1
            A buy 3 9@mtl          | ok 3 9@100 blocks 90; A buys from B 6@100, contract 2
            money A                | 99870 free 30 blocked 100 security
            # A sale that would be left below one tick stands at one tick.
            B sell 2 5@market protect=500 | ok 2 5@1 blocks 50; B sells to A 3@100, contract 3
            B cancel 2             | 2 cancelled (requested) frees 20
            A buy 4 2@market stop=120 | ok 4 2@0 blocks 40
            A buy 5 2@130 stop=120 | ok 5 2@130 blocks 26
            A buy 6 2@market stop=120 in=RYE | no: noWorstPrice
            phase call             |
            A buy 7 1@market in=RYE | no: noWorstPrice
            A buy 8 1@market       | ok 8 1@0 blocks 20
            B sell 3 1@market      | ok 3 1@0 blocks 20
            """)
    }

    @Test func aCallsPriceBeyondAnythingThatWasBlockedForIsHarmless() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=10000/10000 fixed=1:200 |
            admit A                |
            admit B                |
            admit C                |
            pay A 144115188075855872 | in 144115188075855872
            pay B 144115188075855872 | in 144115188075855872
            pay C 288230376151711744 | in 288230376151711744
            phase call             |
            A sell 1 1@1000000000000 | ok 1 1@1000000000000 blocks 1100000000000
            B sell 1 1000000000000@1 | ok 1 1000000000000@1 blocks 1100000000000
            C buy 1 1000000000000@market | ok 1 1000000000000@0 blocks 220000000000000
            C buy 2 1@1000000000000 | ok 2 1@1000000000000 blocks 1100000000000
            # 10^24 can't be counted: the value is the most there is, and C and B owe for it.
            uncross                | C buys from B 1000000000000@1000000000000, contract 1; C buys from A 1@1000000000000, contract 2; cross 1000000000001@1000000000000
            C buy 3 1@1            | no: feesInArrears
            B buy 3 1@1            | no: feesInArrears
            """)
    }

    @Test func limitsOfValueRateAndOpenOrders() {
        SectionTable.check(
            """
            list MILK tick=10 most=5000 |
            admit A value=4000 rate=3 open=2 |
            phase continuous       |
            A buy 1 50@10          | no: orderValueLimit
            A buy 2 40@10          | ok 2 40@10 blocks 0
            A replace 2 41@10      | no: orderValueLimit
            A buy 3 1@9            | no: ordersPerSecond
            at 1000                |
            A buy 3 1@9            | ok 3 1@9 blocks 0
            A buy 4 1@9            | no: openOrders
            A buy 5 1@9 ioc        | ok 5 1@9 blocks 0; 5 cancelled (immediate) frees 0
            at 2000                |
            A cancel 3             | 3 cancelled (requested) frees 0
            A buy 6 1@9            | ok 6 1@9 blocks 0
            A buy 7 1@0 ioc        | no: priceNotPositive
            A buy 0 1@9            | no: clientOrderMissing
            A buy 8 1@9 in=NONE    | no: unknownInstrument
            """)
    }

    @Test func paymentsAreBookedOnce() {
        SectionTable.check(
            """
            list MILK              |
            admit A                |
            pay A 100 voucher=7    | in 100
            pay A 100 voucher=7    | no: repeatedPayment
            out A 30 voucher=6     | no: repeatedPayment
            out A 30 voucher=8     | out 30
            fee A 100 voucher=9    | fee 100, owes 30
            money A                | 0 free 30 owed
            pay A 0                | no: amountOutOfRange
            pay A 9000000000000000000 | no: amountOutOfRange
            pay X 100              | no: unknownParticipant
            pay A 50 in=EUR        | in 50
            money A                | 0 free 30 owed / 50 free
            pay A 30               | in 30, 30 for fees
            house                  | 100 on deposit, 100 fees
            """)
    }
}
