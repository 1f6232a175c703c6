using System.Runtime.CompilerServices;
using Shouldly;

namespace Featuresmith.Tests.JsonSchema;

/// <summary>
/// <c>OptionalTests.md</c>: for each optional file of the official suite how many tests pass, and by name those that do
/// not. <c>UPDATE_GOLDEN=1</c> writes it anew.
/// </summary>
internal static class OptionalTable
{
    private const string Heading = """
        # Optional tests of the official suite

        What an implementation may leave out, and how this one does. A test keeps the table true; `UPDATE_GOLDEN=1` in its
        environment writes it anew.

        | file | pass | do not pass |
        | --- | --- | --- |

        """;

    /// <summary>One line a file, and after it one line a test that does not pass.</summary>
    public static IEnumerable<string> Summarise(IEnumerable<(string Name, string? Problem)> results)
    {
        foreach (var file in results.GroupBy(result => result.Name.Split(": ")[0]))
        {
            var failed = file.Where(result => result.Problem is not null).Select(result => result.Name).ToList();
            yield return $"| {file.Key} | {file.Count() - failed.Count} | {failed.Count} |";
            foreach (var name in failed)
            {
                yield return $"| &nbsp;&nbsp;{Escape(name[(file.Key.Length + 2)..])} | | x |";
            }
        }
    }

    public static void Compare(IEnumerable<string> lines, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "OptionalTests.md");
        var actual = Heading.ReplaceLineEndings("\n") + string.Join('\n', lines) + '\n';
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(actual);
    }

    private static string Escape(string name) => name.Replace("|", "\\|", StringComparison.Ordinal);
}
