using System.Collections;
using Featuresmith.Sources;

namespace Featuresmith.Diagnostics;

/// <summary>Collects findings while reading goes on. Append-only.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> items = [];

    /// <summary>Whether anything collected so far is an error.</summary>
    public bool HasErrors { get; private set; }

    public int Count => items.Count;

    public void Add(Diagnostic diagnostic)
    {
        items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    public void Add(RuleInfo rule, SourceSpan span, string message, string? help = null) =>
        Add(new Diagnostic(rule, span, message) { Help = help });

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }

    /// <summary>The findings by path, position and rule, each once.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => Sort(items);

    /// <summary>Findings by path, position and rule, each once, from however many readings of a file they come.</summary>
    public static IReadOnlyList<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Distinct(SameFinding.Comparer)
                .OrderBy(item => item.Span.Path, StringComparer.Ordinal)
                .ThenBy(item => item.Span.Start)
                .ThenBy(item => item.Rule.Id.Value, StringComparer.Ordinal),
        ];

    public IEnumerator<Diagnostic> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
