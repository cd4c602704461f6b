import Statistics

extension Russian {
    /// The texts of comparisons and of findings.
    static func findings(_ phrase: TrackPhrase) -> String {
        switch phrase {
        case .compareTitle: "Сравнение"
        case .compareHelp:
            "От двух до шести мест, зон или организаций рядом: что о каждом есть в реестре и какие "
                + "показатели у них общие."
        case .compareAdd: "Добавить к сравнению"
        case .compareButton: "Сравнить"
        case .suggestionsSoon:
            "Подсказки собираются по всем показателям; загляните ещё раз через мгновение."
        case .compareOneMore: "Выберите хотя бы ещё одну запись для сравнения."
        case .compareKinds: "ожидается идентификатор места или организации"
        case .noRecord(let id): "записи \(id) нет"
        case .beside: "Сравниваются"
        case .onRecord: "В реестре"
        case .onRecordHelp:
            "Сколько записей говорят о каждом или находятся внутри него. Меньшее число может "
                + "означать, что собрано меньше."
        case .liesIn: "Находится в"
        case .recordPage: "Запись"
        case .open: "Открыть"
        case .compareNothing: "Ни одного показателя нет сразу у двух из них"
        case .compareNothingWhy:
            "Значения сравниваются, только если совпадают показатель, партнёр, товар и единица."
        case .commonFigures: "Общие показатели"
        case .commonFiguresHelp: "У каждого рисунка один масштаб для всех."
        case .compareTable: "Последние значения рядом"
        case .compareTableHelp:
            "Периоды могут различаться; у каждого значения указан свой. Точка — пробел в данных."

        case .findingsTitle: "Расхождения"
        case .findingsAbout(let name): "Расхождения: " + name
        case .findingsHelp:
            "Значения сопоставлены друг с другом: прирост с уровнями, части с целым, данные одного "
                + "партнёра с данными другого. Расхождение означает, что два утверждения не могут быть "
                + "верны буквально; какое из них ошибочно, не утверждается."
        case .findingsBeingMade: "Сопоставление выполняется"
        case .findingsBeingMadeWhy:
            "Реестр изменился; все его значения сопоставляются заново. Это займёт несколько секунд."
        case .reload: "Посмотреть снова"
        case .findingsTooMany: "Выберите, чьи значения сопоставить"
        case .findingsTooManyWhy(let count, let most):
            "В реестре значений: \(numbers.grouped(String(count))); если их больше "
                + "\(numbers.grouped(String(most))), они сопоставляются по одной записи: добавьте "
                + "?subject= с идентификатором записи."
        case .findingsPart(let count):
            "Сопоставлены только значения, которые говорят об этой записи: "
                + "\(numbers.grouped(String(count)))."
        case .findingsNone: "Расхождений здесь нет"
        case .findingsNoneWhy: "Все значения, которые удалось сопоставить, согласуются."
        case .findingCount(let count):
            counted(count, "расхождение", "расхождения", "расхождений")
        case .findingOrder: "сначала противоречия, сначала большие различия"
        case .tallies: "Что сопоставлено"
        case .check: "Проверка"
        case .compared: "Сопоставлено"
        case .agree: "Согласуются"
        case .disagree: "Расходятся"
        case .grade: "Как соотносятся"
        case .findingKind(let kind): findingKind(kind)
        case .findingGrade(let grade):
            switch grade {
            case .contradiction: "Противоречие"
            case .tension: "Натяжка"
            case .agreement: "Согласие"
            }
        case .gradeMeaning(let grade):
            switch grade {
            case .contradiction:
                "Противоречие: никакое прочтение слов «около», «свыше» и округления не примиряет два "
                    + "числа."
            case .tension:
                "Натяжка: числа совместимы, только если читать «около» или «свыше» шире обычного."
            case .agreement: "Согласуются в пределах округления источников."
            }
        case .finding(let comparison, let stated, let expected):
            sentence(comparison, stated, expected)
        case .differenceIs(let text): "разница: " + text
        case .statedLabel: "Проверяемое число"
        case .expectedLabel: "Остальные дают"
        case .expectedAtMostLabel: "Не более"
        case .differenceLabel: "Разница"
        case .mayMean(let range): "может означать: " + range
        case .between(let low, let high): "от \(low) до \(high)"
        case .atLeast(let low): "\(low) или больше"
        case .atMost(let high): "\(high) или меньше"
        case .anything: "что угодно"
        case .evidence: "Сопоставленные значения"
        case .roleLabel: "Роль"
        case .role(let role): self.role(role)
        case .seeDrawn: "Посмотреть эти значения на рисунке"
        default: ""
        }
    }

    private static func findingKind(_ kind: Finding.Kind) -> String {
        switch kind {
        case .growth: "Прирост и уровни"
        case .balance: "Сальдо"
        case .turnover: "Оборот"
        case .mirror: "Данные обоих партнёров"
        case .parts: "Части и целое"
        case .share: "Доли"
        case .sources: "Два источника"
        }
    }

    private static func role(_ role: Finding.Evidence.Role) -> String {
        switch role {
        case .stated: "проверяется"
        case .level: "уровень"
        case .base: "уровень в начале"
        case .export: "экспорт"
        case .import: "импорт"
        case .turnover: "оборот"
        case .balance: "сальдо"
        case .part: "часть"
        case .whole: "целое"
        case .mirror: "данные партнёра"
        case .preferred: "другое утверждение"
        }
    }

    private static func sentence(
        _ comparison: Finding.Comparison, _ stated: String, _ expected: String
    ) -> String {
        switch comparison {
        case .growthFromLevels: "Заявлен прирост \(stated); уровни дают \(expected)."
        case .balanceFromFlows: "Заявлено сальдо \(stated); экспорт минус импорт даёт \(expected)."
        case .balanceFromExport: "Заявлено сальдо \(stated); экспорт и оборот дают \(expected)."
        case .balanceFromImport: "Заявлено сальдо \(stated); импорт и оборот дают \(expected)."
        case .balanceWithinTurnover:
            "Заявлено сальдо \(stated), больше, чем весь оборот: \(expected)."
        case .turnoverFromFlows:
            "Заявлен оборот \(stated); экспорт и импорт вместе дают \(expected)."
        case .flowWithinTurnover: "Заявлено \(stated), больше, чем весь оборот: \(expected)."
        case .importMirrorsExport:
            "Заявлен импорт \(stated); партнёр сообщает об экспорте \(expected)."
        case .turnoverMirrors: "Заявлен оборот \(stated); партнёр сообщает \(expected)."
        case .partnersWithinWhole: "Партнёры вместе дают \(stated), больше целого: \(expected)."
        case .partnersMakeWhole: "Партнёры вместе дают \(stated); целое заявлено как \(expected)."
        case .subjectsWithinWhole: "Регионы вместе дают \(stated), больше целого: \(expected)."
        case .subjectsMakeWhole: "Регионы вместе дают \(stated); целое заявлено как \(expected)."
        case .productsWithinWhole: "Часть заявлена как \(stated), больше целого: \(expected)."
        case .componentsWithinWhole: "Часть заявлена как \(stated), больше целого: \(expected)."
        case .componentsMakeWhole: "Целое заявлено как \(stated); части вместе дают \(expected)."
        case .periodsWithinWhole:
            "Короткие периоды вместе дают \(stated), больше длинного: \(expected)."
        case .periodsMakeWhole:
            "Короткие периоды вместе дают \(stated); за длинный заявлено \(expected)."
        case .shareFromLevels: "Заявлена доля \(stated); уровни дают \(expected)."
        case .shareWithinHundred: "Заявлена доля \(stated), больше \(expected)."
        case .sharesWithinHundred: "Доли вместе дают \(stated), больше \(expected)."
        case .sameFigure: "Один источник сообщает \(stated), другой — \(expected)."
        }
    }
}
