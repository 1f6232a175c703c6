using System.Text;
using System.Text.RegularExpressions;

namespace Featuresmith.Downloads;

/// <summary>downloads.lock.jsonc: name and sha256 of each file that install.sh may download. One entry a line, because install.sh
/// reads the file line by line, in images that have no JSON parser.</summary>
public sealed partial class DownloadLock
{
    /// <summary>The file's name in a template folder.</summary>
    public const string FileName = "downloads.lock.jsonc";

    private readonly List<string> otherLines;
    private readonly SortedDictionary<string, string> checksums;

    private DownloadLock(List<string> otherLines, SortedDictionary<string, string> checksums) =>
        (this.otherLines, this.checksums) = (otherLines, checksums);

    /// <summary>The pinned sha256 by name, in lower-case hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Checksums => checksums;

    /// <param name="text">The file's text.</param>
    /// <exception cref="InvalidDataException">A line is neither entry, comment nor brace.</exception>
    public static DownloadLock Parse(string text)
    {
        var (other, entries) = (new List<string>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (Entry().Match(line) is { Success: true } entry)
            {
                entries[entry.Groups["name"].Value] = entry.Groups["sum"].Value;
            }
            else if (Other().IsMatch(line))
            {
                other.Add(line);
            }
            else
            {
                throw new InvalidDataException(
                    $"line {number} is neither a comment nor \"name\": \"sha256 in 64 hexadecimal digits\": {line.Trim()}"
                );
            }
        }

        return new DownloadLock(other, entries);
    }

    /// <summary>The same file with one more entry, or another checksum in it.</summary>
    public DownloadLock With(string name, string checksum) =>
        new(otherLines, new SortedDictionary<string, string>(checksums, StringComparer.Ordinal) { [name] = checksum });

    /// <summary>The file's text: comments first, then the entries by name.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in otherLines.SkipLast(1))
        {
            text.Append(line).Append('\n');
        }

        var entries = checksums.Select(entry => $"  \"{entry.Key}\": \"{entry.Value}\"");
        text.AppendJoin(",\n", entries).Append(checksums.Count > 0 ? "\n" : "");
        return text.Append(otherLines.LastOrDefault() ?? "}").Append('\n').ToString();
    }

    [GeneratedRegex("""^\s*"(?<name>[^"\\]+)"\s*:\s*"(?<sum>[0-9a-f]{64})"\s*,?\s*(//.*)?$""")]
    private static partial Regex Entry();

    [GeneratedRegex("""^\s*([{}]|//.*)?\s*$""")]
    private static partial Regex Other();
}
