import Testing

/// Who may trade, and how orders are named, repeated and taken back together.
@Suite struct AdmissionTables {
    @Test func everyReasonForWhichAFirmIsNotAdmitted() {
        SectionTable.check(
            """
            list MILK group=3      |
            phase continuous       |
            admit A from=100 to=200 |
            X buy 1 1@10           | no: unknownParticipant
            A buy 1 1@10           | no: accreditationNotBegun
            at 100                 |
            A buy 2 1@10           | ok 2 1@10 blocks 0
            suspend A              |
            A buy 3 1@10           | no: suspended
            A cancel 2             | 2 cancelled (requested) frees 0
            pardon A               |
            A buy 4 1@10           | ok 4 1@10 blocks 0
            fee A 5                | fee 5, owes 5
            A buy 5 1@10           | no: feesInArrears
            A replace 4 1@11       | no: feesInArrears
            A replace 4 1@10       | 4 reduced to 1 blocks 0
            pay A 5                | in 5, 5 for fees
            alter A groups=7       |
            A buy 6 1@10           | no: wrongSection
            alter A groups=8       |
            A buy 7 1@10           | ok 7 1@10 blocks 0
            alter A to=200         |
            at 200                 |
            A buy 8 1@10           | no: accreditationExpired
            """)
    }

    @Test func aBrokerActsForItsClientsOnly() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            phase continuous       |
            admit B                |
            admit C broker=B       |
            admit D                |
            pay C 100              | in 100
            C buy 1 1@100          | no: notItsBroker
            B buy 1 1@100 for=C    | ok 1 1@100 blocks 10
            D buy 1 1@100 for=C    | no: notItsBroker
            B buy 2 1@100 for=D    | no: notItsBroker
            money C                | 90 free 10 blocked
            suspend B              |
            B buy 3 1@100 for=C    | no: suspended
            B cancel 1             | 1 cancelled (requested) frees 10
            """)
    }

    @Test func theSameNumberIsTheSameOrder() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            phase continuous       |
            admit A                |
            admit B                |
            pay A 1000             | in 1000
            A buy 1 5@100          | ok 1 5@100 blocks 50
            A buy 1 9@120          | again 1, 5 open
            A replace 1 7@100 request=1 | 1 now 7@100 blocks 70
            A replace 1 7@100 request=1 | again 1, 7 open
            A replace 1 900@100 request=2 | no: insufficientDeposit
            A replace 1 900@100 request=2 | again no: insufficientDeposit
            B cancel 1             | no: unknownOrder
            A cancel 1             | 1 cancelled (requested) frees 70
            A cancel 1             | no: orderGone
            A buy 1 5@100          | again 1, 0 open
            forget                 | forgot 1
            A buy 1 5@100          | ok 1 5@100 blocks 50
            """)
    }

    @Test func massCancelKillSwitchAndDisconnection() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            phase continuous       |
            admit A disconnects    |
            admit B                |
            admit C broker=A       |
            pay A 100              | in 100
            pay B 100              | in 100
            pay C 100              | in 100
            A buy 1 1@100          | ok 1 1@100 blocks 10
            A sell 2 1@110         | ok 2 1@110 blocks 11
            B buy 1 1@90           | ok 1 1@90 blocks 9
            A buy 3 1@80 for=C     | ok 3 1@80 blocks 8
            A mass sell            | 2 cancelled (massCancel) frees 11
            A disconnect           | 1 cancelled (massCancel) frees 10; 3 cancelled (massCancel) frees 8
            B disconnect           |
            kill B                 | 1 cancelled (killSwitch) frees 9
            B buy 2 1@90           | no: killSwitch
            A buy 4 1@80           | ok 4 1@80 blocks 8
            revive B               |
            B buy 3 1@90           | ok 3 1@90 blocks 9
            kill all               | 4 cancelled (killSwitch) frees 8; 3 cancelled (killSwitch) frees 9
            A buy 5 1@80           | no: killSwitch
            revive all             |
            A buy 6 1@80           | ok 6 1@80 blocks 8
            """)
    }

    @Test func ordersEndAtTheirMomentWhateverCommandComes() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            phase continuous       |
            admit A                |
            pay A 100              | in 100
            A buy 1 1@100 till=500 | ok 1 1@100 blocks 10
            A buy 2 1@90 till=400  | ok 2 1@90 blocks 9
            A buy 3 1@80 day       | ok 3 1@80 blocks 8
            at 400                 |
            at 501                 | 2 cancelled (expired) frees 9; 1 cancelled (expired) frees 10
            A buy 4 1@90 till=400  | no: expired
            expire session         |
            expire day             | 3 cancelled (expired) frees 8
            """)
    }

    @Test func firmsOfOneGroupDontTradeWithEachOther() {
        SectionTable.check(
            """
            list MILK deposit=1000/1000 |
            phase continuous       |
            admit A stp=oldest firm=5 |
            admit B stp=newest firm=5 |
            admit C                |
            pay A 100              | in 100
            pay B 100              | in 100
            pay C 100              | in 100
            A sell 1 1@100         | ok 1 1@100 blocks 10
            B buy 1 1@100          | ok 1 1@100 blocks 10; 1 cancelled (selfTrade) frees 10
            B buy 2 1@90           | ok 2 1@90 blocks 9
            A sell 2 1@90          | ok 2 1@90 blocks 9; 2 cancelled (selfTrade) frees 9
            C sell 1 1@80          | ok 1 1@80 blocks 8
            money B                | 100 free
            """)
    }
}
