using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Editing;

/// <summary>Takes a member out of an object, with the comments on its own line and one comma, and leaves every other byte.</summary>
/// <param name="layout">The text that the object stands in.</param>
internal sealed class MemberRemoval(TextLayout layout)
{
    /// <summary>The edits that take one member out.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="member">One of its members.</param>
    public IReadOnlyList<TextEdit> Remove(JsonObjectSyntax owner, JsonMemberSyntax member)
    {
        var index = owner.Members.Select((item, at) => (item, at)).First(pair => ReferenceEquals(pair.item, member)).at;
        var isLast = index == owner.Members.Count - 1;
        var after = isLast ? owner.Span.End - 1 : owner.Members[index + 1].Key.Span.Start;
        var comma = layout.Comma(member.Value.Span.End, after);
        var edits = new List<TextEdit> { Stretch(member, comma < 0 ? member.Value.Span.End : comma + 1) };
        // Without a comma of its own, the last member leaves that of the one before it behind.
        if (comma < 0 && index > 0)
        {
            var before = layout.Comma(owner.Members[index - 1].Value.Span.End, member.Key.Span.Start);
            edits.Insert(0, Delete(before, before + 1));
        }

        return edits;
    }

    /// <summary>The same, but an object that has nothing left in it, not even a comment, closes up.</summary>
    /// <inheritdoc cref="Remove"/>
    public IReadOnlyList<TextEdit> Tidy(JsonObjectSyntax owner, JsonMemberSyntax member) =>
        owner.Members.Count == 1 && Empty(owner, member).FirstOrDefault() is { } edit ? [edit] : Remove(owner, member);

    /// <summary>
    /// The edits, each for itself, that may undo what <see cref="MemberInsertion"/> wrote between the braces of an empty object; none
    /// where a comment stands there.
    /// </summary>
    /// <param name="owner">The object.</param>
    /// <param name="only">Its only member.</param>
    public IEnumerable<TextEdit> Empty(JsonObjectSyntax owner, JsonMemberSyntax only)
    {
        var (open, close) = (owner.Span.Start + 1, owner.Span.End - 1);
        if (layout.Comments(open, close).Any())
        {
            yield break;
        }

        yield return Delete(open, close);
        var (start, end) = (only.Key.Span.Start, only.Value.Span.End);
        foreach (var (before, after) in new[] { (0, 0), (1, 0), (1, 1), (start - open, layout.LineEnd(end).Length) })
        {
            if (start - before >= open && end + after <= close)
            {
                yield return Delete(start - before, end + after);
            }
        }
    }

    private TextEdit Stretch(JsonMemberSyntax member, int end)
    {
        var start = member.Key.Span.Start;
        var tail = layout.EndOfLineComments(end);
        if (layout.IsFirstOnLine(start) && layout.IsLastOnLine(tail))
        {
            return Delete(LineBreakBefore(start), tail);
        }

        var blanks = layout.BlanksBefore(start);
        // What follows on this line would become part of the comment.
        return layout.IsLineComment(blanks) ? Delete(start, end) : Delete(blanks, end);
    }

    // Where the line end stands in front of the line that an offset is the first on.
    private int LineBreakBefore(int offset)
    {
        var feed = offset - layout.Indentation(offset).Length - 1;
        return feed > 0 && layout.Text[feed] == '\n' && layout.Text[feed - 1] == '\r' ? feed - 1 : feed;
    }

    private TextEdit Delete(int start, int end) => new(layout.Source.Span(start, end), "");
}
