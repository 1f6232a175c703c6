using Featuresmith.Definitions;
using Featuresmith.Sources;
using Featuresmith.Syntax;
using Featuresmith.Validation;

namespace Featuresmith.Consuming.Conflicts;

/// <summary>
/// What something other than a Feature puts into a container, in the form of a Feature's metadata, so that the rules for Features hold
/// for it too: the mounts and variables of devcontainer.json itself, or of a compose file's service.
/// </summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Source">The text that says so.</param>
internal sealed record ClaimedMetadata(string Name, SourceText Source)
{
    private readonly List<JsonValueSyntax> mounts = [];
    private readonly OrderedDictionary<string, JsonMemberSyntax> variables = new(StringComparer.Ordinal);

    /// <summary>Adds a mount. A later one takes the place of an earlier one at the same target.</summary>
    /// <param name="span">Where it is written.</param>
    /// <param name="type">"bind", "volume" or "tmpfs".</param>
    /// <param name="source">What is mounted; null for something without a name.</param>
    /// <param name="target">The path in the container.</param>
    public void Mount(SourceSpan span, string type, string? source, string target)
    {
        mounts.RemoveAll(mount => FeatureMount.Read(mount)?.Target?.Value == target);
        mounts.Add(
            new JsonObjectSyntax(
                span,
                [
                    Text(span, "type", type),
                    .. source is null ? [] : (JsonMemberSyntax[])[Text(span, "source", source)],
                    Text(span, "target", target),
                ]
            )
        );
    }

    /// <summary>Adds a variable. A later value takes the place of an earlier one.</summary>
    public void Variable(SourceSpan span, string name, string value) => variables[name] = Text(span, name, value);

    /// <summary>All of it, as the rules see a Feature.</summary>
    public FeatureFolder AsFolder()
    {
        var whole = Source.Span(0, 0);
        var json = new JsonObjectSyntax(
            whole,
            [
                new(new Located<string>("mounts", whole), new JsonArraySyntax(whole, [.. mounts])),
                new(new Located<string>("containerEnv", whole), new JsonObjectSyntax(whole, [.. variables.Values])),
            ]
        );
        return new FeatureFolder(Name, new JsonSyntaxTree(Source, json), FeatureMetadataReader.Read(json), []);
    }

    private static JsonMemberSyntax Text(SourceSpan span, string name, string value) =>
        new(new Located<string>(name, span), new JsonStringSyntax(span, value));
}
