namespace Featuresmith.Diagnostics;

/// <summary>
/// Edits of one file that take a finding away and change nothing else: no meaning, no comment, no formatting.
/// </summary>
/// <param name="Title">What the fix does, as an imperative sentence.</param>
/// <param name="Edits">The edits, all of the file that the finding is in.</param>
public sealed record Fix(string Title, IReadOnlyList<TextEdit> Edits)
{
    public Fix(string title, params TextEdit[] edits)
        : this(title, (IReadOnlyList<TextEdit>)edits) { }

    /// <summary>Whether the file loses its byte order mark, which is no part of its text.</summary>
    public bool RemovesByteOrderMark { get; init; }
}
