using System.Text;
using Featuresmith.Definitions;
using Featuresmith.Diagnostics;
using Featuresmith.Sources;
using Featuresmith.Syntax;

namespace Featuresmith.Packaging;

/// <summary>Makes a Feature's folder into an artifact.</summary>
public static class FeaturePackager
{
    /// <summary>The file that makes a folder a Feature.</summary>
    public const string MetadataName = "devcontainer-feature.json";

    private const string InstallName = "install.sh";

    // The key by which consumers see that a Feature was renamed (packageCommandImpl.ts, addsCurrentId).
    private const string CurrentId = "currentId";

    /// <summary>Reads and packs one folder.</summary>
    /// <param name="folder">A folder with devcontainer-feature.json and install.sh.</param>
    /// <param name="show">Turns a path into the form that messages show.</param>
    /// <exception cref="PackagingException">The folder cannot be published as it is.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PackedFeature Pack(string folder, Func<string, string> show)
    {
        var files = Read(folder, show);
        var metadataEntry =
            files.Entries.FirstOrDefault(entry => entry.Path == MetadataName)
            ?? throw new PackagingException(show(folder), $"has no {MetadataName}");
        if (files.Entries.All(entry => entry.Path != InstallName))
        {
            throw new PackagingException(show(folder), $"has no {InstallName}, which every consumer runs");
        }

        var source = SourceText.FromBytes(show(Path.Combine(folder, MetadataName)), metadataEntry.Content.Span);
        var metadata = ReadMetadata(source);
        var entries = files.Entries;
        if (metadata.LegacyIds.Count > 0)
        {
            // The CLI rewrites the file inside the archive too, and loses comments and layout in doing so.
            metadata = WithCurrentId(metadata, source);
            var rewritten = Encoding.UTF8.GetBytes(EcmaJson.Write(metadata.Syntax, indent: 4));
            entries = [.. entries.Select(entry => entry == metadataEntry ? entry with { Content = rewritten } : entry)];
        }

        using var archive = new MemoryStream();
        FeatureArchive.Write(archive, entries);
        return new PackedFeature(
            new FeatureArtifact(metadata, EcmaJson.Write(metadata.Syntax), archive.ToArray()),
            files.LeftOut
        );
    }

    private static FeatureFiles Read(string folder, Func<string, string> show)
    {
        try
        {
            return FeatureFiles.Read(folder);
        }
        catch (PackagingException exception)
        {
            throw new PackagingException(show(Path.Combine(folder, exception.Path)), exception.Reason);
        }
    }

    private static FeatureMetadata ReadMetadata(SourceText source)
    {
        var bag = new DiagnosticBag();
        var tree = JsonSyntaxTree.Parse(source, bag);
        return tree.RootObject is { } json
            ? FeatureMetadataReader.Read(json)
            : throw new PackagingException(source.Path, "is no JSON object; see \"featuresmith validate\"");
    }

    private static FeatureMetadata WithCurrentId(FeatureMetadata metadata, SourceText source)
    {
        var id = metadata.Id?.Value ?? throw new PackagingException(source.Path, "has no \"id\"");
        var span = metadata.Syntax.Span;
        var member = new JsonMemberSyntax(new(CurrentId, span), new JsonStringSyntax(span, id));
        return FeatureMetadataReader.Read(metadata.Syntax with { Members = [.. metadata.Syntax.Members, member] });
    }
}
