using Featuresmith.Cli;
using Featuresmith.Consuming;
using Featuresmith.Consuming.Choosing;
using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Tests.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Consuming;

public class ChooseCommandTests
{
    private static IReadOnlyList<FeatureDefinition> Definitions => KnownCollection.Carried.Definitions;

    public static IEnumerable<ChoiceQuestion> Questions => ChoiceQuestion.All;

    [Test]
    public void Every_aspect_of_the_comparison_has_its_question() =>
        ChoiceQuestion.All.Select(question => question.Aspect).Order().ShouldBe(FeatureComparison.AspectNames.Order());

    [TestCaseSource(nameof(Questions))]
    public void An_answer_says_what_the_page_says(ChoiceQuestion question)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "features", "README.md"));
        var weighed = FeatureChooser.Weigh(Definitions, [question]);
        weighed.Count.ShouldBe(Definitions.Count(definition => definition.Comparison is not null));
        foreach (var feature in weighed)
        {
            var reason = feature.Reasons.ShouldHaveSingleItem();
            page.ShouldContain($" {reason.Suits.ToString().ToLowerInvariant()}: {reason.Note.Value} |");
            page.ShouldContain($"| [{feature.Id}](src/{feature.Id}/README.md) | {feature.ChooseWhen} |");
        }
    }

    [Test]
    public void No_set_of_needs_is_answered_with_what_one_of_them_rules_out()
    {
        for (var set = 0; set < 1 << ChoiceQuestion.All.Count; set++)
        {
            var needs = ChoiceQuestion.All.Where((_, index) => (set >> index & 1) == 1).ToList();
            var weighed = FeatureChooser.Weigh(Definitions, needs);
            weighed.SkipWhile(feature => !feature.IsRuledOut).ShouldAllBe(feature => feature.IsRuledOut);
            foreach (var feature in weighed.Where(feature => !feature.IsRuledOut))
            {
                var aspects = Definitions.Single(definition => definition.FolderName == feature.Id).Comparison!.Aspects;
                needs.ShouldAllBe(need => aspects.Single(aspect => aspect.Name == need.Aspect).Suits != Suitability.No);
            }
        }
    }

    [Test]
    public async Task The_best_comes_first_with_its_reasons_and_the_next_command()
    {
        var run = await Choose("--share-images");
        run.Code.ShouldBe(ExitCode.Clean);
        run.Output.ShouldStartWith("take docker-outside-of-docker: you want the host's images");
        run.Output.ShouldContain("       yes     imageSharing: the host's images and cache are used as they are\n");
        run.Output.ShouldContain("not  docker-in-docker: ");
        run.Output.ShouldEndWith("next: featuresmith add docker-outside-of-docker\n");
    }

    [Test]
    public async Task What_fits_alike_is_told_apart_by_when_to_take_it() =>
        (await Choose("--untrusted-code", "--no-privileged")).Output.ShouldContain(
            "next: featuresmith add ID, one of "
        );

    [Test]
    public async Task Needs_that_nothing_meets_are_a_finding()
    {
        var run = await Choose("--share-images", "--untrusted-code", "--kubernetes");
        run.Code.ShouldBe(ExitCode.Findings);
        run.Output.ShouldEndWith("none meets all of this; leave out what counts least\n");
    }

    [Test]
    public async Task Where_nobody_can_be_asked_a_flag_is_needed()
    {
        var run = await Choose();
        run.Code.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("--untrusted-code, ");
    }

    [Test]
    public async Task Json_fits_its_schema()
    {
        var run = await Choose("--ci", "--json");
        var report = JsonSyntaxTree.Parse(new SourceText("report", run.Output), []);
        SchemaCheck.For("report").Check(report.Root!).ShouldBeEmpty();
        report.RootObject!["choices"].ShouldBeOfType<JsonArraySyntax>().Items.Count.ShouldBe(8);
    }

    private static Task<CommandLine> Choose(params string[] flags) =>
        CommandLine.RunAsync(["choose", "-p", RepositoryFiles.Root, .. flags]);
}
