using Featuresmith.Cli;
using Featuresmith.Diagnostics;
using Featuresmith.Validation;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Cli;

public class ExplainCommandTests
{
    [TestCase("FS104")]
    [TestCase("fs104")]
    [TestCase("default-in-enum")]
    public async Task A_rule_is_explained_by_code_or_name(string wanted) =>
        (await CommandLine.RunAsync("explain", wanted)).ShouldBe(
            new CommandLine(ExitCode.Clean, RulePage.Read(RuleNames.Find("FS104")!), "")
        );

    [TestCase("default-in-enun", "default-in-enum")]
    [TestCase("shbang", "shebang")]
    [TestCase("FS7012", "FS701")]
    public async Task A_misspelt_rule_is_a_usage_error_that_names_the_nearest(string wanted, string meant)
    {
        var run = await CommandLine.RunAsync("explain", wanted);
        run.ShouldBe(
            new CommandLine(
                ExitCode.Usage,
                "",
                $"featuresmith: there is no rule, Feature or option \"{wanted}\"; did you mean \"{meant}\"?\n"
            )
        );
    }

    [Test]
    public async Task What_is_like_no_rule_is_answered_with_where_the_rules_are() =>
        (await CommandLine.RunAsync("explain", "whatever")).Error.ShouldBe(
            "featuresmith: there is no rule, Feature or option \"whatever\"; the README lists the rules, and a Feature is found where its "
                + "collection is the current folder\n"
        );

    [Test]
    public async Task A_Feature_is_explained_with_its_options_and_scenarios()
    {
        using var repository = new SmallRepository();
        var run = await CommandLine.RunAsync("explain", "hello", "-p", repository.Folder.Path);
        run.Output.ShouldBe(
            """
            # hello 1.0.0

            Hello

            ## Options

            - greeting (string, default "hi", one of "hi", "hey"): What to say

            ## Scenarios

            - hey
            - shout

            """
        );
    }

    [Test]
    public async Task An_option_is_explained_with_its_variable_and_the_scenarios_that_set_it()
    {
        using var repository = new SmallRepository();
        var run = await CommandLine.RunAsync("explain", "hello.greeting", "-p", repository.Folder.Path);
        run.Output.ShouldBe(
            """
            # hello.greeting

            What to say

            - type: string
            - default: "hi"
            - allowed: "hi", "hey"
            - install.sh receives it as GREETING

            ## Scenarios that set it

            - hey: "hey"
            - shout: "HEY"

            """
        );
    }

    [TestCase("helo", "hello")]
    [TestCase("hello.greting", "hello.greeting")]
    public async Task A_misspelt_Feature_or_option_is_a_usage_error_that_names_the_nearest(string wanted, string meant)
    {
        using var repository = new SmallRepository();
        var run = await CommandLine.RunAsync("explain", wanted, "-p", repository.Folder.Path);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldBe(
            $"featuresmith: there is no rule, Feature or option \"{wanted}\"; did you mean \"{meant}\"?\n"
        );
    }

    [Test]
    public async Task A_Feature_of_a_collection_without_definitions_is_explained_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "src/full/devcontainer-feature.json",
            """
            {
              "id": "full", "version": "2.1.0", "description": "All of it", "privileged": true, "capAdd": ["SYS_PTRACE"],
              "securityOpt": ["seccomp=unconfined"], "dependsOn": { "./other": {} }, "installsAfter": ["./third"],
              "mounts": [{ "type": "volume", "source": "data", "target": "/data" }],
              "options": { "version": { "type": "string", "proposals": ["1", "2"], "default": "2" } }
            }
            """
        );
        var run = await CommandLine.RunAsync("explain", "full", "-p", folder.Path);
        run.Output.ShouldContain("## Needs\n\n- ./other\n");
        run.Output.ShouldContain("## Installed after\n\n- ./third\n");
        run.Output.ShouldContain(
            "- a privileged container\n- capability SYS_PTRACE\n- security option seccomp=unconfined\n- volume data at /data\n"
        );
        var option = await CommandLine.RunAsync("explain", "full.version", "--json", "-p", folder.Path);
        using var json = System.Text.Json.JsonDocument.Parse(option.Output);
        json.RootElement.GetProperty("page").GetString()!.ShouldContain("- proposed: \"1\", \"2\"\n");
    }

    [TestCase("shebang", "shebnag", true)]
    [TestCase("shebang", "hebang", true)]
    [TestCase("shebang", "SHEBANG", true)]
    [TestCase("shebang", "shall", false)]
    [TestCase("tls", "tlls", true)]
    [TestCase("tls", "abc", false)]
    [TestCase("", "x", true)]
    public void A_slip_in_three_characters_is_near(string candidate, string word, bool isNear) =>
        Spelling.Nearest(word, [candidate]).ShouldBe(isNear ? candidate : null);
}
