using System.Text.RegularExpressions;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Rendering;
using Featuresmith.Validation;
using Featuresmith.Validation.Settings;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Validation;

/// <summary>Walks all rule pages: a rule's bad block triggers that rule and only it, its good block nothing.</summary>
public partial class RulePageTests
{
    private const string Metadata = "{ \"id\": \"example\", \"version\": \"1.0.0\", \"name\": \"Example\" }";
    private const string Install = "#!/bin/sh\nset -e\n";

    private static readonly string[] TemplateFiles = ["feature.jsonc", "collection.jsonc", ".sbn"];

    public static IEnumerable<RuleInfo> Rules => RuleCatalog.All;

    [TestCaseSource(nameof(Rules))]
    public void The_bad_block_triggers_the_rule_and_only_it(RuleInfo rule) => Found(rule, "Bad").ShouldBe([rule.Id]);

    [TestCaseSource(nameof(Rules))]
    public void The_good_block_triggers_nothing(RuleInfo rule) => Found(rule, "Good").ShouldBeEmpty();

    [TestCaseSource(nameof(Rules))]
    public void The_page_names_the_rule_and_has_every_section(RuleInfo rule)
    {
        var page = RulePage.Read(rule);
        page.ShouldStartWith(
            $"# {rule.Id} {rule.Name}\n\nSeverity: {rule.DefaultSeverity.ToString().ToLowerInvariant()}\n"
        );
        Heading().Matches(page).Select(match => match.Groups[1].Value).ShouldBe(["What it does", "Why", "Bad", "Good"]);
    }

    [Test]
    public void No_two_rules_share_a_code_or_a_name()
    {
        RuleCatalog.All.Select(rule => rule.Id).ShouldBeUnique();
        RuleCatalog.All.Select(rule => rule.Name).ShouldBeUnique();
    }

    private static IEnumerable<RuleId> Found(RuleInfo rule, string section)
    {
        var files = Files(RulePage.Read(rule), section);
        using var folder = new TemporaryFolder();
        var templated = files.Keys.Any(name => TemplateFiles.Any(end => name.EndsWith(end, StringComparison.Ordinal)));
        return (templated ? Generate(folder, files) : Validate(folder, files))
            .Select(finding => finding.Rule.Id)
            .Distinct()
            .ToList();
    }

    private static IEnumerable<Diagnostic> Validate(TemporaryFolder folder, Dictionary<string, string> files)
    {
        files.TryAdd("devcontainer-feature.json", Metadata);
        files.TryAdd("install.sh", Install);
        foreach (var (name, text) in files.Where(file => file.Value != ""))
        {
            // Settings and devcontainer.json lie at the repository's root, everything else in the Feature's folder.
            folder.Write(name is ['.', not '.', ..] ? name : $"src/example/{name}", text);
        }

        return new Validator(path => path, LintSettings.Default).Check(folder.Path)!.Diagnostics;
    }

    private static IEnumerable<Diagnostic> Generate(TemporaryFolder folder, Dictionary<string, string> files)
    {
        files.TryAdd("feature.jsonc", $"{{ \"metadata\": {Metadata} }}");
        files.TryAdd("devcontainer-feature.json.sbn", "{{ metadata | to_json }}");
        folder.Write(
            "features/collection.jsonc",
            files.GetValueOrDefault("collection.jsonc", "{ \"name\": \"n\", \"namespace\": \"n\" }")
        );
        foreach (var (name, text) in files.Where(file => file.Key != "collection.jsonc"))
        {
            folder.Write($"templates/example/{name}", text);
        }

        var bag = new DiagnosticBag();
        var repository = new CollectionRepository(folder.Path);
        CollectionRenderer.Render(repository, repository.DefinitionFolders(), bag);
        return bag;
    }

    // A block's info string is its language and its file's name; "none" means that the file is absent.
    private static Dictionary<string, string> Files(string page, string section)
    {
        var text = page[page.IndexOf($"\n## {section}\n", StringComparison.Ordinal)..];
        var end = text.IndexOf("\n## ", 1, StringComparison.Ordinal);
        return Block()
            .Matches(end < 0 ? text : text[..end])
            .ToDictionary(
                match => match.Groups["name"].Value,
                match =>
                    match.Groups["language"].Value == "none"
                        ? ""
                        : match.Groups["text"].Value.Replace("␍", "\r", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^```(?<language>\S+) (?<name>\S+)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Block();
}
