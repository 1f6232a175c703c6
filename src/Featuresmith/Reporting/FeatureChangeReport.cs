using Featuresmith.Consuming;

namespace Featuresmith.Reporting;

/// <summary>What an edit of a devcontainer.json does, for people.</summary>
/// <param name="output">Receives the change, and what the Feature brings.</param>
/// <param name="error">Receives what could not be looked at.</param>
/// <param name="colour">Whether severities and markers are coloured.</param>
public sealed class FeatureChangeReport(TextWriter output, TextWriter error, bool colour)
{
    /// <summary>Writes one change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="done">What is said of it, such as "added"; null where conflicts kept it from being made.</param>
    /// <param name="path">The file, as it is shown to people.</param>
    public void Write(FeatureChange change, string? done, string path)
    {
        new TextReport(output, colour).Write(change.Conflicts);
        if (done is not null)
        {
            output.WriteLine($"{done}: {Printable.Of(change.Reference)}, in {Printable.Of(path)}");
            WriteBrings(change);
        }

        foreach (var unknown in change.Unknown)
        {
            error.WriteLine($"not looked at: {Printable.Of(unknown)}");
        }
    }

    private void WriteBrings(FeatureChange change)
    {
        var own = change.Brings is [var first, ..] ? first.By : null;
        foreach (var kind in change.Brings.GroupBy(thing => thing.Kind))
        {
            output.WriteLine($"  {Heading(kind.Key)}");
            foreach (var thing in kind)
            {
                var by = change.Brings.Any(other => other.By != own) ? $" [{thing.By}]" : "";
                output.WriteLine($"    {Printable.Of(thing.Text)}{Printable.Of(by)}");
            }
        }
    }

    private static string Heading(BroughtKind kind) =>
        kind switch
        {
            BroughtKind.Privilege => "asks for",
            BroughtKind.Mount => "mounts",
            BroughtKind.Start => "starts",
            BroughtKind.Hook => "runs",
            BroughtKind.Variable => "sets",
            BroughtKind.Dependency => "needs",
            _ => "cannot ask for itself; write it",
        };
}
