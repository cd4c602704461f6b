import Exchange

extension Russian {
    /// The texts of the forms of those who trade.
    static func phrase(_ phrase: DealingPhrase) -> String {
        switch phrase {
        case .notDone: "Ничего не сделано. Что не так:"
        case .forWhomField: "Для кого"
        case .ownAccount(let code): "\(code): за свой счёт"
        case .throughBroker(let name):
            "Ваша фирма торгует через брокера — \(name); он и отправляет это за вас."
        case .clientsCount(let count): counted(count, "клиент", "клиента", "клиентов")
        case .whose: "Чьё"
        case .furtherTerms: "Дополнительные условия"
        case .furtherTermsHelp:
            "Большинству заявок они не нужны. Незаполненное — как в обычной лимитной заявке."
        case .kindName: "Вид заявки"
        case .kindHelp: "Цена есть только у лимитной заявки и у стоп-лимитной."
        case .orderKind(let kind): kindOfOrder(kind)
        case .stopName: "Стоп-цена"
        case .stopHelp: "Для стоп-заявок: ждут сделки по этой цене или дальше неё."
        case .protectionName: "Защита"
        case .protectionHelp:
            "Для рыночных заявок: насколько дальше лучшей цены можно исполнять, в единицах цены."
        case .throughName: "Действует до (UTC)"
        case .throughHelp: "Только вместе с «до даты»: последний момент."
        case .displayName: "Показывать за раз, лотов"
        case .displayHelp: "Айсберг: в книге видно столько, остальное скрыто."
        case .minimumName: "Не меньше сразу, лотов"
        case .minimumHelp: "Если при поступлении можно исполнить меньше, не исполняется ничего."
        case .allOrNoneName: "Всё или ничего"
        case .allOrNoneHelp: "Исполняется целиком или ждёт."
        case .postOnlyName: "Только в очередь"
        case .postOnlyHelp: "Отклоняется, если исполнилась бы сразу."
        case .receiptHelp: "Для продаж: товар в обеспечение вместо депозита."
        case .noReceipt: "нет, депозит"
        case .receiptOption(let number, let goods, let free):
            "\(number): \(goods), свободно лотов: \(free)"
        case .wrongClient: "Выберите, для кого это: для своей фирмы или для клиента."
        case .wrongSide: "Выберите, покупка это или продажа."
        case .wrongKind: "Выберите вид заявки."
        case .wrongValidity: "Выберите срок действия заявки."
        case .wrongMoment: "Укажите последний момент: день и час по UTC."
        case .wrongReceipt: "Выберите складское свидетельство того, для кого это."
        case .wrongFirm: "Укажите код другой фирмы, допущенной к этой секции."
        case .priceNotTaken:
            "У этого вида заявки нет цены: оставьте поле пустым или выберите лимитную заявку."
        case .stopNotTaken:
            "Стоп-цена есть только у стоп-заявок: оставьте поле пустым или выберите стоп-заявку."
        case .throughNotTaken:
            "Последний момент нужен только со сроком «до даты»: выберите его или оставьте пустым."
        case .buyNowGone: "Сразу по этой цене лот уже не продаётся. Предложение не подано."
        case .bidding: "Участие в аукционе"
        case .operatorBids: "Вы вошли как оператор; оператор в аукционе не участвует."
        case .yourPlace: "Ваше положение"
        case .ownLot: "Это ваш лот; за своё не торгуются."
        case .youLead(let price): "Вы лидируете: \(price)."
        case .youLeadUpTo(let price): "Вы лидируете; ваш предел — \(price), его видите только вы."
        case .youSealed(let price): "Ваше закрытое предложение — \(price)."
        case .youStopped(let price): "Вы остановили часы на \(price)."
        case .biddingNotNow: "Предложения сейчас не принимаются."
        case .nothingToDo: "На этом этапе для вас нет действий."
        case .stageName: "Этап"
        case .dutchStage(let stage): self.stage(stage)
        case .stageEndsAt(let when): "Этап закончится в \(when)."
        case .sendBid: "Предложить цену"
        case .buyAtOnce(let price): "Купить сразу по \(price)"
        case .sellAtOnce(let price): "Продать сразу по \(price)"
        case .retractBid: "Отозвать предложение"
        case .sendTake: "Взять по цене часов"
        case .sendSeal: "Подать закрытое предложение"
        case .withdrawSeal: "Отозвать закрытое предложение"
        case .sendImprove: "Ответить на лучшее предложение"
        case .noMoreThan(let price): "Не больше \(price)."
        case .noLessThan(let price): "Не меньше \(price)."
        case .bidBinds: "Предложение обязывает, пока его не перебьют."
        case .bidIsMaximum: "Укажите свой предел: биржа повышает за вас не больше, чем нужно."
        case .endsAtOnceFrom(let price):
            "Предложение, достигшее \(price), сразу завершает аукцион по этой цене."
        case .buyNowHelp: "Аукцион на этом закончится, и будет заключён договор."
        case .retractHelp: "Тогда не лидирует никто; торг начинается заново."
        case .takeHelp(let price):
            "Когда страница создавалась, часы показывали \(price). Платите столько, сколько они "
                + "покажут при поступлении; если это больше указанного, ничего не произойдёт."
        case .takeBetween(let least, let most): "От \(least) до \(most) лотов."
        case .wholeLotOnly: "Лот берётся целиком."
        case .mostPrice: "Не дороже"
        case .sealHelp: "До конца этапа его никто не увидит; новое заменит прежнее."
        case .withdrawSealHelp: "Ваше обеспечение снова свободно."
        case .improveHelp:
            "Вы остановили часы, поэтому ответить можете только вы; с ответом лот ваш."
        case .auctionOver: "Аукцион окончен"
        case .auctionOverWhy:
            "Он завершился, или аукциона с таким номером не было. Проданное — среди сделок секции, "
                + "ваши договоры — на вашем столе."
        case .dealMade: "Сделка заключена:"
        case .saidClockStopped(let price): "Вы остановили часы на \(price)."
        case .saidOutbid: "Предложение принято и тут же перебито."
        case .saidLeading(let price): "Предложение принято и лидирует: \(price)."
        case .saidSealed(let price): "Закрытое предложение \(price) принято."
        case .saidSealWithdrawn: "Закрытое предложение отозвано."
        case .saidRetracted: "Предложение отозвано."
        case .saidRegistered(let number, let firm):
            "Сделка \(number) зарегистрирована и будет заключена, когда \(firm) подаст то же."
        case .saidTaken: "Предложение принято."
        case .negotiatedDeals: "Адресные сделки"
        case .dealsOf(let name): "Адресные сделки: \(name)"
        case .dealsLead:
            "Две договорившиеся фирмы регистрируют одни и те же условия, каждая со своей стороны; со "
                + "вторым словом сделка заключена, и начинается договор."
        case .registerDeal: "Зарегистрировать сделку"
        case .dealsWaiting: "Ожидают"
        case .dealsOffered: "Ждут вашего слова"
        case .noDealsOffered: "Другие фирмы сделок с вами не регистрировали."
        case .dealsOwn: "Ждут другую сторону"
        case .noDealsOwn: "Ваших ожидающих сделок нет."
        case .deal: "Сделка"
        case .counterparty: "Другая сторона"
        case .counterpartyHelp: "Код фирмы на бирже."
        case .yourSide: "Ваша сторона"
        case .confirm: "Подтвердить"
        case .confirmDeal(let number): "Подтвердить сделку \(number)"
        case .takeBack: "Отозвать"
        case .withdrawDeal(let number): "Отозвать сделку \(number)"
        case .dealsNotNow: "Сейчас сделки не регистрируются."
        case .noDealInstrument: "В секции нет инструментов для адресных сделок."
        case .marketNow: "Сейчас на бирже"
        case .marketNowHelp: "Что происходит в каждой секции; книги заявок и результаты рядом."
        case .tradedHere: "Торгуется на бирже"
        }
    }

    private static func kindOfOrder(_ kind: OrderKind) -> String {
        switch kind {
        case .limit: "лимитная"
        case .market: "рыночная"
        case .marketToLimit: "рыночная, остаток — лимитная"
        case .stop: "стоп"
        case .stopLimit: "стоп-лимитная"
        }
    }

    private static func stage(_ stage: DutchStage) -> String {
        switch stage {
        case .clock: "часы"
        case .beforeSealed: "пауза перед закрытыми предложениями"
        case .sealed: "закрытые предложения"
        case .beforeBest: "пауза перед ответом"
        case .best: "ответ на лучшее предложение"
        }
    }
}
