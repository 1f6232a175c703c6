using System.Runtime.CompilerServices;
using Featuresmith.Tests.Journey;
using NUnit.Framework;
using Shouldly;

namespace Featuresmith.SmokeTests;

/// <summary>The recording in README.md, run again from its first command to its last, containers included.</summary>
public class JourneyOnEngineTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    [Test]
    public async Task What_the_README_shows_is_what_is_printed()
    {
        await Host.EngineAsync();
        var folder = Directory.CreateTempSubdirectory("featuresmith-journey-");
        try
        {
            var readme = Path.Combine(Root, "README.md");
            var commands = new List<RecordedCommand>();
            foreach (var recorded in ReadmeRecording.Read(readme))
            {
                commands.Add(await ReadmeRecording.RunAsync(recorded.Line, folder.FullName));
                if (!ReadmeRecording.IsMade)
                {
                    ReadmeRecording
                        .Stable(commands[^1].Output)
                        .ShouldBe(ReadmeRecording.Stable(recorded.Output), recorded.Line);
                }
            }

            if (ReadmeRecording.IsMade)
            {
                ReadmeRecording.Write(readme, commands);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
