"""Drives `visafee lsp` with a client that others wrote, over real pipes.

pytest-lsp holds each answer to the protocol's own types, and warns of anything a client of the given capabilities must
not be sent; here such a warning fails the test.
"""

import asyncio
import os
import pathlib
import re
import shutil
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

PACKAGE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("VISAFEE", str(PACKAGE / ".build/debug/visafee"))

pytestmark = [pytest.mark.asyncio, pytest.mark.filterwarnings("error::pytest_lsp.LspSpecificationWarning")]


async def publish(client: LanguageClient, params: types.PublishDiagnosticsParams):
    """Writes every telling down as it comes: one that comes before somebody waits for it must not be missed."""
    async with client.told:
        client.diagnostics[params.uri] = params.diagnostics
        client.versions[params.uri] = params.version
        client.told.notify_all()


def listening_client():
    client = LanguageClient(converter_factory=default_converter)
    client.told = asyncio.Condition()
    client.versions = {}
    register_lsp_features(client, DEFAULT_CLIENT_FEATURES | {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish})
    return client


@pytest_lsp.fixture(
    params=["neovim", "visual-studio-code"],
    config=ClientServerConfig(server_command=[PROGRAM, "lsp"], client_factory=listening_client),
)
async def client(request, lsp_client: LanguageClient, tmp_path):
    shutil.copytree(PACKAGE / "Tests/Fixtures/fictional", tmp_path / "cities")
    lsp_client.folder = tmp_path / "cities"
    # The client has to say that it can register watchers, or is not asked to.
    lsp_client.registered = []

    @lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params):
        lsp_client.registered += [registration.method for registration in params.registrations]

    answer = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param),
            workspace_folders=[types.WorkspaceFolder(uri=tmp_path.as_uri(), name="registry")],
            root_uri=tmp_path.as_uri(),
        )
    )
    lsp_client.encoding = answer.capabilities.position_encoding
    yield
    await lsp_client.shutdown_session()


def uri(client, name="dalian.yaml"):
    return (client.folder / name).as_uri()


def text_of(client, name="dalian.yaml"):
    return (client.folder / name).read_text()


def units(client, text):
    return len(text.encode("utf-8")) if client.encoding == "utf-8" else len(text.encode("utf-16-le")) // 2


def position(client, text, needle, behind=False):
    """Where a needle begins in a text, or ends, in the units agreed on."""
    start = text.index(needle) + (len(needle) if behind else 0)
    before = text[:start]
    return types.Position(line=before.count("\n"), character=units(client, before.rsplit("\n", 1)[-1]))


def open_document(client, text, name="dalian.yaml"):
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(uri=uri(client, name), language_id="yaml", version=1, text=text)
        )
    )


def change(client, version, changes, name="dalian.yaml"):
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri(client, name), version=version),
            content_changes=changes,
        )
    )


async def findings(client, version, name="dalian.yaml"):
    """The findings of a version of a document, once the server has told of them."""
    async with client.told:
        is_told = client.told.wait_for(lambda: client.versions.get(uri(client, name)) == version)
        await asyncio.wait_for(is_told, timeout=30)
    return client.diagnostics[uri(client, name)]


def applied(client, text, edits):
    """A text with edits of the protocol made to it."""
    lines = text.split("\n")

    def offset(place):
        before = sum(len(line) + 1 for line in lines[: place.line])
        for count in range(len(lines[place.line]) + 1):
            if units(client, lines[place.line][:count]) == place.character:
                return before + count
        raise AssertionError(f"{place} is within a character")

    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


async def test_a_valid_file_has_no_findings(client):
    open_document(client, text_of(client))
    assert list(await findings(client, 1)) == []


async def test_findings_follow_what_is_typed(client):
    text = text_of(client)
    open_document(client, text)
    await findings(client, 1)
    place = position(client, text, "kind: official-account")
    end = types.Position(line=place.line, character=place.character + len("kind"))
    typed = types.TextDocumentContentChangePartial(range=types.Range(start=place, end=end), text="knd")
    change(client, 2, [typed])
    found = await findings(client, 2)
    slip = next(finding for finding in found if finding.code == "unknown-key")
    assert "did you mean 'kind'?" in slip.message
    assert slip.range.start == place
    assert slip.severity == types.DiagnosticSeverity.Error
    change(client, 3, [types.TextDocumentContentChangeWholeDocument(text=text)])
    assert list(await findings(client, 3)) == []


async def test_a_fix_applied_gives_a_clean_file(client):
    broken = text_of(client).replace('division: "210200"', "division: 210200")
    open_document(client, broken)
    found = await findings(client, 1)
    assert [finding.code for finding in found] == ["unquoted-number"]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=uri(client)),
            range=found[0].range,
            context=types.CodeActionContext(diagnostics=list(found), only=[types.CodeActionKind.QuickFix]),
        )
    )
    (fix,) = [action for action in actions if action.is_preferred]
    assert fix.diagnostics[0].code == "unquoted-number"
    if fix.edit.document_changes:
        (edit,) = fix.edit.document_changes
        assert (edit.text_document.uri, edit.text_document.version) == (uri(client), 1)
        edits = edit.edits
    else:
        edits = fix.edit.changes[uri(client)]
    mended = applied(client, broken, edits)
    assert mended == text_of(client)
    change(client, 2, [types.TextDocumentContentChangeWholeDocument(text=mended)])
    assert list(await findings(client, 2)) == []


async def test_a_fee_is_explained(client):
    name = "fees/national.yaml"
    text = text_of(client, name)
    open_document(client, text, name)
    fee = re.search(r"fee: \d", text).group()
    answer = await client.text_document_hover_async(
        types.HoverParams(
            text_document=types.TextDocumentIdentifier(uri=uri(client, name)),
            position=position(client, text, fee, behind=True),
        )
    )
    for part in ["CNY", "who pays", "in force", "source", "days ago"]:
        assert part in answer.contents.value


async def test_sources_are_offered_and_found(client):
    text = text_of(client)
    open_document(client, text)
    document = types.TextDocumentIdentifier(uri=uri(client))
    place = position(client, text, "source: dalian-n", behind=True)
    offered = await client.text_document_completion_async(
        types.CompletionParams(text_document=document, position=place)
    )
    assert {"dalian-notice"} <= {item.label for item in offered}
    found = await client.text_document_definition_async(
        types.DefinitionParams(text_document=document, position=place)
    )
    assert found.uri == uri(client)
    assert found.range.start == position(client, text, "dalian-notice: {")


async def test_keys_are_offered_where_a_record_is_begun(client):
    text = text_of(client).replace("receipt:\n", "receipt:\n  con\n")
    open_document(client, text)
    offered = await client.text_document_completion_async(
        types.CompletionParams(
            text_document=types.TextDocumentIdentifier(uri=uri(client)),
            position=position(client, text, "receipt:\n  con", behind=True),
        )
    )
    assert "against" in {item.label for item in offered}


async def test_an_outline_names_the_records(client):
    open_document(client, text_of(client))
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=types.TextDocumentIdentifier(uri=uri(client)))
    )
    assert {"bureau", "channels", "fees", "rollout"} <= {symbol.name for symbol in symbols}


async def test_a_new_file_on_disk_is_noticed_by_a_client_that_watches(client):
    open_document(client, text_of(client))
    await findings(client, 1)
    (client.folder / "ningbo.yaml").unlink()
    client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            changes=[types.FileEvent(uri=uri(client, "ningbo.yaml"), type=types.FileChangeType.Deleted)]
        )
    )
    answer = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(text_document=types.TextDocumentIdentifier(uri=uri(client)))
    )
    assert answer


async def test_an_unknown_method_is_refused_and_the_server_goes_on(client):
    with pytest.raises(Exception, match="nothing/at-all"):
        await client.protocol.send_request_async("nothing/at-all", {})
    open_document(client, text_of(client))
    assert list(await findings(client, 1)) == []


async def test_a_cancelled_request_hurts_nobody(client):
    open_document(client, text_of(client))
    place = types.HoverParams(
        text_document=types.TextDocumentIdentifier(uri=uri(client)), position=types.Position(line=1, character=1)
    )
    answer = client.protocol.send_request("textDocument/hover", place, msg_id="cancelled")
    client.cancel_request(types.CancelParams(id="cancelled"))
    # It may have been answered by then.
    try:
        assert "city" in (await asyncio.wrap_future(answer)).contents.value
    except JsonRpcRequestCancelled:
        pass
    change(client, 2, [types.TextDocumentContentChangeWholeDocument(text=text_of(client))])
    assert list(await findings(client, 2)) == []


async def test_a_client_that_is_gone_leaves_no_server_behind():
    for sent in [b"", b"Content-Length: 100\r\n\r\n{", b"nonsense"]:
        run = subprocess.run([PROGRAM, "lsp"], input=sent, capture_output=True, timeout=30)
        assert run.returncode == 3
        assert b"the editor is gone" in run.stderr
