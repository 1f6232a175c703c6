using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Tests.Cli;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;
using Featuresmith.Validation.Suppressions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

public class SuppressionTests
{
    private const string Metadata = "{ \"id\": \"hello\", \"version\": \"1.0.0\", \"name\": \"Hello\" }";

    [TestCase("a.jsonc", "// featuresmith: ignore FS105 -- upstream name\n{}", "FS105", "upstream name")]
    [TestCase("a.json", "{ /* featuresmith: ignore FS105 -- upstream name */ }", "FS105", "upstream name")]
    [TestCase("install.sh", "  # featuresmith: ignore FS105 -- upstream name \n", "FS105", "upstream name")]
    [TestCase("x.sh.sbn", "#featuresmith: ignore option-unread -- read elsewhere", "option-unread", "read elsewhere")]
    [TestCase("install.sh", "# featuresmith: ignore FS105,FS106 , FS107 -- why", "FS105 FS106 FS107", "why")]
    [TestCase("install.sh", "# featuresmith: ignore FS2-SC2086 -- words wanted\r\nls $x", "FS2-SC2086", "words wanted")]
    [TestCase("install.sh", "# featuresmith: ignore FS105", "FS105", null)]
    [TestCase("install.sh", "# featuresmith: ignore FS105 --", "FS105", null)]
    [TestCase("install.sh", "# featuresmith: ignore FS105 because", "FS105", null)]
    [TestCase("install.sh", "# featuresmith: ignore -- because", "", "because")]
    public void A_comment_names_rules_and_a_reason(string path, string text, string rules, string? reason)
    {
        var found = SuppressionComments.In(new SourceText(path, text)).ToList();
        string.Join(' ', found.Select(suppression => suppression.Rule.Value.Trim())).ShouldBe(rules);
        found.ShouldAllBe(suppression => (suppression.Reason == null ? null : suppression.Reason.Value) == reason);
    }

    [Test]
    public void A_suppression_in_a_test_script_or_a_scenario_that_has_no_effect_is_found()
    {
        using var collection = new SmallCollection().Feature("hello");
        collection.Folder.Write("test/hello/test.sh", "#!/bin/sh\n# featuresmith: ignore FS311 -- not needed\ntrue\n");
        collection.Folder.Write(
            "test/hello/scenarios.json",
            "{\n  // featuresmith: ignore FS308 -- not needed\n  \"a\": { \"image\": \"debian\", \"features\": { \"hello\": {} } }\n}\n"
        );
        collection.Folder.Write("test/hello/a.sh", "#!/bin/sh\ntrue\n");
        new Validator(path => Path.GetRelativePath(collection.Folder.Path, path), LintSettings.Default)
            .Check(collection.Folder.Path)!
            .Diagnostics.Where(finding => finding.Rule == SuppressionRules.WithoutEffect)
            .Select(finding => $"{finding.Span}")
            .ShouldBe(["test/hello/scenarios.json:2:27", "test/hello/test.sh:2:24"]);
    }

    [TestCase("a.jsonc", "{ \"a\": \"// featuresmith: ignore FS105 -- no\" }")]
    [TestCase("NOTES.md", "# featuresmith: ignore FS105 -- no")]
    [TestCase("install.sh", "echo '# featuresmith: ignore FS105 -- no'")]
    [TestCase("install.sh", "# featuresmith: ignored FS105 -- no")]
    public void What_is_no_comment_of_ours_suppresses_nothing(string path, string text) =>
        SuppressionComments.In(new SourceText(path, text)).ShouldBeEmpty();

    [Test]
    public void A_comment_covers_its_own_line_and_the_next_that_is_no_such_comment()
    {
        var source = new SourceText(
            "install.sh",
            "#!/bin/sh\n# featuresmith: ignore FS105 -- a\n# featuresmith: ignore FS106 -- b\necho\necho\n"
        );
        var first = SuppressionComments.In(source).First();
        Enumerable
            .Range(1, 5)
            .Select(line => first.Covers(source.LineSpan(line)))
            .ShouldBe([false, true, false, true, false]);
    }

    [Test]
    public void A_suppressed_finding_is_not_reported_and_others_are()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", Metadata.Replace("1.0.0", "v1", StringComparison.Ordinal));
        folder.Write("hello/install.sh", "# featuresmith: ignore shebang -- run by /bin/sh on purpose\nset -e\n");
        Rules(folder).ShouldBe(["FS103"]);
    }

    [Test]
    public void One_of_two_rules_without_effect_is_named_and_its_fix_leaves_the_other()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", Metadata);
        var script = folder.Write("hello/install.sh", "# featuresmith: ignore FS203, FS202 -- why\nset -e\n");
        var finding = Check(folder).ShouldHaveSingleItem();
        finding.Message.ShouldBe("nothing here is found by FS202, so the suppression has no effect");
        finding.Span.StartPosition.ToString().ShouldBe("1:31");
        Featuresmith
            .Validation.Fixing.TextEdits.Apply(File.ReadAllText(script), finding.Fix!.Edits)
            .ShouldBe("# featuresmith: ignore FS203 -- why\nset -e\n");
    }

    [Test]
    public void A_rule_that_does_not_exist_is_named_with_the_one_that_was_meant()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", Metadata);
        folder.Write("hello/install.sh", "#!/bin/sh\n# featuresmith: ignore shebnag -- why\nset -e\n");
        var finding = Check(folder).ShouldHaveSingleItem();
        finding.Message.ShouldBe("there is no rule \"shebnag\" to suppress");
        finding.Help.ShouldBe("did you mean \"shebang\"?");
    }

    [Test]
    public void Where_a_file_cannot_be_read_no_suppression_is_called_useless()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "hello/devcontainer-feature.json",
            "{ // featuresmith: ignore FS105 -- a dollar is wanted\n \"id\": "
        );
        folder.Write("hello/install.sh", "#!/bin/sh\n");
        Rules(folder).ShouldNotContain("FS004");
    }

    [Test]
    public void Another_tools_rule_is_never_called_without_effect_because_the_tool_may_be_absent()
    {
        using var folder = new TemporaryFolder();
        folder.Write("hello/devcontainer-feature.json", Metadata);
        folder.Write("hello/install.sh", "#!/bin/sh\n# featuresmith: ignore FS2-SC2086 -- words are wanted\nset -e\n");
        Rules(folder).ShouldBeEmpty();
    }

    [Test]
    public void A_comment_counts_in_every_file_that_a_finding_lies_in()
    {
        var template = new SourceText(
            "x.sbn",
            "# featuresmith: ignore shebang -- found in what is made from it\necho\n"
        );
        var finding = new Diagnostic(RuleNames.Find("FS203")!, template.LineSpan(2), "found");
        Linter
            .Conclude([finding], new LintScope([], LintSettings.Default, [], IsWholeCollection: true))
            .ShouldBeEmpty();
    }

    [Test]
    public async Task A_definition_allows_a_rule_with_a_reason_for_what_is_made_from_it()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write("templates/hello/test/test.sh", "#!/bin/sh\n");
        AllowUnread(repository, "\"reason\": \"the base image reads it\"");
        var generated = await repository.GenerateAsync();
        generated.Code.ShouldBe(0, generated.Output);
        generated.Output.ShouldNotContain("FS204");
        var validated = await CommandLine.RunAsync("validate", repository.Folder.Path);
        validated.Output.ShouldBe("1 Feature checked\n");
    }

    [Test]
    public async Task A_definition_that_allows_what_nothing_finds_is_told_so()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace(
                "\"scenarios\"",
                "\"allow\": [{ \"rule\": \"FS204\", \"reason\": \"none\" }],\n\"scenarios\"",
                StringComparison.Ordinal
            )
        );
        (await repository.GenerateAsync()).Output.ShouldContain("feature.jsonc:11:23: warning FS004");
        (await CommandLine.RunAsync("validate", repository.Folder.Path)).Output.ShouldContain(
            "feature.jsonc:11:23: warning FS004"
        );
    }

    [Test]
    public async Task A_definition_that_allows_without_a_reason_is_refused()
    {
        using var repository = new SmallRepository();
        AllowUnread(repository, "\"because\": \"\"");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(1);
        run.Output.ShouldContain("error FS601");
    }

    private static void AllowUnread(SmallRepository repository, string reason)
    {
        repository.Folder.Write("templates/hello/install.sh.sbn", "#!/bin/sh\nset -e\n");
        repository.Folder.Write(
            "templates/hello/feature.jsonc",
            SmallRepository.Definition.Replace(
                "\"scenarios\"",
                $"\"allow\": [{{ \"rule\": \"FS204\", {reason} }}],\n\"scenarios\"",
                StringComparison.Ordinal
            )
        );
    }

    private static IReadOnlyList<Diagnostic> Check(TemporaryFolder folder) =>
        new Validator(path => path, LintSettings.Default).Check(folder.Path)!.Diagnostics;

    private static IEnumerable<string> Rules(TemporaryFolder folder) =>
        Check(folder).Select(item => item.Rule.Id.Value);
}
