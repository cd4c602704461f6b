import Records
import TradingFloor

/// What the exchange's answers look like, as OpenAPI describes it.
enum MarketSchemas {
    /// Writes the members of `components/schemas`.
    static func write(to schemas: inout JSONWriter) {
        for (name, members) in answers {
            schemas.name(name)
            schemas.raw(object(members).utf8)
        }
        for (name, schema) in forms {
            schemas.name(name)
            schemas.raw(schema.json.utf8)
        }
    }

    private static var forms: [(String, FormSchema)] {
        [
            ("OrderForm", .of(OrderForm.self)), ("CancelForm", .of(CancelForm.self)),
            ("ReplacementForm", .of(ReplacementForm.self)), ("DealForm", .of(DealForm.self)),
            ("DealWithdrawalForm", .of(DealWithdrawalForm.self)),
            ("ContractStepForm", .of(ContractStepForm.self)),
            ("AuctionActForm", .of(AuctionActForm.self)),
            ("ReceiptIssueForm", .of(ReceiptIssueForm.self)),
            ("ReceiptMoveForm", .of(ReceiptMoveForm.self)),
            ("ReceiptMergeForm", .of(ReceiptMergeForm.self)), ("BarForm", .of(BarForm.self)),
            ("PaymentForm", .of(PaymentForm.self)),
            ("SessionOrderForm", .of(SessionOrderForm.self)),
            ("InstrumentForm", .of(InstrumentForm.self)),
            ("ParticipantForm", .of(ParticipantForm.self)), ("PlanForm", .of(PlanForm.self)),
            ("SessionForm", .of(SessionForm.self)), ("TimetableForm", .of(TimetableForm.self)),
            ("AuctionForm", .of(AuctionForm.self)),
        ]
    }

    /// Members as `name:type` with a question mark behind the name of what need not be there or may
    /// be null. Types: text, count, money, price, moment, flag, any, `#Schema`, and lists in brackets.
    private static let answers: [(String, String)] = [
        ("Market", "sections:[text] openapi:text page:text"),
        ("MarketSectionList", "sections:[#MarketSection]"),
        (
            "MarketSection",
            "name:text page:text atWork:flag clock?:moment commands:count "
                + "journal:#JournalEnd instruments:count contracts:count transit:count "
                + "session?:#MarketSession"
        ),
        ("JournalEnd", "entry:count hash:text"),
        ("MarketPhase", "phase:text begins?:moment"),
        (
            "MarketSession",
            "number:count plan:text name?:text day:text status:text phase?:text until?:moment "
                + "phases:[#MarketPhase] places?:[text]"
        ),
        ("InstrumentList", "instruments:[#QuotedInstrument]"),
        (
            "QuotedInstrument",
            "code:text name:text commodity?:text mode:text currency:text unit:text phase?:text "
                + "bid?:price offer?:price last?:price"
        ),
        ("Level", "price:price lots:count quantity?:text orders:count"),
        ("Indicative", "price:price lots:count quantity?:text surplus:count surplusSide?:text"),
        (
            "Book",
            "instrument:text phase:text last?:price bids:[#Level] offers:[#Level] "
                + "indicative?:#Indicative commands:count"
        ),
        ("TradeList", "trades:[#Trade] next?:text"),
        (
            "Trade",
            "contract:count time:moment instrument:text price:price lots:count quantity:text "
                + "value:money source:text"
        ),
        (
            "MarketTimetable",
            "time:moment session?:#MarketSession timetable?:#TimetableForm "
                + "coming:[#ComingSession]"
        ),
        (
            "ComingSession",
            "plan:text name?:text day:text phases:[#MarketPhase] places?:[text]"
        ),
        ("SessionList", "sessions:[#SessionHeld] next?:text"),
        ("SessionHeld", sessionHeld),
        ("Session", sessionHeld + " quotations:[#Quotation]"),
        ("QuotationList", "quotations:[#Quotation]"),
        (
            "Quotation",
            "session?:count closed?:moment instrument:text basis:text region:text currency:text "
                + "unit:text open?:price high?:price low?:price last?:price "
                + "weightedAverage?:price market:#DealTotals negotiated:#DealTotals "
                + "transit:#DealTotals bestBid?:price bestOffer?:price"
        ),
        ("DealTotals", "deals:count lots:count quantity?:text value:money"),
        ("AuctionList", "auctions:[#Auction]"),
        (
            "Auction",
            "number:count lot:text name?:text instrument:text mode:text lots:count quantity:text "
                + "left:text status:text price?:price until?:moment documents:[any]"
        ),
        ("OrderList", "orders:[#Order] next?:text"),
        (
            "Order",
            "order:count clientOrder:count sender?:text owner?:text instrument:text side:text "
                + "price?:price open:text blocked:money reason?:#Reason"
        ),
        ("Reason", "number:count name:text"),
        (
            "CommandResult",
            "command?:count time:moment result?:text reason?:#Reason order?:count deal?:count "
                + "contract?:count receipt?:count auction?:count session?:count events?:[any] "
                + "journal:#JournalEnd results?:[any]"
        ),
        ("DepositList", "participant:text deposits:[#Deposit]"),
        ("Deposit", "currency:text free:money blocked:money security:money owed:money"),
        ("ContractList", "contracts:[#Contract] next?:text"),
        (
            "Contract",
            deal + " state:text due?:moment basis:text place:text terms:text "
                + "receipt?:count buyerSide:any sellerSide:any"
        ),
        ("DealList", "deals:[#Deal] next?:text"),
        ("Deal", deal),
        ("ReceiptList", "receipts:[#Receipt]"),
        (
            "Receipt",
            "receipt:count owner:text instrument:text lots:count quantity:text free:text "
                + "blocked:text committed:text voucher:count validTo?:moment"
        ),
        (
            "Directory",
            "instruments:[text] participants:[text] instrumentForms:[#InstrumentForm] "
                + "participantForms:[#ParticipantForm]"
        ),
        ("RawResults", "first:count time:moment entry:count hash:text results:[any]"),
    ]

    private static let sessionHeld =
        "number:count plan:text opened:moment closed?:moment cancelled:flag deals:count "
        + "commands:[count] bundle?:text"

    private static let deal =
        "contract:count made:moment instrument:text buyer:text seller:text buyOrder?:count "
        + "sellOrder?:count price:price lots:count quantity:text value:money currency:text "
        + "source:text transit:flag"

    private static func object(_ text: String) -> String {
        var properties: [String] = []
        var required: [String] = []
        for member in text.split(separator: " ") {
            guard let colon = member.firstIndex(of: ":") else { continue }
            let isOptional = member[..<colon].last == "?"
            let name = member[..<colon].filter { $0 != "?" }
            let plain = schema(member[member.index(after: colon)...])
            properties.append(
                #""\#(name)":"#
                    + (isOptional ? #"{"anyOf":[\#(plain),{"type":"null"}]}"# : plain))
            if !isOptional { required.append(#""\#(name)""#) }
        }
        return #"{"type":"object","required":["# + required.joined(separator: ",")
            + #"],"properties":{"# + properties.joined(separator: ",") + "}}"
    }

    private static func schema(_ type: Substring) -> String {
        if type.first == "[" {
            return #"{"type":"array","items":\#(schema(type.dropFirst().dropLast()))}"#
        }
        if type.first == "#" {
            return ##"{"$ref":"#/components/schemas/\##(type.dropFirst())"}"##
        }
        switch type {
        case "count": return #"{"type":"integer"}"#
        case "flag": return #"{"type":"boolean"}"#
        case "moment": return #"{"type":"string","format":"date-time"}"#
        case "price", "money": return #"{"type":"string","pattern":"^-?[0-9]+(\\.[0-9]+)?$"}"#
        case "any": return #"{"type":"object"}"#
        default: return #"{"type":"string"}"#
        }
    }
}
