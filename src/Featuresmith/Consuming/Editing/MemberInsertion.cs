using Featuresmith.Diagnostics;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Editing;

/// <summary>
/// Puts a member behind the last one of an object and leaves every other byte where it is. What stands on one line stays on one
/// line; a comment stays with the member that it stands behind; a comma behind the last member stays the custom.
/// </summary>
/// <param name="layout">The text that the object stands in.</param>
internal sealed class MemberInsertion(TextLayout layout)
{
    private string Blank => layout.IsSpaced ? " " : "";

    /// <summary>The edits that append a member.</summary>
    /// <param name="target">The object.</param>
    /// <param name="member">The member.</param>
    /// <param name="owner">
    /// The member whose value the object is, where an object that was empty has to be told from one that was written together with the
    /// member: a line end between its braces then stays below the new line, and on one line with its neighbours it has other blanks
    /// inside its braces. Null where it makes no difference.
    /// </param>
    public IReadOnlyList<TextEdit> Append(JsonObjectSyntax target, NewMember member, JsonMemberSyntax? owner = null) =>
        target.Members.Count > 0 ? Behind(target, target.Members[^1], member) : Within(target, member, owner);

    private List<TextEdit> Behind(JsonObjectSyntax target, JsonMemberSyntax last, NewMember member)
    {
        var end = last.Value.Span.End;
        var comma = layout.Comma(end, target.Span.End - 1);
        var tail = layout.EndOfLineComments(comma < 0 ? end : comma + 1);
        var hasLine = layout.IsFirstOnLine(last.Key.Span.Start);
        if (!hasLine && !layout.IsLineComment(tail))
        {
            var inLine = member.InLine(layout.Colon, Blank);
            return comma < 0 ? [Insert(tail, $",{Blank}{inLine}")] : [Insert(comma + 1, $"{Blank}{inLine},")];
        }

        tail = layout.EndOfLine(tail);
        var indentation = hasLine ? layout.Indentation(last.Key.Span.Start) : Inner(target);
        var line = Line(end, indentation, member);
        return comma >= 0 ? [Insert(tail, line + ",")]
            : tail == end ? [Insert(end, "," + line)]
            : [Insert(end, ","), Insert(tail, line)];
    }

    private List<TextEdit> Within(JsonObjectSyntax target, NewMember member, JsonMemberSyntax? owner)
    {
        var (open, close) = (target.Span.Start + 1, target.Span.End - 1);
        if (layout.Comments(open, close).LastOrDefault() is { Length: > 0 } comment)
        {
            return
            [
                Insert(
                    comment.End,
                    layout.HasLineEnd(open, close)
                        ? Line(
                            comment.Start,
                            layout.IsFirstOnLine(comment.Start) ? layout.Indentation(comment.Start) : Inner(target),
                            member
                        )
                        : " " + member.InLine(layout.Colon, Blank)
                ),
            ];
        }

        if (layout.HasLineEnd(open, close))
        {
            return [Insert(open, Line(open, Inner(target), member) + (owner is null ? "" : layout.LineEnd(open)))];
        }

        var inLine = member.InLine(layout.Colon, Blank);
        var isAmongOthers = owner is not null && !layout.IsFirstOnLine(owner.Key.Span.Start);
        return [Insert(open, isAmongOthers ? (layout.IsSpaced ? "" : " ") + inLine : Blank + inLine + Blank)];
    }

    private string Inner(JsonObjectSyntax target) => layout.Indentation(target.Span.Start) + layout.Unit;

    private string Line(int near, string indentation, NewMember member)
    {
        var start = layout.LineEnd(near) + indentation;
        return start + member.OnLines(layout.Colon, layout.Unit, start);
    }

    private TextEdit Insert(int offset, string text) => new(layout.Source.Span(offset, offset), text);
}
