namespace Featuresmith.Sources;

/// <summary>A place in a text as people and editors count it.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Column">Column in UTF-16 code units, from 1.</param>
public readonly record struct SourcePosition(int Line, int Column) : IComparable<SourcePosition>
{
    /// <summary>Orders by line, then by column.</summary>
    public int CompareTo(SourcePosition other) =>
        Line != other.Line ? Line.CompareTo(other.Line) : Column.CompareTo(other.Column);

    public static bool operator <(SourcePosition left, SourcePosition right) => left.CompareTo(right) < 0;

    public static bool operator >(SourcePosition left, SourcePosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourcePosition left, SourcePosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourcePosition left, SourcePosition right) => left.CompareTo(right) >= 0;

    /// <summary>"line:column", the form that terminals and editors turn into a link.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
