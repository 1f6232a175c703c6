using Featuresmith.Diagnostics;
using Featuresmith.Smoke;
using Featuresmith.Smoke.Sandbox;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Collection;

/// <summary>What our own Features tell the sandbox; the runs themselves are for "test --engine sandbox".</summary>
public class SandboxValuesTests
{
    private static readonly SmokeCollection Ours = new(Path.Combine(RepositoryFiles.Root, "features"));

    private static IEnumerable<string> Features => Ours.TestedFeatures();

    [TestCaseSource(nameof(Features))]
    public void Every_option_has_a_value_for_the_sandbox_to_try(string feature)
    {
        var bag = new DiagnosticBag();
        var cases = new SandboxPlan(Ours, bag).Cases(feature, [SandboxDistribution.Of(SandboxDistribution.Default)!]);
        bag.Sorted().ShouldBeEmpty();
        cases.Where(sandboxCase => sandboxCase.Value is null).Select(sandboxCase => sandboxCase.Option).ShouldBeEmpty();
        cases.Count.ShouldBeGreaterThan(SandboxPlan.Options(Ours, feature, bag).Count);
    }

    [TestCaseSource(nameof(Features))]
    public void The_sandbox_is_told_only_of_options_that_there_are(string feature)
    {
        var bag = new DiagnosticBag();
        var declared = SandboxDeclarations.Read(Path.Combine(Ours.Tests, feature), bag).Root!.Object("options")!;
        var options = SandboxPlan.Options(Ours, feature, bag).Select(option => option.Id.Value);
        // The empty id stands for the defaults.
        declared.Members.Select(member => member.Key.Value).Except([.. options, ""]).ShouldBeEmpty();
    }
}
