using Featuresmith.Smoke;
using NUnit.Framework;

namespace Featuresmith.SmokeTests;

/// <summary>Waits for what a test builds on, instead of for a time that a busy machine does not keep.</summary>
internal static class Until
{
    /// <summary>A test script of a smoke run has come as far as its "sleep 3600"; the test fails after four minutes without.</summary>
    /// <param name="environment">Variables that say which engine; none for the host's.</param>
    public static async Task ScriptSleepsAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var process = new ProcessRunner(null);
        for (var tries = 0; tries < 480; tries++)
        {
            var containers = await process.RunAsync(
                "docker",
                ["ps", "--quiet", "--filter", "label=featuresmith.run"],
                default,
                environment: environment
            );
            foreach (var container in containers.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                // "docker top" asks the engine's own machine for "ps", which a nested one lacks.
                var processes = await process.RunAsync(
                    "docker",
                    ["exec", container, "sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"],
                    default,
                    environment: environment
                );
                if (processes.Output.Contains("sleep 3600", StringComparison.Ordinal))
                {
                    return;
                }
            }

            await Task.Delay(TimeSpan.FromSeconds(0.5));
        }

        Assert.Fail("no test script came as far as its sleep");
    }
}
