import Exchange

/// What a contract in an instrument is about, as facts.
struct InstrumentFacts {
    let instrument: Instrument
    let words: Catalogue
    /// A record of the register as a link.
    let record: (RecordName, _ otherwise: String) -> Inline

    private var figures: MarketFigures { MarketFigures(words: words) }
    private var time: MarketTime { MarketTime(words, nil) }

    var facts: [Fact] {
        let currency = instrument.currency
        return [
            Fact(words(.commodity), values: commodity),
            Fact(
                words(.harmonisedCode),
                values: instrument.harmonisedCode.isEmpty
                    ? [] : [.code(instrument.harmonisedCode)]),
            Fact(words(.quality), values: instrument.quality.map { .text(Self.text($0, figures)) }),
            Fact(
                words(.lotSize),
                .text(figures.number(instrument.lotSize) + "\u{A0}" + instrument.unit)),
            Fact(
                words(.tick),
                .text(
                    words(
                        .tickIs(
                            figures.number(instrument.tickSize) + "\u{A0}"
                                + figures.unit(of: instrument),
                            figures.money(instrument.tickValue, currency))))),
            Fact(words(.basis), basis),
            Fact(words(.terms), values: instrument.terms.isEmpty ? [] : [.text(instrument.terms)]),
            Fact(words(.contractDeadlines), .text(deadlines)),
            Fact(words(.priceBand), values: band),
            Fact(words(.modeName), .text(words(.mode(instrument.mode)))),
            Fact(words(.deposit), .text(rates(\.deposit))),
            Fact(words(.fee), .text(rates(\.fee))),
            Fact(
                words(.largestOrder),
                values: instrument.largestOrderValue == 0
                    ? [] : [.text(figures.money(instrument.largestOrderValue, currency))]),
        ]
    }

    private var commodity: [Inline] {
        instrument.commodity.text.isEmpty
            ? [.text(instrument.name)] : [record(instrument.commodity, instrument.name)]
    }

    private var basis: Inline {
        let rule = "\(instrument.basis.rule)".uppercased()
        var parts: [Inline] = [.text([rule, instrument.basis.place].joined(separator: " "))]
        let region = instrument.basis.region
        if !region.text.isEmpty, instrument.basis.place != region.text {
            parts += [.text(" ("), record(region, region.text), .text(")")]
        }
        parts.append(.muted(", Incoterms 2020"))
        return .sequence(parts)
    }

    private var deadlines: String {
        let terms = instrument.deadlines
        return [
            words(.toSign(time.length(terms.signing))), words(.toPay(time.length(terms.payment))),
            words(.toShip(time.length(terms.shipment))),
            words(.toAccept(time.length(terms.acceptance))),
            words(.forClaims(time.length(terms.claims))),
        ].joined(separator: "; ")
    }

    private var band: [Inline] {
        let range = { (range: ClosedRange<Int64>) in
            figures.price(range.lowerBound, of: instrument) + "–"
                + figures.price(range.upperBound, of: instrument) + "\u{A0}"
                + figures.unit(of: instrument)
        }
        return [
            instrument.bands.entry.map { .text(words(.entryBand(range($0)))) },
            instrument.bands.fixed.map { .text(words(.tradeBand(range($0)))) },
            instrument.bands.dynamic.map {
                .text(words(.dynamicBand(figures.price($0, of: instrument))))
            },
        ].compactMap(\.self)
    }

    private func rates(_ rate: (Rates) -> UInt32) -> String {
        words(.residents) + " " + figures.rate(rate(instrument.resident)) + ", "
            + words(.nonResidents) + " " + figures.rate(rate(instrument.nonResident))
    }

    /// An attribute of goods: "fat 3.4–4.2 %".
    static func text(_ attribute: QualityAttribute, _ figures: MarketFigures) -> String {
        let value: String
        switch (attribute.from, attribute.to) {
        case (let from?, let to?) where from == to: value = figures.number(from)
        case (let from?, let to?): value = figures.number(from) + "–" + figures.number(to)
        case (let from?, nil): value = "≥ " + figures.number(from)
        case (nil, let to?): value = "≤ " + figures.number(to)
        case (nil, nil): value = attribute.text
        }
        let unit = attribute.unit.isEmpty ? "" : "\u{A0}" + attribute.unit
        return attribute.name + " " + value + unit
    }
}
