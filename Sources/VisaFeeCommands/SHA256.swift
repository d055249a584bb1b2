import Crypto
import ServiceConfig

/// SHA-256, from the library the program links.
let sha256: SHA256Function = { bytes in
    Digest(bytes: SHA256.hash(data: bytes))
}
