namespace Featuresmith.Publishing.Versions;

/// <summary>A Feature's CHANGELOG.md: a heading a version, the newest first, without dates, which are the registry's to know.</summary>
public static class Changelog
{
    /// <summary>The file's name.</summary>
    public const string FileName = "CHANGELOG.md";

    private const string Title = "# Changelog";

    /// <summary>The text with an entry for a version.</summary>
    /// <param name="text">The text before; empty for a new file.</param>
    /// <param name="version">The version.</param>
    /// <param name="notes">What is new, a line each.</param>
    public static string Add(string text, string version, IEnumerable<string> notes)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var entry = string.Concat(notes.Select(note => $"- {note}{end}"));
        var body = text.Length > 0 ? text : $"{Title}{end}";
        // In front of the newest version; a text without any keeps what it has in front.
        var at = StartOfVersions(body);
        var (head, tail) = (body[..at].TrimEnd('\r', '\n'), body[at..]);
        return $"{head}{end}{end}## {version}{end}{end}{entry}{(tail.Length > 0 ? end : "")}{tail}";
    }

    private static int StartOfVersions(string text)
    {
        if (text.StartsWith("## ", StringComparison.Ordinal))
        {
            return 0;
        }

        var at = text.IndexOf("\n## ", StringComparison.Ordinal);
        return at < 0 ? text.Length : at + 1;
    }
}
