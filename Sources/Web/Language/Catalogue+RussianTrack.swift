import Statistics

extension Russian {
    static func phrase(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .navLabel: "Как посмотреть показатели"
        case .navTable: "Таблица"
        case .navTrack: "Динамика"
        case .navCompare: "Сравнение"
        case .navFindings: "Расхождения"

        case .noPartner: "партнёр не указан"
        case .noProduct: "всего"
        case .indicatorCount(let count):
            counted(count, "показатель", "показателя", "показателей")
        case .partnerCount(let count): counted(count, "партнёр", "партнёра", "партнёров")
        case .subjectCount(let count): counted(count, "субъект", "субъекта", "субъектов")
        case .growthOf(let name): name + ", прирост к предыдущему году"
        case .shareOf(let name): name + ", доля в итоге"
        case .indexOf(let name): name + ", индекс"
        case .sumOf(let name): name + ", сумма по партнёрам"
        case .computedMark: "рассчитано"
        case .indexUnit: "база = 100"
        case .figureCount(let count): counted(count, "значение", "значения", "значений")
        case .largest(let name, let value, let period): "наибольшее: \(name), \(value) (\(period))"
        case .lengthsDiffer:
            "Здесь рядом стоят периоды разной продолжительности; они никогда не соединяются и между "
                + "собой не сопоставимы."
        case .outlooks: "Контур и пунктир: план или прогноз, ещё не достигнуто."
        case .notAdded(let count):
            "Не вошло в суммы, так как входит в другие: "
                + counted(count, "значение", "значения", "значений") + "."
        case .cut(let count):
            "Прочитаны только \(numbers.grouped(String(count))) значений; сузьте выбор, чтобы увидеть все."
        case .drawnOf(let drawn, let all):
            "Показано рядов: \(drawn) из \(all), с наибольшим числом значений."
        case .stackNote:
            "Столбец складывает то, что есть в реестре; партнёры и товары, которых в нём нет, не вошли."
        case .totalsLeftOut(let count, let names):
            "Итоги и их составляющие вместе не показаны; пропущено (\(count)): \(names)."
        case .rest(let count): "прочие (\(count))"
        case .restTogether(let count):
            "Под названием «прочие» объединены ряды с наименьшими значениями (\(count)); в файле "
                + "рисунка каждый из них стоит отдельно."
        case .formulaSigns(let formula): signs(of: formula)
        case .severalBases:
            "x(t) — значение за период; x(t₀) — значение за базовый период, который не везде один и "
                + "тот же: он назван у каждой отметки и в каждой строке файла."
        case .otherPeriods(let count):
            "Только за другие периоды значения имеет "
                + counted(count, "ряд", "ряда", "рядов") + "."
        case .leftOut(let count, let names):
            "Не показаны, так как входят в другие или пересекаются с ними (\(count)): \(names)."
        case .form(let form): self.form(form)
        case .reckoning(let reckoning): self.reckoning(reckoning)
        case .obstacle(let obstacle): self.obstacle(obstacle)

        case .trackTitle: "Динамика"
        case .trackHelp:
            "Выберите показатели, чьи они и с кем; выбор хранится в адресе. Каждая отметка ведёт к "
                + "своему значению, а оно — к источнику."
        case .show: "Показать"
        case .addTo(let field): "Добавить: " + field.lowercased()
        case .startAgain: "Начать с готового примера"
        case .emptyTitle: "Под этот выбор нет ни одного значения"
        case .emptyWhy: "Каждый выбор сужает список. Снимите один из них или расширьте период."
        case .waysLabel: "Как показать эти значения"
        case .computeLabel: "Значения"
        case .drawingLabel: "Рисунок"
        case .unitLabel: "Единица"
        case .baseLabel: "Базовый период (= 100)"
        case .periodLabel: "Показанный период"
        case .notAvailable(let names): "Недоступно для этих значений: \(names)"
        case .drawnOtherwise(let asked, let why, let drawn):
            "«\(asked)» недоступно: \(why). Показано: \(drawn.lowercased())."
        case .figuresUsed: "Использованные значения"
        case .figuresUsedHelp:
            "Значения этого выбора, каждое с источником; рисунок может показывать лишь часть из них."
        case .figuresComputedHelp:
            "То, на чём основаны рассчитанные выше значения, каждое с источником."
        case .allInTable: "Открыть в таблице показателей"
        case .drawingAlone: "Только рисунок"
        case .suggestions: "Стоит посмотреть"
        default: findings(phrase)
        }
    }

    private static func signs(of formula: Formula) -> String {
        switch formula {
        case .growth: "x(t) — значение за период; t − 1 y — тот же период годом ранее."
        case .index(let base):
            "x(t) — значение за период; x(\(base)) — значение за базовый период."
        case .balance, .turnover: "x(t) — экспорт за период; m(t) — импорт за тот же период."
        case .share:
            "x(t) — часть за период; w(t) — целое, все партнёры или все товары вместе."
        case .sum: "x(i, t) — значение с партнёром i за период t."
        }
    }

    private static func form(_ form: SeriesForm) -> String {
        switch form {
        case .lines: "Линии"
        case .bars: "Столбцы"
        case .stacked: "Столбцы с накоплением"
        case .multiples: "Малые графики"
        case .ranking: "Рейтинг"
        case .slope: "Наклоны"
        case .matrix: "Матрица"
        case .treemap: "Карта-дерево"
        }
    }

    private static func reckoning(_ reckoning: Reckoning) -> String {
        switch reckoning {
        case .stated: "Как в источниках"
        case .growth: "Прирост"
        case .balance: "Сальдо"
        case .share: "Доля в итоге"
        case .index: "Индекс"
        case .sum: "Сумма по партнёрам"
        }
    }

    private static func obstacle(_ obstacle: SeriesObstacle) -> String {
        switch obstacle {
        case .noFigures: "для этого выбора нет значений"
        case .oneSeries: "нужны хотя бы два ряда со значениями за один период"
        case .onePeriod: "нужны значения хотя бы за два периода одной продолжительности"
        case .notAdditive: "нужны суммы одного показателя; темпы, сальдо и места не складываются"
        case .overlapping:
            "значения за один период входят друг в друга или пересекаются, складывать их нельзя"
        case .noMatrix: "нужны хотя бы два субъекта и два контрагента за один период"
        case .negative: "площадь не может показать значения ниже нуля"
        case .noGrowth: "нужна сумма за один и тот же период двух лет подряд"
        case .noBalance: "нужны экспорт и импорт с тем же партнёром за тот же период"
        case .noShare: "нужен итог по всем партнёрам или товарам за тот же период"
        case .noIndex: "нужна сумма выше нуля за базовый период и ещё один период"
        case .noSum: "нужны суммы хотя бы по двум партнёрам"
        }
    }
}
