using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Featuresmith.Packaging;
using Microsoft.AspNetCore.Http;

namespace Featuresmith.Tests.Publishing;

/// <summary>The part of the OCI distribution specification that publishing needs, in memory.</summary>
internal sealed partial class RegistryMemory
{
    private readonly ConcurrentDictionary<string, byte[]> uploads = new();

    /// <summary>Blobs by repository and digest.</summary>
    public ConcurrentDictionary<(string Repository, string Digest), byte[]> Blobs { get; } = new();

    /// <summary>Manifests by repository and digest.</summary>
    public ConcurrentDictionary<(string Repository, string Digest), byte[]> Manifests { get; } = new();

    /// <summary>Digests by repository and tag.</summary>
    public ConcurrentDictionary<(string Repository, string Tag), string> Tags { get; } = new();

    /// <summary>How many tags a page of the list has.</summary>
    public int PageSize { get; set; } = int.MaxValue;

    /// <summary>Whether it lists referrers itself (OCI distribution specification 1.1, "Listing Referrers").</summary>
    public bool ListsReferrers { get; set; }

    /// <summary>Everything that can be seen from outside, to compare two registries.</summary>
    public string Describe() =>
        string.Join(
            '\n',
            Tags.Select(tag => $"{tag.Key.Repository}:{tag.Key.Tag} {tag.Value}").Order(StringComparer.Ordinal)
        );

    /// <summary>Floating tags whose content has no exact tag: what must never be seen.</summary>
    public IEnumerable<string> Unanchored() =>
        from tag in Tags
        where !tag.Key.Tag.Contains('.') || tag.Key.Tag.Count(character => character == '.') == 1
        where IsFeature(tag.Key.Repository)
        where
            !Tags.Any(other =>
                other.Key.Repository == tag.Key.Repository && other.Value == tag.Value && Exact().IsMatch(other.Key.Tag)
            )
        select $"{tag.Key.Repository}:{tag.Key.Tag}";

    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var match = Route().Match(request.Path.Value ?? "");
        var (repository, kind, rest) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        await (
            kind switch
            {
                "tags" => ListAsync(context, repository),
                "referrers" when ListsReferrers => ReferrersAsync(context, repository, rest),
                "manifests" => ManifestAsync(context, repository, rest, body.ToArray()),
                "blobs/uploads" => UploadAsync(context, repository, rest, body.ToArray()),
                "blobs" => SendAsync(context, Blobs.GetValueOrDefault((repository, rest)), "application/octet-stream"),
                _ => Status(response, 404),
            }
        );
    }

    private static bool IsFeature(string repository) => repository.Count(character => character == '/') == 2;

    private async Task ListAsync(HttpContext context, string repository)
    {
        var tags = Tags
            .Keys.Where(tag => tag.Repository == repository)
            .Select(tag => tag.Tag)
            .Order(StringComparer.Ordinal);
        var last = context.Request.Query["last"].ToString();
        var left = tags.Where(tag => string.CompareOrdinal(tag, last) > 0).ToList();
        if (left.Count == 0 && last.Length == 0)
        {
            await Status(context.Response, 404);
            return;
        }

        var page = left.Take(PageSize).ToList();
        if (page.Count < left.Count)
        {
            context.Response.Headers.Link = $"</v2/{repository}/tags/list?last={page[^1]}>; rel=\"next\"";
        }

        await context.Response.WriteAsync(JsonSerializer.Serialize(new { name = repository, tags = page }));
    }

    private async Task ManifestAsync(HttpContext context, string repository, string reference, byte[] body)
    {
        if (context.Request.Method == "PUT")
        {
            var digest = ContentDigest.Of(body.AsSpan());
            Manifests[(repository, digest)] = body;
            if (!ContentDigest.IsDigest(reference))
            {
                Tags[(repository, reference)] = digest;
            }

            context.Response.Headers["Docker-Content-Digest"] = digest;
            if (ListsReferrers && Subject(body) is { } subject)
            {
                context.Response.Headers["OCI-Subject"] = subject;
            }

            await Status(context.Response, 201);
            return;
        }

        var found = ContentDigest.IsDigest(reference) ? reference : Tags.GetValueOrDefault((repository, reference), "");
        await SendAsync(context, Manifests.GetValueOrDefault((repository, found)), ArtifactTypes.Manifest);
    }

    private Task ReferrersAsync(HttpContext context, string repository, string subject)
    {
        var referrers = Manifests
            .Where(manifest => manifest.Key.Repository == repository && Subject(manifest.Value) == subject)
            .Select(manifest => new
            {
                mediaType = ArtifactTypes.Manifest,
                digest = manifest.Key.Digest,
                size = manifest.Value.Length,
                artifactType = JsonNode.Parse(manifest.Value)?["artifactType"],
            });
        var index = new
        {
            schemaVersion = 2,
            mediaType = ArtifactTypes.Index,
            manifests = referrers,
        };
        return SendAsync(context, JsonSerializer.SerializeToUtf8Bytes(index), ArtifactTypes.Index);
    }

    private static string? Subject(byte[] manifest) => (string?)JsonNode.Parse(manifest)?["subject"]?["digest"];

    private async Task UploadAsync(HttpContext context, string repository, string session, byte[] body)
    {
        var (request, response) = (context.Request, context.Response);
        var id = session.Trim('/');
        switch (request.Method)
        {
            case "POST"
                when Blobs.TryGetValue(
                    (request.Query["from"].ToString(), request.Query["mount"].ToString()),
                    out var blob
                ):
                Blobs[(repository, request.Query["mount"].ToString())] = blob;
                await Status(response, 201);
                return;
            case "POST":
                id = Guid.NewGuid().ToString("N");
                uploads[id] = [];
                break;
            case "PATCH":
                uploads[id] = [.. uploads[id], .. body];
                break;
            case "PUT":
                Blobs[(repository, request.Query["digest"].ToString())] = [.. uploads[id], .. body];
                await Status(response, 201);
                return;
        }

        response.Headers.Location = $"/v2/{repository}/blobs/uploads/{id}?state=secret";
        response.Headers.Range = $"0-{Math.Max(0, uploads[id].Length - 1)}";
        await Status(response, request.Method == "GET" ? 204 : 202);
    }

    /// <summary>Keeps the beginning of a chunk whose rest never comes.</summary>
    public void KeepPart(string path, byte[] part) =>
        uploads[path.Split('/')[^1]] = [.. uploads[path.Split('/')[^1]], .. part];

    private static async Task SendAsync(HttpContext context, byte[]? bytes, string type)
    {
        if (bytes is null)
        {
            await Status(context.Response, 404);
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["Docker-Content-Digest"] = ContentDigest.Of(bytes.AsSpan());
        if (context.Request.Method != "HEAD")
        {
            await context.Response.Body.WriteAsync(bytes);
        }
    }

    private static Task Status(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\A/v2/(.+)/(tags|manifests|referrers|blobs/uploads|blobs)/(.*)\z")]
    private static partial Regex Route();

    [GeneratedRegex(@"\A\d+\.\d+\.\d+(-.+)?\z")]
    private static partial Regex Exact();
}
