using System.Text;
using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Definitions;
using Featuresmith.Rendering;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Migrating;

public class MigrateCommandTests
{
    private const string Metadata = """
        {
            "id": "tool",
            "version": "1.0.0",
            "name": "Tool",
            // A comment.
            "options": {
                "version": { "type": "string", "default": "lts", "description": "Which" },
                "with-extras": { "type": "boolean", "default": true, "description": "More" }
            },
            "keywords": ["one", "two"]
        }

        """;

    private const string Install = """
        #!/bin/sh
        set -e
        VERSION="${VERSION:-"lts"}"
        EXTRAS="${WITH_EXTRAS:-true}"
        echo "${VERSION} ${EXTRAS} ${HOME:-lts}"

        """;

    private TemporaryFolder old = null!;
    private TemporaryFolder collection = null!;

    [SetUp]
    public void Begin()
    {
        old = new TemporaryFolder();
        collection = new TemporaryFolder();
        collection.Write("features/collection.jsonc", """{ "name": "New", "namespace": "new/features" }""");
        old.Write("src/tool/devcontainer-feature.json", Metadata);
        old.Write("src/tool/install.sh", Install);
    }

    [TearDown]
    public void End()
    {
        old.Dispose();
        collection.Dispose();
    }

    [Test]
    public async Task Generating_makes_the_Feature_and_its_tests_again_byte_for_byte()
    {
        old.Write("src/tool/README.md", "# By hand\n");
        old.Write("src/tool/bin/data", "\u0001\u0002");
        old.Write("test/tool/test.sh", "#!/bin/bash\ntrue\n");
        old.Write(
            "test/tool/scenarios.json",
            "{\n\t\"a\": { \"image\": \"debian:trixie\", \"features\": { \"tool\": {} } }\n}"
        );
        old.Write("test/tool/a.sh", "#!/bin/bash\r\ntrue\r\n");
        var run = await MigrateAsync("src/tool");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        run.Output.ShouldBe(
            "tool: 7 files, all of them made again byte for byte; from the definition devcontainer-feature.json (all of it), install.sh (2 defaults)\n"
                + "1 migrated, 0 not\n"
        );
        await ComesBackAsync();
    }

    [Test]
    public async Task A_default_that_the_script_states_once_more_comes_from_the_definition()
    {
        await MigrateAsync("src/tool");
        collection
            .Read("templates/tool/install.sh.sbn")
            .ShouldBe(
                Install
                    .Replace("${VERSION:-\"lts\"}", "${VERSION:-\"{{ metadata.options.version.default }}\"}")
                    .Replace("${WITH_EXTRAS:-true}", "${WITH_EXTRAS:-{{ metadata.options['with-extras'].default }}}")
            );
    }

    [Test]
    public async Task A_changed_default_in_the_definition_then_changes_both_files()
    {
        await MigrateAsync("src/tool");
        var definition = collection.Read("templates/tool/feature.jsonc").Replace("\"lts\"", "\"22\"");
        collection.Write("templates/tool/feature.jsonc", definition);
        (await CommandLine.RunAsync("generate", "-p", collection.Path)).Code.ShouldBe(ExitCode.Clean);
        collection.Read("features/src/tool/install.sh").ShouldContain("VERSION=\"${VERSION:-\"22\"}\"");
        collection.Read("features/src/tool/devcontainer-feature.json").ShouldBe(Metadata.Replace("\"lts\"", "\"22\""));
    }

    [Test]
    public async Task The_definition_keeps_the_author_s_comments_and_layout()
    {
        await MigrateAsync("src/tool");
        collection
            .Read("templates/tool/feature.jsonc")
            .ShouldStartWith(
                "{\n  \"$schema\": \"../../schemas/feature-definition.schema.json\",\n  \"metadata\": {\n      \"id\": \"tool\",\n"
            );
        collection.Read("templates/tool/feature.jsonc").ShouldContain("      // A comment.\n");
        collection.Read("templates/tool/devcontainer-feature.json.sbn").ShouldBe("{{ metadata_text }}\n");
    }

    [Test]
    public async Task A_sibling_may_then_be_named_by_its_id()
    {
        const string full = "\"dependsOn\": { \"registry.example.test/new/features/other:1\": {} },\n    \"keywords\"";
        old.Write("src/tool/devcontainer-feature.json", Metadata.Replace("\"keywords\"", full));
        old.Write("src/other/devcontainer-feature.json", Metadata.Replace("tool", "other").Replace("Tool", "Other"));
        old.Write("src/other/install.sh", Install);
        collection.Write(
            "features/collection.jsonc",
            """{ "name": "New", "namespace": "new/features", "registry": "registry.example.test" }"""
        );
        (await MigrateAsync("")).Output.ShouldEndWith("2 migrated, 0 not\n");
        var definition = collection.Read("templates/tool/feature.jsonc");
        collection.Write(
            "templates/tool/feature.jsonc",
            definition.Replace("registry.example.test/new/features/other:1", "other")
        );
        await ComesBackAsync();
    }

    [Test]
    public async Task Metadata_in_the_usual_layout_needs_no_layout_of_its_own()
    {
        old.Write(
            "src/tool/devcontainer-feature.json",
            "{\n  \"id\": \"tool\",\n  \"version\": \"1.0.0\",\n  \"name\": \"Tool\"\n}"
        );
        await MigrateAsync("src/tool");
        collection.Read("templates/tool/devcontainer-feature.json.sbn").ShouldBe("{{ metadata | to_json }}");
        await ComesBackAsync();
    }

    // Every one of these is somewhere in public collections.
    [TestCase("{\r\n  \"id\": \"tool\",\r\n  \"version\": \"1.0.0\"\r\n}\r\n", TestName = "CRLF")]
    [TestCase("\uFEFF{ \"id\": \"tool\", \"version\": \"1.0.0\" }", TestName = "a byte order mark")]
    [TestCase(
        "{\t\"id\":\"tool\",\n\n\t\"version\":\"1.0.0\"}   \n\n",
        TestName = "tabs, an empty line, blanks at the end"
    )]
    [TestCase(
        "// {{ first }}\n{ \"id\": \"tool\",\n\"version\": \"1.0.0\", }\n/* {%{ last */",
        TestName = "comments around it"
    )]
    [TestCase("  {\n    \"id\": \"tool\",\n  \"version\": \"1.0.0\"\n }", TestName = "indented as a whole")]
    [TestCase(
        "{\"id\":\"tool\",\"version\":\"1.0.0\",\"name\":\"\\u00e9 {{ x }}\"}",
        TestName = "escapes, and marks of templates"
    )]
    [TestCase(
        "{\"id\":\"tool\",\"version\":\"1.0.0\",\"description\":\"\\u0041\",\"x\":1.0,\"y\":1e3}",
        TestName = "numbers as written"
    )]
    public async Task Whatever_layout_the_metadata_has_it_comes_back(string text)
    {
        await File.WriteAllBytesAsync(
            Path.Combine(old.Path, "src/tool/devcontainer-feature.json"),
            Encoding.UTF8.GetBytes(text)
        );
        (await MigrateAsync("src/tool")).Code.ShouldBe(ExitCode.Clean);
        Made("devcontainer-feature.json").ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [TestCase("#!/bin/sh\necho '{{ not a template }}' {%{ ${VERSION:-lts}\n", TestName = "marks of templates")]
    [TestCase("#!/bin/sh\r\necho ${VERSION:-lts}\r\n", TestName = "CRLF in the script")]
    [TestCase("echo ${VERSION:-lts} # no interpreter", TestName = "no interpreter, no line end")]
    [TestCase(
        "#!/bin/sh\necho ${VERSION:=lts} ${VERSION-lts} ${VERSION:-} ${VERSION:-ltss} ${VERSIONS:-lts}\n",
        TestName = "other forms"
    )]
    [TestCase("", TestName = "an empty script")]
    public async Task Whatever_the_script_holds_it_comes_back(string text)
    {
        old.Write("src/tool/install.sh", text);
        (await MigrateAsync("src/tool")).Code.ShouldBe(ExitCode.Clean);
        Made("install.sh").ShouldBe(Encoding.UTF8.GetBytes(text));
    }

    [Test]
    public async Task A_script_that_may_not_be_executed_stays_so()
    {
        File.SetUnixFileMode(
            Path.Combine(old.Path, "src/tool/install.sh"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite
        );
        await MigrateAsync("src/tool");
        await ComesBackAsync();
    }

    [Test]
    public async Task A_file_that_looks_like_a_template_is_not_rendered()
    {
        old.Write("src/tool/page.sbn", "{{ nothing }} }}\n");
        (await MigrateAsync("src/tool")).Code.ShouldBe(ExitCode.Clean);
        await ComesBackAsync();
    }

    [Test]
    public async Task What_does_not_belong_is_left_out_and_named()
    {
        old.Write("src/tool/node_modules/x/index.js", "");
        old.Write("src/tool/install.sh.orig", "");
        Directory.CreateSymbolicLink(Path.Combine(old.Path, "src/tool/round"), ".");
        var run = await MigrateAsync("src/tool");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("tool: left out ");
        run.Error.ShouldContain("node_modules");
        run.Error.ShouldContain("install.sh.orig");
        run.Error.ShouldContain("round");
        run.Output.ShouldStartWith("tool: 2 files");
    }

    [Test]
    public async Task A_whole_collection_is_migrated_and_what_cannot_be_is_said_at_the_end()
    {
        old.Write("src/broken/devcontainer-feature.json", "{ \"id\": ");
        old.Write("src/other/devcontainer-feature.json", "{ \"id\": \"other\", \"version\": \"1.0.0\" }");
        old.Write("src/other/test/x.sh", "true\n");
        old.Write("src/third/devcontainer-feature.json", "{ \"id\": \"third\", \"version\": \"1.0.0\" }");
        old.Write("src/third/feature.jsonc", "{}");
        var run = await MigrateAsync("");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldEndWith("1 migrated, 3 not\n");
        run.Error.ShouldContain("src/broken: not migrated: its devcontainer-feature.json cannot be read");
        run.Error.ShouldContain("error FS001");
        run.Error.ShouldContain("has a folder \"test\" of its own");
        run.Error.ShouldContain("has a feature.jsonc already");
        Directory
            .GetDirectories(Path.Combine(collection.Path, "templates"))
            .Select(Path.GetFileName)
            .ShouldBe(["tool"]);
    }

    [Test]
    public async Task Nothing_is_written_over()
    {
        collection.Write("templates/tool/feature.jsonc", "{ \"metadata\": {} }");
        var before = collection.Snapshot();
        var run = await MigrateAsync("src/tool");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Error.ShouldContain("is there already");
        collection.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_dry_run_writes_nothing_and_says_the_same()
    {
        var before = collection.Snapshot();
        var dry = await MigrateAsync("src/tool", "--dry-run");
        collection.Snapshot().ShouldBe(before);
        dry.Output.ShouldBe((await MigrateAsync("src/tool")).Output);
    }

    [Test]
    public async Task What_generate_will_refuse_is_said_at_once()
    {
        old.Write("src/tool/devcontainer-feature.json", "{ \"id\": \"tool\", \"version\": \"v1\" }");
        var run = await MigrateAsync("src/tool");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("error FS103");
        run.Error.ShouldContain("tool: \"generate\" refuses it until this is mended, or allowed");
    }

    [Test]
    public async Task Programs_are_told_as_JSON()
    {
        var json = JsonNode.Parse((await MigrateAsync("src/tool", "--json")).Output)!;
        json["written"]!.GetValue<bool>().ShouldBeTrue();
        var feature = json["features"]![0]!;
        feature["id"]!.GetValue<string>().ShouldBe("tool");
        feature["fromDefinition"]!.AsArray().Count.ShouldBe(2);
    }

    [TestCase("nowhere", "is no folder")]
    [TestCase("test", "holds no Feature")]
    public async Task A_path_without_a_Feature_is_a_usage_error(string path, string sentence)
    {
        Directory.CreateDirectory(Path.Combine(old.Path, "test"));
        var run = await MigrateAsync(path);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(sentence);
    }

    private Task<CommandLine> MigrateAsync(string path, params string[] more) =>
        CommandLine.RunAsync(["migrate", Path.Combine(old.Path, path), "-p", collection.Path, .. more]);

    private byte[] Made(string name)
    {
        // Not every layout above passes the rules, and these are not what is tested here.
        collection.Write(
            "features/collection.jsonc",
            """{ "name": "New", "namespace": "new/features", "validate": { "ignore": [{ "rule": "FS101", "path": "*", "reason": "x" }] } }"""
        );
        return CollectionRenderer
            .Render(new CollectionRepository(collection.Path), [Path.Combine(collection.Path, "templates/tool")], [])
            .Single()
            .Files.Single(file => file.Path == $"src/tool/{name}")
            .Content.ToArray();
    }

    // Bytes and modes, by "generate" itself: put where it writes, the old files are left as they are.
    private async Task ComesBackAsync()
    {
        foreach (var part in new[] { "src", "test" }.Where(part => Directory.Exists(Path.Combine(old.Path, part))))
        {
            Directory.CreateDirectory(Path.Combine(collection.Path, "features"));
            Directory.Move(Path.Combine(old.Path, part), Path.Combine(collection.Path, "features", part));
        }

        var check = await CommandLine.RunAsync("generate", "--check", "-p", collection.Path);
        check.Code.ShouldBe(ExitCode.Clean, check.Output);
        check.Output.ShouldContain("0 created, 0 changed, ");
    }
}
