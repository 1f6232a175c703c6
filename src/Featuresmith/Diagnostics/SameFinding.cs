using System.Diagnostics.CodeAnalysis;

namespace Featuresmith.Diagnostics;

/// <summary>Findings are the same where rule, place and message are, however often a file was read.</summary>
internal sealed class SameFinding : IEqualityComparer<Diagnostic>
{
    public static SameFinding Comparer { get; } = new();

    public bool Equals(Diagnostic? x, Diagnostic? y) =>
        ReferenceEquals(x, y)
        || (
            x is not null
            && y is not null
            && x.Span.Start == y.Span.Start
            && x.Span.End == y.Span.End
            && x.Rule.Id.Value == y.Rule.Id.Value
            && x.Span.Path == y.Span.Path
            && x.Message == y.Message
        );

    public int GetHashCode([DisallowNull] Diagnostic obj) =>
        HashCode.Combine(obj.Rule.Id.Value, obj.Span.Path, obj.Span.Start, obj.Message);
}
