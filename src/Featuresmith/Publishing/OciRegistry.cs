using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Featuresmith.Packaging;
using Featuresmith.Publishing.Http;

namespace Featuresmith.Publishing;

/// <summary>A registry, over HTTP (OCI distribution specification 1.1).</summary>
public sealed partial class OciRegistry : IArtifactStore, IDisposable
{
    // A registry that pages on for ever is not waited for.
    private const int MostPages = 10_000;

    private readonly RegistryAddress address;
    private readonly RegistryOptions options;
    private readonly RegistryHttp http;
    private readonly Refusal refusal;

    /// <param name="address">Where it is.</param>
    /// <param name="options">How it is spoken to.</param>
    public OciRegistry(RegistryAddress address, RegistryOptions options)
    {
        this.address = address;
        this.options = options;
        http = new RegistryHttp(address, options);
        refusal = new Refusal(address.Host, options);
    }

    public string Name => address.Host;

    public string Host => address.Host;

    public async Task<IReadOnlyList<string>> TagsAsync(string repository, CancellationToken cancellation)
    {
        var tags = new List<string>();
        var seen = new HashSet<Uri>();
        for (var page = new Uri(address.Root, $"{repository}/tags/list"); page is not null; )
        {
            if (!seen.Add(page) || seen.Count > MostPages)
            {
                throw RegistryException.Unexpected(
                    RegistryException.Plain(page),
                    "lists its tags in pages without an end"
                );
            }

            var request = new RegistryRequest(HttpMethod.Get, page, repository)
            {
                Accept = ["application/json"],
                Fault = answer => Tags(answer.Body) is null ? "the list of tags is not JSON" : null,
            };
            var answer = await http.SendAsync(request, cancellation);
            if (answer.Status == HttpStatusCode.NotFound)
            {
                return tags;
            }

            if (answer.Status != HttpStatusCode.OK)
            {
                throw await refusal.ForAsync(request, answer);
            }

            tags.AddRange(Tags(answer.Body)!);
            page = NextPage(answer);
        }

        return tags;
    }

    public async Task<string?> DigestAsync(string repository, string reference, CancellationToken cancellation)
    {
        var request = ManifestRequest(HttpMethod.Head, repository, reference);
        var answer = await http.SendAsync(request, cancellation);
        if (answer.Status == HttpStatusCode.NotFound)
        {
            return null;
        }

        if (answer.Status != HttpStatusCode.OK)
        {
            throw await refusal.ForAsync(request, answer);
        }

        // The header is optional, so where it is missing the manifest itself tells.
        return answer.Header("Docker-Content-Digest") is { } digest && ContentDigest.IsDigest(digest)
            ? digest
            : (await ManifestAsync(repository, reference, cancellation))?.Digest;
    }

    public async Task<PublishedManifest?> ManifestAsync(
        string repository,
        string reference,
        CancellationToken cancellation
    )
    {
        var request = ManifestRequest(HttpMethod.Get, repository, reference) with
        {
            Fault = answer => ManifestFault(answer, reference),
        };
        var answer = await http.SendAsync(request, cancellation);
        return answer.Status switch
        {
            HttpStatusCode.OK => new PublishedManifest(ContentDigest.Of(answer.Body), answer.MediaType, answer.Body),
            HttpStatusCode.NotFound => null,
            _ => throw await refusal.ForAsync(request, answer),
        };
    }

    public async Task<byte[]> BlobAsync(string repository, OciDescriptor blob, CancellationToken cancellation)
    {
        var request = new RegistryRequest(
            HttpMethod.Get,
            new Uri(address.Root, $"{repository}/blobs/{blob.Digest}"),
            repository
        )
        {
            MaxAnswer = blob.Size,
            Fault = answer =>
                ContentDigest.Of(answer.Body) == blob.Digest
                    ? null
                    : $"the bytes that came do not have digest {blob.Digest}",
        };
        var answer = await http.SendAsync(request, cancellation);
        return answer.Status == HttpStatusCode.OK ? answer.Body : throw await refusal.ForAsync(request, answer);
    }

    public async Task PushBlobAsync(BlobUpload upload, Action<long> sent, CancellationToken cancellation)
    {
        var head = new RegistryRequest(
            HttpMethod.Head,
            new Uri(address.Root, $"{upload.Repository}/blobs/{upload.Blob.Digest}"),
            upload.Repository
        )
        {
            Writes = true,
        };
        if (!upload.IsFirst && (await http.SendAsync(head, cancellation)).Status == HttpStatusCode.OK)
        {
            sent(upload.Bytes.Length);
            return;
        }

        await new BlobSession(address.Root, http, refusal, options, upload, sent).SendAsync(cancellation);
    }

    public async Task<bool> PushManifestAsync(ManifestUpload upload, CancellationToken cancellation)
    {
        var request = ManifestRequest(HttpMethod.Put, upload.Repository, upload.Reference) with
        {
            Writes = true,
            Body = upload.Bytes,
            BodyType = upload.MediaType,
        };
        var answer = await http.SendAsync(request, cancellation);
        if (answer.Status != HttpStatusCode.Created)
        {
            throw await refusal.ForAsync(request, answer);
        }

        var stored = answer.Header("Docker-Content-Digest");
        return stored is null || stored == ContentDigest.Of(upload.Bytes.Span)
            ? answer.Header("OCI-Subject") is not null
            : throw RegistryException.Unexpected(
                RegistryException.Plain(request.Url),
                $"stored other bytes than were sent: {stored}"
            );
    }

    public void Dispose() => http.Dispose();

    private RegistryRequest ManifestRequest(HttpMethod method, string repository, string reference) =>
        new(method, new Uri(address.Root, $"{repository}/manifests/{reference}"), repository)
        {
            Accept = method == HttpMethod.Put ? [] : [ArtifactTypes.Manifest, ArtifactTypes.Index],
        };

    private static string? ManifestFault(RegistryAnswer answer, string reference)
    {
        var expected = ContentDigest.IsDigest(reference) ? reference : answer.Header("Docker-Content-Digest");
        return expected is null || !ContentDigest.IsDigest(expected) || ContentDigest.Of(answer.Body) == expected
            ? null
            : $"the manifest that came does not have digest {expected}";
    }

    private Uri? NextPage(RegistryAnswer answer)
    {
        if (answer.Header("Link") is not { } link || NextLink().Match(link) is not { Success: true } match)
        {
            return null;
        }

        // The next page is the same registry's, wherever the link says: credentials go along.
        var next = new Uri(answer.Url, match.Groups[1].Value);
        return new Uri(address.Root, next.PathAndQuery);
    }

    // "tags": null is how some registries say that there are none (CLI issue: taken for a failure there).
    private static IReadOnlyList<string>? Tags(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("tags", out var tags) && tags.ValueKind == JsonValueKind.Array
                ?
                [
                    .. tags.EnumerateArray()
                        .Where(tag => tag.ValueKind == JsonValueKind.String)
                        .Select(tag => tag.GetString()!),
                ]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<([^>]*)>\s*;\s*rel="?next"?""")]
    private static partial Regex NextLink();
}
