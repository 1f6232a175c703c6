using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Featuresmith.Publishing.Http;

/// <summary>Single HTTP exchanges: one attempt, one hop, a time limit, and a body that is read to its end.</summary>
internal sealed class HttpConnection : IDisposable
{
    // What a slow but living connection carries in a second.
    private const double SlowestBytesPerSecond = 32 * 1024;

    private const int SmallestBuffer = 1024;
    private const int LargestBuffer = 64 * 1024;

    private readonly HttpClient client;
    private readonly RegistryOptions options;

    /// <param name="options">Time limit, trust and log.</param>
    /// <param name="isLoopback">Whether it is this machine that is spoken to: no proxy stands in between.</param>
    public HttpConnection(RegistryOptions options, bool isLoopback)
    {
        this.options = options;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.Timeout,
            UseCookies = false,
            UseProxy = !isLoopback,
        };
        if (options.CertificateAuthorities is { } file)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = new TrustedAuthorities(file).Accepts;
        }

        client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("featuresmith", null));
    }

    /// <summary>Makes one exchange.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="url">Where; not the request's own behind a redirect.</param>
    /// <param name="authorization">The header Authorization, or null.</param>
    /// <param name="cancellation">Ends the exchange.</param>
    /// <exception cref="HttpRequestException">No connection, or it broke.</exception>
    /// <exception cref="IOException">The connection broke in the middle of the answer.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<RegistryAnswer> ExchangeAsync(
        RegistryRequest request,
        Uri url,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellation
    )
    {
        using var message = Message(request, url, authorization);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout + Transfer(request.Body?.Length ?? 0));
        try
        {
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            options.Log?.Invoke($"{request.Method} {RegistryException.Plain(url)} {(int)response.StatusCode}");
            limit.CancelAfter(options.Timeout + Transfer(response.Content.Headers.ContentLength ?? 0));
            var body =
                request.Method == HttpMethod.Head ? [] : await ReadAsync(response, request.MaxAnswer, limit.Token);
            var type = response.Content.Headers.ContentType?.MediaType ?? "";
            return new RegistryAnswer(response.StatusCode, response.Headers, body, type, url);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(
                FormattableString.Invariant($"no whole answer within {options.Timeout.TotalSeconds:0.#} s")
            );
        }
    }

    public void Dispose() => client.Dispose();

    private static TimeSpan Transfer(long bytes) =>
        TimeSpan.FromSeconds(Math.Min(bytes / SlowestBytesPerSecond, 86_400));

    private static HttpRequestMessage Message(
        RegistryRequest request,
        Uri url,
        AuthenticationHeaderValue? authorization
    )
    {
        var message = new HttpRequestMessage(request.Method, url);
        message.Headers.Authorization = authorization;
        foreach (var type in request.Accept)
        {
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        }

        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.BodyType);
            if (request.BodyRange is { } range)
            {
                // Registries have their own form of it, without unit (OCI distribution specification, "Pushing a blob in chunks").
                message.Content.Headers.TryAddWithoutValidation("Content-Range", range);
            }
        }

        return message;
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, long most, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return [];
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        var buffer = new byte[Math.Clamp(response.Content.Headers.ContentLength ?? 0, SmallestBuffer, LargestBuffer)];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > most)
            {
                throw RegistryException.Unexpected(
                    RegistryException.Plain(response.RequestMessage!.RequestUri!),
                    FormattableString.Invariant($"answers with more than {most} bytes")
                );
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
