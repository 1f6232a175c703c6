using System.Text.Json.Nodes;
using Featuresmith.Cli;
using Featuresmith.Publishing;
using Featuresmith.Tests.Cli;
using Featuresmith.Tests.Publishing;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming.Locking;

/// <summary>lock, upgrade and outdated, next to a registry in memory.</summary>
public class LockCommandTests
{
    private const string Lock = ".devcontainer/devcontainer-lock.json";

    private FaultRegistry registry = null!;
    private TemporaryFolder workspace = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        registry = await FaultRegistry.StartAsync();
        workspace = new TemporaryFolder();
        await PublishAsync("hello", "1.0.0");
        await PublishAsync("hello", "1.1.0");
        await PublishAsync("hello", "2.0.0");
    }

    [TearDown]
    public async Task EndAsync()
    {
        workspace.Dispose();
        await registry.DisposeAsync();
    }

    [Test]
    public async Task A_lock_file_is_written_and_written_once()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var run = await RunAsync("lock");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        run.Output.ShouldStartWith($"locked   {registry.Host}/o/hello:1  1.1.0 (sha256:");
        var before = workspace.Snapshot();
        (await RunAsync("lock")).Output.ShouldEndWith("1 Features, nothing to change\n");
        (await RunAsync("lock", "--frozen-lockfile")).Code.ShouldBe(ExitCode.Clean);
        workspace.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task What_is_locked_stays_until_upgrade()
    {
        Ask("{ \"features\": { \"R/hello:1.0.0\": {} } }");
        await RunAsync("lock");
        var old = workspace.Read(Lock).Replace("hello:1.0.0", "hello:1", StringComparison.Ordinal);
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        workspace.Write(Lock, old);
        (await RunAsync("lock")).Code.ShouldBe(ExitCode.Clean);
        workspace.Read(Lock).ShouldBe(old);
        (await RunAsync("outdated", "--detailed-exitcode")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(ExitCode.Pending),
            run => run.Output.Split('\n')[1].ShouldEndWith("  1.0.0    1.1.0   2.0.0")
        );

        (await RunAsync("upgrade")).Output.ShouldContain("changed  ");
        workspace.Read(Lock).ShouldContain("\"version\": \"1.1.0\"");
    }

    [Test]
    public async Task Frozen_without_a_lock_file_or_with_another_fails_and_writes_nothing()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var before = workspace.Snapshot();
        var absent = await RunAsync("lock", "--frozen-lockfile");
        absent.Code.ShouldBe(ExitCode.Findings);
        absent.Error.ShouldContain("there is no lock file");
        workspace.Snapshot().ShouldBe(before);

        workspace.Write(Lock, "");
        var marked = await RunAsync("lock", "--frozen-lockfile");
        marked.Code.ShouldBe(ExitCode.Findings);
        marked.Error.ShouldContain("the lock file does not match");
        workspace.Read(Lock).ShouldBeEmpty();
    }

    [Test]
    public async Task A_dry_run_writes_nothing()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var before = workspace.Snapshot();
        (await RunAsync("lock", "--dry-run")).Output.ShouldStartWith("locked ");
        var file = await RunAsync("upgrade", "--dry-run");
        workspace.Snapshot().ShouldBe(before);
        await RunAsync("upgrade");
        workspace.Read(Lock).ShouldBe(file.Output);
    }

    [Test]
    public async Task Another_version_is_named_and_nothing_else_in_the_file_changes()
    {
        Ask("\uFEFF{\r\n\t// keep R/hello:1\r\n\t\"features\": { \"R/hello:1\" : { \"a\": \"R/hello:1\" }, },\r\n}");
        var run = await RunAsync("upgrade", "--feature", $"{registry.Host}/o/hello", "--target-version", "2.0");
        run.Code.ShouldBe(ExitCode.Clean, run.Error);
        File.ReadAllBytes(Path.Combine(workspace.Path, ".devcontainer/devcontainer.json"))
            .ShouldBe([
                .. System.Text.Encoding.UTF8.Preamble,
                .. System.Text.Encoding.UTF8.GetBytes(
                    Filled(
                        "{\r\n\t// keep R/hello:1\r\n\t\"features\": { \"R/hello:2.0\" : { \"a\": \"R/hello:1\" }, },\r\n}"
                    )
                ),
            ]);
        workspace.Read(Lock).ShouldContain("\"version\": \"2.0.0\"");
    }

    [Test]
    public async Task A_version_that_does_not_exist_changes_nothing()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var before = workspace.Snapshot();
        var run = await RunAsync("upgrade", "--feature", $"{registry.Host}/o/hello", "--target-version", "7");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Error.ShouldContain("hello:7 is not to be had");
        run.Error.ShouldContain("there are 1, 1.0, 1.0.0, 1.1, 1.1.0, 2, 2.0, 2.0.0, latest");
        workspace.Snapshot().ShouldBe(before);
    }

    [TestCase("--feature", "x", "belong together")]
    [TestCase("--target-version", "1", "belong together")]
    public async Task Half_of_a_wish_is_a_usage_error(string flag, string value, string sentence)
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var run = await RunAsync("upgrade", flag, value);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(sentence);
    }

    [TestCase("1.x", "is no version to name", ExitCode.Usage)]
    [TestCase("1", "does not ask for", ExitCode.Findings)]
    public async Task So_is_a_Feature_or_version_that_cannot_be(string version, string sentence, int code)
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var run = await RunAsync("upgrade", "--feature", $"{registry.Host}/o/helo", "--target-version", version);
        run.Code.ShouldBe(code);
        run.Error.ShouldContain(sentence);
    }

    // Each with the place in devcontainer.json, and the way out.
    [TestCase(
        "{ \"features\": { \"R/nobody:1\": {} } }",
        ":1:17: ",
        "has no o/nobody; is it spelt as it was published?"
    )]
    [TestCase("{ \"features\": { \"hello\": {} } }", ":1:17: ", "is no Feature that can be looked for; write HOST")]
    [TestCase("{ \"features\": { \"R/hello@sha256:12\": {} } }", ":1:17: ", "is no Feature that can be looked for")]
    [TestCase("{ \"features\": { \"./absent\": {} } }", ":1:17: ", "has no devcontainer-feature.json that can be read")]
    [TestCase("{ \"features\": { \"R/orphan\": {} } }", ":1:17: ", "nobody")]
    [TestCase(
        "{ \"features\": { \"R/egg\": {} } }",
        ":1:17: ",
        "Features wait for one another: R/chicken -> R/egg -> R/chicken"
    )]
    public async Task What_is_not_to_be_had_is_said_at_its_place_and_nothing_is_written(
        string configuration,
        string place,
        string sentence
    )
    {
        await PublishAsync("orphan", "1.0.0", $"\"dependsOn\":{{\"{registry.Host}/o/nobody\":{{}}}},");
        await PublishAsync("chicken", "1.0.0", $"\"dependsOn\":{{\"{registry.Host}/o/egg\":{{}}}},");
        await PublishAsync("egg", "1.0.0", $"\"dependsOn\":{{\"{registry.Host}/o/chicken\":{{}}}},");
        Ask(configuration);
        var before = workspace.Snapshot();
        var run = await RunAsync("lock");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Error.ShouldContain(place);
        run.Error.ShouldContain(
            sentence.Contains("wait", StringComparison.Ordinal) ? "wait for one another" : Filled(sentence)
        );
        workspace.Snapshot().ShouldBe(before);
    }

    [Test]
    public async Task A_registry_that_fails_leaves_the_lock_file_as_it_was()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        workspace.Write(Lock, "");
        registry.Fault = context =>
        {
            context.Response.StatusCode = 403;
            return Task.FromResult(true);
        };
        foreach (var verb in new[] { "lock", "upgrade", "outdated" })
        {
            (await RunAsync(verb)).Code.ShouldBe(ExitCode.Refused);
        }

        workspace.Read(Lock).ShouldBeEmpty();
    }

    [TestCase("{ \"features\": ", "devcontainer.json:1:")]
    [TestCase("", "devcontainer.json:1:1")]
    [TestCase("[]", "cannot be read")]
    public async Task A_configuration_that_cannot_be_read_is_a_finding(string configuration, string sentence)
    {
        Ask(configuration);
        foreach (var verb in new[] { "lock", "upgrade", "outdated" })
        {
            var run = await RunAsync(verb);
            run.Code.ShouldBe(ExitCode.Findings);
            run.Error.ShouldContain(sentence);
        }
    }

    [Test]
    public async Task A_lock_file_that_cannot_be_read_is_a_finding_and_upgrade_replaces_it()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        workspace.Write(Lock, "<<<<<<< HEAD");
        (await RunAsync("lock")).ShouldSatisfyAllConditions(
            run => run.Code.ShouldBe(ExitCode.Findings),
            run => run.Error.ShouldContain("devcontainer-lock.json:1:1: error FS001")
        );
        workspace.Read(Lock).ShouldBe("<<<<<<< HEAD");
        (await RunAsync("upgrade")).Code.ShouldBe(ExitCode.Clean);
        workspace.Read(Lock).ShouldStartWith("{\n");
    }

    [TestCase("{}")]
    [TestCase("{ \"features\": {} }")]
    [TestCase("{ \"features\": [] }")]
    public async Task Without_Features_there_is_nothing_to_lock(string configuration)
    {
        Ask(configuration);
        var run = await RunAsync("lock");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Error.ShouldContain("there is nothing to lock");
        File.Exists(Path.Combine(workspace.Path, Lock)).ShouldBeFalse();
    }

    [Test]
    public async Task Offline_nothing_is_asked_and_folders_still_are_read()
    {
        Ask("{ \"features\": { \"./local\": {} } }");
        workspace.Write(
            ".devcontainer/local/devcontainer-feature.json",
            "{ \"id\": \"local\", \"version\": \"1.0.0\" }"
        );
        registry.Forget();
        (await RunAsync("lock", "--offline")).Code.ShouldBe(ExitCode.Clean);
        workspace.Read(Lock).ShouldBe("{\n  \"features\": {}\n}\n");
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        (await RunAsync("lock", "--offline")).Code.ShouldBe(ExitCode.Usage);
        registry.Seen.ShouldBeEmpty();
    }

    [Test]
    public async Task Programs_are_told_as_JSON()
    {
        Ask("{ \"features\": { \"R/hello:1\": {} } }");
        var json = JsonNode.Parse((await RunAsync("lock", "--json")).Output)!;
        json["written"]!.GetValue<bool>().ShouldBeTrue();
        json["changes"]![0]!["after"]!["version"]!.GetValue<string>().ShouldBe("1.1.0");
        json["changes"]![0]!["before"].ShouldBeNull();
        var frozen = await RunAsync("lock", "--json", "--frozen-lockfile");
        JsonNode.Parse(frozen.Output)!["written"]!.GetValue<bool>().ShouldBeFalse();
    }

    private string Filled(string text) => text.Replace("R/", $"{registry.Host}/o/", StringComparison.Ordinal);

    private void Ask(string configuration) => workspace.Write(".devcontainer/devcontainer.json", Filled(configuration));

    private Task<CommandLine> RunAsync(string verb, params string[] more) =>
        CommandLine.RunAsync([verb, "--workspace-folder", workspace.Path, .. more]);

    private async Task PublishAsync(string id, string version, string more = "")
    {
        using var store = registry.Open(new RegistryOptions());
        var publisher = new FeaturePublisher(store, "o") { IgnoresGate = true };
        var plans = await publisher.PlanAsync([Artifacts.Feature(id, version, more)], default);
        await publisher.PublishAsync(plans, new Silence(), default);
    }
}
