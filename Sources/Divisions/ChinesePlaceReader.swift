/// Reads place names in Chinese characters, with or without their kind and their province.
struct ChinesePlaceReader {
    let index: PlaceIndex

    /// What this text can be read as.
    func reading(of text: String) -> PlaceReading {
        let country = PlaceWords.chineseCountries.first { text.hasPrefix($0) }
        let place = String(text.dropFirst(country?.count ?? 0))
        var reading = PlaceReading()
        reading.divisions.formUnion(divisions(named: place))
        readProvince(of: place, into: &reading)
        reading.near.formUnion(divisionsBeginning(place))
        reading.remainders.append(PlaceReading.Remainder(name: place, isChinese: true, province: nil))
        return reading
    }

    private func readProvince(of place: String, into reading: inout PlaceReading) {
        for (position, province) in index.table.provinces.enumerated() where place.hasPrefix(province.chineseName) {
            let rest = place.dropFirst(province.chineseName.count)
            for kind in PlaceWords.chineseProvinceKinds where rest.hasPrefix(kind) {
                let name = String(rest.dropFirst(kind.count))
                if name.isEmpty {
                    // 吉林市 is a division and not the province.
                    if kind != "市" || reading.divisions.isEmpty { reading.province = position }
                    continue
                }
                let divisions = divisions(named: name)
                let inside = divisions.filter { index.division($0, liesIn: position) }
                reading.divisions.formUnion(inside)
                if !divisions.isEmpty, inside.isEmpty {
                    reading.near.formUnion(divisions)
                    if let municipality = index.municipality(position) { reading.near.insert(municipality) }
                }
                reading.near.formUnion(divisionsBeginning(name).filter { index.division($0, liesIn: position) })
                reading.remainders.append(
                    PlaceReading.Remainder(name: name, isChinese: true, province: position)
                )
            }
        }
    }

    /// The divisions with this full or short name, or with this short name and a fitting kind.
    private func divisions(named name: String) -> [Int] {
        if let exact = index.fullChinese[name] ?? index.shortChinese[name] { return exact }
        for (ending, kind) in PlaceWords.chineseKinds where name.hasSuffix(ending) {
            let named = index.shortChinese[String(name.dropLast(ending.count))] ?? []
            let fitting = named.filter {
                index.table.all[$0].isCalled(kind, provinceNames: index.chineseProvinceNames)
            }
            if !fitting.isEmpty { return fitting }
        }
        return []
    }

    /// The divisions whose short name is the longest beginning of a text, as in an address.
    private func divisionsBeginning(_ text: String) -> [Int] {
        var beginning = text
        while !beginning.isEmpty {
            if let named = index.shortChinese[beginning] { return named }
            beginning.removeLast()
        }
        return []
    }
}
