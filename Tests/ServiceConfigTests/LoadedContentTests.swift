import CanonicalJSON
import CivilTime
import FictionalCities
import ServiceConfig
import Testing
import Vocabulary

struct LoadedContentTests {
    private func refusal(of files: [String: [UInt8]]) -> ConfigRefusal? {
        do throws(ConfigRefusal) {
            _ = try LoadedContent(files: files, sha256)
            return nil
        } catch {
            return error
        }
    }

    /// Content whose list fits whatever the index and the cities say.
    private func refusal(of configs: [CityConfig], index: DivisionIndex) -> ConfigRefusal? {
        refusal(of: FictionalCity.content(configs, index: index, sha256))
    }

    @Test func `whole content is loaded, and answers for the cities it has`() throws {
        let content = try LoadedContent(files: FictionalCity.content([FictionalCity.full], sha256), sha256)
        #expect(content.config(of: "mistport") == FictionalCity.full)
        #expect(content.config(of: "elsewhere") == nil)
        #expect(content.index().entries.map(\.place.slug) == ["mistport", "elsewhere"])
        #expect(content.list.files.map(\.path) == ["cities/mistport.json", "index.json"])
    }

    @Test func `content without any city is content`() throws {
        let content = try LoadedContent(files: FictionalCity.content([], sha256), sha256)
        #expect(content.index().entries.count == 1)
    }

    @Test func `every single bit that flips refuses everything`() {
        let files = FictionalCity.content([FictionalCity.bare], sha256)
        var count = 0
        for (path, bytes) in files {
            for bit in 0..<bytes.count * 8 {
                var flipped = files
                flipped[path]?[bit / 8] ^= 1 << UInt8(bit % 8)
                if refusal(of: flipped) == nil { Issue.record("\(path), bit \(bit)") }
                count += 1
            }
        }
        #expect(count > 10_000)
    }

    @Test(arguments: ["content.json", "index.json", "cities/mistport.json"])
    func `a missing file is named`(path: String) {
        var files = FictionalCity.content([FictionalCity.full], sha256)
        files[path] = nil
        #expect(refusal(of: files)?.reason == .digestDiffers)
        #expect(refusal(of: files)?.file == path)
    }

    @Test func `a file that is not listed is named`() {
        var files = FictionalCity.content([FictionalCity.full], sha256)
        files["cities/nowhere.json"] = []
        files["notes.txt"] = []
        #expect(refusal(of: files)?.file == "cities/nowhere.json")
    }

    @Test func `files in each other's place are refused`() {
        var other = FictionalCity.full
        other.place.slug = "fogtown"
        var files = FictionalCity.content([FictionalCity.full, other], sha256)
        #expect(refusal(of: files) == nil)
        (files["cities/fogtown.json"], files["cities/mistport.json"]) = (
            files["cities/mistport.json"], files["cities/fogtown.json"]
        )
        #expect(refusal(of: files)?.reason == .digestDiffers)
    }

    @Test func `a config under another city's name is refused, though every digest matches`() {
        var files = FictionalCity.content([FictionalCity.full], sha256)
        files[FileList.Kind.content.fileName] = nil
        files["cities/fogtown.json"] = files.removeValue(forKey: "cities/mistport.json")
        let list = FileList(.content, madeFrom: sha256([]), files: files, sha256)
        files[FileList.Kind.content.fileName] = list.canonicalBytes(sha256)
        #expect(refusal(of: files)?.reason == .malformed)
        #expect(refusal(of: files)?.file == "cities/fogtown.json")
    }

    @Test func `a refused config takes its file's name along`() {
        var config = FictionalCity.full
        config.channels[0].kind = "balloon"
        let refusal = refusal(of: [config], index: FictionalCity.index(of: [config]))
        #expect(refusal?.file == "cities/mistport.json")
        #expect(refusal?.description.hasPrefix("malformed: cities/mistport.json: ") == true)
    }

    @Test func `an index that names another file is refused`() {
        var index = FictionalCity.index(of: [FictionalCity.full])
        index.entries[0].config = "cities/elsewhere.json"
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
        index.entries[0].config = nil
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
    }

    @Test func `an index that forgets a config or invents one is refused`() {
        var index = FictionalCity.index(of: [FictionalCity.full])
        index.entries.removeFirst()
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
        index = FictionalCity.index(of: [FictionalCity.full])
        #expect(refusal(of: [], index: index)?.file == "index.json")
    }

    @Test func `an index that promises more than the config does is refused`() {
        var index = FictionalCity.index(of: [FictionalCity.full])
        index.entries[0].homePayment = Timeline(.offered)
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
        index = FictionalCity.index(of: [FictionalCity.full])
        index.entries[0].place.name = LocalizedText("Fogtown", "雾镇")
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
    }

    @Test(arguments: [ChannelStatus.offered, .notOffered, .withdrawn])
    func `an index that knows something of a place without a config is refused`(status: ChannelStatus) {
        var index = FictionalCity.index(of: [FictionalCity.full])
        index.entries[1].homePayment = Timeline(status)
        #expect(refusal(of: [FictionalCity.full], index: index)?.file == "index.json")
    }
}

struct FileListTests {
    private let files: [String: [UInt8]] = ["b.json": [1, 2, 3], "a.json": [], "c/a.json": [4]]
    private var list: FileList { FileList(.pages, madeFrom: sha256([9]), files: files, sha256) }

    private func refusal(of changed: [String: [UInt8]]) -> ConfigRefusal? {
        do throws(ConfigRefusal) {
            try list.check(changed, sha256)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the digest of a text is the published one`() {
        // FIPS 180-2, appendix B.1.
        #expect(
            sha256(Array("abc".utf8)).description
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test(arguments: FileList.Kind.allCases)
    func `a list is read back as it was, and written again byte for byte`(kind: FileList.Kind) throws {
        let list = FileList(kind, madeFrom: sha256([9]), files: files, sha256)
        let bytes = list.canonicalBytes(sha256)
        let loaded = try FileList(kind, loading: bytes, sha256)
        #expect(loaded == list)
        #expect(loaded.canonicalBytes(sha256) == bytes)
        #expect(try JSONValue(canonical: bytes)["/digest"] == .string(list.digest(sha256).description))
    }

    @Test func `one kind of list is not read as the other`() {
        for (kind, other) in [(FileList.Kind.content, FileList.Kind.pages), (.pages, .content)] {
            let bytes = FileList(kind, madeFrom: sha256([9]), files: files, sha256).canonicalBytes(sha256)
            #expect(throws: ConfigRefusal.self) { try FileList(other, loading: bytes, sha256) }
        }
    }

    @Test func `files are listed in bytewise order`() {
        #expect(list.files.map(\.path) == ["a.json", "b.json", "c/a.json"])
    }

    @Test func `the files that were listed pass`() {
        #expect(refusal(of: files) == nil)
    }

    @Test func `a missing file, one too many, a changed and two swapped ones are named`() {
        var changed = files
        changed["b.json"] = nil
        #expect(refusal(of: changed)?.file == "b.json")
        changed = files
        changed["z.json"] = []
        #expect(refusal(of: changed)?.file == "z.json")
        changed = files
        changed["b.json"]?.append(0)
        #expect(refusal(of: changed)?.file == "b.json")
        changed = files
        (changed["b.json"], changed["c/a.json"]) = (changed["c/a.json"], changed["b.json"])
        #expect(refusal(of: changed)?.file == "b.json")
    }

    @Test(arguments: [-1, 0, 2, 4])
    func `a wrong count of bytes is refused, though the digest matches`(count: Int) throws {
        let bytes: [UInt8] = [1, 2, 3]
        let list = FileList(
            .pages,
            madeFrom: sha256([9]),
            files: [FileList.File(path: "b.json", byteCount: count, digest: sha256(bytes))]
        )
        #expect(throws: ConfigRefusal.self) { try list.check(["b.json": bytes], sha256) }
    }

    @Test func `a file listed twice is refused`() {
        let file = FileList.File(path: "b.json", byteCount: 3, digest: sha256([1, 2, 3]))
        let list = FileList(.pages, madeFrom: sha256([9]), files: [file, file])
        #expect(throws: ConfigRefusal.self) { try list.check(["b.json": [1, 2, 3]], sha256) }
    }

    @Test(arguments: ["", "00", String(repeating: "A", count: 64), String(repeating: "g", count: 64)])
    func `a digest is 64 small hexadecimal digits`(text: String) {
        #expect(ServiceConfig.Digest(text) == nil)
    }
}
