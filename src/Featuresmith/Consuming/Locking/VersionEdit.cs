using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Consuming.Locking;

/// <summary>Names another version of a Feature in a devcontainer.json; nothing else in the text changes.</summary>
public static class VersionEdit
{
    /// <summary>The text with the other version.</summary>
    /// <param name="source">The devcontainer.json.</param>
    /// <param name="id">The Feature, with a version or without.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="LockingException">The file does not ask for the Feature.</exception>
    public static SourceText Apply(SourceText source, string id, string version)
    {
        var wanted = Unversioned(id);
        var features = JsonSyntaxTree.Parse(source, new DiagnosticBag()).RootObject?.Object("features")?.Members ?? [];
        var present = features.Select(member => member.Key).FirstOrDefault(key => Unversioned(key.Value) == wanted);
        if (present is null)
        {
            var near = Spelling.Nearest(wanted, features.Select(member => Unversioned(member.Key.Value)));
            throw new LockingException(
                $"{source.Path} does not ask for {wanted}; "
                    + (near is null ? "\"add\" puts a Feature into it" : $"did you mean {near}?")
            );
        }

        // The first, as the CLI does, wherever it stands; from the end, so that the places before stay right.
        var text = features
            .Select(member => member.Key)
            .Where(key => key.Value == present.Value)
            .OrderByDescending(key => key.Span.Start)
            .Aggregate(
                source.Text,
                (edited, key) =>
                    $"{edited[..key.Span.Start]}\"{Unversioned(key.Value)}:{version}\"{edited[key.Span.End..]}"
            );
        return new SourceText(source.Path, text, source.HasByteOrderMark);
    }

    private static string Unversioned(string id) => Definitions.FeatureReference.Parse(id).Unversioned;
}
