using System.Text.RegularExpressions;
using Featuresmith.Cli;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Rendering.Workflows;

/// <summary>The workflows of this repository as they are committed, and how generating makes them.</summary>
public partial class WorkflowTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, ".github", "workflows");

    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.yml").Select(Path.GetFileName).Order()!;

    [Test]
    public async Task Actionlint_finds_nothing()
    {
        (await Actionlint.CheckAsync([.. Files.Select(file => Path.Combine(Folder, file))])).ShouldBeEmpty();
    }

    [Test]
    public async Task Actionlint_finds_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(
            "bad.yml",
            "on: pushh\njobs:\n  a:\n    runs-on: linux\n    steps:\n      - run: echo ${{ matrix.x }}\n"
        );
        (await Actionlint.CheckAsync([file])).Count.ShouldBe(2);
    }

    [TestCaseSource(nameof(Files))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string file)
    {
        var uses = Uses().Matches(File.ReadAllText(Path.Combine(Folder, file)));
        uses.ShouldNotBeEmpty();
        uses.Select(use => use.Groups[1].Value).ShouldAllBe(action => Pinned().IsMatch(action));
    }

    [TestCaseSource(nameof(Files))]
    public void Only_publishing_may_write_anything(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));
        text.ShouldContain("\npermissions:\n  contents: read\n");
        Write()
            .Matches(text)
            .Select(right => right.Value.Trim())
            .ShouldBe(file == "publish.yml" ? ["packages: write"] : []);
    }

    [TestCaseSource(nameof(Files))]
    public void No_script_holds_what_somebody_else_may_have_written(string file) =>
        // "${{ … }}" in a script is pasted before the shell reads it; a variable of the environment is not.
        File.ReadAllLines(Path.Combine(Folder, file))
            .Where(line => line.Contains("${{") && !Assignment().IsMatch(line))
            .ShouldBeEmpty();

    [Test]
    public async Task Generating_makes_them_and_check_sees_when_they_were_changed_by_hand()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write(
            "templates/workflows/test.yml.sbn",
            "features:{{ for feature in features }} {{ feature.id }}{{ end }}\nimages:{{ for image in base_images }} {{ image }}{{ end }}\n"
        );
        (await repository.GenerateAsync()).Output.ShouldContain("created  .github/workflows/test.yml\n");
        repository
            .Folder.Read(".github/workflows/test.yml")
            .ShouldBe("features: hello\nimages: debian:bookworm debian:trixie\n");
        (await repository.GenerateAsync("--check")).Code.ShouldBe(ExitCode.Clean);

        repository.Folder.Write(".github/workflows/test.yml", "by hand\n");
        repository.Folder.Write(".github/workflows/other.yml", "somebody else's\n");
        var check = await repository.GenerateAsync("--check");
        check.Code.ShouldBe(ExitCode.Findings);
        check.Output.ShouldContain("changed  .github/workflows/test.yml\n  -by hand\n");
        check.Output.ShouldNotContain("other.yml");
    }

    [Test]
    public async Task A_mistake_in_a_workflow_s_template_is_a_finding_at_its_place_and_nothing_is_written()
    {
        using var repository = new SmallRepository();
        repository.Folder.Write("templates/workflows/test.yml.sbn", "name: test\nimage: {{ base_image }}\n");
        var run = await repository.GenerateAsync();
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldContain("templates/workflows/test.yml.sbn:2:11: error FS602");
        Directory.Exists(Path.Combine(repository.Folder.Path, ".github")).ShouldBeFalse();
    }

    [GeneratedRegex(@"uses: (.+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+(/[a-z]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^ +[a-z-]+: write", RegexOptions.Multiline)]
    private static partial Regex Write();

    [GeneratedRegex(@"^\s*([A-Za-z_-]+: .*|smoke-cache-\$\{\{ matrix\.shard \}\}-)$")]
    private static partial Regex Assignment();
}
