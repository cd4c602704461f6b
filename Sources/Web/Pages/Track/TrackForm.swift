import Records
import Register

/// The form of the explorer. What is chosen can be taken back; each field adds to it.
struct TrackForm: Component {
    let track: TrackPage

    private var choice: SeriesChoice { track.choice }
    private var words: Catalogue { track.words }
    private var names: NameBook { track.names }

    func write(to page: inout HTMLWriter) {
        page.put(
            FilterLines(
                groups: chosen, clearAddress: track.isStart ? nil : SiteAddress.page(.track),
                words: words))
        page.put(
            FilterForm(
                action: SiteAddress.page(.track), fields: fields + carried,
                submit: words(TrackPhrase.show)))
    }

    // MARK: Chosen

    private var chosen: [FacetGroup] {
        [
            group(
                "indicator",
                choice.indicators.map { (words.indicator($0), $0, track.choices.indicators) }
                    .map { text, value, counts in
                        (
                            text, counts.first { $0.value == value }?.count ?? 0,
                            { choice in
                                choice.indicators.removeAll { $0 == value }
                            }
                        )
                    }),
            group(
                "subject",
                choice.subjects.map { id in
                    (
                        names.text(id), count(id, track.choices.subjects),
                        { choice in
                            choice.subjects.removeAll { $0 == id }
                        }
                    )
                }),
            group(
                "counterpart",
                choice.counterparts.map { id in
                    (
                        names.text(id), count(id, track.choices.counterparts),
                        { choice in
                            choice.counterparts.removeAll { $0 == id }
                        }
                    )
                }),
        ]
    }

    private func count(
        _ id: RecordID, _ counts: [(value: RecordSummary, count: Int)]
    ) -> Int { counts.first { $0.value.id == id }?.count ?? 0 }

    private func group(
        _ field: String,
        _ items: [(text: String, count: Int, without: (inout SeriesChoice) -> Void)]
    ) -> FacetGroup {
        FacetGroup(
            title: words.field(field),
            choices: items.map { item in
                FacetChoice(
                    label: item.text, count: words.number(item.count),
                    address: SiteAddress.track(
                        choice.with {
                            item.without(&$0)
                            $0.form = nil
                        }), isChosen: true)
            })
    }

    // MARK: Fields

    private var fields: [FormField] {
        let language = words.language.rawValue
        var fields = [
            field(
                "indicator", isFirst: choice.indicators.isEmpty,
                track.choices.indicators.filter { !choice.indicators.contains($0.value) }
                    .map { ($0.value, words.indicator($0.value), $0.count) }),
            field(
                "subject", isFirst: choice.subjects.isEmpty,
                track.choices.subjects.filter { !choice.subjects.contains($0.value.id) }
                    .map { ($0.value.id.text, $0.value.name(in: language), $0.count) }),
            field(
                "counterpart", isFirst: choice.counterparts.isEmpty,
                track.choices.counterparts.filter { !choice.counterparts.contains($0.value.id) }
                    .map { ($0.value.id.text, $0.value.name(in: language), $0.count) }),
            FormField(
                label: words.field("product"), name: "product",
                control: .choice(selected: choice.product ?? "", options: productOptions)),
            date(words(.periodFrom), "from", choice.from),
            date(words(.periodTo), "to", choice.to),
        ]
        if choice.reckoning == .index {
            fields.append(periodField("base", TrackPhrase.baseLabel, choice.base))
        }
        if [.ranking, .matrix, .treemap].contains(track.reading.form) {
            fields.append(
                periodField("period", TrackPhrase.periodLabel, track.reading.period))
        }
        return fields
    }

    private func field(
        _ name: String, isFirst: Bool, _ options: [(value: String, text: String, count: Int)]
    ) -> FormField {
        let sorted = options.sorted { $0.count > $1.count }.prefix(TrackPage.mostChoices)
            .sorted { $0.text.lowercased() < $1.text.lowercased() }
            .map { (value: $0.value, text: words(.choice($0.text, $0.count))) }
        let label = words.field(name)
        let none = isFirst ? words(.all) : "–"
        return FormField(
            label: isFirst ? label : words(TrackPhrase.addTo(label)), name: name,
            control: .choice(selected: "", options: [("", none)] + sorted))
    }

    private var productOptions: [(value: String, text: String)] {
        var options = track.choices.products.prefix(TrackPage.mostChoices)
            .sorted { $0.value.lowercased() < $1.value.lowercased() }
            .map { (value: $0.value, text: words(.choice($0.value, $0.count))) }
        if let product = choice.product, !options.contains(where: { $0.value == product }) {
            options.insert((product, words(.choice(product, 0))), at: 0)
        }
        return [("", words(.all))] + options
    }

    private func date(_ label: String, _ name: String, _ value: PartialDate?) -> FormField {
        FormField(
            label: label, name: name,
            control: .text(value: value?.description ?? "", placeholder: words(.periodHint)))
    }

    private func periodField(
        _ name: String, _ label: TrackPhrase, _ chosen: Period?
    ) -> FormField {
        var periods = track.reading.picturePeriods
        if let chosen, !periods.contains(where: { $0.period == chosen }) {
            periods.insert((chosen, 0), at: 0)
        }
        return FormField(
            label: words(label), name: name,
            control: .choice(
                selected: chosen?.description ?? "",
                options: periods.prefix(TrackPage.mostChoices).map { one in
                    (
                        one.period.description,
                        words(.choice(words.date(one.period.description, .short), one.series))
                    )
                }))
    }

    /// What the fields don't show goes along unseen.
    private var carried: [FormField] {
        let shown: Set<String> = ["product", "from", "to"]
        let pictured = [.ranking, .matrix, .treemap].contains(track.reading.form)
        return choice.items.filter { item in
            !shown.contains(item.name) && !(item.name == "base" && choice.reckoning == .index)
                && !(item.name == "period" && pictured)
        }.map { FormField(label: "", name: $0.name, control: .hidden(value: $0.value)) }
    }
}
