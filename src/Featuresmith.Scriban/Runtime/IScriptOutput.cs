using System.Text;
using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Where a render writes.</summary>
public interface IScriptOutput
{
    /// <summary>Takes <paramref name="count"/> characters of a text from an offset.</summary>
    void Write(string text, int offset, int count);
}

/// <summary>
/// An output that wants to know which part of which template made what it is given. Not in the package: a product that
/// maps rendered lines to template lines hangs its map here.
/// </summary>
public interface IScriptSourceOutput : IScriptOutput
{
    /// <summary>
    /// Takes a piece of at most one line. For text that is copied from a template, <paramref name="span"/> is exactly
    /// that text; for anything computed, it is the statement that wrote it.
    /// </summary>
    void Write(SourceSpan span, string text, int offset, int count);
}

/// <summary>Collects a render in a <see cref="StringBuilder"/>.</summary>
/// <param name="builder">Gets the text.</param>
public sealed class StringBuilderOutput(StringBuilder builder) : IScriptOutput
{
    /// <summary>An output with a builder of its own.</summary>
    public StringBuilderOutput()
        : this(new StringBuilder()) { }

    /// <summary>What was written.</summary>
    public StringBuilder Builder => builder;

    /// <inheritdoc/>
    public void Write(string text, int offset, int count) => builder.Append(text, offset, count);

    /// <inheritdoc/>
    public override string ToString() => builder.ToString();
}
