namespace Featuresmith.Publishing;

/// <summary>Opens what a person gives as "-r": a registry's host, or "oci-layout:" and a folder.</summary>
public static class ArtifactStores
{
    /// <param name="target">The text.</param>
    /// <param name="plainHttp">Whether a remote registry is spoken to without TLS.</param>
    /// <param name="options">How a registry is spoken to.</param>
    /// <exception cref="FormatException">The text is neither. The message says what was expected.</exception>
    public static IArtifactStore Open(string target, bool plainHttp, RegistryOptions options)
    {
        if (!target.StartsWith(OciLayout.Prefix, StringComparison.Ordinal))
        {
            return new OciRegistry(RegistryAddress.Parse(target, plainHttp), options);
        }

        var folder = target[OciLayout.Prefix.Length..];
        return folder.Length > 0
            ? new OciLayout(Path.GetFullPath(folder))
            : throw new FormatException($"\"{target}\" names no folder: write oci-layout:DIR");
    }
}
