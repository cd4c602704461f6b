import Testing

@testable import Names

@Suite("Comparing names")
struct NameComparerTests {
    /// Class, two names, and whether they are the same: cases of our own, one rule a line or two.
    static let cases = """
        place | Гродно | Hrodna | same
        place | Гродна | Grodno | same
        place | Mogilev | Mahilioŭ | same
        place | Mahiliou | Могилёв | same
        place | Cabardino-Balcaria | Kabardino-Balkaria | same
        place | Cabardino-Balcaria | Кабардино-Балкария | same
        place | Chişinău | Кишинёв | same
        place | Харків | Charkow | same
        place | Oświęcim | Освенцим | same
        place | Schytomyr | Житомир | same
        place | Гуанчжоу | Guangzhou | same
        place | Сан-Франциско | San Francisco | same
        place | Ле-Ман | Le Mans | same
        place | Мюнхен | München | same
        place | Джексонвилл | Jacksonville | same
        place | Могилёвская область | Mogilev Region | same
        place | Gomel Oblast | Гомельская область | same
        place | город Брест | Brest | same
        place | Минск | Minsk Region | other
        place | Minsk | Pinsk Region | other
        place | Milano | Torino | other
        place | Novgorod | Nizhny Novgorod | other
        organisation | ОАО «Савушкин» | Savushkin OJSC | same
        organisation | ООО «Ромашка» | Общество с ограниченной ответственностью "Ромашка" | same
        organisation | Open Joint Stock Company Belkali | Belkali JSC | same
        organisation | Открытое акционерное общество Белкали | Belkali S.A. | same
        organisation | Bottega Verde S.p.A. | Bottega Verde SpA | same
        organisation | Bottega Verde S.p.A. | BottegaVerde | same
        organisation | Bottega Verde S.p.A. | Bottega Verde S.r.l. | other
        organisation | Bottega Verde | Bottega Rossa | other
        organisation | Rheinwerk Aktiengeselschaft | Rheinwerk AG | same
        organisation | Rheinwerk GmbH | Rheinwerk AG | other
        organisation | БУТБ | Белорусская универсальная товарная биржа | same
        organisation | BUCE | Belarusian Universal Commodity Exchange | same
        organisation | МТЗ | ОАО Минский тракторный завод | same
        organisation | MTZ | Минский тракторный завод | same
        organisation | ЧТЗ | Chelyabinskiy traktornyy zavod | same
        organisation | BUCE | Bavarian Unified Coal Exchange of Erding | other
        organisation | Technopark No. 3 | Technopark No. 4 | other
        organisation | Loan Trust 2007-AB1 | Loan Trust 2007-AB2 | other
        organisation | R0saprom | Rosaprom | same
        organisation | School Twenty-One | School 21 | same
        organisation | Third Shipyard | 3rd Shipyard | same
        organisation | Fund Polesie IV | Fund Polesie 4 | same
        organisation | Zavod Polymir | Polymir Zavod | same
        organisation | Naftan & Partners | Naftan and Partners | same
        organisation | The Polotsk Company | Polotsk Co. | same
        organisation | Azot Chemical Works | Azot Chemicl Works | same
        organisation | Azot Chemical Works | Azot Chemical | other
        organisation | World Labour Organisation | World Labor Organization | same
        person | Иванов Пётр Сергеевич | Petr Ivanov | same
        person | Пётр Сергеевич Иванов | Пётр Андреевич Иванов | other
        person | Ivanov, Petr | Petr Ivanov | same
        person | P. Ivanov | Petr Ivanov | same
        person | S. Ivanov | Petr Ivanov | other
        person | П.С. Иванов | Иванов Пётр Сергеевич | same
        person | Dr. Giulia Bianchi | Giulia Bianchi | same
        person | GiuliaBianchi | Giulia Bianchi | same
        person | Giulia Bia nchi | Giulia Bianchi | same
        person | Giulia Giulia Bianchi | Giulia Bianchi | same
        person | Giulia Bianci | Giulia Bianchi | same
        person | Giulia Bianchi | Marta Bianchi | other
        person | Anna Kowalczyk-Nowak | Anna Nowak Kowalczyk | same
        person | Julija Kovaljova | Юлия Ковалёва | same
        person | Yusuf bin Karim al-Harbi | Karim bin Yusuf al-Harbi | other
        person | P.I. | Petr Ivanov | other
        other | Форум регионов | Forum of Regions | same
        other | Forum of Regions 2023 | Forum of Regions 2024 | other
        """

    @Test("Our table of pairs", arguments: cases.split(separator: "\n").map(String.init))
    func table(line: String) throws {
        let fields = line.split(separator: "|").map { $0.trimmingSpaces }
        try #require(fields.count == 4)
        let comparer = NameComparer(try #require(NameClass(fields[0])))
        let score = comparer.score(fields[1], fields[2])
        #expect((score >= NameComparer.matchThreshold) == (fields[3] == "same"), "\(score)")
    }

    @Test("Scores are symmetric, within 0…1, and 1 for the same name, whatever the text")
    func properties() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for nameClass in [NameClass.person, .organisation, .place, .other] {
            let comparer = NameComparer(nameClass)
            for _ in 0..<1_500 {
                let name = random.text(most: 60)
                let other = Bool.random(using: &random) ? random.text(most: 60) : name + "a 2"
                let a = comparer.prepare(name)
                let b = comparer.prepare(other)
                let score = comparer.score(a, b)
                #expect((0...1).contains(score), "seed \(seed)")
                #expect(score == comparer.score(b, a), "seed \(seed)")
                #expect(comparer.score(a, a) == (a.isEmpty ? 0 : 1), "seed \(seed)")
            }
        }
    }

    @Test("The order of ordinary words doesn't matter")
    func order() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        let comparer = NameComparer(.organisation)
        for _ in 0..<500 {
            let words = (0..<5).map { _ in random.word(4) }
            let shuffled = words.shuffled(using: &random)
            let name = words.joined(separator: " ")
            #expect(comparer.score(name, shuffled.joined(separator: " ")) == 1, "seed \(seed)")
        }
    }

    @Test("A typing error costs something, a second one more")
    func typingErrors() {
        let comparer = NameComparer(.place)
        let exact = comparer.score("Kaliningrad", "Kaliningrad")
        let one = comparer.score("Kaliningrad", "Kalinigrad")
        let two = comparer.score("Kaliningrad", "Kalinigard")
        #expect(exact == 1)
        #expect(one < exact && two < one && two >= NameComparer.matchThreshold)
    }

    @Test("Very long names and names of nothing are answered")
    func extremes() {
        let comparer = NameComparer(.organisation)
        let long = String(repeating: "verylongword ", count: 5_000)
        #expect(comparer.score(long, long) == 1)
        #expect(comparer.score(long, "x") < 0.1)
        #expect(comparer.score("", "") == 0)
        #expect(comparer.score("ООО", "ООО") == 1)
        #expect(comparer.score(String(repeating: "a", count: 10_000), "aaa") < 0.1)
    }
}

extension NameClass {
    fileprivate init?(_ name: String) {
        switch name {
        case "person": self = .person
        case "organisation": self = .organisation
        case "place": self = .place
        case "other": self = .other
        default: return nil
        }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
