using System.Text;
using System.Text.Json;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>Builds the tree over <see cref="Utf8JsonReader.TokenStartIndex"/>.</summary>
internal ref struct JsonSyntaxParser
{
    private readonly SourceText source;
    private readonly DiagnosticBag bag;
    private Utf8JsonReader reader;
    private Utf8Offsets offsets;

    private JsonSyntaxParser(SourceText source, ReadOnlySpan<byte> utf8, DiagnosticBag bag)
    {
        this.source = source;
        this.bag = bag;
        offsets = new Utf8Offsets(utf8);
        reader = new Utf8JsonReader(
            utf8,
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = JsonSyntaxTree.MaxDepth,
            }
        );
    }

    public static JsonValueSyntax? Parse(SourceText source, DiagnosticBag bag)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            bag.Add(JsonSyntaxRules.InvalidJson, source.Span(0, 0), "the file is empty; a JSON object is expected");
            return null;
        }

        var (found, foundWithout) = (new DiagnosticBag(), new DiagnosticBag());
        JsonValueSyntax? root = null;
        try
        {
            root = Parse(source, source.Text, found);
        }
        catch (JsonException exception)
        {
            found.Add(JsonSyntaxFailure.Describe(source, exception));
            try
            {
                // Utf8JsonReader takes no comment between a key and its colon; other readers of JSONC do.
                root = Parse(source, JsonTrivia.WithoutComments(source), foundWithout);
                found = foundWithout;
            }
            catch (JsonException)
            {
                // The first reading says where the mistake is.
            }
        }

        bag.AddRange(found);
        return root;
    }

    // The text has the offsets of the source.
    private static JsonValueSyntax? Parse(SourceText source, string text, DiagnosticBag bag)
    {
        var parser = new JsonSyntaxParser(source, Encoding.UTF8.GetBytes(text), bag);
        try
        {
            parser.reader.Read();
            var root = parser.ReadValue();
            // Reading on to the end finds text behind the root value.
            while (parser.reader.Read()) { }
            return root;
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader.GetString refuses a string with half a surrogate pair.
            var start = parser.TokenStart();
            bag.Add(
                JsonSyntaxRules.InvalidJson,
                source.Span(start, start + 1),
                "the string has an escape that is half a character",
                "write both \\u halves of the pair, or the character itself"
            );
            return null;
        }
    }

    private int TokenStart() => offsets.CharOffset(reader.TokenStartIndex);

    private int TokenEnd() => offsets.CharOffset(reader.BytesConsumed);

    private JsonValueSyntax ReadValue()
    {
        var start = TokenStart();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(start);
            case JsonTokenType.StartArray:
                return ReadArray(start);
            case JsonTokenType.String:
                var text = reader.GetString()!;
                return new JsonStringSyntax(source.Span(start, TokenEnd()), text);
            case JsonTokenType.Number:
                var raw = Encoding.UTF8.GetString(reader.ValueSpan);
                return new JsonNumberSyntax(source.Span(start, TokenEnd()), raw);
            case JsonTokenType.Null:
                return new JsonNullSyntax(source.Span(start, TokenEnd()));
            default:
                var value = reader.TokenType == JsonTokenType.True;
                return new JsonBooleanSyntax(source.Span(start, TokenEnd()), value);
        }
    }

    private JsonArraySyntax ReadArray(int start)
    {
        var items = new List<JsonValueSyntax>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue());
        }

        return new JsonArraySyntax(source.Span(start, TokenEnd()), items);
    }

    private JsonObjectSyntax ReadObject(int start)
    {
        var members = new List<JsonMemberSyntax>();
        var seen = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyStart = TokenStart();
            var name = reader.GetString()!;
            // BytesConsumed is behind the colon here, so the key's end comes from its own length (two quotation marks).
            var keyEnd = offsets.CharOffset(reader.TokenStartIndex + reader.ValueSpan.Length + 2);
            var key = new Located<string>(name, source.Span(keyStart, keyEnd));
            if (!seen.TryAdd(name, key))
            {
                bag.Add(Duplicate(key, seen[name].Span));
            }

            reader.Read();
            members.Add(new JsonMemberSyntax(key, ReadValue()));
        }

        return new JsonObjectSyntax(source.Span(start, TokenEnd()), members);
    }

    private static Diagnostic Duplicate(Located<string> key, SourceSpan first) =>
        new(JsonSyntaxRules.DuplicateKey, key.Span, $"key \"{key.Value}\" stands twice in this object")
        {
            Help = "remove one of them; readers keep the last",
            Related = [new RelatedSpan(first, "first written here")],
        };
}
