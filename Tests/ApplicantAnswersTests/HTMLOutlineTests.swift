import Testing

struct HTMLOutlineTests {
    @Test(
        arguments: [
            "<p>open", "<b><i>crossed</b></i>", "closed</p>", "<p", "<a href=unquoted>x</a>", "<a b=\"1\"c>x</a>",
            "<>x</>",
        ]
    )
    func `what is not well-formed is refused`(html: String) {
        #expect(throws: HTMLOutline.Fault.self) { try HTMLOutline(html) }
    }

    @Test func `what is well-formed is read with its attributes and its text`() throws {
        let outline = try HTMLOutline("<!DOCTYPE html><p class=\"a b\" id=\"x\">one<br>two</p>\n")
        #expect(outline.elements.map(\.name) == ["p", "br"])
        #expect(outline.elements("p").first?.attributes == ["class": "a b", "id": "x"])
        #expect(outline.text == "onetwo\n")
    }
}
