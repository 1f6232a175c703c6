using Featuresmith.Sources;

namespace Featuresmith.Syntax;

/// <summary>A JSON value that remembers where it stood.</summary>
/// <param name="Span">From the value's first character to behind its last.</param>
public abstract record JsonValueSyntax(SourceSpan Span)
{
    /// <summary>The kind as authors call it: "an object", "a string" …</summary>
    public abstract string KindName { get; }
}

/// <summary>A JSON array.</summary>
public sealed record JsonArraySyntax(SourceSpan Span, IReadOnlyList<JsonValueSyntax> Items) : JsonValueSyntax(Span)
{
    public override string KindName => "an array";
}

/// <summary>A JSON string.</summary>
/// <param name="Span">The string with its quotation marks.</param>
/// <param name="Value">The text with its escapes resolved.</param>
public sealed record JsonStringSyntax(SourceSpan Span, string Value) : JsonValueSyntax(Span)
{
    public override string KindName => "a string";

    /// <summary>The value with its place.</summary>
    public Located<string> Located => new(Value, Span);
}

/// <summary>A JSON number.</summary>
/// <param name="Span">The number.</param>
/// <param name="Raw">Its text as written, so that no digit is lost.</param>
public sealed record JsonNumberSyntax(SourceSpan Span, string Raw) : JsonValueSyntax(Span)
{
    public override string KindName => "a number";
}

/// <summary>true or false.</summary>
public sealed record JsonBooleanSyntax(SourceSpan Span, bool Value) : JsonValueSyntax(Span)
{
    public override string KindName => "a boolean";

    /// <summary>The value with its place.</summary>
    public Located<bool> Located => new(Value, Span);
}

/// <summary>null.</summary>
public sealed record JsonNullSyntax(SourceSpan Span) : JsonValueSyntax(Span)
{
    public override string KindName => "null";
}
