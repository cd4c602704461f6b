extension IndicatorRoles {
    /// The roles of the indicators that the data model names, and of those that are usual beside
    /// them. Add a slug here when a data set brings one whose figures can be checked.
    public static let standard = IndicatorRoles(
        families: [
            Family(
                export: "goods-export", import: "goods-import", turnover: "trade-turnover",
                balance: "trade-balance"),
            Family(
                export: "services-export", import: "services-import",
                turnover: "services-turnover", balance: "services-balance",
                importsIncludeFreight: false),
            Family(
                export: "goods-and-services-export", import: "goods-and-services-import",
                turnover: "goods-and-services-turnover", balance: "goods-and-services-balance"),
        ],
        flows: [
            "agricultural-output", "contracts-value", "exchange-turnover", "fdi-inflow", "gdp",
            "industrial-output", "investment", "jobs-created", "machine-kits-shipped",
            "machines-contracted", "new-residents", "people-trained", "programme-spending",
            "retail-turnover", "transit-trades-value", "vehicles-purchased",
        ],
        stocks: [
            "charging-stations", "companies-with-capital-of", "electric-vehicles",
            "electric-vehicles-serviceable", "employees", "foreign-companies-with-capital-of",
            "foreign-residents", "joint-ventures-with-capital-of", "population", "residents",
            "students",
        ],
        growths: [
            ("agricultural-output-growth", "agricultural-output", false),
            ("exchange-turnover-growth", "exchange-turnover", true),
            ("fdi-inflow-growth", "fdi-inflow", true),
            ("freight-growth", "freight", false),
            ("gdp-growth", "gdp", false),
            ("industrial-output-growth", "industrial-output", false),
            ("investment-growth", "investment", true),
            ("retail-growth", "retail-turnover", false),
        ],
        shares: [
            ("export-share", "goods-export", .subjectTotal),
            ("fdi-inflow-share", "fdi-inflow", .counterpart),
            ("food-import-share", "goods-import", .subjectTotal),
            ("goods-export-share", "goods-export", .counterpart),
            ("import-share", "goods-import", .subjectTotal),
            ("industrial-output-share", "industrial-output", .counterpart),
        ],
        components: [
            Component("goods-export", of: "goods-and-services-export", completeSet: 1),
            Component("services-export", of: "goods-and-services-export", completeSet: 1),
            Component("goods-import", of: "goods-and-services-import", completeSet: 1),
            Component("services-import", of: "goods-and-services-import", completeSet: 1),
            Component("trade-turnover", of: "goods-and-services-turnover", completeSet: 1),
            Component("services-turnover", of: "goods-and-services-turnover", completeSet: 1),
            Component(
                "foreign-companies-with-capital-of", of: "companies-with-capital-of",
                completeSet: 1),
            Component(
                "joint-ventures-with-capital-of", of: "companies-with-capital-of", completeSet: 1),
            Component("electric-vehicles-serviceable", of: "electric-vehicles"),
            Component("foreign-residents", of: "residents"),
            Component("transit-trades-value", of: "exchange-turnover"),
        ])
}
