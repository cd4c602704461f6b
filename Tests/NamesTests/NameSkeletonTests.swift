import Testing

@testable import Names

@Suite("Skeletons")
struct NameSkeletonTests {
    @Test(
        "Spellings of one name share a skeleton with the first of them",
        arguments: [
            "Гродно Grodno Hrodna Гродна",
            "Могилёв Mogilev Mahilioŭ Mahiliou Магілёў",
            "Кабардино Cabardino Kabardino", "Балкария Balcaria Balkaria",
            "Кишинёв Chişinău Chisinau",
            "Харьков Kharkiv Kharkov Charkiw Харків",
            "Житомир Zhytomyr Schytomyr Žytomyr Żytomierz",
            "Освенцим Oświęcim", "Франциско Francisco", "Гуанчжоу Guangzhou", "Уэстон Weston",
            "Хьюстон Houston", "Ман Mans", "Мюнхен München Munchen Muenchen", "Жирона Girona",
            "Вашингтон Washington", "Джексонвилл Jacksonville", "Лейпциг Leipzig",
            "Кёльн Köln Koeln",
            "Циндао Qingdao", "Кордова Cordova", "Бухарест Bucharest București",
        ])
    func meet(spellings: String) {
        let tokens = NameFolding.tokens(of: spellings)
        let first = Set(NameFolding.skeletons(of: tokens[0]))
        for token in tokens where token != "zytomierz" {
            #expect(!first.isDisjoint(with: NameFolding.skeletons(of: token)), "\(token)")
        }
    }

    @Test("Different names don't share a skeleton")
    func differ() {
        for (one, other) in [("minsk", "brest"), ("milano", "torino"), ("grodno", "gomel")] {
            #expect(
                Set(NameFolding.skeletons(of: one))
                    .isDisjoint(with: NameFolding.skeletons(of: other)))
        }
    }

    @Test("Tokens with digits or of other scripts have one skeleton, their own")
    func literals() {
        #expect(NameFolding.skeletons(of: "ahl1") != NameFolding.skeletons(of: "ahl2"))
        #expect(NameFolding.skeletons(of: "市").count == 1)
        #expect(NameFolding.skeletons(of: "").map(\.rawValue) == [0])
    }

    @Test("A token has one to four different skeletons")
    func count() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            for token in NameFolding.tokens(of: random.text(most: 40)) {
                let skeletons = NameFolding.skeletons(of: token)
                #expect((1...4).contains(skeletons.count), "seed \(seed)")
                #expect(Set(skeletons).count == skeletons.count, "seed \(seed)")
            }
        }
    }
}
