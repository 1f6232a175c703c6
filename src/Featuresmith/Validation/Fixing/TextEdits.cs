using System.Text;
using Featuresmith.Diagnostics;

namespace Featuresmith.Validation.Fixing;

/// <summary>Carries out edits of one text.</summary>
public static class TextEdits
{
    /// <summary>The text with edits carried out.</summary>
    /// <param name="text">The text that the edits' spans speak of.</param>
    /// <param name="edits">Edits that do not overlap, in any order.</param>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Whether an edit touches what another one changes.</summary>
    public static bool Overlap(TextEdit a, TextEdit b) =>
        // Two insertions at one place have no order, so that they count as touching.
        a.Span.Start == b.Span.Start
        || (a.Span.Start < b.Span.End && b.Span.Start < a.Span.End);
}
