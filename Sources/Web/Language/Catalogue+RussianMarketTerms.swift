import Exchange
import TradingFloor

extension Russian {
    static func phrase(_ term: MarketTerm) -> String {
        switch term {
        case .phase(let kind): phase(kind)
        case .book(.continuous): "идут торги"
        case .book(.call): "сбор заявок для единой цены"
        case .book(.closed): "закрыта"
        case .mode(let mode): self.mode(mode)
        case .source(.book): "книга заявок"
        case .source(.call): "аукцион единой цены"
        case .source(.negotiated): "адресная сделка"
        case .source(.auction): "аукцион"
        case .auctionStatus(.scheduled): "назначен"
        case .auctionStatus(.open): "идёт"
        case .auctionStatus(.halted): "приостановлен"
        case .auctionStatus(.ended): "завершён"
        case .auctionStatus(.cancelled): "отменён"
        case .contractState(let state): self.state(state)
        case .contractStep(let step): self.step(step)
        case .contractSource(let source): self.source(source)
        case .contractAwaits(let state): awaits(state)
        case .weekday(let day): weekday(day)
        case .validity(let validity): self.validity(validity)
        case .refusal(let refusal): self.refusal(refusal)
        case .otherRefusal(let name, let number): "Отклонено биржей: \(name) (\(number))."
        }
    }

    private static func phase(_ kind: PhaseKind) -> String {
        switch kind {
        case .announcement: "объявление"
        case .preOpening: "предторговый период"
        case .openingCall: "аукцион открытия"
        case .trading: "торги"
        case .sellersCorrection: "корректировка заявок продавцов"
        case .dealMaking: "заключение сделок"
        case .closingCall: "аукцион закрытия"
        case .closed: "закрытие"
        }
    }

    private static func mode(_ mode: TradingMode) -> String {
        switch mode {
        case .continuous: "непрерывный двойной аукцион"
        case .call: "аукцион единой цены"
        case .english: "английский аукцион"
        case .reverse: "тендер на понижение"
        case .dutch: "голландский аукцион"
        case .negotiated: "адресные сделки"
        }
    }

    private static func state(_ state: ContractState) -> String {
        switch state {
        case .concluded: "заключён"
        case .signed: "подписан"
        case .paid: "оплачен"
        case .shipped: "товар отгружен"
        case .accepted: "товар принят"
        case .closed: "исполнен"
        case .defaulted: "не исполнен"
        case .ended: "расторгнут по соглашению"
        }
    }

    private static func awaits(_ state: ContractState) -> String {
        switch state {
        case .concluded: "Подписывают обе стороны."
        case .signed: "Покупатель платит, продавец подтверждает оплату."
        case .paid: "Продавец отгружает товар."
        case .shipped: "Покупатель принимает товар."
        case .accepted: "Срок для претензий; затем договор закроется сам."
        case .closed: "Ничего: всё исполнено, обеспечение свободно."
        case .defaulted: "Ничего: одна сторона не исполнила, её обеспечение перешло другой."
        case .ended: "Ничего: стороны расторгли договор, обеспечение свободно."
        }
    }

    private static func step(_ step: ContractStep) -> String {
        switch step {
        case .sign: "Подписать"
        case .confirmPayment: "Подтвердить поступление оплаты"
        case .ship: "Сообщить об отгрузке товара"
        case .accept: "Принять товар"
        case .close: "Закрыть: претензий больше нет"
        case .endByAgreement: "Предложить расторжение или согласиться с предложением другой стороны"
        case .keep: "Отозвать предложение о расторжении"
        case .defaultOfBuyer: "Заявить о неисполнении покупателем"
        case .defaultOfSeller: "Заявить о неисполнении продавцом"
        }
    }

    private static func source(_ source: ContractSource) -> String {
        switch source {
        case .book: "сделка в книге заявок"
        case .call: "сделка в аукционе единой цены"
        case .negotiated: "адресная сделка"
        case .english: "продажа на английском аукционе"
        case .reverse: "закупка на тендере"
        case .dutch: "продажа на голландском аукционе"
        }
    }

    private static func weekday(_ day: Weekday) -> String {
        switch day {
        case .monday: "понедельник"
        case .tuesday: "вторник"
        case .wednesday: "среда"
        case .thursday: "четверг"
        case .friday: "пятница"
        case .saturday: "суббота"
        case .sunday: "воскресенье"
        }
    }

    private static func validity(_ validity: Validity) -> String {
        switch validity {
        case .goodTillCancelled: "до отмены"
        case .day: "до конца дня"
        case .session: "до конца торговой сессии"
        case .goodTillDate: "до даты"
        case .immediateOrCancel: "сразу; остаток снимается"
        case .fillOrKill: "сразу и целиком либо никак"
        }
    }

    private static func refusal(_ refusal: MarketRefusal) -> String {
        switch refusal {
        case .suspended: "Отклонено: допуск вашей фирмы приостановлен. Обратитесь на биржу."
        case .accreditation: "Отклонено: аккредитация вашей фирмы не действует."
        case .arrears: "Отклонено: за вашей фирмой долг по сборам. Сначала погасите его."
        case .unfulfilled: "Отклонено: ваша фирма пропустила срок по договору."
        case .wrongGroup: "Отклонено: ваша фирма не допущена к этой группе инструментов."
        case .wrongPlace: "Отклонено: эта торговая сессия проводится для фирм из других мест."
        case .noDeposit: "Отклонено: у вашей фирмы нет обеспечения в этой валюте."
        case .depositTooSmall: "Отклонено: свободного обеспечения не хватает."
        case .killSwitch: "Отклонено: биржа пока не принимает заявки."
        case .phase: "Отклонено: в этом периоде сессии это не разрешено. См. расписание."
        case .mode: "Отклонено: этот инструмент так не торгуется."
        case .valueTooLarge: "Отклонено: заявка дороже, чем можно за один раз."
        case .tooManyOrders: "Отклонено: заявок больше, чем разрешено вашей фирме."
        case .gone: "Заявка уже не активна."
        case .outsideBand: "Отклонено: цена вне допустимых границ."
        case .quantity: "Отклонено: недопустимое количество."
        case .price: "Отклонено: недопустимая цена."
        case .wouldTrade: "Отклонено: заявка исполнилась бы сразу."
        case .full: "Отклонено: секция временно заполнена. Повторите позже."
        case .notYours: "Отклонено: этот шаг за другой стороной или за биржей."
        case .wrongState: "Отклонено: при нынешнем состоянии договора это невозможно."
        case .alreadyDone: "Отклонено: вы это уже сделали."
        case .notOverdue: "Отклонено: другая сторона не пропустила ни одного срока."
        case .notFillable: "Отклонено: в книге не хватает заявок, чтобы исполнить сразу."
        case .halted: "Отклонено: сессия приостановлена, принимаются только снятия заявок."
        default: refusalOfDealing(refusal) ?? "Отклонено."
        }
    }
}
