using NUnit.Framework;
using Shouldly;

namespace Featuresmith.Tests.Journey;

/// <summary>
/// The recording in README.md, run again but for the step that needs an engine, which the smoke tests' JourneyOnEngineTests runs too.
/// </summary>
[Platform("Linux")]
public class ReadmeRecordingTests
{
    private static readonly string Readme = Path.Combine(RepositoryFiles.Root, "README.md");

    [Test]
    public async Task What_the_README_shows_is_what_is_printed()
    {
        using var folder = new TemporaryFolder();
        var commands = new List<RecordedCommand>();
        foreach (var recorded in ReadmeRecording.Read(Readme))
        {
            var needsEngine = recorded.Line.StartsWith("featuresmith test", StringComparison.Ordinal);
            commands.Add(needsEngine ? recorded : await ReadmeRecording.RunAsync(recorded.Line, folder.Path));
            if (!ReadmeRecording.IsMade)
            {
                ReadmeRecording
                    .Stable(commands[^1].Output)
                    .ShouldBe(ReadmeRecording.Stable(recorded.Output), recorded.Line);
            }
        }

        if (ReadmeRecording.IsMade)
        {
            ReadmeRecording.Write(Readme, commands);
        }
    }

    [Test]
    public void It_shows_the_whole_way_from_nothing_to_a_project_that_uses_a_Feature() =>
        ReadmeRecording
            .Read(Readme)
            .Select(command => command.Line.Split(' '))
            .Where(words => words[0] == "featuresmith")
            .Select(words => words[1])
            .ShouldBe(["init", "new", "generate", "validate", "test", "publish", "add"]);

    [TestCase("passed 10.1 s", "passed  9.8 s", true)]
    [TestCase("version 0.1.0", "version 0.2.0", false)]
    [TestCase("1 created", "2 created", false)]
    [TestCase("──── end ", "── end", true)]
    public void Durations_and_widths_are_no_difference(string one, string other, bool isSame) =>
        (ReadmeRecording.Stable(one) == ReadmeRecording.Stable(other)).ShouldBe(isSame);
}
