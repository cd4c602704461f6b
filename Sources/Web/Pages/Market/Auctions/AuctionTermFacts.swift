import Exchange

/// The terms of an auction as facts.
struct AuctionTermFacts {
    private let terms: AuctionTerms
    private let instrument: Instrument
    private let tables: MarketTables

    init(_ terms: AuctionTerms, _ instrument: Instrument, _ tables: MarketTables) {
        self.terms = terms
        self.instrument = instrument
        self.tables = tables
    }

    private var words: Catalogue { tables.words }

    var facts: [Fact] {
        switch terms {
        case .open(let terms): facts(terms)
        case .dutch(let terms): facts(terms)
        }
    }

    private func price(_ ticks: Ticks) -> Inline {
        .text(
            tables.figures.price(ticks, of: instrument) + "\u{A0}"
                + tables.figures.unit(of: instrument))
    }

    private func facts(_ terms: OpenAuctionTerms) -> [Fact] {
        [
            Fact(words(.startPrice), price(terms.start)), Fact(words(.step), price(terms.step)),
            Fact(words(.largestStep), values: terms.largestStep.map { [price($0)] } ?? []),
            Fact(words(.buyNow), values: terms.buyNow.map { [price($0)] } ?? []),
            Fact(words(.opens), tables.time.moment(terms.opens)),
            Fact(words(.ends), tables.time.moment(terms.ends)),
            Fact(
                words(.extensionName),
                values: terms.window == 0
                    ? []
                    : [
                        .text(
                            words(
                                .extensionIs(
                                    tables.time.length(terms.window),
                                    tables.time.length(terms.prolongation))))
                    ]),
            Fact(words(.maximums), values: terms.takesMaximums ? [.text(words(.maximumsIs))] : []),
        ]
    }

    private func form(of terms: DutchTerms) -> TradingPhrase {
        switch terms.form {
        case .clock: .clockAlone
        case .threeStage: .threeStages
        }
    }

    private func facts(_ terms: DutchTerms) -> [Fact] {
        [
            Fact(words(.startPrice), price(terms.start)),
            Fact(
                words(.falls),
                .sequence([
                    price(terms.decrement),
                    .text(", " + words(.every(tables.time.length(terms.interval)))),
                ])),
            Fact(words(.floorPrice), price(terms.floor)),
            Fact(words(.opens), tables.time.moment(terms.opens)),
            Fact(words(.stages), .text(words(form(of: terms)))),
        ]
    }
}
