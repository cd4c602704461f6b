import Testing

/// What becomes of a deal, a row a step. Deadlines: 100 ms for signing, 200 for payment, 300 for
/// shipment, 400 for acceptance, 500 for claims.
@Suite struct ContractTables {
    private static let deal = """
        list MILK deposit=1000/2000 fee=100/100 |
        admit A                |
        admit B foreign        |
        pay A 1000             | in 1000
        pay B 1000             | in 1000
        phase continuous       |
        B sell 1 10@100        | ok 1 10@100 blocks 210
        A buy 1 10@100         | ok 1 10@100 blocks 110; A buys from B 10@100, contract 1

        """

    @Test func aContractThatIsFulfilled() {
        SectionTable.check(
            Self.deal + """
                contract 1             | concluded 10@100 A 100 + 10, B 200 + 10
                paid 1 B               | no: wrongState
                sign 1 A               | contract 1 concluded
                sign 1 A               | no: alreadyDone
                sign 1 house           | no: notYourStep
                sign 1 B               | contract 1 signed
                sign 1 B               | no: alreadyDone
                paid 1 A               | no: notYourStep
                paid 1 B               | contract 1 paid
                accept 1 A             | no: wrongState
                ship 1 A               | no: notYourStep
                ship 1 B               | contract 1 shipped
                accept 1 B             | no: notYourStep
                accept 1 A             | contract 1 accepted
                end 1 A                | no: wrongState
                close 1 B              | no: notYourStep
                close 1 A              | contract 1 closed
                close 1 A              | no: wrongState
                money A                | 990 free
                money B                | 990 free
                house                  | 2000 on deposit, 20 fees
                forget                 | forgot 2
                close 1 A              | no: unknownContract
                """)
    }

    @Test func aContractClosesByItselfWhenTheTimeForClaimsIsOver() {
        SectionTable.check(
            Self.deal + """
                sign 1 A               | contract 1 concluded
                sign 1 B               | contract 1 signed
                paid 1 house           | contract 1 paid
                ship 1 B               | contract 1 shipped
                accept 1 A             | contract 1 accepted
                at 499                 |
                at 500                 | contract 1 closed
                money A                | 990 free
                """)
    }

    @Test func whoLetsADeadlinePassIsBarredAndMayBeDeclaredInDefault() {
        SectionTable.check(
            Self.deal + """
                sign 1 A               | contract 1 concluded
                sellerfails 1 A        | no: notOverdue
                at 100                 | B overdue
                B buy 2 1@10           | no: unfulfilledContract
                sign 1 B               | contract 1 signed
                B buy 3 1@10           | ok 3 1@10 blocks 3
                B cancel 3             | 3 cancelled (requested) frees 3
                at 299                 |
                at 300                 | A overdue
                A buy 2 1@10           | no: unfulfilledContract
                buyerfails 1 A         | no: notYourStep
                sellerfails 1 A        | no: notOverdue
                buyerfails 1 B         | contract 1 defaulted; A pays B 100
                money A                | 890 free
                money B                | 1090 free
                A buy 3 1@10           | ok 3 1@10 blocks 2
                """)
    }

    @Test func bothAreOverdueAndTheHouseDecides() {
        SectionTable.check(
            Self.deal + """
                at 100                 | A overdue; B overdue
                at 5000                |
                sellerfails 1 house    | contract 1 defaulted; B pays A 200
                money A                | 1190 free
                money B                | 790 free
                """)
    }

    @Test func bothGiveItUp() {
        SectionTable.check(
            Self.deal + """
                end 1 A                | end offered
                end 1 A                | no: alreadyDone
                keep 1 B               | no: noOffer
                keep 1 A               | end not offered any more
                end 1 B                | end offered
                end 1 house            | no: notYourStep
                end 1 A                | contract 1 ended
                money A                | 990 free
                money B                | 990 free
                sign 2 A               | no: unknownContract
                """)
    }

    @Test func strangersHaveNoSay() {
        SectionTable.check(
            Self.deal + """
                admit C                |
                admit D broker=B       |
                sign 1 C               | no: notAParty
                C agrees buy 1@10 with D | no: noDeposit
                A retracts 7           | no: unknownProposal
                sign 1 D               | no: notAParty
                """)
    }

    @Test func dealsThatBothSidesRegister() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=100/100 fixed=50:200 mode=negotiated |
            admit A foreign        |
            admit B foreign        |
            pay A 1000             | in 1000
            pay B 1000             | in 1000
            A buy 1 1@100          | no: wrongMode
            A agrees buy 10@100 with A | no: noCounterparty
            A agrees buy 10@201 with B | no: outsideBand
            A agrees buy 10@100 with B | registered 1 blocks 110
            B agrees sell 10@101 with A | registered 2 blocks 112
            B agrees sell 10@100 with A | registered 3 blocks 110; A buys from B 10@100, contract 1
            contract 1             | concluded 10@100 A 100 + 10, B 100 + 10, transit
            A retracts 2           | no: unknownProposal
            B retracts 2           | dropped 2 frees 112
            money B                | 890 free 100 security
            """)
    }

    @Test func goodsOnAWarehouseReceiptStandBehindASale() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 fee=100/100 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            pay B 100              | in 100
            phase continuous       |
            receipt B 10           | receipt 1: 10 of B
            receipt B 5 to=50      | receipt 2: 5 of B
            B sell 1 11@100 receipt=1 | no: notFree
            B buy 2 1@100 receipt=1 | no: receiptOnPurchase
            A sell 1 1@100 receipt=1 | no: notOwner
            B sell 3 1@100 receipt=9 | no: unknown
            B sell 4 8@100 receipt=1 | ok 4 8@100 blocks 8
            receipts               | 1 B 2+8+0, 2 B 5+0+0
            withdraw B 1 3         | no: notFree
            A buy 2 3@100          | ok 2 3@100 blocks 33; A buys from B 3@100, contract 1
            receipts               | 1 B 2+5+3, 2 B 5+0+0
            contract 1             | concluded 3@100 A 30 + 3, B 0 + 3
            B replace 4 4@100      | 4 reduced to 4 blocks 4
            B replace 4 8@100      | no: notFree
            B replace 4 6@99       | 4 now 6@99 blocks 6
            receipts               | 1 B 1+6+3, 2 B 5+0+0
            B cancel 4             | 4 cancelled (requested) frees 6
            sign 1 A               | contract 1 concluded
            sign 1 B               | contract 1 signed
            paid 1 B               | contract 1 paid
            ship 1 B               | contract 1 shipped
            accept 1 A             | contract 1 accepted; receipt 3: 3 of A
            receipts               | 1 B 7+0+0, 2 B 5+0+0, 3 A 3+0+0
            at 50                  |
            B sell 5 1@100 receipt=2 | no: expired
            move B 1 2 A           | receipt 4: 2 of A
            move A 4 1 A           | receipt 5: 1 of A
            merge A 3 4            | merged 3
            merge A 3 1            | no: notOwner
            merge A 3 3            | no: unlike
            withdraw A 3 4         | withdrawn 4
            receipts               | 1 B 5+0+0, 2 B 5+0+0, 5 A 1+0+0
            receipt A 2000000000000 | no: tooMuch
            """)
    }

    /// The house may call a default after the goods were accepted; they stay where they are, and the
    /// seller's receipt isn't touched again.
    @Test func acceptedGoodsStayTheBuyersAfterADefault() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            phase continuous       |
            receipt B 10           | receipt 1: 10 of B
            B sell 1 3@100 receipt=1 | ok 1 3@100 blocks 0
            A buy 1 3@100          | ok 1 3@100 blocks 30; A buys from B 3@100, contract 1
            sign 1 A               | contract 1 concluded
            sign 1 B               | contract 1 signed
            paid 1 B               | contract 1 paid
            ship 1 B               | contract 1 shipped
            accept 1 A             | contract 1 accepted; receipt 2: 3 of A
            sellerfails 1 house    | contract 1 defaulted; B pays A 0
            receipts               | 1 B 7+0+0, 2 A 3+0+0
            money A                | 1000 free
            """)
    }

    @Test func goodsOfAContractThatFailsAreTheSellersAgain() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            phase continuous       |
            receipt B 10           | receipt 1: 10 of B
            B sell 1 10@100 receipt=1 | ok 1 10@100 blocks 0
            A buy 1 10@100         | ok 1 10@100 blocks 100; A buys from B 10@100, contract 1
            receipts               | 1 B 0+0+10
            buyerfails 1 house     | contract 1 defaulted; A pays B 100
            receipts               | 1 B 10+0+0
            money B                | 100 free
            """)
    }
}
