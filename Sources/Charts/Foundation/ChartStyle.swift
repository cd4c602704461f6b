/// The look of every drawing, as one stylesheet: for a page, where colours follow the page's own
/// properties, and for a file, which has its colours inside.
///
/// A file writes colours out rather than through custom properties, which many converters to
/// pixels don't know.
public enum ChartStyle {
    /// For pages: needs `--paper`, `--ink`, `--soft`, `--hair`, `--rule`, `--sans` and `--serif`;
    /// brings the colours of data itself, by day and by night.
    public static let css =
        ":root{" + tokens(\.light) + "}\n@media (prefers-color-scheme:dark){:root{" + tokens(\.dark)
        + "}}\n" + rules { $0.isData ? "var(--chart-\($0.name))" : "var(--\($0.name))" }
        + "\n.chart{display:block;max-width:100%;height:auto}\n"
        + type(sans: "var(--sans)", serif: "var(--serif)") + motion

    /// For files.
    static let standalone =
        type(sans: sansStack, serif: serifStack) + rules(\.light)
        + "@media (prefers-color-scheme:dark){" + rules(\.dark) + "}" + motion

    private struct Colour {
        let name: String
        let light: String
        let dark: String
        /// Whether it belongs to drawings alone, not to the page.
        let isData: Bool
    }

    private static let page = [
        Colour(name: "paper", light: "#FBF8F3", dark: "#191613", isData: false),
        Colour(name: "ink", light: "#1F1A15", dark: "#ECE3D4", isData: false),
        Colour(name: "soft", light: "#5D5348", dark: "#B5A994", isData: false),
        Colour(name: "hair", light: "#DFD6C7", dark: "#3B342B", isData: false),
        Colour(name: "rule", light: "#BFB09A", dark: "#5E5344", isData: false),
        Colour(name: "lagoon", light: "#1B6468", dark: "#7FC6C3", isData: false),
    ]

    private static let data =
        series(
            prefix: "", from: 1,
            light: [
                "#0F5F68", "#9B3A1C", "#B87A14", "#3D8AC7", "#87559C",
                "#53785D", "#591A2E", "#A47D98",
            ],
            dark: [
                "#3CC4C1", "#DB6F4C", "#C9B44C", "#5F93DC", "#A876AA",
                "#97A68F", "#BFDAFA", "#FFD2A0",
            ])
        + series(
            prefix: "k", from: 1,
            light: [
                "#0F5F68", "#9B3A1C", "#9B6611", "#3475A9", "#87559C",
                "#53785D", "#591A2E", "#86677D",
            ],
            dark: [
                "#3CC4C1", "#DB6F4C", "#C9B44C", "#5F93DC", "#A876AA",
                "#97A68F", "#BFDAFA", "#FFD2A0",
            ])
        + series(
            prefix: "t", from: 1,
            light: [
                "#BED0CF", "#E2C7BB", "#EAD7B9", "#CADBE8", "#DDCEDC",
                "#CFD7CC", "#D1BEC0", "#E7DADE",
            ],
            dark: [
                "#25514E", "#5B3426", "#554C26", "#314057", "#4A3746",
                "#44473D", "#515962", "#675643",
            ])
        + series(
            prefix: "q", from: 0,
            light: [
                "#EAF0E8", "#D3E4DC", "#B9D5CE", "#9AC3BF", "#77ADAD",
                "#3B7C80", "#2C6F73", "#1B6064", "#0E474C",
            ],
            dark: [
                "#20302F", "#24403F", "#285251", "#2D6564", "#306E6C",
                "#5CA09D", "#7FBBB7", "#A3D3CE", "#CBE9E4",
            ])
        + series(
            prefix: "d", from: 0,
            light: [
                "#8C2A1C", "#B1503D", "#D08A72", "#E5BBA6", "#EFE7DA",
                "#B9D5CE", "#85B5B4", "#357A7E", "#155458",
            ],
            dark: [
                "#F5B3A3", "#DB8168", "#96503F", "#60382F", "#35302A",
                "#2A4B4A", "#2F6867", "#6CACA9", "#A9D9D4",
            ])
        + [
            Colour(name: "land", light: "#EFE7D8", dark: "#26211B", isData: true),
            Colour(name: "context", light: "#8C8172", dark: "#857A69", isData: true),
        ]

    private static func series(prefix: String, from: Int, light: [String], dark: [String])
        -> [Colour]
    {
        zip(light, dark).enumerated().map { index, pair in
            Colour(name: "\(prefix)\(index + from)", light: pair.0, dark: pair.1, isData: true)
        }
    }

    private static func tokens(_ value: (Colour) -> String) -> String {
        data.map { "--chart-\($0.name):\(value($0))" }.joined(separator: ";")
    }

    /// All rules that set a colour, or go with one.
    private static func rules(_ value: (Colour) -> String) -> String {
        var colours: [String: String] = [:]
        for colour in page + data { colours[colour.name] = value(colour) }
        func of(_ name: String) -> String { colours[name] ?? "currentColor" }
        var css = """
            .chart .ground{fill:\(of("paper"))}
            .chart .hairline{stroke:\(of("hair"))}
            .chart .axis{stroke:\(of("soft"))}
            .chart .rule{stroke:\(of("rule"))}
            .chart .tick,.chart .unit,.chart .source,.chart .sign,.chart .remark{fill:\(of("soft"))}
            .chart .label,.chart .value,.chart .headline{fill:\(of("ink"))}
            .chart .on-light{fill:\(of("ink"))}
            .chart .on-dark,.chart .on-mark{fill:\(of("paper"))}
            .chart .frame-on-light{stroke:\(of("ink"))}
            .chart .frame-on-dark{stroke:\(of("paper"))}
            .chart .hatch{stroke:\(of("rule"))}
            .chart .blank{stroke:\(of("rule"))}
            .chart .land{fill:\(of("land"));stroke:\(of("rule"))}
            .chart .context{stroke:\(of("context"))}
            .chart .context-fill{fill:\(of("context"))}
            .chart .halo{stroke:\(of("paper"));paint-order:stroke;stroke-width:3;stroke-linejoin:round}
            .chart .dot{stroke:\(of("paper"))}
            .chart .hollow{fill:\(of("paper"))}
            .chart a:focus-visible{outline-color:\(of("lagoon"))}

            """
        for index in 1...Palette.count {
            css += ".chart .c\(index){fill:\(of("\(index)"))}"
            css +=
                ".chart .s\(index){stroke:\(of("\(index)"))}.chart .k\(index){fill:\(of("k\(index)"))}\n"
            css += ".chart .t\(index){fill:\(of("t\(index)"))}\n"
        }
        for index in 0..<Palette.steps {
            css +=
                ".chart .q\(index){fill:\(of("q\(index)"))}.chart .d\(index){fill:\(of("d\(index)"))}\n"
        }
        css += MapStyle.colours(of)
        return css
    }

    /// Rules without colours: type, thickness of lines.
    private static func type(sans: String, serif: String) -> String {
        """
        .chart text{font-family:\(sans);font-variant-numeric:tabular-nums lining-nums}
        .chart .headline{font-family:\(serif)}
        .chart .strong{font-weight:600}
        .chart .hairline,.chart .axis,.chart .rule{fill:none;stroke-width:1}
        .chart .blank{stroke-width:.8}
        .chart .line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
        .chart .frame{fill:none;stroke-width:1.2}
        .chart .leader{fill:none;stroke-width:.8;opacity:.7}
        .chart .ahead{stroke-dasharray:5 4}
        .chart .thin,.chart .line.context{stroke-width:1.2}
        .chart .dot{stroke-width:1.2}
        .chart .hollow{stroke-width:1.6}
        .chart .hatch{stroke-width:1.2}
        .chart .span{fill:none;stroke-width:3;stroke-linecap:butt}
        .chart .faint{opacity:.35}
        .chart .target{fill:none;pointer-events:all}
        .chart .quiet{opacity:0}
        .chart a:hover .quiet,.chart a:focus .quiet,.chart .mark:hover .quiet{opacity:1}
        .chart a:focus-visible{outline-width:2px;outline-style:solid;outline-offset:1px}
        .chart.has-chosen .series:not(.chosen){opacity:.2}

        """ + MapStyle.shapes
    }

    private static let motion =
        "@media (prefers-reduced-motion:no-preference){.chart .series{transition:opacity .12s}}\n"

    private static let sansStack =
        "system-ui,-apple-system,\"Segoe UI\",\"Noto Sans\",\"Liberation Sans\",Arial,sans-serif"
    private static let serifStack =
        "\"Iowan Old Style\",Palatino,\"Palatino Linotype\",\"URW Palladio L\",Georgia,serif"
}
