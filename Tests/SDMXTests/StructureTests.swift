import Foundation
import Testing

@testable import SDMX

struct StructureTests {
    private static func message(
        _ path: [String], _ items: [(String, String)] = [], of figures: [Figure]? = nil
    ) throws -> String {
        var gatherer = StructureGatherer(wording: Samples.wording)
        for figure in try figures ?? Samples.two() { gatherer.add(figure) }
        let message = StructureMessage(
            gatherer.structures(), header: Samples.header, service: "http://host/sdmx/2.1")
        let query = try StructureQuery(
            path: path, items.map { QueryItem(name: $0.0, value: $0.1) })
        return String(decoding: try message.answer(query), as: UTF8.self)
    }

    /// What stands inside `mes:Structures`.
    private static func content(
        _ path: [String], _ items: [(String, String)] = [], of figures: [Figure]? = nil
    ) throws -> String {
        let message = try message(path, items, of: figures)
        let start = try #require(message.range(of: "<mes:Structures>\n")).upperBound
        let end = try #require(message.range(of: "</mes:Structures>")).lowerBound
        return String(message[start..<end])
    }

    @Test func dataflow() throws {
        #expect(
            try Self.content(["dataflow"]) == """
                <str:Dataflows>
                <str:Dataflow id="FIGURES" \
                urn="urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=FONDACO:FIGURES(1.0)" \
                agencyID="FONDACO" version="1.0">
                <com:Name xml:lang="en">Figures of the register</com:Name>
                <com:Name xml:lang="it">Dati del registro</com:Name>
                <com:Name xml:lang="ru">Данные реестра</com:Name>
                <com:Description xml:lang="en">\(FigureFlow.description)</com:Description>
                <str:Structure>
                <Ref id="FIGURES" version="1.0" agencyID="FONDACO" package="datastructure" \
                class="DataStructure"/>
                </str:Structure>
                </str:Dataflow>
                </str:Dataflows>

                """)
    }

    @Test func anItemOfACodelist() throws {
        #expect(
            try Self.content(["codelist", "FONDACO", "CL_PARTY", "latest", "place_aa+x"]) == """
                <str:Codelists>
                <str:Codelist id="CL_PARTY" \
                urn="urn:sdmx:org.sdmx.infomodel.codelist.Codelist=FONDACO:CL_PARTY(1.0)" \
                agencyID="FONDACO" version="1.0" isPartial="true">
                <com:Name xml:lang="en">\(CodelistID.party.name.english)</com:Name>
                <com:Name xml:lang="it">\(CodelistID.party.name.text(in: .italian))</com:Name>
                <com:Name xml:lang="ru">\(CodelistID.party.name.text(in: .russian))</com:Name>
                <str:Code id="place_aa">
                <com:Name xml:lang="en">Aland</com:Name>
                <com:Name xml:lang="ru">Аланд</com:Name>
                </str:Code>
                </str:Codelist>
                </str:Codelists>

                """)
        #expect(throws: SDMXFault.self) {
            try Self.content(["codelist", "FONDACO", "CL_PARTY", "latest", "none"])
        }
    }

    @Test func stubsLeadToTheWhole() throws {
        let content = try Self.content(
            ["codelist", "all", "CL_FREQ"], [("detail", "allstubs")])
        #expect(
            content.contains(
                #"structureURL="http://host/sdmx/2.1/codelist/FONDACO/CL_FREQ/1.0""#))
        #expect(content.contains(#"isExternalReference="true""#))
        #expect(!content.contains("str:Code "))
    }

    @Test func referencesMayBeStubs() throws {
        let content = try Self.content(
            ["dataflow"], [("references", "children"), ("detail", "referencestubs")])
        #expect(content.contains("<str:Structure>"))
        #expect(!content.contains("<str:DimensionList"))
    }

    @Test func codesAreThoseInUse() throws {
        let figures = try Samples.two() + [try Samples.figure("d", period: "2021")]
        let codes = try CodelistID.allCases.map { list in
            try Self.content(["codelist", "all", list.rawValue], of: figures)
                .components(separatedBy: "<str:Code id=\"").dropFirst()
                .map { $0.prefix { $0 != "\"" } }.joined(separator: " ")
        }
        #expect(
            codes == [
                "A M9", "goods-export goods-export-growth", "_Z place_aa place_bb",
                "_Z food_$26_$22drink$22", "PT USD", "1 2", "A F",
                "exact about over under nearly at-least up-to planned forecast",
            ])
    }

    @Test func aRegisterWithoutFiguresHasStructures() throws {
        let content = try Self.content(
            ["dataflow", "FONDACO", "FIGURES"], [("references", "all")], of: [])
        #expect(content.contains("<str:DataStructure id=\"FIGURES\""))
        #expect(!content.contains("com:TimeRange"))
    }

    @Test func everyComponentHasItsConcept() throws {
        let content = try Self.content(["structure"])
        let ids = Dimension.allCases.map(\.id) + Attribute.allCases.map(\.id) + [Measure.id]
        for id in ids {
            #expect(content.contains("<str:Concept id=\"\(id)\">"))
            #expect(content.contains("<Ref id=\"\(id)\" maintainableParentID=\"CS_FIGURES\""))
        }
    }

    @Test func whatIsAvailable() throws {
        let message = StructureMessage(
            StructureGatherer(wording: Samples.wording).structures(), header: Samples.header,
            service: "")
        let query = try DataQuery(available: ["FIGURES", "A......", "all", "FREQ+TIME_PERIOD"], [])
        let text = String(
            decoding: try message.available(Samples.set(try Samples.two()), query), as: UTF8.self)
        let start = try #require(text.range(of: "<str:CubeRegion include=\"true\">\n")).upperBound
        let end = try #require(text.range(of: "</str:CubeRegion>")).lowerBound
        #expect(
            text[start..<end] == """
                <com:KeyValue id="FREQ">
                <com:Value>A</com:Value>
                </com:KeyValue>
                <com:KeyValue id="TIME_PERIOD">
                <com:TimeRange>
                <com:StartPeriod isInclusive="true">2020-01-01</com:StartPeriod>
                <com:EndPeriod isInclusive="true">2021-12-31</com:EndPeriod>
                </com:TimeRange>
                </com:KeyValue>

                """)
    }
}
