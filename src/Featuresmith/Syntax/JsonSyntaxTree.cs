using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>A JSON or JSONC text (comments and trailing commas allowed) in which every key and value has its place.</summary>
/// <param name="Source">The text that was read.</param>
/// <param name="Root">The outermost value; null where the text is not JSON, which the bag then says.</param>
public sealed record JsonSyntaxTree(SourceText Source, JsonValueSyntax? Root)
{
    /// <summary>Deeper nesting than this is refused with a finding, so that no reader of the tree can exhaust the stack.</summary>
    public const int MaxDepth = 128;

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaxDepth,
    };

    /// <summary>The outermost value if it is an object.</summary>
    public JsonObjectSyntax? RootObject => Root as JsonObjectSyntax;

    /// <summary>Reads a text; mistakes go into the bag (<see cref="JsonSyntaxRules"/>) and nothing is thrown.</summary>
    public static JsonSyntaxTree Parse(SourceText source, DiagnosticBag bag) =>
        new(source, JsonSyntaxParser.Parse(source, bag));

    /// <summary>The value of any part of this tree as System.Text.Json sees it.</summary>
    /// <param name="part">A value of this tree.</param>
    public static JsonElement ToElement(JsonValueSyntax part)
    {
        var text = part.Span.Source.Text[part.Span.Start..part.Span.End];
        try
        {
            return Element(text);
        }
        catch (JsonException)
        {
            // As where the tree was read: a comment between a key and its colon.
            return Element(JsonTrivia.WithoutComments(new SourceText("", text)));
        }
    }

    private static JsonElement Element(string text)
    {
        using var document = JsonDocument.Parse(text, DocumentOptions);
        return document.RootElement.Clone();
    }
}
