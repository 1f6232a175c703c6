namespace Featuresmith.Sources;

/// <summary>A stretch of one text.</summary>
/// <param name="Source">The text that the span lies in.</param>
/// <param name="Start">Offset of the first character, in UTF-16 code units from 0.</param>
/// <param name="End">Offset behind the last character.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    /// <summary>The path of the file, as it is shown to people.</summary>
    public string Path => Source.Path;

    /// <summary>Number of UTF-16 code units covered; 0 marks a place between two characters.</summary>
    public int Length => End - Start;

    /// <summary>Where the span begins.</summary>
    public SourcePosition StartPosition => Source.PositionAt(Start);

    /// <summary>Where the span ends (exclusive).</summary>
    public SourcePosition EndPosition => Source.PositionAt(End);

    /// <summary>"path:line:column".</summary>
    public override string ToString() => $"{Path}:{StartPosition}";
}
