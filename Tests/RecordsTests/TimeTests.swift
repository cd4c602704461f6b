import Records
import Testing

struct TimeTests {
    @Test(arguments: ["2021", "2021-06", "2021-06-29", "2020-02-29", "0001", "9999-12-31"])
    func dates(_ text: String) { #expect(PartialDate(text)?.description == text) }

    @Test(arguments: [
        "", "21", "2021-13", "2021-00", "2021-02-29", "2021-06-31", "2021-6", "2021/06",
        "2021-06-29T00:00", "0000", "2021-06-2٩", "1900-02-29",
    ])
    func noDates(_ text: String) { #expect(PartialDate(text) == nil) }

    @Test(arguments: [
        ("2020", 20_200_101, 20_201_231), ("2021-Q1", 20_210_101, 20_210_331),
        ("2021-Q2", 20_210_401, 20_210_630), ("2021-Q4", 20_211_001, 20_211_231),
        ("2021-02", 20_210_201, 20_210_228), ("2021-01/2021-09", 20_210_101, 20_210_930),
        ("1997-01/2021", 19_970_101, 20_211_231), ("2021-10-01", 20_211_001, 20_211_001),
        ("2016-12-01/2016-12-02", 20_161_201, 20_161_202),
    ])
    func periods(_ text: String, _ first: Int, _ last: Int) throws {
        let period = try #require(Period(text))
        #expect(period.description == text)
        #expect(Int(period.firstDay) == first)
        #expect(Int(period.lastDay) == last)
    }

    @Test(arguments: [
        "2021-Q5", "2021-Q0", "2021-09/2021-01", "2021/", "/2021", "2021/2022/2023", "Q1-2021",
        "2021-q1", "",
    ])
    func noPeriods(_ text: String) { #expect(Period(text) == nil) }
}
