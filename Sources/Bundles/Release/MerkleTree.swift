import ServiceConfig

/// The binary hash tree of RFC 6962 (section 2.1) over the files of a content list.
///
/// A leaf is the hash of a zero byte, the file's path, a line feed and the file's SHA-256; an inner node is the hash of a
/// one byte and its two children. So a leaf can never be passed off as a node, nor one file as another.
struct MerkleTree {
    private let leaves: [Digest]

    /// The tree over a list's files, in the list's order.
    init(_ list: FileList) {
        self.init(leaves: list.files.map { Self.leaf(path: $0.path, digest: $0.digest) })
    }

    init(leaves: [Digest]) {
        self.leaves = leaves
    }

    /// The root; that of no files is the hash of nothing.
    var root: Digest {
        Self.root(of: leaves[...])
    }

    /// What stands beside the way from a leaf to the root, from the leaf up.
    func proof(of position: Int) -> [Digest] {
        Self.proof(of: position, in: leaves[...])
    }

    /// The root that a leaf and the digests beside its way lead to; nothing where they cannot belong to such a tree.
    static func root(from leaf: Digest, at position: Int, of count: Int, beside proof: [Digest]) -> Digest? {
        guard (0..<count).contains(position) else { return nil }
        return root(from: leaf, at: position, of: count, beside: proof[...])
    }

    private static func root(from leaf: Digest, at position: Int, of count: Int, beside proof: ArraySlice<Digest>)
        -> Digest?
    {
        guard count > 1 else { return proof.isEmpty ? leaf : nil }
        guard let beside = proof.last else { return nil }
        let half = largestPower(below: count)
        if position < half {
            return root(from: leaf, at: position, of: half, beside: proof.dropLast()).map { node($0, beside) }
        }
        return root(from: leaf, at: position - half, of: count - half, beside: proof.dropLast()).map {
            node(beside, $0)
        }
    }

    /// A file's leaf.
    static func leaf(path: String, digest: Digest) -> Digest {
        sha256([0] + Array(path.utf8) + [UInt8(ascii: "\n")] + raw(digest))
    }

    private static func node(_ left: Digest, _ right: Digest) -> Digest {
        sha256([1] + raw(left) + raw(right))
    }

    private static func raw(_ digest: Digest) -> [UInt8] {
        Hexadecimal.bytes(digest.description) ?? []
    }

    private static func root(of leaves: ArraySlice<Digest>) -> Digest {
        guard leaves.count > 1 else { return leaves.first ?? sha256([]) }
        let middle = leaves.startIndex + largestPower(below: leaves.count)
        return node(root(of: leaves[..<middle]), root(of: leaves[middle...]))
    }

    private static func proof(of position: Int, in leaves: ArraySlice<Digest>) -> [Digest] {
        guard leaves.count > 1 else { return [] }
        let half = largestPower(below: leaves.count)
        let middle = leaves.startIndex + half
        return position < half
            ? proof(of: position, in: leaves[..<middle]) + [root(of: leaves[middle...])]
            : proof(of: position - half, in: leaves[middle...]) + [root(of: leaves[..<middle])]
    }

    /// The greatest power of two below a number of leaves above 1.
    private static func largestPower(below count: Int) -> Int {
        var power = 1
        while power * 2 < count { power *= 2 }
        return power
    }
}
