using System.Text;
using Featuresmith.Packaging;

namespace Featuresmith.Tests.Publishing;

/// <summary>Features to publish.</summary>
internal static class Artifacts
{
    /// <param name="id">The Feature's id.</param>
    /// <param name="version">Its version.</param>
    /// <param name="more">Further members of its metadata, each with a comma behind it.</param>
    /// <param name="script">What is in its install.sh.</param>
    public static FeatureArtifact Feature(string id, string version, string more = "", string script = "true")
    {
        var metadata = $$"""{"id":"{{id}}",{{more}}"version":"{{version}}"}""";
        using var archive = new MemoryStream();
        FeatureArchive.Write(
            archive,
            [
                new ArchiveEntry("install.sh", true, Encoding.UTF8.GetBytes($"#!/bin/sh\n{script}\n")),
                new ArchiveEntry("devcontainer-feature.json", false, Encoding.UTF8.GetBytes(metadata)),
            ]
        );
        return FeatureArtifact.FromPublished($"{id}.json", metadata, archive.ToArray());
    }
}
