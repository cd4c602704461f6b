import Exchange
import Testing

/// The rules of the call's one price, each with a case of its own, and published cases.
struct CallTables {
    @Test func greatestVolume() {
        // Worked case of MarketGrid's manual, "Single-Price Auction" (prices 12000 … 13000 in
        // hundreds): the greatest executable volume is 290 at 12400.
        MarketTable.check(
            """
            call                |
            buy 1 45@130        | ok 1
            buy 2 95@129        | ok 2
            buy 3 25@128        | ok 3
            buy 4 35@127        | ok 4
            buy 5 25@126        | ok 5
            buy 6 55@125        | ok 6
            buy 7 200@124       | ok 7
            buy 8 80@123        | ok 8
            buy 9 60@122        | ok 9
            sell 11 10@122      | ok 11
            sell 12 125@123     | ok 12
            sell 13 155@124     | ok 13
            sell 14 90@125      | ok 14
            sell 15 20@126      | ok 15
            sell 16 10@127      | ok 16
            sell 17 15@128      | ok 17
            sell 18 10@129      | ok 18
            sell 19 50@130      | ok 19
            sell 20 35@131      | ok 20
            indicative ref=128  | price 124 volume 290 surplus 190 buy
            """)
    }

    @Test func asxPrinciples() {
        // The book of the ASX's change of its opening algorithm, as printed in the reading
        // of UNSW's Trading Engine Course (session 3, appendix): volume 1,000 from 610 to 639, least
        // surplus 500 from 635 to 639, buy pressure, so 639.
        MarketTable.check(
            """
            call                |
            buy 199 500@640     | ok 199
            buy 227 500@639     | ok 227
            buy 298 500@639     | ok 298
            buy 288 1000@634    | ok 288
            buy 144 500@633     | ok 144
            sell 606 1000@610   | ok 606
            sell 317 500@640    | ok 317
            sell 150 520@641    | ok 150
            sell 203 550@642    | ok 203
            sell 202 519@643    | ok 202
            indicative ref=600  | price 639 volume 1000 surplus 500 buy
            uncross ref=600     | 199=606 500@639; 227=606 500@639; price 639 volume 1000 surplus 500
            book                | 500@639 1000@634 500@633 / 500@640 520@641 550@642 519@643
            """)
    }

    @Test func leastSurplus() {
        MarketTable.check(
            """
            call                | 
            buy  1 100@102      | ok 1
            buy  2 50@100       | ok 2
            sell 3 100@100      | ok 3        # 100: surplus 50; 101, 102: none
            sell 4 30@102       | ok 4        # 102: surplus 30
            indicative ref=90   | price 101 volume 100 surplus 0
            """)
    }

    @Test func marketPressure() {
        MarketTable.check(
            """
            call                |
            buy  1 150@102      | ok 1
            sell 2 100@99       | ok 2
            indicative ref=90   | price 102 volume 100 surplus 50 buy     # buyers press: highest
            sell 3 100@99       | ok 3
            indicative ref=110  | price 99 volume 150 surplus 50 sell     # sellers press: lowest
            """)
    }

    @Test func nearestToReference() {
        MarketTable.check(
            """
            call                |
            buy  1 100@102      | ok 1
            sell 2 100@99       | ok 2
            indicative ref=98   | price 99 volume 100 surplus 0
            indicative ref=100  | price 100 volume 100 surplus 0    # between: the reference itself
            indicative ref=105  | price 102 volume 100 surplus 0
            indicative          | price 100 volume 100 surplus 0    # none: the middle, rounded down
            """)
    }

    @Test func surplusOnBothSides() {
        // Up to 100 the buyers are 50 too many, from 101 the sellers: the pressure doesn't decide.
        MarketTable.check(
            """
            call                |
            buy  1 100@103      | ok 1
            buy  2 50@100       | ok 2
            sell 3 100@98       | ok 3
            sell 4 50@101       | ok 4
            indicative ref=97   | price 98 volume 100 surplus 50 buy
            indicative ref=100  | price 100 volume 100 surplus 50 buy
            indicative ref=102  | price 102 volume 100 surplus 50 sell
            """)
    }

    @Test func ordersWithoutLimit() {
        MarketTable.check(
            """
            call                |
            buy  1 30@market    | ok 1
            sell 2 20@market    | ok 2
            indicative          | no price                           # nothing to go by
            indicative ref=100  | price 100 volume 20 surplus 10 buy
            sell 3 20@101       | ok 3
            buy  4 20@mtl       | ok 4
            continuous          | no wrongPhase
            uncross ref=90      | 1=2 20@101; 1=3 10@101; 4=3 10@101; price 101 volume 40 surplus 10; moved 4 10@101 callPrice
            book                | 10@101 / -
            """)
    }

    @Test func aCallWithoutPrice() {
        MarketTable.check(
            """
            uncross ref=100     | no wrongPhase
            call                |
            buy  1 5@99         | ok 1
            sell 2 5@100        | ok 2
            buy  3 5@market fok | no notInCall
            sell 4 1@100 post   | no notInCall
            indicative ref=99   | no price
            uncross ref=99      | no price
            book                | 5@99 / 5@100
            """)
    }

    @Test func allocationByPriceThenTime() {
        MarketTable.check(
            """
            call                |
            buy  1 10@101       | ok 1
            buy  2 10@102       | ok 2
            buy  3 10@101       | ok 3
            sell 4 25@100       | ok 4
            uncross ref=101     | 2=4 10@101; 1=4 10@101; 3=4 5@101; price 101 volume 25 surplus 5
            book                | 5@101 / -
            """)
    }

    @Test func icebergsCountWhole() {
        MarketTable.check(
            """
            call                     |
            buy  1 30@101 show=10    | ok 1
            buy  2 10@101            | ok 2
            sell 3 35@100            | ok 3
            indicative ref=101       | price 101 volume 35 surplus 5 buy
            uncross ref=101          | 1=3 10@101; 2=3 10@101; 1=3 10@101; 1=3 5@101; price 101 volume 35 surplus 5
            """)
    }

    @Test func theCallWakesStops() {
        MarketTable.check(
            """
            call                         |
            buy  1 10@101                | ok 1
            sell 2 10@101                | ok 2
            sell 3 5@102                 | ok 3
            buy  4 5@102 stop=101        | ok 4
            sell 5 5@101 aon             | ok 5
            uncross ref=101              | 1=2 10@101; price 101 volume 10 surplus 0; woke 4 at 102; 4x5 5@101
            book                         | - / 5@102
            """)
    }

    @Test func closedAndCarriedOver() {
        MarketTable.check(
            """
            buy  1 5@100        | ok 1
            closed              |
            buy  2 5@100        | no closed
            replace 1 6@100     | no closed
            cancel 1            | gone 1 5 requested
            continuous          |
            buy  2 5@100        | ok 2
            """)
    }
}
