using System.Security.Cryptography;

namespace Featuresmith.Packaging;

/// <summary>Digests as registries write them: "sha256:" and 64 lower-case hexadecimal digits (OCI image specification, descriptor).</summary>
public static class ContentDigest
{
    /// <summary>The algorithm's name, and the folder of blobs in an OCI image layout.</summary>
    public const string Algorithm = "sha256";

    /// <summary>The digest of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) =>
        $"{Algorithm}:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    /// <summary>The hexadecimal digits of a digest.</summary>
    public static string Hex(string digest) => digest[(Algorithm.Length + 1)..];

    /// <summary>Whether a text is a sha256 digest.</summary>
    public static bool IsDigest(string text) =>
        text.Length == Algorithm.Length + 65
        && text.StartsWith($"{Algorithm}:", StringComparison.Ordinal)
        && Hex(text).All(char.IsAsciiHexDigitLower);
}
