using System.Text.RegularExpressions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Validation.Suppressions;

/// <summary>
/// Reads "// featuresmith: ignore FS105 -- reason" in JSONC and "# featuresmith: ignore FS203 -- reason" in scripts and
/// templates. A comment covers its own line and the next that is no such comment, so that several can stand above one line.
/// </summary>
public static partial class SuppressionComments
{
    /// <summary>Every suppression in a text, one a rule that is named; prose files have none.</summary>
    public static IEnumerable<Suppression> In(SourceText source)
    {
        // Most files have none: nothing is scanned for them.
        if (!source.Text.Contains("featuresmith:", StringComparison.Ordinal) || IsProse(source.Path))
        {
            return [];
        }

        var comments = Comments(source)
            .Select(span => (Span: span, Match: Ignore().Match(source.Text, span.Start, span.Length)))
            .Where(comment => comment.Match.Success)
            .ToList();
        var lines = comments.Select(comment => comment.Span.StartPosition.Line).ToHashSet();
        return comments.SelectMany(comment => Read(comment.Span, comment.Match, lines));
    }

    private static bool IsProse(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SourceSpan> Comments(SourceText source) =>
        Path.GetExtension(source.Path) is ".json" or ".jsonc"
            ? JsonTrivia.Scan(source).Comments
            : HashComment().Matches(source.Text).Select(match => source.Span(match.Index, match.Index + match.Length));

    private static IEnumerable<Suppression> Read(SourceSpan comment, Match match, HashSet<int> commentLines)
    {
        var source = comment.Source;
        var first = comment.StartPosition.Line;
        var last = first + 1;
        while (commentLines.Contains(last))
        {
            last++;
        }

        bool Covers(SourceSpan span) =>
            span.Path == source.Path && span.StartPosition.Line is var line && (line == first || line == last);

        var reason = match.Groups["reason"] is { Length: > 0 } text
            ? new Located<string>(text.Value, Span(source, text))
            : null;
        var rules = match.Groups["rule"].Captures;
        if (rules.Count == 0)
        {
            // Nothing is named, so that nothing is suppressed: it shows as a suppression without effect.
            yield return new Suppression(new Located<string>("", comment), reason, comment, Covers)
            {
                Removal = Remove(comment),
            };
        }

        for (var index = 0; index < rules.Count; index++)
        {
            yield return new Suppression(
                new Located<string>(rules[index].Value, Span(source, rules[index])),
                reason,
                comment,
                Covers
            )
            {
                Removal = rules.Count == 1 ? Remove(comment) : Remove(source, rules, index),
            };
        }
    }

    private static Fix Remove(SourceSpan comment)
    {
        var source = comment.Source;
        var line = source.LineSpan(comment.StartPosition.Line);
        var alone =
            source.Text.AsSpan(line.Start, comment.Start - line.Start).IsWhiteSpace()
            && comment.End <= line.End
            && source.Text.AsSpan(comment.End, line.End - comment.End).IsWhiteSpace();
        if (!alone)
        {
            return new Fix("remove the suppression", new TextEdit(comment, ""));
        }

        var next = source.Text.IndexOf('\n', line.End);
        return new Fix(
            "remove the suppression",
            new TextEdit(source.Span(line.Start, next < 0 ? source.Text.Length : next + 1), "")
        );
    }

    private static Fix Remove(SourceText source, CaptureCollection rules, int index)
    {
        var (start, end) =
            index == 0
                ? (rules[0].Index, rules[1].Index)
                : (rules[index - 1].Index + rules[index - 1].Length, rules[index].Index + rules[index].Length);
        return new Fix($"remove {rules[index].Value} from the suppression", new TextEdit(source.Span(start, end), ""));
    }

    private static SourceSpan Span(SourceText source, Capture capture) =>
        source.Span(capture.Index, capture.Index + capture.Length);

    // What stands behind the rules and does not begin with "--" is no reason, and so the lack of one is found.
    [GeneratedRegex(
        @"\G(?://|/\*|\#)[ \t]*featuresmith:[ \t]*ignore\b(?:[ \t]+(?<rule>\w[\w-]*)(?:[ \t]*,[ \t]*(?<rule>\w[\w-]*))*)?"
            + @"[ \t]*(?:--[ \t]*(?<reason>[^\r\n]*?)[ \t]*(?:\*/)?$)?"
    )]
    private static partial Regex Ignore();

    [GeneratedRegex(@"(?<=^[ \t]*)#[^\r\n]*", RegexOptions.Multiline)]
    private static partial Regex HashComment();
}
