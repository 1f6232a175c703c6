namespace Json.Schema.Keywords;

/// <summary>A keyword that can decide about a text that is no value of the document, which is what a key is.</summary>
internal interface ITextKeyword
{
    /// <summary>Whether a text passes.</summary>
    /// <param name="raw">The text between its quotes, escapes unresolved.</param>
    bool Accepts(ReadOnlySpan<byte> raw);
}
