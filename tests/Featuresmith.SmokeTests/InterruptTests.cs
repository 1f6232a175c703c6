using System.Diagnostics;
using Featuresmith.Cli;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>Ctrl-C, as the terminal sends it, to the real program.</summary>
[NonParallelizable]
[Platform("Unix,Linux,MacOsX")]
public class InterruptTests
{
    [Test]
    public async Task Ctrl_C_leaves_no_container_image_volume_or_folder()
    {
        await Host.EngineAsync();
        var before = await Host.LeftoversAsync();
        using var files = new SmallCollection();
        files.Script("test.sh", "sleep 3600");
        var program = Path.Combine(AppContext.BaseDirectory, "featuresmith.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "test", "-p", files.Root, "-i", Host.BaseImage])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        await Task.Delay(TimeSpan.FromSeconds(12));
        process.HasExited.ShouldBeFalse();
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        process.ExitCode.ShouldBe(ExitCode.Interrupted);
        (await Host.LeftoversAsync()).ShouldBe(before);
    }
}
