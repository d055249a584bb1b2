import Vocabulary

/// What people read, word for word.
enum Golden {
    static let guangzhou: [Language: String] = [
        .english: """
        Guangzhou 广州市 · Guangdong
        ────────────────────────────

        Can a foreign national pay the exit-entry fee at home?
          Yes: WeChat official account (Guangzhou Public Security, gzsgaj).

        Ways to pay
          WeChat official account · offered
          For             foreign nationals
          Documents       Visa, Residence permit
          Pay with        WeChat balance
          WeChat account  Guangzhou Public Security, gzsgaj
          Where           from anywhere, at home too
          You type        receipt number, verification code
          The bill shows  name, amount
          Refund          back to what you paid with: balance to balance, card to card
          Screens in      Chinese only
          Not found out   from when it takes a payment, until when it takes a payment
          How sure        high confidence; source undated, read on 2026-11-23 [1]

          Step by step
          1  In WeChat, follow the official account Guangzhou Public Security, gzsgaj
          2  办事大厅  Service hall
          3  更多>>    More             under 出入境业务 Exit-entry business
          4  确认      Confirm          first type the receipt number and type the verification code
          5  确认支付  Confirm payment  first choose how to pay

        Ways to pay that are for others
          Self-service machine  offered · Chinese citizens · WeChat Pay · 165 places (high
                                confidence, 7 years ago) [2]

        What you can do
          This program takes no payments in Guangzhou. The bureau's own ways to pay are not affected
          by that.
          1  Pay through the bureau's own channel: WeChat official account (Guangzhou Public
             Security, gzsgaj).
          2  Ask at the bureau that took your application; it can tell you how to pay.
          3  Call the immigration hotline 12367.

        What it is likely to cost
          Residence permit: less than 1 year                CNY 400 per person [3]
          Residence permit: 1 year or more but less than 3  CNY 800 per person [3]
          Residence permit: 3 to 5 years                    CNY 1000 per person [3]
          Visa, Group tour: depends on your nationality and on what you ask for.
          To ask for any price: visafee fee quote --city guangzhou --service visa

        Whom to ask
          Hotline  12367 · immigration hotline, at any hour, in Chinese and English (high
                   confidence, 3 years ago) [4]

          Exit-Entry Division, Guangzhou
          Phone    96897 (low confidence, source undated) [5]
          Hours    Monday to Friday 08:30-12:00, 14:00-17:30 (low confidence, source undated) [5]
          Address  155 Jiefang South Road, Yuexiu · 解放南路155号 (medium confidence, 9 years ago)
                   [6]

        Sources
          [1]  How to pay (source undated, read on 2026-11-23): guide.example/pay
          [2]  A newspaper (as of 2018-12-28; read in a repost)
          [3]  A city's fee list (as of 2024-07-22): fees.example/list
          [4]  A newspaper (as of 2023-06-07): https://news.example/12367
          [5]  A lawyer's page (source undated, read on 2026-11-23; read in a machine translation)
          [6]  A university (as of 2017-04-20)

        For reference only. The exit-entry bureau alone has the final word.

        """,
        .chinese: """
        广州市 Guangzhou · 广东
        ───────────────────────

        外国人可以在家缴纳出入境证件费用吗？
          可以：微信公众号（gzsgaj）。

        缴费方式
          微信公众号 · 已开通
          适用对象    外国人
          适用项目    外国人签证、外国人居留许可
          支付方式    零钱
          微信公众号  gzsgaj
          使用地点    在家等任何地方均可使用
          需要输入    回执编号、验证码
          缴费单显示  姓名、缴费金额
          退款        原路退回：零钱退回零钱，银行卡退回银行卡
          界面语言    仅中文
          尚未查明    何时起可以缴费、缴费截止时间
          可信程度    可信度高；资料未注明日期，2026-11-23查阅 [1]

          操作步骤
          1  在微信中关注公众号gzsgaj
          2  办事大厅
          3  更多>>    在“出入境业务”中
          4  确认      先输入回执编号并输入验证码
          5  确认支付  先选择支付方式

        面向其他人员的缴费方式
          自助机  已开通 · 中国公民 · 微信支付 · 165个网点（可信度高，7年前） [2]

        您可以怎么做
          本程序在广州市不收款。办理机构自有的缴费方式不受影响。
          1  使用办理机构自有的渠道缴费：微信公众号（gzsgaj）。
          2  到受理您申请的办理机构咨询，那里可以告诉您如何缴费。
          3  拨打12367咨询。

        大致费用
          外国人居留许可：不满1年       每人人民币400元 [3]
          外国人居留许可：1年至3年以内  每人人民币800元 [3]
          外国人居留许可：3年至5年      每人人民币1000元 [3]
          外国人签证、团体旅游：因国籍和申请项目而异。
          查询各项费用：visafee fee quote --city guangzhou --service visa

        咨询渠道
          服务热线  12367 · 国家移民管理机构12367服务平台，24小时接听，中文、英文服务（可信度高，3年
                    前） [4]

          广州市公安局出入境管理支队
          电话      96897（可信度低，资料未注明日期） [5]
          办公时间  周一至周五 08:30-12:00、14:00-17:30（可信度低，资料未注明日期） [5]
          地址      解放南路155号 · 155 Jiefang South Road, Yuexiu（可信度中等，9年前） [6]

        资料来源
          [1]  How to pay（资料未注明日期，2026-11-23查阅）：guide.example/pay
          [2]  A newspaper（资料日期2018-12-28；据转载）
          [3]  A city's fee list（资料日期2024-07-22）：fees.example/list
          [4]  A newspaper（资料日期2023-06-07）：https://news.example/12367
          [5]  A lawyer's page（资料未注明日期，2026-11-23查阅；据机器翻译）
          [6]  A university（资料日期2017-04-20）

        以上信息仅供参考，一切以出入境管理部门的答复为准。

        """,
    ]

    static let lumen: [Language: String] = [
        .english: """
        Lumen 流明市 · Lux
        ──────────────────

        Can a foreign national pay the exit-entry fee at home?
          Yes: website.
          From 2027-01-01: unknown so far.

        Ways to pay
          Website · offered
          For            foreign nationals
          Documents      Visa, Residence permit
          Where          from anywhere, at home too
          When           as soon as the receipt is issued, until the end of that day, afterwards at
                         the bureau's counter
          Later          from 2027-01-01: withdrawn
          Not found out  with what one can pay, how refunds work
          How sure       low confidence; as of 2020, 6 years ago; may have changed since [1] ([2]
                         says otherwise)

          WeChat official account · unknown so far
          Nobody has found out yet whether the bureau has it. Ask the bureau, or call 12367.

          Cash at the counter · not offered
          A source says that the bureau does not offer it. (medium confidence, 22 days ago) [2]

        What you can do
          This program takes payments in Lumen from a trial share of applicants, 5 %. Look up your
          bill to see whether yours is among them.
          1  Have your receipt at hand: look up the bill by its number and the verification code.
          2  Pay through the bureau's own channel: website.
          3  Ask at the bureau that took your application; it can tell you how to pay.
          4  Call the immigration hotline 12367.

        What it is likely to cost
          Residence permit: less than 1 year                CNY 400 per person [3]
          Residence permit: 1 year or more but less than 3  CNY 800 per person [3]
          Residence permit: 3 to 5 years                    CNY 1000 per person [3]
          Visa, Group tour: depends on your nationality and on what you ask for.
          To ask for any price: visafee fee quote --city lumen --service visa

        Whom to ask
          Hotline  12367 · immigration hotline, at any hour, in Chinese and English (high
                   confidence, 3 years ago) [4]

        Sources
          [1]  Old news (as of 2020): https://old.example/a?b=1&c=2
          [2]  New news (as of 2026-11)
          [3]  A city's fee list (as of 2024-07-22): fees.example/list
          [4]  A newspaper (as of 2023-06-07): https://news.example/12367

        For reference only. The exit-entry bureau alone has the final word.

        """,
        .chinese: """
        流明市 Lumen · 光省
        ───────────────────

        外国人可以在家缴纳出入境证件费用吗？
          可以：网站。
          2027-01-01起：尚不清楚。

        缴费方式
          网站 · 已开通
          适用对象  外国人
          适用项目  外国人签证、外国人居留许可
          使用地点  在家等任何地方均可使用
          缴费时间  拿到回执后即可缴费、当日有效、逾期请到窗口缴费
          后续变化  2027-01-01起：已停用
          尚未查明  支付方式、如何退款
          可信程度  可信度低；资料日期2020，6年前；此后可能已有变化 [1]（[2]说法不同）

          微信公众号 · 尚不清楚
          办理机构是否开通，还没有人查明。请咨询办理机构，或拨打12367。

          窗口现金 · 未开通
          据资料，办理机构未开通。（可信度中等，22天前） [2]

        您可以怎么做
          本程序在流明市对部分申请人（5%）试点接受缴费。请查询您的缴费单，看是否在试点范围内。
          1  准备好回执，输入回执编号和验证码查询缴费单。
          2  使用办理机构自有的渠道缴费：网站。
          3  到受理您申请的办理机构咨询，那里可以告诉您如何缴费。
          4  拨打12367咨询。

        大致费用
          外国人居留许可：不满1年       每人人民币400元 [3]
          外国人居留许可：1年至3年以内  每人人民币800元 [3]
          外国人居留许可：3年至5年      每人人民币1000元 [3]
          外国人签证、团体旅游：因国籍和申请项目而异。
          查询各项费用：visafee fee quote --city lumen --service visa

        咨询渠道
          服务热线  12367 · 国家移民管理机构12367服务平台，24小时接听，中文、英文服务（可信度高，3年
                    前） [4]

        资料来源
          [1]  Old news（资料日期2020）：https://old.example/a?b=1&c=2
          [2]  New news（资料日期2026-11）
          [3]  A city's fee list（资料日期2024-07-22）：fees.example/list
          [4]  A newspaper（资料日期2023-06-07）：https://news.example/12367

        以上信息仅供参考，一切以出入境管理部门的答复为准。

        """,
    ]

    static let nowhere: [Language: String] = [
        .english: """
        Nowhere 无名市 · Guangdong
        ──────────────────────────

        Can a foreign national pay the exit-entry fee at home?
          Unknown so far: nobody has found out yet. The bureau, or the hotline 12367, can tell you.

        What you can do
          Nobody has found out yet how these fees can be paid in Nowhere.
          1  Ask at the bureau that took your application; it can tell you how to pay.
          2  Call the immigration hotline 12367.

        Whom to ask
          Hotline  12367 · immigration hotline, at any hour, in Chinese and English (high
                   confidence, 3 years ago) [1]

        Sources
          [1]  A newspaper (as of 2023-06-07): https://news.example/12367

        For reference only. The exit-entry bureau alone has the final word.

        """,
        .chinese: """
        无名市 Nowhere · 广东
        ─────────────────────

        外国人可以在家缴纳出入境证件费用吗？
          目前尚不清楚，还没有人查明。请咨询办理机构，或拨打12367。

        您可以怎么做
          无名市的缴费方式还没有人查明。
          1  到受理您申请的办理机构咨询，那里可以告诉您如何缴费。
          2  拨打12367咨询。

        咨询渠道
          服务热线  12367 · 国家移民管理机构12367服务平台，24小时接听，中文、英文服务（可信度高，3年
                    前） [1]

        资料来源
          [1]  A newspaper（资料日期2023-06-07）：https://news.example/12367

        以上信息仅供参考，一切以出入境管理部门的答复为准。

        """,
    ]

    static let permit: [Language: String] = [
        .english: """
        Residence permit · Guangzhou 广州市 · Guangdong
        ───────────────────────────────────────────────

        1 year or more but less than 3
          CNY 800 per person
          Exactly 12 months (1 year) counts as “1 year or more but less than 3”: CNY 800 per person.
          Even one day less counts as “less than 1 year”: CNY 400 per person.

          Fee name     Residence permit fee · 外国人居留许可
          Legal basis  财综[2004]60号
          How sure     high confidence; as of 2024-07-22, 2 years ago [1]

        Sources
          [1]  A city's fee list (as of 2024-07-22): fees.example/list

        The bureau's own bill decides what is paid.
        In doubt, call the immigration hotline 12367; it answers at any hour.
        For reference only. The exit-entry bureau alone has the final word.

        """,
        .chinese: """
        外国人居留许可 · 广州市 Guangzhou · 广东
        ────────────────────────────────────────

        1年至3年以内
          每人人民币800元
          正好12个月（1年）属于“1年至3年以内”：每人人民币800元。哪怕少一天，也属于“不满1年”：每人人
          民币400元。

          收费项目  外国人居留许可
          收费依据  财综[2004]60号
          可信程度  可信度高；资料日期2024-07-22，2年前 [1]

        资料来源
          [1]  A city's fee list（资料日期2024-07-22）：fees.example/list

        实际收费以办理机构开出的缴费单为准。
        如有疑问，请拨打12367，24小时接听。
        以上信息仅供参考，一切以出入境管理部门的答复为准。

        """,
    ]

    static let visa: [Language: String] = [
        .english: """
        Visa · Guangzhou 广州市 · Guangdong
        ───────────────────────────────────

        All other countries (DEU, FRA, JPN)
          one entry    CNY 168 per person; from 2027-03-01: CNY 180 per person [1]
          two entries  CNY 252 per person [1]
          It holds only if no reciprocal or other special rate applies to your nationality; the
          bureau's bill decides.

        Countries with reciprocal fees (BRA, USA)
          whatever you ask for  set by the bill [2]

        Countries with reciprocal fees, on whom sources disagree (GBR)
          whatever you ask for  set by the bill [2] ([1] says otherwise)

        To narrow it down, add
          --entries      single, double
          --nationality  a country's name or code, such as FRA

        Sources
          [1]  A city's fee list (as of 2024-07-22): fees.example/list
          [2]  An old table (source undated, read on 2026-11-23; read in a repost)

        The bureau's own bill decides what is paid.
        In doubt, call the immigration hotline 12367; it answers at any hour.
        For reference only. The exit-entry bureau alone has the final word.

        """,
        .chinese: """
        外国人签证 · 广州市 Guangzhou · 广东
        ────────────────────────────────────

        非对等国家（DEU、FRA、JPN）
          一次  每人人民币168元；2027-03-01起：每人人民币180元 [1]
          二次  每人人民币252元 [1]
          仅适用于不按对等原则收费、也没有其他特别标准的国籍；请以办理机构的缴费单为准。

        对等国家（BRA、USA）
          所有项目  以缴费单为准 [2]

        对等国家，资料说法不一（GBR）
          所有项目  以缴费单为准 [2]（[1]说法不同）

        要缩小范围，请加上
          --entries      single, double
          --nationality  国家名称或代码，例如 FRA

        资料来源
          [1]  A city's fee list（资料日期2024-07-22）：fees.example/list
          [2]  An old table（资料未注明日期，2026-11-23查阅；据转载）

        实际收费以办理机构开出的缴费单为准。
        如有疑问，请拨打12367，24小时接听。
        以上信息仅供参考，一切以出入境管理部门的答复为准。

        """,
    ]
}
