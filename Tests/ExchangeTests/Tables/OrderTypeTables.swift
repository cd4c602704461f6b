import Exchange
import Testing

/// Each order type as a table that a broker can read.
struct OrderTypeTables {
    @Test func limitOrdersTradeByPriceThenTime() {
        MarketTable.check(
            """
            sell 1 5@102        | ok 1
            sell 2 5@101        | ok 2
            sell 3 5@101        | ok 3
            buy  4 7@102        | ok 4; 4x2 5@101; 4x3 2@101      # best price, then oldest
            buy  5 4@101        | ok 5; 5x3 3@101
            book                | 1@101 / 5@102
            sell 6 3@100        | ok 6; 6x5 1@101                 # at the standing order's price
            book                | - / 2@100 5@102
            """)
    }

    @Test func immediateOrCancel() {
        MarketTable.check(
            """
            sell 1 5@101        | ok 1
            buy  2 8@101 ioc    | ok 2; 2x1 5@101; gone 2 3 immediate
            buy  3 8@101 ioc    | ok 3; gone 3 8 immediate
            book                | - / -
            """)
    }

    @Test func fillOrKill() {
        MarketTable.check(
            """
            sell 1 5@101        | ok 1
            sell 2 5@102        | ok 2
            buy  3 11@102 fok   | ok 3; gone 3 11 notFillable
            buy  4 6@101 fok    | ok 4; gone 4 6 notFillable      # 102 is beyond its limit
            buy  5 10@102 fok   | ok 5; 5x1 5@101; 5x2 5@102
            """)
    }

    @Test func cancelAndReplace() {
        MarketTable.check(
            """
            buy 1 5@100         | ok 1
            buy 2 5@100         | ok 2
            buy 1 5@100         | no duplicateIdentifier
            replace 1 3@100     | cut 1 to 3                      # smaller, same price: keeps its place
            queue               | 1 2
            replace 1 4@100     | moved 1 4@100                   # larger: goes to the end
            queue               | 2 1
            replace 2 5@99      | moved 2 5@99
            sell 3 2@101        | ok 3
            replace 2 6@101     | moved 2 6@101; 2x3 2@101        # a new price may trade at once
            book                | 4@101 4@100 / -
            cancel 2            | gone 2 4 requested
            cancel 2            | no unknownOrder
            replace 2 1@100     | no unknownOrder
            buy 2 1@100         | ok 2                            # an id is free once its order is gone
            """)
    }

    @Test func marketWithProtection() {
        MarketTable.check(
            """
            buy  1 5@market               | no noOppositePrice
            sell 2 5@101                  | ok 2
            sell 3 5@103                  | ok 3
            sell 4 5@104                  | ok 4
            buy  5 12@market protect=2    | ok 5; 5x2 5@101; 5x3 5@103   # 101 and up to 2 ticks beyond
            book                          | 2@103 / 5@104                # the rest stands at 103
            sell 6 3@market ioc           | ok 6; 6x5 2@103; gone 6 1 immediate
            """)
    }

    @Test func marketToLimit() {
        MarketTable.check(
            """
            sell 1 5@101        | ok 1
            sell 2 5@102        | ok 2
            buy  3 8@mtl        | ok 3; 3x1 5@101                 # the best price only
            book                | 3@101 / 5@102
            """)
    }

    @Test func stopOrders() {
        MarketTable.check(
            """
            sell 1 1@100                    | ok 1
            sell 2 5@102                    | ok 2
            sell 3 5@103                    | ok 3
            buy  4 2@market stop=102 protect=1 | ok 4
            buy  5 9@103 stop=101           | ok 5                # nearer to the market
            book                            | - / 1@100 5@102 5@103
            buy  6 1@100                    | ok 6; 6x1 1@100     # 100 reaches neither
            buy  7 1@102                    | ok 7; 7x2 1@102; woke 5 at 103; 5x2 4@102; 5x3 5@103; woke 4 at 0; gone 4 2 noOppositePrice
            queue                           |
            """)
    }

    @Test func sellStopsAndStopLimits() {
        MarketTable.check(
            """
            buy  1 4@100                 | ok 1
            buy  2 5@98                  | ok 2
            sell 3 3@99 stop=100         | ok 3
            sell 4 2@market stop=99 protect=1 | ok 4
            sell 5 1@100                 | ok 5; 5x1 1@100; woke 3 at 99; 3x1 3@100
            sell 6 1@98                  | ok 6; 6x2 1@98; woke 4 at 97; 4x2 2@98
            buy  7 1@98 stop=97          | ok 7; woke 7 at 98     # the last trade is past its stop
            book                         | 3@98 / -
            """)
    }

    @Test func iceberg() {
        MarketTable.check(
            """
            sell 1 10@101 show=3     | ok 1
            sell 2 4@101             | ok 2
            book                     | - / 7@101
            buy  3 5@101             | ok 3; 3x1 3@101; 3x2 2@101     # shown part, then who is next
            book                     | - / 5@101                      # 2 of order 2, then 3 new ones
            queue                    | 2 1
            buy  4 7@101             | ok 4; 4x2 2@101; 4x1 3@101; 4x1 2@101
            replace 1 2@101          | cut 1 to 2                     # hidden quantity goes first
            book                     | - / 1@101
            cancel 1                 | gone 1 2 requested
            buy  5 3@101 show=4      | no displayOutOfRange
            buy  6 3@101 show=1 ioc  | no conditionsConflict
            """)
    }

    @Test func minimumQuantity() {
        MarketTable.check(
            """
            sell 1 5@101            | ok 1
            buy  2 9@101 min=6      | ok 2; gone 2 9 belowMinimum
            buy  3 9@101 min=5      | ok 3; 3x1 5@101              # the rest stands like any other
            book                    | 4@101 / -
            buy  4 2@100 min=3      | no minimumOutOfRange
            """)
    }

    @Test func allOrNone() {
        MarketTable.check(
            """
            buy  1 10@100 aon       | ok 1
            book                    | - / -                        # it isn't shown
            sell 2 4@100            | ok 2                         # too little for it
            sell 3 3@99             | ok 3
            sell 4 3@100            | ok 4; 1x3 3@99; 1x2 4@100; 1x4 3@100   # now there is enough
            sell 5 5@100 aon        | ok 5
            buy  6 2@100            | ok 6
            buy  7 3@100            | ok 7; 5x6 2@100; 5x7 3@100
            buy  8 3@100 aon        | ok 8
            buy  9 2@100            | ok 9
            sell 10 5@100           | ok 10; 10x9 2@100; 10x8 3@100   # shown orders go first
            buy  11 3@100 aon fok   | no conditionsConflict
            """)
    }

    @Test func postOnly() {
        MarketTable.check(
            """
            sell 1 5@101            | ok 1
            buy  2 5@101 post       | no wouldTrade
            buy  3 5@100 post       | ok 3
            replace 3 5@101         | no wouldTrade                # and it stands as before
            book                    | 5@100 / 5@101
            buy  4 5@100 post ioc   | no conditionsConflict
            """)
    }

    @Test func validityAndExpiry() {
        MarketTable.check(
            """
            buy 1 1@100 day         | ok 1
            buy 2 1@100 session     | ok 2
            buy 3 1@100 gtd=7       | ok 3
            buy 4 1@100 gtd=8       | ok 4
            buy 5 1@100             | ok 5
            sell 6 1@market stop=90 day | ok 6
            expire session          | gone 2 1 expired
            expire day              | gone 1 1 expired; gone 6 1 expired
            expire 7                | gone 3 1 expired
            queue                   | 4 5
            """)
    }

    @Test func massCancel() {
        MarketTable.check(
            """
            buy  1 1@100 by=7       | ok 1
            buy  2 1@101 by=7       | ok 2
            sell 3 1@103 by=7       | ok 3
            sell 4 1@104 by=8       | ok 4
            sell 5 9@103 by=7 aon   | ok 5
            cancel all by=7 buy     | gone 2 1 massCancel; gone 1 1 massCancel
            cancel all by=7         | gone 3 1 massCancel; gone 5 9 massCancel
            cancel all              | gone 4 1 massCancel
            """)
    }

    @Test func selfTradePrevention() {
        MarketTable.check(
            """
            sell 1 5@101 group=1            | ok 1
            sell 2 5@101 group=2            | ok 2
            buy  3 3@101 group=1 newest     | ok 3; gone 3 3 selfTrade
            buy  4 3@101 group=1 both       | ok 4; gone 1 5 selfTrade; gone 4 3 selfTrade
            sell 5 2@100 group=1            | ok 5
            buy  6 4@101 group=1 oldest     | ok 6; gone 5 2 selfTrade; 6x2 4@101
            sell 7 5@101 group=1            | ok 7
            buy  8 3@101 group=1 decrement  | ok 8; 8x2 1@101; cut 7 to 3 selfTrade; gone 8 2 selfTrade
            buy  9 4@101 group=1 decrement  | ok 9; gone 7 3 selfTrade; cut 9 to 1 selfTrade
            book                            | 1@101 / -
            sell 10 1@101 group=1 newest fok | ok 10; gone 10 1 notFillable
            """)
    }

    @Test func priceBands() {
        MarketTable.check(
            """
            bands entry=90:110 fixed=95:105 dynamic=3 |
            buy  1 5@89             | no outsideEntryBand
            sell 2 5@100            | ok 2
            sell 3 5@104            | ok 3
            buy  4 5@100            | ok 4; 4x2 5@100
            buy  5 2@104            | ok 5; halt 5 at 104 dynamicBand   # 100 + 3 < 104
            book                    | 2@104 / 5@104                     # it stands, and a call is on
            buy  6 1@104 ioc        | no notInCall
            uncross ref=100         | 5=3 2@104; price 104 volume 2 surplus 3
            sell 7 1@106            | ok 7
            bands fixed=95:105      |
            buy  8 4@106 ioc        | ok 8; 8x3 3@104; halt 8 at 106 staticBand; gone 8 1 band
            """)
    }

    @Test func aFullBookRefuses() {
        MarketTable.check(
            """
            buy  1 1@100            | ok 1
            buy  2 1@99             | ok 2
            sell 3 1@105            | no levelsFull
            buy  3 1@100            | ok 3
            buy  4 1@100            | no bookFull
            sell 5 2@100 ioc        | ok 5; 5x1 1@100; 5x3 1@100   # what doesn't stand needs no room
            sell 6 1@101            | ok 6
            replace 2 1@98          | no levelsFull
            """, limits: BookLimits(orders: 3, levels: 2))
    }
}
