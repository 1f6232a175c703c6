using System.Globalization;
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

    // A dependency that opens the container is found itself too.
    private static readonly Dictionary<string, RuleId[]> Company = new() { ["FS506"] = [new RuleId("FS503")] };

    public static IEnumerable<RuleInfo> Rules => RuleCatalog.All;

    [TestCaseSource(nameof(Rules))]
    public void The_bad_block_triggers_the_rule_and_only_it(RuleInfo rule) =>
        Found(rule, "Bad").ShouldBe([rule.Id, .. Company.GetValueOrDefault(rule.Id.Value, [])], ignoreOrder: true);

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
        var templated = files.Keys.Any(name =>
            !IsOutside(name) && TemplateFiles.Any(end => name.EndsWith(end, StringComparison.Ordinal))
        );
        return (templated ? Generate(folder, files) : Validate(folder, files))
            .Select(finding => finding.Rule.Id)
            .Distinct()
            .ToList();
    }

    private static IEnumerable<Diagnostic> Validate(TemporaryFolder folder, Dictionary<string, string> files)
    {
        files.TryAdd("devcontainer-feature.json", Metadata);
        if (!files.Keys.Any(name => name.StartsWith("install.sh ", StringComparison.Ordinal)))
        {
            files.TryAdd("install.sh", Install);
        }

        foreach (var (name, text) in files.Where(file => file.Value != ""))
        {
            // Settings and devcontainer.json lie at the repository's root, everything else in the Feature's folder.
            Write(folder, IsOfRepository(name) ? name : $"features/src/example/{name}", text);
        }

        return new Validator(path => path, LintSettings.Default).Check(folder.Path)!.Diagnostics;
    }

    private static bool IsOfRepository(string name) =>
        name == ".featuresmith.jsonc" || name.StartsWith(".devcontainer/", StringComparison.Ordinal);

    // Beside a Feature that is there already, a definition is only read.
    private static bool IsOutside(string name) => name.StartsWith("../", StringComparison.Ordinal);

    // "-> target" as the only line of a block makes a link; an octal number behind a file's name is its mode.
    private static void Write(TemporaryFolder folder, string path, string text)
    {
        var mode = path.IndexOf(' ', StringComparison.Ordinal);
        if (text.StartsWith("-> ", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Path, path))!);
            File.CreateSymbolicLink(Path.Combine(folder.Path, path), text[3..].Trim());
        }
        else if (mode > 0)
        {
            File.SetUnixFileMode(
                folder.Write(path[..mode], text),
                (UnixFileMode)Convert.ToInt32(path[mode..].Trim(), 8)
            );
        }
        else
        {
            folder.Write(path, text);
        }
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
                match => match.Groups["language"].Value == "none" ? "" : Spell(match.Groups["text"].Value)
            );
    }

    // What a page cannot show as it is: a carriage return, and a long text.
    private static string Spell(string text) =>
        Repeated()
            .Replace(
                text.Replace("␍", "\r", StringComparison.Ordinal),
                match =>
                    string.Concat(
                        Enumerable.Repeat(
                            match.Groups["text"].Value,
                            int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture)
                        )
                    )
            );

    [GeneratedRegex("⟨(?<text>[^⟨⟩]+)×(?<times>[0-9]+)⟩")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(
        @"^```(?<language>\S+) (?<name>\S+( [0-7]+)?)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Block();
}
