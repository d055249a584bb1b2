import CivilTime
import ServiceConfig
import Testing
import Vocabulary

extension Fixture {
    /// Content of two cities and of some divisions that have no file, two of them with the same name.
    static func content(_ configs: [CityConfig] = [guangzhou, lumen]) throws -> LoadedContent {
        let unknown = [
            nowhere, place("suzhou-anhui", "Suzhou", "宿州市", division: "341300", province: ("340000", "Anhui", "安徽")),
            place("suzhou-jiangsu", "Suzhou", "苏州市", division: "320500", province: ("320000", "Jiangsu", "江苏")),
            place("beijing", "Beijing", "北京市", division: "110000", province: ("110000", "Beijing", "北京")),
        ]
        let places = (configs.map(\.place) + unknown).sorted { $0.division < $1.division }
        let index = DivisionIndex(
            askedFrom: askedFrom,
            hotline: hotline,
            sources: [hotlineSource],
            entries: places.map { place in
                let config = configs.first { $0.place == place }
                return DivisionIndex.Entry(
                    place: place,
                    aliases: place.slug == "beijing" ? ["Peking"] : [],
                    config: config.map { LoadedContent.path(of: $0.place.slug) },
                    homePayment: config?.homePayment ?? Timeline(.unknown)
                )
            }
        )
        var files: [String: [UInt8]] = [LoadedContent.indexPath: index.canonicalBytes]
        for config in configs { files[LoadedContent.path(of: config.place.slug)] = config.canonicalBytes }
        let list = FileList(.content, madeFrom: digest([]), files: files, digest)
        files[FileList.Kind.content.fileName] = list.canonicalBytes(digest)
        return try LoadedContent(files: files, digest)
    }

    /// Something like a digest: these tests look at what people see, not at who may write it.
    static let digest: SHA256Function = { bytes in
        var state: UInt64 = 14_695_981_039_346_656_037
        for byte in bytes { state = (state ^ UInt64(byte)) &* 1_099_511_628_211 }
        return Digest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: state >> UInt64($0 % 8 * 8)) })
    }
}
