import ArgumentParser
import Foundation
import Testing

@testable import VisaFeeCommands

struct ReadingFilesTests {
    @Test func `a file that changes while it is read is not used`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("city.yaml", Array("city: exampleton\n".utf8)).path()
        let failure = #expect(throws: Failure.self) {
            try RegistryFolder.bytes(at: file) {
                let handle = try FileHandle(forWritingTo: URL(filePath: file))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data("more: 1\n".utf8))
            }
        }
        #expect(failure?.code.rawValue == 3)
        #expect(failure?.description.contains("changed while it was read") == true)
    }

    @Test func `a file that is cut short while it is read is not used`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("city.yaml", Array("city: exampleton\n".utf8)).path()
        #expect(throws: Failure.self) {
            try RegistryFolder.bytes(at: file) {
                try FileHandle(forWritingTo: URL(filePath: file)).truncate(atOffset: 3)
            }
        }
    }

    @Test func `a file that nobody touches is read whole`() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.file("city.yaml", Array("city: exampleton\n".utf8)).path()
        #expect(try RegistryFolder.bytes(at: file) == Array("city: exampleton\n".utf8))
    }

    @Test func `a folder where a file is expected is refused`() throws {
        let scratch = try ScratchFolder()
        let failure = #expect(throws: Failure.self) { try RegistryFolder.bytes(at: scratch.path) }
        #expect(failure?.description.contains("is not a file") == true)
    }

    @Test(
        arguments: [
            ("cities/guangzhou.yaml", "cities"), ("cities/fees/national.yaml", "cities"), ("guangzhou.yaml", "."),
            ("fees/national.yaml", "."), ("/guangzhou.yaml", "/"), ("/srv/cities/x.yaml", "/srv/cities"),
        ]
    )
    func `a file's registry is the folder it lies in, or the one above fees`(file: String, folder: String) {
        #expect(RegistryFolder.folder(of: file) == folder)
    }

    @Test func `a generated file may be larger than a registry's, and is read whole`() throws {
        let scratch = try ScratchFolder()
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20)
        try scratch.file("content/index.json", large)
        #expect(try OutputFolder(scratch.path + "/content").files() == ["index.json": large])
        #expect(try RegistryFolder.bytes(at: scratch.path + "/content/index.json").count == 4 << 20 | 1)
    }
}
