using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class SetCommandTests
{
    private const string Dind = $"{Workspace.Ours}/docker-in-docker";

    private Workspace workspace = null!;

    [SetUp]
    public void MakeWorkspace() => workspace = new Workspace();

    [TearDown]
    public void RemoveWorkspace() => workspace.Dispose();

    [Test]
    public async Task An_option_is_set_changed_and_unset_in_its_place()
    {
        workspace.WithFeatures($"{Dind}:1");
        (await workspace.EditAsync("set", "docker-in-docker", "--option", "moby=true")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldContain($"    \"{Dind}:1\": {{ \"moby\": \"true\" }}\n");
        (await workspace.EditAsync("set", Dind, "--option", "moby=false")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldContain($"    \"{Dind}:1\": {{ \"moby\": \"false\" }}\n");
        (await workspace.EditAsync("set", $"{Dind}:1", "--unset", "moby")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldContain($"    \"{Dind}:1\": {{}}\n");
    }

    [TestCase("version=28", "\"28\"")]
    [TestCase("tls=true", "{ \"version\": \"latest\", \"tls\": true }")]
    public async Task The_short_form_of_the_version_stays_as_long_as_it_can(string option, string value)
    {
        workspace.With($"{{ \"features\": {{ \"{Dind}:1\": \"latest\" }} }}");
        (await workspace.EditAsync("set", "docker-in-docker", "--option", option)).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldBe($"{{ \"features\": {{ \"{Dind}:1\": {value} }} }}");
    }

    [Test]
    public async Task A_pin_changes_the_key_alone()
    {
        workspace.With($"{{ \"features\": {{ \"{Dind}:1\" /* ours */ : {{ }} }} }}");
        (await workspace.EditAsync("set", "docker-in-docker", "--pin", "exact")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldBe($"{{ \"features\": {{ \"{Dind}:1.0.0\" /* ours */ : {{ }} }} }}");
    }

    [Test]
    public async Task Setting_what_is_set_changes_nothing()
    {
        workspace.With($"{{ \"features\": {{ \"{Dind}:1\": {{ \"tls\": true }} }} }}");
        var run = await workspace.EditAsync("set", "docker-in-docker", "--option", "tls=true");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Output.ShouldStartWith("nothing to change");
    }

    [TestCase("docker-in-dokcer", "tls=true", "did you mean \"docker-in-docker\"?")]
    [TestCase("docker-in-docker", "tsl=true", "did you mean \"tls\"?")]
    [TestCase("other", "a=b", "may be registry.example.test/a/other:1 or registry.example.test/b/other:1")]
    [TestCase("registry.example.test/a/other:1", "a=b", "are not known: nobody was asked")]
    public async Task What_is_not_there_cannot_be_set(string wanted, string option, string said)
    {
        workspace.WithFeatures($"{Dind}:1", "registry.example.test/a/other:1", "registry.example.test/b/other:1");
        var before = workspace.Text;
        var run = await workspace.EditAsync("set", wanted, "--option", option);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain(said);
        workspace.Text.ShouldBe(before);
    }

    [Test]
    public async Task A_value_that_is_no_object_is_left_to_its_author()
    {
        workspace.With($"{{ \"features\": {{ \"{Dind}:1\": true }} }}");
        var run = await workspace.EditAsync("set", "docker-in-docker", "--option", "tls=true");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("has a boolean where its options stand");
    }

    [Test]
    public async Task Something_has_to_be_set() =>
        (await workspace.WithFeatures($"{Dind}:1").EditAsync("set", "docker-in-docker")).Error.ShouldContain(
            "what is to be set?"
        );

    [Test]
    public async Task Removing_needs_no_registry_and_tells_an_unknown_name()
    {
        workspace.With(
            "{\n  \"image\": \"mine\",\n  \"features\": {\n    \"registry.example.test/a/one:1\": {},\n    \"./two\": {}\n  }\n}\n"
        );
        (await workspace.EditAsync("remove", "tow")).Error.ShouldContain("did you mean \"two\"?");
        (await workspace.EditAsync("remove", "two", "--dry-run")).Output.ShouldStartWith(
            "would be removed: ./two, in "
        );
        (await workspace.EditAsync("remove", "two")).Code.ShouldBe(ExitCode.Clean);
        (await workspace.EditAsync("remove", "registry.example.test/a/one")).Code.ShouldBe(ExitCode.Clean);
        workspace.Text.ShouldBe("{\n  \"image\": \"mine\"\n}\n");
        (await workspace.EditAsync("remove", "one")).Error.ShouldContain("has no Features");
    }

    [Test]
    public async Task Without_a_file_there_is_nothing_to_change() =>
        (await workspace.EditAsync("remove", "one")).Error.ShouldContain("nor .devcontainer.json");
}
