using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Coverage;

/// <summary>Adds members at the end of a JSON object and leaves every other byte alone: comments, indentation, line ends.</summary>
public static class JsonMembers
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The edit that adds members.</summary>
    /// <param name="target">The object.</param>
    /// <param name="members">What to add, in order.</param>
    public static TextEdit Append(JsonObjectSyntax target, IEnumerable<(string Key, JsonNode Value)> members)
    {
        var source = target.Span.Source;
        var close = target.Span.End - 1;
        var outer = Indentation(source, close);
        var inner =
            target.Members.Count > 0 && StandsOnItsOwnLine(source, target)
                ? Indentation(source, target.Members[^1].Key.Span.Start)
                : outer + "  ";
        var added = members.Select(member => inner + Member(member.Key, member.Value, inner));
        var text = string.Join(",\n", added);
        var trailing = JsonTrivia
            .Scan(source)
            .TrailingCommas.FirstOrDefault(comma =>
                target.Members.Count > 0 && comma.Start >= target.Members[^1].Value.Span.End && comma.Start < close
            );
        // Behind the last value, or behind the comma and comments that follow it: those speak of what stands before them.
        var place =
            target.Members.Count == 0 ? target.Span.Start + 1
            : trailing.Source is null ? target.Members[^1].Value.Span.End
            : trailing.End;
        var comma = target.Members.Count > 0 && trailing.Source is null ? "," : "";
        var rest = source.Text[place..close];
        var last = trailing.Source is null ? "" : ",";
        // What stands between the last value and the bracket stays there, in front of what is new.
        var kept = rest.TrimEnd(' ', '\t', '\r', '\n');
        var ends = source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var replacement = $"{comma}{kept}\n{text}{last}\n{outer}".ReplaceLineEndings(ends);
        return new TextEdit(source.Span(place, close), replacement);
    }

    private static string Member(string key, JsonNode value, string indentation) =>
        $"{JsonSerializer.Serialize(key, Layout)}: {value.ToJsonString(Layout)}".ReplaceLineEndings("\n" + indentation);

    private static bool StandsOnItsOwnLine(SourceText source, JsonObjectSyntax target) =>
        source.PositionAt(target.Members[^1].Key.Span.Start).Line > source.PositionAt(target.Span.Start).Line;

    // The blanks at the beginning of the line that an offset is in.
    private static string Indentation(SourceText source, int offset)
    {
        var line = source.Line(source.PositionAt(offset).Line);
        return line[..^line.TrimStart(' ', '\t').Length];
    }
}
