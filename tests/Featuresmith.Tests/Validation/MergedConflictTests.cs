using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class MergedConflictTests
{
    private const string Both = """{ "both": { "image": "i", "features": { "one": {}, "two": {} } } }""";
    private const string Entrypoint = "\"entrypoint\": \"/usr/local/share/start.sh\"";

    private SmallCollection collection = null!;

    [SetUp]
    public void MakeCollection() => collection = new SmallCollection();

    [TearDown]
    public void RemoveCollection() => collection.Dispose();

    [Test]
    public void Two_engines_on_one_socket_are_found_from_what_their_scripts_do()
    {
        collection
            .Feature(
                "one",
                script: "cat > /usr/local/bin/start << 'EOF'\n    ( dockerd --debug > /tmp/log 2>&1 ) &\nEOF"
            )
            .Feature(
                "two",
                script: "SOURCE=/var/run/docker-host.sock\n"
                    + "TARGET_SOCKET=\"${TARGET_SOCKET:-\"/var/run/docker.sock\"}\"\n"
                    + "socat UNIX-LISTEN:${TARGET_SOCKET},fork UNIX-CONNECT:${SOURCE} &"
            )
            .Scenarios("one", Both, "both");
        collection
            .Found("FS325")
            .ShouldBe(["test/one/scenarios.json:1:52: FS325: \"one\" and \"two\" both make /run/docker.sock"]);
    }

    [TestCase("# dockerd needs this")]
    [TestCase("pkill dockerd")]
    [TestCase("if type dockerd > /dev/null; then true; fi")]
    [TestCase("dockerd -H unix:///run/other.sock &")]
    [TestCase("DOCKER_HOST=unix:///var/run/docker.sock docker ps")]
    [TestCase("ln -s /opt/tool /usr/local/bin/tool")]
    public void A_script_that_makes_another_socket_or_none_does_not_conflict(string script)
    {
        collection
            .Feature("one", script: "dockerd --debug &")
            .Feature("two", script: script)
            .Scenarios("one", Both, "both");
        collection.Found("FS325").ShouldBeEmpty();
    }

    [TestCase("\"entrypoint\": 7", "FS321")]
    [TestCase("\"mounts\": [{ \"type\": \"volume\", \"source\": \"v\" }]", "FS322")]
    [TestCase("\"mounts\": [{ \"type\": \"volume\", \"source\": \"v\" }]", "FS323")]
    [TestCase("\"mounts\": [{ \"type\": \"bind\", \"source\": \"/a\", \"target\": \"/t\" }]", "FS323")]
    [TestCase("\"mounts\": [{ \"type\": \"bind\", \"source\": \"/a\" }]", "FS325")]
    [TestCase("\"containerEnv\": { \"A\": 7 }", "FS324")]
    [TestCase("\"containerEnv\": { \"PATH\": \"/x:${PATH}\" }", "FS324")]
    [TestCase("\"containerEnv\": { \"PATH\": \"/x:$PATH\" }", "FS324")]
    [TestCase("\"containerEnv\": { \"A\": \"same\" }", "FS324")]
    public void What_two_Features_have_alike_without_harm_is_no_conflict(string members, string rule)
    {
        collection.Feature("one", members).Feature("two", members).Scenarios("one", Both, "both");
        collection.Found(rule).ShouldBeEmpty();
    }

    [TestCase("7")]
    [TestCase("[]")]
    public void A_Feature_without_metadata_claims_nothing(string json)
    {
        collection.Feature("one", Entrypoint).Feature("two").Scenarios("one", Both, "both");
        collection.Folder.Write("src/two/devcontainer-feature.json", json);
        collection.Found("FS321", "FS322", "FS323", "FS324", "FS325", "FS326").ShouldBeEmpty();
    }

    [TestCase("ln -sf /opt/x.sock /var/run/x.sock", "ln -s -f /opt/y.sock /run/x.sock", false)]
    [TestCase("ln -sf /opt/x.sock /var/run/x.sock", "ln -sf /opt/y.sock /run/x.sock", true)]
    [TestCase("ln -sf /opt/x.sock \"$NOWHERE\"", "ln -sf /opt/y.sock \"$NOWHERE\"", false)]
    [TestCase("S=/run/x.sock\nln -sf /opt/x.sock \"$S\"", "ln -sf /opt/y.sock /run/x.sock", true)]
    [TestCase("S=/run/x\nln -sf /opt/x.sock \"$S\"", "ln -sf /opt/y.sock /run/x", false)]
    public void A_link_that_takes_a_sockets_place_owns_it(string one, string two, bool conflict)
    {
        collection.Feature("one", script: one).Feature("two", script: two).Scenarios("one", Both, "both");
        collection.Found("FS325").Count.ShouldBe(conflict ? 1 : 0);
    }

    [Test]
    public void What_a_dependency_brings_conflicts_too()
    {
        collection
            .Feature("base", Entrypoint)
            .Feature("one", "\"dependsOn\": { \"registry.example.test/owner/features/base:1\": {} }")
            .Feature("two", Entrypoint)
            .Scenarios("one", Both, "both");
        collection
            .Found("FS321")
            .ShouldBe([
                "test/one/scenarios.json:1:52: FS321: \"base\" and \"two\" both have the entrypoint /usr/local/share/start.sh",
            ]);
    }

    [TestCase(". /usr/local/share/one.sh", ". /usr/local/share/two.sh", false)]
    [TestCase(". /usr/local/share/one.sh", "exec /usr/local/share/one.sh --flag", true)]
    [TestCase("/bin/sh /usr/local/share/one.sh", "/bin/sh /usr/local/share/two.sh", false)]
    public void Entrypoints_are_told_apart_by_the_script_that_they_run(string one, string two, bool conflict)
    {
        collection
            .Feature("one", $"\"entrypoint\": \"{one}\"")
            .Feature("two", $"\"entrypoint\": \"{two}\"")
            .Scenarios("one", Both, "both");
        collection.Found().Count.ShouldBe(conflict ? 1 : 0);
    }

    [Test]
    public void A_Feature_that_comes_twice_does_not_conflict_with_itself()
    {
        collection
            .Feature("one", Entrypoint)
            .Feature("two", "\"dependsOn\": { \"registry.example.test/owner/features/one:1\": {} }")
            .Scenarios("one", Both, "both");
        collection.Found().ShouldBeEmpty();
    }

    [Test]
    public void A_scenario_that_must_fail_may_have_any_conflict_and_any_value()
    {
        collection.Feature("one", Entrypoint).Feature("two", Entrypoint);
        collection.Folder.Write(
            "test/one/failing-scenarios.json",
            """{ "both": { "image": "i", "features": { "one": { "nothing": "x" }, "two": {} } } }"""
        );
        collection.Found().ShouldBeEmpty();
    }

    [Test]
    public void Values_that_agree_and_values_that_extend_do_not_conflict()
    {
        collection
            .Feature("one", "\"containerEnv\": { \"A\": \"1\", \"PATH\": \"/one:${PATH}\" }")
            .Feature("two", "\"containerEnv\": { \"A\": \"1\", \"PATH\": \"/two:${PATH}\" }")
            .Scenarios("one", Both, "both");
        collection.Found().ShouldBeEmpty();
    }

    [Test]
    public void The_local_Features_of_a_devcontainer_json_are_merged_like_a_scenario()
    {
        collection.Feature("one", Entrypoint).Feature("two", Entrypoint);
        var file = collection.Folder.Write(
            "devcontainer.json",
            "{\n  \"features\": {\n    \"./src/one\": {},\n    \"./src/two\": {},\n    \"./src/nowhere\": {}\n  }\n}\n"
        );
        DiagnosticBag bag = [];
        var tree = JsonSyntaxTree.Parse(SourceText.Read(file, "devcontainer.json"), bag);
        var used = UsedFeatures.By(tree, collection.Folder.Path, collection.Reader, bag);
        used.Features.Select(feature => feature.Name).ShouldBe(["one", "two"]);
        Linter.Check(used).ShouldHaveSingleItem().ToString().ShouldStartWith("devcontainer.json:4:5: error FS321: ");
        bag.ShouldBeEmpty();
    }
}
