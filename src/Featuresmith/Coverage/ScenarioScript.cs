namespace Featuresmith.Coverage;

/// <summary>The test script of a ready-made scenario. Building and starting its container is most of the test.</summary>
internal static class ScenarioScript
{
    /// <summary>The script.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="hasDefaultTest">Whether the Feature has a test.sh, whose checks are run again.</param>
    public static string Text(ReadyScenario scenario, bool hasDefaultTest)
    {
        var options = string.Join(
            ", ",
            scenario.Options.Select(option => $"{option.Option}={option.Value.ToJsonString()}")
        );
        var checks = hasDefaultTest
            ? "check 'what holds with the defaults holds with these options' bash ./test.sh\n"
            : "";
        return "#!/bin/bash\n"
            + $"# The container comes up with {options.ReplaceLineEndings(" ")}.\n"
            + "# What the options do is for this script's author to check: a line \"check 'what holds' command\" for each.\n"
            + "set -e\n"
            + "source ./dev-container-features-test-lib\n\n"
            + checks
            + "reportResults\n";
    }
}
