using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing.Attestations;

/// <summary>
/// The files of a Feature (SPDX 2.3, JSON). Its time is a fixed one, as in the archive, so that the same Feature gives the same
/// document; what install.sh downloads is known to nobody before it runs, and the document says so.
/// </summary>
public static class SpdxDocument
{
    /// <summary>The media type of SPDX as JSON.</summary>
    public const string MediaType = "application/spdx+json";

    private const string PackageId = "SPDXRef-Package";
    private const string Unknown = "NOASSERTION";

    /// <param name="step">The published version.</param>
    public static Attestation For(RepositoryPlan step)
    {
        var files = Files(step.Artifact.Archive);
        var document = new JsonObject
        {
            ["spdxVersion"] = "SPDX-2.3",
            ["dataLicense"] = "CC0-1.0",
            ["SPDXID"] = "SPDXRef-DOCUMENT",
            ["name"] = $"{step.Artifact.Id}-{step.Artifact.Version}",
            ["documentNamespace"] = $"urn:featuresmith:spdx:{step.Artifact.Layer.Digest}",
            ["creationInfo"] = new JsonObject
            {
                ["created"] = "1980-01-01T00:00:00Z",
                ["creators"] = new JsonArray("Tool: featuresmith"),
            },
            ["packages"] = new JsonArray(
                new JsonObject
                {
                    ["SPDXID"] = PackageId,
                    ["name"] = step.Artifact.Id,
                    ["versionInfo"] = step.Artifact.Version.ToString(),
                    ["downloadLocation"] = Unknown,
                    ["filesAnalyzed"] = true,
                    ["packageVerificationCode"] = new JsonObject
                    {
                        ["packageVerificationCodeValue"] = VerificationCode(files),
                    },
                    ["checksums"] = new JsonArray(Checksum("SHA256", ContentDigest.Hex(step.Artifact.Layer.Digest))),
                    ["licenseConcluded"] = Unknown,
                    ["licenseDeclared"] = Unknown,
                    ["copyrightText"] = Unknown,
                    ["comment"] = "The files of the Feature itself; install.sh may download more.",
                }
            ),
            ["files"] = new JsonArray([.. files.Select(Describe)]),
            ["relationships"] = new JsonArray([
                Relation("SPDXRef-DOCUMENT", "DESCRIBES", PackageId),
                .. files.Select((_, index) => Relation(PackageId, "CONTAINS", FileId(index))),
            ]),
        };
        return new Attestation(MediaType, "sbom.spdx.json", CanonicalJson.Write(document));
    }

    private static List<(string Path, byte[] Content)> Files(ReadOnlyMemory<byte> archive)
    {
        var files = new List<(string, byte[])>();
        using var tar = new TarReader(new MemoryStream(archive.ToArray()));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
            {
                using var content = new MemoryStream();
                entry.DataStream?.CopyTo(content);
                files.Add((entry.Name, content.ToArray()));
            }
        }

        return files;
    }

    // SPDX 2.3, 7.9: the SHA-1 of all files' SHA-1s, sorted.
    private static string VerificationCode(IEnumerable<(string Path, byte[] Content)> files)
    {
        var sums = files.Select(file => Sha1(file.Content)).Order(StringComparer.Ordinal);
        return Sha1(System.Text.Encoding.ASCII.GetBytes(string.Concat(sums)));
    }

    private static JsonNode Describe((string Path, byte[] Content) file, int index) =>
        new JsonObject
        {
            ["SPDXID"] = FileId(index),
            ["fileName"] = file.Path,
            ["checksums"] = new JsonArray(
                Checksum("SHA1", Sha1(file.Content)),
                Checksum("SHA256", ContentDigest.Hex(ContentDigest.Of(file.Content.AsSpan())))
            ),
            ["licenseConcluded"] = Unknown,
            ["licenseInfoInFiles"] = new JsonArray(Unknown),
            ["copyrightText"] = Unknown,
        };

    private static string FileId(int index) => FormattableString.Invariant($"SPDXRef-File-{index}");

    private static JsonNode Checksum(string algorithm, string value) =>
        new JsonObject { ["algorithm"] = algorithm, ["checksumValue"] = value };

    private static JsonNode Relation(string from, string type, string to) =>
        new JsonObject
        {
            ["spdxElementId"] = from,
            ["relationshipType"] = type,
            ["relatedSpdxElement"] = to,
        };

    // The one that SPDX 2.3 requires of every file (8.4); nothing here relies on it.
#pragma warning disable CA5350
    private static string Sha1(byte[] bytes) => Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350
}
