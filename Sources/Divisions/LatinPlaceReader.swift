/// Reads place names in English, pinyin and other Latin spellings.
///
/// Any run of the words may be the name; the words around it must then be a kind of place, a province or the country.
struct LatinPlaceReader {
    let index: PlaceIndex

    /// What these words can be read as.
    func reading(of words: [TypedWord]) -> PlaceReading {
        var reading = PlaceReading()
        for start in words.indices {
            for end in (start + 1)...words.count {
                let name = TypedWord(joining: words[start..<end])
                let surroundings = surroundings(before: words[..<start], after: words[end...])
                add(name, surroundings, to: &reading)
            }
        }
        // "Jilin City" is a division and not the province, but "Guangdong City" can only be the province.
        let isCity = words.contains { PlaceWords.cityWords.contains($0.letters) }
        if reading.divisions.isEmpty || !isCity {
            reading.province = surroundings(of: words[...], mayBeginWithKind: false)?.province
        }
        return reading
    }

    private func add(_ name: TypedWord, _ surroundings: Surroundings?, to reading: inout PlaceReading) {
        let named = index.latin[name.letters] ?? []
        guard let surroundings else {
            reading.near.formUnion(named.map(\.division))
            return
        }
        guard !named.isEmpty else {
            reading.remainders.append(
                PlaceReading.Remainder(name: name.letters, isChinese: false, province: surroundings.province)
            )
            return
        }
        for candidate in named {
            let division = index.table.all[candidate.division]
            let isMeant =
                name.vowelBreaks & ~candidate.vowelBreaks == 0
                && index.division(candidate.division, liesIn: surroundings.province)
                && surroundings.kind.map { division.isCalled($0, provinceNames: index.chineseProvinceNames) } ?? true
            if isMeant {
                reading.divisions.insert(candidate.division)
            } else {
                reading.near.insert(candidate.division)
                // Who writes "Chaoyang, Beijing" means a district of Beijing.
                if let municipality = index.municipality(surroundings.province) { reading.near.insert(municipality) }
            }
        }
    }
}

/// What the words around a name say.
private struct Surroundings {
    var province: Int?
    var kind: PlaceKind?
}

extension LatinPlaceReader {
    /// What the words before and after a name say; nothing if a word is not understood or they contradict each other.
    private func surroundings(before: ArraySlice<TypedWord>, after: ArraySlice<TypedWord>) -> Surroundings? {
        guard
            let before = surroundings(of: before, mayBeginWithKind: false),
            let after = surroundings(of: after, mayBeginWithKind: true),
            before.province == nil || after.province == nil || before.province == after.province
        else { return nil }
        return Surroundings(province: before.province ?? after.province, kind: after.kind)
    }

    private func surroundings(of words: ArraySlice<TypedWord>, mayBeginWithKind: Bool) -> Surroundings? {
        var result = Surroundings()
        var rest = words
        if mayBeginWithKind, let (kind, length) = kind(beginning: rest) {
            result.kind = kind
            rest = rest.dropFirst(length)
        }
        while !rest.isEmpty {
            if let length = country(beginning: rest) {
                rest = rest.dropFirst(length)
            } else if result.province == nil, let (province, length) = province(beginning: rest) {
                result.province = province
                rest = rest.dropFirst(length)
            } else {
                return nil
            }
        }
        return result
    }

    private func kind(beginning words: ArraySlice<TypedWord>) -> (PlaceKind, Int)? {
        var rest = words.drop { PlaceWords.peoples.contains($0.letters) }
        if rest.first?.letters == "autonomous" {
            rest.removeFirst()
        } else if rest.count < words.count {
            return nil
        }
        if rest.prefix(2).map(\.letters) == ["forestry", "district"] {
            return (.forestryDistrict, words.count - rest.count + 2)
        }
        guard let kind = rest.popFirst().flatMap({ PlaceWords.kinds[$0.letters] }) else { return nil }
        // "Prefecture-level city"
        if rest.prefix(2).map(\.letters) == ["level", "city"] { rest.removeFirst(2) }
        return (kind, words.count - rest.count)
    }

    private func country(beginning words: ArraySlice<TypedWord>) -> Int? {
        lengths(words, upTo: 4).first { PlaceWords.countries.contains(joined(words.prefix($0))) }
    }

    private func province(beginning words: ArraySlice<TypedWord>) -> (Int, Int)? {
        for length in lengths(words, upTo: 3) {
            guard let province = index.latinProvinces[joined(words.prefix(length))] else { continue }
            let designation = words.dropFirst(length).prefix { PlaceWords.provinceWords.contains($0.letters) }
            return (province, length + designation.count)
        }
        return nil
    }

    /// The numbers of words to try as one phrase, the longest first.
    private func lengths(_ words: ArraySlice<TypedWord>, upTo most: Int) -> some Sequence<Int> {
        stride(from: min(most, words.count), to: 0, by: -1)
    }

    private func joined(_ words: ArraySlice<TypedWord>) -> String {
        words.map(\.letters).joined()
    }
}
