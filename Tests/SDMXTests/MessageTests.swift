import Foundation
import Records
import Testing

@testable import SDMX

struct MessageTests {
    /// What stands between two texts, without them.
    private static func part(_ message: String, from start: String, to end: String) -> String? {
        guard let first = message.range(of: start), let last = message.range(of: end) else {
            return nil
        }
        return String(message[first.upperBound..<last.lowerBound])
    }

    @Test func genericSeries() throws {
        let message = try Samples.message(
            try Samples.two(), key: "M9......", [], .generic)
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <mes:GenericData xmlns:mes="\(XMLNamespace.message)" xmlns:gen="\(XMLNamespace.generic)" \
            xmlns:com="\(XMLNamespace.common)">
            <mes:Header>
            <mes:ID>R1</mes:ID>
            <mes:Test>false</mes:Test>
            <mes:Prepared>2026-01-02T03:04:05Z</mes:Prepared>
            <mes:Sender id="FONDACO">
            <com:Name xml:lang="en">Fondaco</com:Name>
            </mes:Sender>
            <mes:Structure structureID="FIGURES" dimensionAtObservation="TIME_PERIOD">
            <com:Structure>
            <Ref agencyID="FONDACO" id="FIGURES" version="1.0"/>
            </com:Structure>
            </mes:Structure>
            <mes:DataSetAction>Information</mes:DataSetAction>
            </mes:Header>
            <mes:DataSet structureRef="FIGURES" action="Information">
            <gen:Series>
            <gen:SeriesKey>
            <gen:Value id="FREQ" value="M9"/>
            <gen:Value id="INDICATOR" value="goods-export-growth"/>
            <gen:Value id="SUBJECT" value="place_aa"/>
            <gen:Value id="COUNTERPART" value="place_bb"/>
            <gen:Value id="PRODUCT" value="food_$26_$22drink$22"/>
            <gen:Value id="UNIT_MEASURE" value="PT"/>
            <gen:Value id="STATEMENT" value="1"/>
            </gen:SeriesKey>
            <gen:Obs>
            <gen:ObsDimension value="2021-01-01/P9M"/>
            <gen:ObsValue value="27"/>
            <gen:Attributes>
            <gen:Value id="OBS_STATUS" value="F"/>
            <gen:Value id="QUALIFIER" value="forecast"/>
            <gen:Value id="SOURCE" value="Gazette (src/gazette)"/>
            <gen:Value id="RECORD" value="obs/c"/>
            <gen:Value id="BASE_PERIOD" value="2019"/>
            </gen:Attributes>
            </gen:Obs>
            </gen:Series>
            </mes:DataSet>
            </mes:GenericData>

            """
        #expect(message == expected)
    }

    @Test func genericWithoutSeries() throws {
        let message = try Samples.message(
            try Samples.two(), key: "A......",
            [
                ("dimensionAtObservation", "AllDimensions"), ("detail", "dataonly"),
                ("endPeriod", "2020"),
            ], .generic)
        let expected = """
            <gen:Obs>
            <gen:ObsKey>
            <gen:Value id="FREQ" value="A"/>
            <gen:Value id="INDICATOR" value="goods-export"/>
            <gen:Value id="SUBJECT" value="place_aa"/>
            <gen:Value id="COUNTERPART" value="_Z"/>
            <gen:Value id="PRODUCT" value="_Z"/>
            <gen:Value id="UNIT_MEASURE" value="USD"/>
            <gen:Value id="STATEMENT" value="1"/>
            <gen:Value id="TIME_PERIOD" value="2020"/>
            </gen:ObsKey>
            <gen:ObsValue value="-12.5"/>
            </gen:Obs>

            """
        let start = "<mes:DataSet structureRef=\"FIGURES\" action=\"Information\">\n"
        #expect(Self.part(message, from: start, to: "</mes:DataSet>") == expected)
    }

    @Test(
        arguments: [
            (
                [],
                """
                <Series FREQ="A" INDICATOR="goods-export" SUBJECT="place_aa" COUNTERPART="_Z" \
                PRODUCT="_Z" UNIT_MEASURE="USD" STATEMENT="1">
                <Obs TIME_PERIOD="2020" OBS_VALUE="-12.5" OBS_STATUS="A" \
                SOURCE="Gazette (src/gazette)" RECORD="obs/a"/>
                <Obs TIME_PERIOD="2021" OBS_VALUE="847900000" OBS_STATUS="A" QUALIFIER="over" \
                SOURCE="Gazette (src/gazette)" RECORD="obs/b"/>
                </Series>

                """
            ),
            (
                [("detail", "serieskeysonly")],
                """
                <Series FREQ="A" INDICATOR="goods-export" SUBJECT="place_aa" COUNTERPART="_Z" \
                PRODUCT="_Z" UNIT_MEASURE="USD" STATEMENT="1"/>

                """
            ),
            (
                [("dimensionAtObservation", "SUBJECT"), ("detail", "dataonly")],
                """
                <Series FREQ="A" INDICATOR="goods-export" COUNTERPART="_Z" PRODUCT="_Z" \
                UNIT_MEASURE="USD" STATEMENT="1" TIME_PERIOD="2020">
                <Obs SUBJECT="place_aa" OBS_VALUE="-12.5"/>
                </Series>
                <Series FREQ="A" INDICATOR="goods-export" COUNTERPART="_Z" PRODUCT="_Z" \
                UNIT_MEASURE="USD" STATEMENT="1" TIME_PERIOD="2021">
                <Obs SUBJECT="place_aa" OBS_VALUE="847900000"/>
                </Series>

                """
            ),
        ] as [([(String, String)], String)])
    func structureSpecific(_ items: [(String, String)], _ expected: String) throws {
        let message = try Samples.message(
            try Samples.two(), key: "A......", items, .structureSpecific)
        let start = "ss:dataScope=\"DataStructure\" ss:action=\"Information\">\n"
        #expect(Self.part(message, from: start, to: "</mes:DataSet>") == expected)
    }

    @Test func json() throws {
        let message = try Samples.message(try Samples.two(), key: "all", [], .json)
        let dataSets = try #require(Self.part(message, from: "\"dataSets\":", to: "}}}}]}"))
        #expect(
            dataSets == """
                [{"action":"Information","links":[{"href":"http://host/sdmx/2.1/dataflow/FONDACO/\
                FIGURES/1.0","rel":"dataflow","urn":"urn:sdmx:org.sdmx.infomodel.datastructure.\
                Dataflow=FONDACO:FIGURES(1.0)"}],"series":{"0:0:0:0:0:1:0":{"observations":{\
                "0":[-12.5,0,null,0,0,null],"2":[847900000,0,0,0,1,null]}},"1:1:0:1:1:0:0":{\
                "observations":{"1":[27,1,1,0,2,0]
                """)
        #expect(
            message.contains(
                """
                {"id":"SUBJECT","name":"Subject","names":{"en":"Subject","it":"Soggetto",\
                "ru":"Субъект"},"keyPosition":2,"values":[{"id":"place_aa","name":"Aland",\
                "names":{"en":"Aland","ru":"Аланд"}}]}
                """))
    }

    @Test func draftJSON() throws {
        let items = [("dimensionAtObservation", "AllDimensions"), ("detail", "dataonly")]
        let message = try Samples.message(
            try Samples.two(), key: "M9......", items, .draftJSON)
        #expect(
            message == """
                {"header":{"id":"R1","test":false,"prepared":"2026-01-02T03:04:05Z","sender":\
                {"id":"FONDACO","name":"Fondaco"}},"structure":{"name":"Figures of the register",\
                "dimensions":{"observation":[{"id":"FREQ","name":"Frequency","keyPosition":0,\
                "role":"FREQ","values":[{"id":"M9","name":"Period of months: 9"}]},\
                {"id":"INDICATOR","name":"Indicator","keyPosition":1,"values":[\
                {"id":"goods-export-growth","name":"Name of goods-export-growth"}]},\
                {"id":"SUBJECT","name":"Subject","keyPosition":2,"values":[{"id":"place_aa",\
                "name":"Aland"}]},{"id":"COUNTERPART","name":"Counterpart","keyPosition":3,\
                "values":[{"id":"place_bb","name":"Beland"}]},{"id":"PRODUCT","name":"Product",\
                "keyPosition":4,"values":[{"id":"food_$26_$22drink$22","name":"food & \\"drink\\""\
                }]},{"id":"UNIT_MEASURE","name":"Unit of measure","keyPosition":5,"values":[\
                {"id":"PT","name":"unit %"}]},{"id":"STATEMENT","name":"Statement",\
                "keyPosition":6,"values":[{"id":"1","name":"Statement 1"}]},{"id":"TIME_PERIOD",\
                "name":"Time period","keyPosition":7,"role":"TIME_PERIOD","values":[\
                {"id":"2021-01-01/P9M","name":"2021-01-01/P9M"}]}]},"attributes":{"observation":[]\
                }},"dataSets":[{"action":"Information","observations":{"0:0:0:0:0:0:0:0":[27]}}]}
                """)
    }

    @Test(arguments: DataFormat.allCases)
    func jsonIsWellFormed(_ format: DataFormat) throws {
        guard format == .json || format == .draftJSON else { return }
        for detail in ["full", "dataonly", "serieskeysonly", "nodata"] {
            for observed in Dimension.allCases.map(\.id) + ["AllDimensions"] {
                let items = [("detail", detail), ("dimensionAtObservation", observed)]
                let message = try Samples.message(
                    try Samples.two(), key: "all", items, format)
                _ = try JSONParser.parse(Array(message.utf8))
            }
        }
    }

    @Test func csv() throws {
        #expect(
            try Samples.message(try Samples.two(), key: "all", [], .csv)
                == """
                DATAFLOW,FREQ,INDICATOR,SUBJECT,COUNTERPART,PRODUCT,UNIT_MEASURE,STATEMENT,\
                TIME_PERIOD,OBS_VALUE,OBS_STATUS,QUALIFIER,SOURCE,RECORD,BASE_PERIOD\r
                FONDACO:FIGURES(1.0),A,goods-export,place_aa,_Z,_Z,USD,1,2020,-12.5,A,,\
                Gazette (src/gazette),obs/a,\r
                FONDACO:FIGURES(1.0),A,goods-export,place_aa,_Z,_Z,USD,1,2021,847900000,A,over,\
                Gazette (src/gazette),obs/b,\r
                FONDACO:FIGURES(1.0),M9,goods-export-growth,place_aa,place_bb,food_$26_$22drink$22,\
                PT,1,2021-01-01/P9M,27,F,forecast,Gazette (src/gazette),obs/c,2019\r

                """)
    }

    @Test func csvWithNames() throws {
        let message = try Samples.message(
            try Samples.two(), key: "M9......", [("lang", "it")], .csv, hasLabels: true)
        let line = try #require(message.split(separator: "\r\n").last)
        #expect(
            line == """
                FONDACO:FIGURES(1.0): Dati del registro,M9: Periodo di mesi: 9,\
                goods-export-growth: Nome di goods-export-growth,place_aa: Aland,\
                place_bb: Beland,\"food_$26_$22drink$22: food & \"\"drink\"\"\",PT: unit %,\
                1: Dichiarazione 1,2021-01-01/P9M,27,F: Valore previsto,forecast: stima futura,\
                Gazette (src/gazette),obs/c,2019
                """)
    }

    @Test func errors() {
        let message = String(
            decoding: SDMXFault.noResults("<none> & \u{1}\n").message, as: UTF8.self)
        #expect(
            message == """
                <?xml version="1.0" encoding="UTF-8"?>
                <mes:Error xmlns:mes="\(XMLNamespace.message)" xmlns:com="\(XMLNamespace.common)">
                <mes:ErrorMessage code="100">
                <com:Text xml:lang="en">No results found: &lt;none&gt; &amp; \u{FFFD}&#10;</com:Text>
                </mes:ErrorMessage>
                </mes:Error>

                """)
    }

    @Test func aLongMessageComesInPieces() throws {
        let figures = try (0..<2_500).map { try Samples.figure("f\($0)", "place/p\($0)") }
        let query = try DataQuery(path: ["FIGURES"], [])
        var message = try DataMessage(
            Samples.set(figures), query, format: .csv, hasLabels: false, header: Samples.header,
            service: "")
        var sizes: [Int] = []
        while let piece = message.next() {
            sizes.append(piece.split(separator: 0x0A).count)
        }
        #expect(sizes == [1, 1_000, 1_000, 500, 0])
    }
}
