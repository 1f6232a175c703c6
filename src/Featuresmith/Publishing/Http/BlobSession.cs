using System.Globalization;
using System.Net;

namespace Featuresmith.Publishing.Http;

/// <summary>
/// One blob's way into a registry (OCI distribution specification, "Pushing blobs"): in one piece where it is small, else in chunks
/// of which none is sent twice that arrived.
/// </summary>
/// <param name="root">The registry's API.</param>
/// <param name="http">Makes requests.</param>
/// <param name="refusal">Explains refusals.</param>
/// <param name="options">Chunk size and retries.</param>
/// <param name="upload">The blob.</param>
/// <param name="sent">Is told how many bytes arrived.</param>
internal sealed class BlobSession(
    Uri root,
    RegistryHttp http,
    Refusal refusal,
    RegistryOptions options,
    BlobUpload upload,
    Action<long> sent
)
{
    private Uri? location;
    private int offset;

    /// <summary>Sends the blob.</summary>
    /// <exception cref="RegistryException">The registry refused, or failed more often than we try.</exception>
    public async Task SendAsync(CancellationToken cancellation)
    {
        for (var failed = 1; ; failed++)
        {
            var before = offset;
            try
            {
                await ContinueAsync(cancellation);
                return;
            }
            catch (RegistryException exception) when (exception.IsPassing || IsLost(exception))
            {
                // A chunk that arrived is progress: only faults in a row count.
                failed = offset > before ? 1 : failed;
                if (options.Retry.WaitAfter(failed, exception.RetryAfter, DateTimeOffset.UtcNow) is not { } wait)
                {
                    throw;
                }

                await options.Retry.Wait(wait, cancellation);
                await RecoverAsync(exception, cancellation);
            }
        }
    }

    // The registry has forgotten the session, or counts other bytes than we do.
    private bool IsLost(RegistryException exception) =>
        location is not null
        && exception.Status is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable;

    private async Task ContinueAsync(CancellationToken cancellation)
    {
        if (location is null && await BeginAsync(cancellation))
        {
            sent(upload.Bytes.Length);
            return;
        }

        var isChunked = upload.Bytes.Length > options.ChunkSize;
        while (isChunked && offset < upload.Bytes.Length)
        {
            await SendChunkAsync(Math.Min(options.ChunkSize, upload.Bytes.Length - offset), cancellation);
        }

        var separator = location!.Query.Length > 0 ? '&' : '?';
        var whole = new Uri($"{location}{separator}digest={Uri.EscapeDataString(upload.Blob.Digest)}");
        await ExpectAsync(
            Request(HttpMethod.Put, whole) with
            {
                Body = isChunked ? ReadOnlyMemory<byte>.Empty : upload.Bytes,
            },
            HttpStatusCode.Created,
            cancellation
        );
        sent(upload.Bytes.Length - offset);
    }

    /// <returns>Whether that was all: the registry had the blob in another repository.</returns>
    private async Task<bool> BeginAsync(CancellationToken cancellation)
    {
        var mount = upload.MountFrom is { } other
            ? $"?mount={Uri.EscapeDataString(upload.Blob.Digest)}&from={Uri.EscapeDataString(other)}"
            : "";
        var request = Request(HttpMethod.Post, new Uri(root, $"{upload.Repository}/blobs/uploads/{mount}")) with
        {
            Body = ReadOnlyMemory<byte>.Empty,
            Repeats = true,
        };
        var answer = await http.SendAsync(request, cancellation);
        if (answer.Status == HttpStatusCode.Created)
        {
            return true;
        }

        if (answer.Status != HttpStatusCode.Accepted)
        {
            throw await refusal.ForAsync(request, answer);
        }

        Remember(answer);
        return false;
    }

    private async Task SendChunkAsync(int length, CancellationToken cancellation)
    {
        var answer = await ExpectAsync(
            Request(HttpMethod.Patch, location!) with
            {
                Body = upload.Bytes.Slice(offset, length),
                BodyRange = string.Create(CultureInfo.InvariantCulture, $"{offset}-{offset + length - 1}"),
            },
            HttpStatusCode.Accepted,
            cancellation
        );
        Remember(answer);
        offset += length;
        sent(length);
    }

    // Where a chunk may have arrived in part, the registry is asked how far it got.
    private async Task RecoverAsync(RegistryException exception, CancellationToken cancellation)
    {
        var isChunked = upload.Bytes.Length > options.ChunkSize;
        if (location is null || !isChunked || exception.Status == HttpStatusCode.NotFound)
        {
            Forget();
            return;
        }

        var answer = await http.SendAsync(Request(HttpMethod.Get, location) with { Repeats = true }, cancellation);
        var last = answer.Header("Range")?.Split('-').LastOrDefault();
        if (
            answer.Status != HttpStatusCode.NoContent
            || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end >= upload.Bytes.Length
        )
        {
            Forget();
            return;
        }

        // "0-0" is what registries say of no byte at all.
        var arrived = end == 0 ? 0 : end + 1;
        sent(arrived - offset);
        offset = arrived;
        Remember(answer);
    }

    private void Forget()
    {
        sent(-offset);
        (location, offset) = (null, 0);
    }

    private void Remember(RegistryAnswer answer)
    {
        var given =
            answer.Headers.Location
            ?? location
            ?? throw RegistryException.Unexpected(
                RegistryException.Plain(answer.Url),
                "begins an upload without a Location"
            );
        var target = new Uri(answer.Url, given);
        // A registry behind a proxy that ends TLS often does not know that it is behind one.
        location =
            target.Authority == root.Authority && target.Scheme != root.Scheme && root.Scheme == Uri.UriSchemeHttps
                ? new UriBuilder(target) { Scheme = root.Scheme, Port = root.Port }.Uri
                : target;
    }

    private RegistryRequest Request(HttpMethod method, Uri url) =>
        new(method, url, upload.Repository) { Writes = true, Repeats = false };

    private async Task<RegistryAnswer> ExpectAsync(
        RegistryRequest request,
        HttpStatusCode expected,
        CancellationToken cancellation
    )
    {
        var answer = await http.SendAsync(request, cancellation);
        return answer.Status == expected ? answer : throw await refusal.ForAsync(request, answer);
    }
}
