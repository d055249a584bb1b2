@testable import Bundles
import CivilTime
import FictionalCities
import ServiceConfig
import Testing

/// One city can be checked without the rest.
struct MerkleTests {
    @Test func `each leaf's proof leads to the root, and to no other leaf's place`() {
        var (proofs, forgeries) = (0, 0)
        for count in 1...40 {
            let leaves = (0..<count).map { MerkleTree.leaf(path: "cities/\($0).json", digest: sha256([UInt8($0)])) }
            let tree = MerkleTree(leaves: leaves)
            for position in 0..<count {
                let proof = tree.proof(of: position)
                #expect(MerkleTree.root(from: leaves[position], at: position, of: count, beside: proof) == tree.root)
                proofs += 1
                for other in 0..<count where other != position {
                    let moved = MerkleTree.root(from: leaves[position], at: other, of: count, beside: proof)
                    let replaced = MerkleTree.root(from: leaves[other], at: position, of: count, beside: proof)
                    if moved == tree.root || replaced == tree.root {
                        Issue.record("\(other) for \(position) of \(count)")
                    }
                    forgeries += 2
                }
            }
        }
        print("\(proofs) proofs lead to their root, \(forgeries) forgeries do not")
    }

    @Test func `the tree is that of RFC 6962`() {
        // Its hash of no leaves, and a tree of three worked out by hand.
        #expect(MerkleTree(leaves: []).root == sha256([]))
        let leaves = (0..<3).map { sha256([UInt8($0)]) }
        func raw(_ digest: Digest) -> [UInt8] { Hexadecimal.bytes(digest.description) ?? [] }
        let pair = sha256([1] + raw(leaves[0]) + raw(leaves[1]))
        #expect(MerkleTree(leaves: leaves).root == sha256([1] + raw(pair) + raw(leaves[2])))
    }

    private func release() throws -> ([String: [UInt8]], VerifiedRelease) {
        let cities = (0..<5).map { Fixture.bareCity("mistport-\($0)", $0) }
        let files = try Fixture.release(of: Fixture.files(cities))
        return (files, try VerifiedRelease(files: files, trusting: Fixture.alone, at: Fixture.now, after: nil))
    }

    @Test func `with a city's file and its proof anybody can verify that city alone`() throws {
        let (files, release) = try release()
        for number in 0..<5 {
            let proof = try #require(CityProof(of: "mistport-\(number)", in: release))
            let loaded = try CityProof(loading: proof.canonicalBytes)
            #expect(loaded == proof)
            let bytes = try #require(files["cities/mistport-\(number).json"])
            let config = try loaded.verify(file: bytes, trusting: Fixture.alone, at: Fixture.now)
            #expect(config.place.slug == "mistport-\(number)")
        }
        #expect(CityProof(of: "elsewhere", in: release) == nil)
    }

    @Test func `another city's file, a changed one, and a proof by a stranger or out of its time are refused`() throws {
        let (files, release) = try release()
        let proof = try #require(CityProof(of: "mistport-1", in: release))
        let own = try #require(files["cities/mistport-1.json"])
        let other = try #require(files["cities/mistport-2.json"])
        func refusal(
            _ bytes: [UInt8],
            _ ring: KeyRing = Fixture.alone,
            at now: Instant = Fixture.now
        ) -> ReleaseRefusal.Reason? {
            do throws(ReleaseRefusal) {
                _ = try proof.verify(file: bytes, trusting: ring, at: now)
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(refusal(own) == nil)
        #expect(refusal(other) == .notIncluded)
        var accepted = 0
        for bit in 0..<own.count * 8 {
            var flipped = own
            flipped[bit / 8] ^= 1 << UInt8(bit % 8)
            // Signatures were looked at above; what is new here is the way from the file to the root.
            let leaf = MerkleTree.leaf(path: "cities/mistport-1.json", digest: sha256(flipped))
            let root = MerkleTree.root(from: leaf, at: proof.position, of: proof.fileCount, beside: proof.beside)
            accepted += root == release.release.merkleRoot ? 1 : 0
        }
        #expect(accepted == 0)
        let strangers = Fixture.ring([Fixture.trusted(Fixture.stranger)])
        #expect(refusal(own, strangers) == .tooFewSignatures)
        #expect(refusal(own, at: Fixture.later(31 * 86_400)) == .expired)
    }
}
