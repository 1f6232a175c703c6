using System.Text.RegularExpressions;
using Featuresmith.Packaging;
using Featuresmith.Publishing;
using Featuresmith.Reporting;
using Featuresmith.Tests.Publishing;
using NUnit.Framework;
using Shouldly;
using Spectre.Console;

namespace Featuresmith.Tests.Reporting;

public partial class LivePublishProgressTests
{
    [TestCase(40)]
    [TestCase(60)]
    [TestCase(120)]
    public async Task Bars_fit_the_terminal_and_a_failure_stays_when_they_are_gone(int width)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        var plan = PlanOf(Artifacts.Feature("a-rather-long-id-of-a-feature", "1.0.0"));
        var outcome = new PublishOutcome([], null, null);
        var shown = await new LivePublishProgress(console).ShowAsync(
            [plan, new FeaturePlan("b", [])],
            observer =>
            {
                observer.Begun(plan.Id, plan.Bytes);
                observer.Sent(plan.Id, plan.Bytes / 2);
                observer.Stopping();
                observer.Ended(new FeatureResult(new FeaturePlan("b", []), "no [such] place\u001b[2J"));
                return Task.FromResult(outcome);
            }
        );
        shown.ShouldBe(outcome);
        var lines = Escape().Replace(writer.ToString(), "").Split('\n', '\r');
        lines.ShouldContain(line => line.StartsWith("FAILED b: no [such] place"));
        lines.ShouldContain(line => line.StartsWith("stopping: no Feature is begun"));
        lines.ShouldContain(line => line.Contains("1 of 2 Features"));
        lines.ShouldAllBe(line => line.Length <= width);
    }

    private static FeaturePlan PlanOf(FeatureArtifact feature)
    {
        var repository = $"owner/features/{feature.Id}";
        TagMove[] moves = [new("1.0.0", null)];
        return new FeaturePlan(
            feature.Id,
            [new RepositoryPlan(feature, feature.Id, repository, RepositoryStanding.New, feature.Layer.Digest, moves)]
        );
    }

    // What moves the cursor and erases (ECMA-48, 5.4).
    [GeneratedRegex(@"\x1b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Escape();
}
