import Exchange
import TradingFloor

/// The tables that several pages of the market have, made from a section.
struct MarketTables: Sendable {
    let scene: SectionScene
    let words: Catalogue

    var figures: MarketFigures { MarketFigures(words: words) }
    var time: MarketTime { MarketTime(words, scene.timetable?.zone) }

    // MARK: Sentences

    /// What is on now, in a sentence.
    var standing: String {
        switch scene.standing {
        case .nothing: words(.nothingPlanned)
        case .planned(let start): words(.planned(time.clock(start, asOf: scene.now)))
        case .on(let phase, let until?):
            words(.onUntil(words(.phase(phase)), time.clock(until, asOf: scene.now)))
        case .on(let phase, nil): words(.on(words(.phase(phase))))
        case .halted: words(.sessionHalted)
        case .over(let end?): words(.sessionOver(time.clock(end, asOf: scene.now)))
        case .over(nil): words(.nothingPlanned)
        case .stopped: words(.sectionStopped)
        }
    }

    /// The same in a word or two, for a table.
    var standingMark: Inline {
        switch scene.standing {
        case .nothing, .over: .muted(words(.closedNow))
        case .planned: .text(words(.plannedMark))
        case .on(let phase, _): .strong(words(.phase(phase)))
        case .halted: .strong(words(.haltedMark))
        case .stopped: .strong(words(.stoppedMark))
        }
    }

    // MARK: Instruments

    func link(_ instrument: Instrument) -> Inline { Self.link(instrument, in: scene.name) }

    static func link(_ instrument: Instrument, in section: String) -> Inline {
        .link(
            instrument.code, to: MarketPath.instrument(instrument.code, of: section).address)
    }

    /// A link to an instrument by its number, or the number where the directory is behind.
    func link(_ index: InstrumentIndex) -> Inline {
        scene.instrument(index).map(link) ?? .text(words.number(Int(index)))
    }

    func price(_ ticks: Ticks?, _ instrument: Instrument?) -> Inline {
        guard let ticks, let instrument else { return .gap(words(.noPrice)) }
        return .text(figures.price(ticks, of: instrument))
    }

    var instruments: DataTable {
        DataTable(
            id: "instruments-table", caption: words(.instruments),
            columns: [
                Column(words(.instrument)), Column(words(.goods)), Column(words(.modeName)),
                Column(words(.priceUnit)), Column(words(.bestBid), .number),
                Column(words(.bestOffer), .number), Column(words(.lastPrice), .number),
                Column(words(.volume), unit: words(.lots), .number),
            ],
            rows: scene.instruments.indices.map(row),
            downloads: [
                MarketFile.instruments(scene.name).download,
                .json(MarketData.instruments(scene.name)),
            ], captionIsUnseen: true, words: words)
    }

    private func row(_ index: Int) -> [Inline] {
        let instrument = scene.instruments[index]
        let book = scene.books[index]
        let quotation = scene.quotation(InstrumentIndex(index))
        return [
            link(instrument), .text(instrument.name), .text(words(.mode(instrument.mode))),
            .text(figures.unit(of: instrument)), price(book?.bids.first?.price, instrument),
            price(book?.offers.first?.price, instrument), price(book?.last, instrument),
            .text(figures.lots(quotation?.volume ?? 0)),
        ]
    }

    // MARK: Deals

    /// The newest deals.
    func deals(
        _ id: String, _ deals: [Trade], ofOne: Bool = false, downloads: [Download] = []
    ) -> DataTable {
        var columns = [Column(words(.dealTime), unit: "UTC")]
        if !ofOne { columns.append(Column(words(.instrument))) }
        columns += [
            Column(words(.price), .number), Column(words(.quantity), unit: words(.lots), .number),
        ]
        if !ofOne { columns.append(Column(words(.goods), .number)) }
        columns += [Column(words(.value), .number), Column(words(.dealSource))]
        return DataTable(
            id: id, caption: words(.latestDeals), columns: columns,
            rows: deals.map { row($0, ofOne: ofOne) }, downloads: downloads,
            firstColumnIsHead: false, captionIsUnseen: true, words: words)
    }

    private func row(_ deal: Trade, ofOne: Bool) -> [Inline] {
        let instrument = scene.instrument(deal.instrument)
        var cells = [time.short(deal.time, asOf: scene.now)]
        if !ofOne { cells.append(link(deal.instrument)) }
        cells += [price(deal.price, instrument), .text(figures.lots(deal.quantity))]
        if !ofOne {
            cells.append(
                instrument.map { .text(figures.goods(deal.quantity, of: $0)) }
                    ?? .gap(words(.noPrice)))
        }
        cells += [
            instrument.map { .text(figures.money(deal.value, $0.currency)) }
                ?? .gap(words(.noPrice)),
            .text(words(.source(deal.source))),
        ]
        return cells
    }

    // MARK: Auctions

    var auctions: DataTable {
        DataTable(
            id: "auctions-table", caption: words(.auctions),
            columns: [
                Column(words(.lot)), Column(words(.goods)), Column(words(.modeName)),
                Column(words(.left), .number), Column(words(.leadingPrice), .number),
                Column(words(.whereItStands)), Column(words(.nextMoment)),
            ],
            rows: scene.auctions.map { auction in
                let instrument = scene.instrument(auction.lot.instrument)
                return [
                    .link(
                        auction.lot.code,
                        to: MarketPath.auction(String(auction.number), of: scene.name).address),
                    .text(auction.lot.name),
                    .text(instrument.map { words(.mode($0.mode)) } ?? ""),
                    .text(instrument.map { figures.goods(auction.left, of: $0) } ?? ""),
                    price(auction.price, instrument), .text(words(.auctionStatus(auction.status))),
                    auction.nextDue.map { .text(time.clock($0, asOf: scene.now)) }
                        ?? .gap(words(.nothingByItself)),
                ]
            }, downloads: [.json(MarketData.auctions(scene.name))], captionIsUnseen: true,
            words: words)
    }

    // MARK: Results

    /// The quotations of a session, a row for each instrument, basis and region.
    func quotations(
        _ id: String, _ rows: [Quotation], caption: String, downloads: [Download],
        region: (RecordName, _ otherwise: String) -> Inline
    ) -> DataTable {
        DataTable(
            id: id, caption: caption,
            columns: [
                Column(words(.instrument)), Column(words(.basis)), Column(words(.priceUnit)),
                Column(words(.openPrice), .number), Column(words(.high), .number),
                Column(words(.low), .number), Column(words(.lastPrice), .number),
                Column(words(.average), .number),
                Column(words(.volume), unit: words(.lots), .number),
                Column(words(.value), .number), Column(words(.deals), .number),
                Column(words(.negotiatedVolume), unit: words(.lots), .number),
                Column(words(.transitVolume), unit: words(.lots), .number),
                Column(words(.bestBid), .number), Column(words(.bestOffer), .number),
            ],
            rows: rows.map { row($0, region) }, downloads: downloads, words: words)
    }

    private func row(
        _ quotation: Quotation, _ region: (RecordName, String) -> Inline
    ) -> [Inline] {
        let instrument = scene.instrument(quotation.key.instrument)
        let basis: Inline = .sequence([
            .text("\(quotation.key.rule)".uppercased() + " "),
            region(quotation.key.region, instrument?.basis.place ?? quotation.key.region.text),
        ])
        let average: Inline =
            if let average = quotation.average, let instrument {
                .text(figures.average(average, of: instrument))
            } else {
                .gap(words(.noPrice))
            }
        let value = quotation.market.value + quotation.negotiated.value
        return [
            link(quotation.key.instrument), basis,
            .text(instrument.map { figures.unit(of: $0) } ?? ""),
            price(quotation.open, instrument), price(quotation.high, instrument),
            price(quotation.low, instrument), price(quotation.last, instrument), average,
            .text(figures.lots(quotation.volume)),
            .text(instrument.map { figures.money(value, $0.currency) } ?? ""),
            .text(words.number(Int(quotation.deals))),
            .text(figures.lots(quotation.negotiated.volume)),
            .text(figures.lots(quotation.transit.volume)),
            price(quotation.bestBid, instrument), price(quotation.bestOffer, instrument),
        ]
    }

    /// Sessions that were held, and the one that is on.
    func sessions(_ records: [SessionRecord]) -> DataTable {
        DataTable(
            id: "sessions-table", caption: words(.sessionsHeld),
            columns: [
                Column(words(.session)), Column(words(.plan)), Column(words(.opened)),
                Column(words(.closed)), Column(words(.deals), .number), Column(words(.result)),
            ],
            rows: records.map { record in
                [
                    .link(
                        words.number(Int(record.number)),
                        to: MarketPath.session(String(record.number), of: scene.name).address),
                    .text(record.plan), time.moment(record.opened),
                    record.closed.map(time.moment) ?? .strong(words(.stillOn)),
                    .text(words.number(Int(clamping: record.deals))),
                    record.closed == nil
                        ? .muted(words(.resultsLater))
                        : record.isCancelled
                            ? .text(words(.cancelledMark)) : .text(words(.finalMark)),
                ]
            },
            downloads: [
                MarketFile.sessions(scene.name).download, .json(MarketData.sessions(scene.name)),
            ], captionIsUnseen: true,
            words: words)
    }
}

extension Quotation {
    /// All that was dealt, on the market and between two.
    var volume: Int128 { market.volume + negotiated.volume }
    /// All deals.
    var deals: Int64 { market.deals + negotiated.deals }
}
