using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Architecture;

/// <summary>Which room may use which, as ../shared/design.md draws it: left may use right.</summary>
public partial class LayerTests
{
    private static readonly string Source = Path.Combine(RepositoryFiles.Root, "src", "Featuresmith");

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Sources"] = [],
        ["Watching"] = [],
        ["Diagnostics"] = ["Sources"],
        ["Syntax"] = ["Diagnostics", "Sources"],
        ["Definitions"] = ["Syntax", "Diagnostics", "Sources"],
        ["Downloads"] = ["Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Rendering"] = ["Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Scaffolding"] = ["Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Migrating"] = ["Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Validation"] = ["Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Documentation"] = ["Validation", "Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Smoke"] = ["Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Doctor"] = [],
        ["Packaging"] = ["Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Publishing"] = ["Packaging", "Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Graphs"] = ["Validation", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Coverage"] = ["Validation", "Rendering", "Definitions", "Syntax", "Diagnostics", "Sources"],
        ["Consuming"] =
        [
            "Publishing",
            "Packaging",
            "Validation",
            "Rendering",
            "Definitions",
            "Syntax",
            "Diagnostics",
            "Sources",
        ],
        ["Reporting"] =
        [
            "Coverage",
            "Consuming",
            "Publishing",
            "Packaging",
            "Doctor",
            "Smoke",
            "Validation",
            "Rendering",
            "Definitions",
            "Diagnostics",
            "Sources",
        ],
    };

    public static IEnumerable<string> Rooms =>
        Directory.EnumerateDirectories(Source).Select(Path.GetFileName).Except(["bin", "obj"])!;

    [TestCaseSource(nameof(Rooms))]
    public void A_room_uses_only_rooms_to_its_right(string room) =>
        (
            from file in Directory.EnumerateFiles(Path.Combine(Source, room), "*.cs", SearchOption.AllDirectories)
            from Match use in RoomUse().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != room && !Allowed[room].Contains(used)
            select $"{Path.GetFileName(file)} uses {used}"
        ).ShouldBeEmpty();

    [Test]
    public void Only_the_executable_ends_the_process_or_writes_to_the_console() =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => ConsoleUse().IsMatch(File.ReadAllText(file)))
            .ShouldBeEmpty();

    [TestCase("Featuresmith.Scriban")]
    [TestCase("Featuresmith.JsonSchema")]
    public void A_stand_in_knows_nothing_of_this_product(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src", project), "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Where(file =>
                File.ReadAllText(file) is var text
                && (text.Contains("using Featuresmith") || text.Contains("<ProjectReference"))
            )
            .ShouldBeEmpty();

    [GeneratedRegex(@"^using Featuresmith\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex RoomUse();

    [GeneratedRegex(@"(?<!Spectre\.)\bConsole\.(?!Rendering)|Environment\.Exit")]
    private static partial Regex ConsoleUse();
}
