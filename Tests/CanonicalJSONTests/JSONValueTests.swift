import SeededRandomness
import CanonicalJSON
import Testing

struct JSONValueTests {
    @Test func `members are in the order of their keys, however they are given`() {
        let object: JSONObject = ["b": 1, "": 2, "a-b": 3, "a": 4, "B": 5, "aa": 6]
        #expect(object.map(\.key) == ["", "B", "a", "a-b", "aa", "b"])
        #expect(object.map(\.value) == [2, 5, 4, 3, 6, 1])
        #expect(JSONObject(object.reversed().map { ($0.key, $0.value) }) == object)
    }

    @Test func `a member is found, replaced, added and removed by its key`() {
        var object: JSONObject = ["b": 1, "d": 2]
        #expect(object["b"] == 1)
        #expect(object["c"] == nil)
        object["b"] = "one"
        object["c"] = true
        object["a"] = .null
        object["z"] = nil
        object["d"] = nil
        #expect(object == ["a": .null, "b": "one", "c": true])
        #expect(object["d"] == nil)
    }

    @Test func `a key that appears twice is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            _ = JSONObject([("a", 1), ("b", 2), ("a", 3)])
        }
    }

    @Test func `a key beyond printable ASCII is a mistake in the program`() async {
        await #expect(processExitsWith: .failure) {
            var object = JSONObject()
            object["é"] = 1
        }
    }

    @Test func `values are equal exactly if their bytes are`() {
        let composed: JSONValue = "\u{E9}"
        let decomposed: JSONValue = "e\u{301}"
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed, composed]).count == 2)

        var generator = SeededGenerator(seed: 4)
        let values = (0..<150).map { _ in JSONValue.random(depth: 1, using: &generator) }
        for one in values {
            for other in values {
                #expect((one == other) == (one.canonicalBytes == other.canonicalBytes))
            }
        }
        #expect(Set(values).count == Set(values.map(\.canonicalBytes)).count)
    }

    @Test func `for people a document is indented by two spaces`() {
        let city = "guangzhou"
        let document: JSONValue = [
            "city": "\(city)", "empty": [[], [:]], "fees": [["fen": 16_000, "known": true], .null], "name": "广州\n",
        ]
        #expect(
            document.pretty == #"""
                {
                  "city": "guangzhou",
                  "empty": [
                    [],
                    {}
                  ],
                  "fees": [
                    {
                      "fen": 16000,
                      "known": true
                    },
                    null
                  ],
                  "name": "广州\n"
                }
                """#
        )
    }
}
