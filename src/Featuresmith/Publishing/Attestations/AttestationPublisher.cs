using System.Text.Json.Nodes;
using Featuresmith.Packaging;

namespace Featuresmith.Publishing.Attestations;

/// <summary>
/// Attaches documents to published Features as referrers (OCI distribution specification 1.1, "Pushing manifests with subject"). Where a
/// registry keeps no list of referrers, the list is kept under the tag that the specification names for that.
/// </summary>
/// <param name="store">The registry.</param>
public sealed class AttestationPublisher(IArtifactStore store)
{
    // The empty descriptor (OCI image specification 1.1, "Guidance for an empty descriptor").
    private static readonly OciDescriptor Empty = new(
        "application/vnd.oci.empty.v1+json",
        ArtifactManifest.Config.Digest,
        ArtifactManifest.Config.Size
    );

    /// <summary>Whether to attach a SLSA provenance statement.</summary>
    public bool Provenance { get; init; }

    /// <summary>Whether to attach an SPDX document.</summary>
    public bool Sbom { get; init; }

    /// <summary>Attaches the documents to every step that holds now. Doing so again changes nothing.</summary>
    /// <returns>What went wrong, a sentence each.</returns>
    public async Task<IReadOnlyList<string>> PublishAsync(
        IReadOnlyList<FeatureResult> results,
        CancellationToken cancellation
    )
    {
        var problems = new List<string>();
        foreach (var step in results.SelectMany(result => result.Done))
        {
            try
            {
                foreach (var attestation in Documents(step))
                {
                    await AttachAsync(step, attestation, cancellation);
                }
            }
            catch (RegistryException exception)
            {
                problems.Add($"nothing was attached to {step.Repository}: {exception.Message}");
            }
        }

        return problems;
    }

    private IEnumerable<Attestation> Documents(RepositoryPlan step)
    {
        if (Provenance)
        {
            yield return SlsaProvenance.For(step, Environment.GetEnvironmentVariable);
        }

        if (Sbom)
        {
            yield return SpdxDocument.For(step);
        }
    }

    private async Task AttachAsync(RepositoryPlan step, Attestation attestation, CancellationToken cancellation)
    {
        var layer = new OciDescriptor(
            attestation.MediaType,
            ContentDigest.Of(attestation.Bytes.AsSpan()),
            attestation.Bytes.Length,
            attestation.Title
        );
        var manifest = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ArtifactTypes.Manifest,
            ["artifactType"] = attestation.MediaType,
            ["config"] = Json(Empty),
            ["layers"] = new JsonArray(Json(layer)),
            ["subject"] = Json(new OciDescriptor(ArtifactTypes.Manifest, step.Digest, step.Manifest.Length)),
        };
        var bytes = CanonicalJson.Write(manifest);
        var digest = ContentDigest.Of(bytes.AsSpan());
        await store.PushBlobAsync(
            new BlobUpload(step.Repository, Empty, ArtifactManifest.ConfigBlob),
            _ => { },
            cancellation
        );
        await store.PushBlobAsync(new BlobUpload(step.Repository, layer, attestation.Bytes), _ => { }, cancellation);
        var upload = new ManifestUpload(step.Repository, digest, ArtifactTypes.Manifest, bytes);
        if (!await store.PushManifestAsync(upload, cancellation))
        {
            var entry = Json(new OciDescriptor(ArtifactTypes.Manifest, digest, bytes.Length));
            entry["artifactType"] = attestation.MediaType;
            await ListAsync(step, entry, cancellation);
        }
    }

    // The tag is the subject's digest with "-" for ":" (OCI distribution specification 1.1, "Referrers Tag Schema").
    private async Task ListAsync(RepositoryPlan step, JsonObject entry, CancellationToken cancellation)
    {
        var tag = step.Digest.Replace(':', '-');
        var known = await store.ManifestAsync(step.Repository, tag, cancellation);
        var entries = (known is null ? null : JsonNode.Parse(known.Bytes.Span)?["manifests"] as JsonArray) ?? [];
        if (entries.Any(other => (string?)other?["digest"] == (string?)entry["digest"]))
        {
            return;
        }

        var list = new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ArtifactTypes.Index,
            ["manifests"] = new JsonArray([.. entries.Select(other => other?.DeepClone()), entry]),
        };
        await store.PushManifestAsync(
            new ManifestUpload(step.Repository, tag, ArtifactTypes.Index, CanonicalJson.Write(list)),
            cancellation
        );
    }

    private static JsonObject Json(OciDescriptor descriptor)
    {
        var json = new JsonObject
        {
            ["mediaType"] = descriptor.MediaType,
            ["digest"] = descriptor.Digest,
            ["size"] = descriptor.Size,
        };
        if (descriptor.Title is { } title)
        {
            json["annotations"] = new JsonObject { [ArtifactTypes.TitleAnnotation] = title };
        }

        return json;
    }
}
