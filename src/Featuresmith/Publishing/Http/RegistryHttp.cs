using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Featuresmith.Publishing.Http;

/// <summary>Requests to one registry: with credentials where it asks for them, over redirects, and again after passing faults.</summary>
internal sealed class RegistryHttp : IDisposable
{
    private const int MostRedirects = 5;

    private readonly RegistryAddress registry;
    private readonly RegistryOptions options;
    private readonly HttpConnection connection;
    private readonly RegistryAuth auth;

    public RegistryHttp(RegistryAddress registry, RegistryOptions options)
    {
        this.registry = registry;
        this.options = options;
        connection = new HttpConnection(options, RegistryAddress.IsLoopback(registry.Root.Host));
        auth = new RegistryAuth(registry, options, new TokenServer(ExchangeWithTokenServerAsync));
    }

    /// <summary>Makes a request.</summary>
    /// <returns>The last answer, whatever its status.</returns>
    /// <exception cref="RegistryException">There is no answer, or none that can be used.</exception>
    public Task<RegistryAnswer> SendAsync(RegistryRequest request, CancellationToken cancellation) =>
        RepeatAsync(request, token => AuthenticateAsync(request, token), cancellation);

    public void Dispose() => connection.Dispose();

    private Task<RegistryAnswer> ExchangeWithTokenServerAsync(
        RegistryRequest request,
        AuthenticationHeaderValue? authorization,
        CancellationToken cancellation
    ) =>
        RepeatAsync(
            request,
            token => connection.ExchangeAsync(request, request.Url, authorization, token),
            cancellation
        );

    private async Task<RegistryAnswer> RepeatAsync(
        RegistryRequest request,
        Func<CancellationToken, Task<RegistryAnswer>> attempt,
        CancellationToken cancellation
    )
    {
        for (var failed = 1; ; failed++)
        {
            RegistryAnswer? answer = null;
            string fault;
            Exception? cause = null;
            try
            {
                answer = await attempt(cancellation);
                fault = answer.Status == HttpStatusCode.OK ? request.Fault(answer) ?? "" : "";
                if (fault.Length == 0 && !RetryPolicy.IsPassing(answer.Status))
                {
                    return answer;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
            {
                (fault, cause) = (Reason(exception), exception);
            }

            // A certificate that is not trusted is none the next time either.
            var wait =
                request.Repeats && cause is not { InnerException: AuthenticationException }
                    ? options.Retry.WaitAfter(failed, answer?.Headers.RetryAfter, DateTimeOffset.UtcNow)
                    : null;
            if (wait is null)
            {
                return fault.Length > 0
                    ? throw RegistryException.Unreachable(request.Method, request.Url, fault, cause)
                    : answer!;
            }

            options.Log?.Invoke(
                FormattableString.Invariant(
                    $"{request.Method} {RegistryException.Plain(request.Url)} again in {wait.Value.TotalSeconds:0.0} s: {(fault.Length > 0 ? fault : answer!.Status.ToString())}"
                )
            );
            await options.Retry.Wait(wait.Value, cancellation);
        }
    }

    // The innermost message names the fault: "Connection refused", "certificate …", "The response ended prematurely".
    private static string Reason(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return exception.Message;
    }

    private async Task<RegistryAnswer> AuthenticateAsync(RegistryRequest request, CancellationToken cancellation)
    {
        var header = await auth.HeaderAsync(request, cancellation);
        var answer = await FollowAsync(request, header, cancellation);
        // Some registries answer 403 to those who have not said who they are (CLI, httpOCIRegistry.ts).
        var isAsked =
            answer.Status == HttpStatusCode.Unauthorized
            || (answer.Status == HttpStatusCode.Forbidden && header is null);
        if (!isAsked || !IsRegistry(answer.Url) || AuthChallenge.In(answer.Headers) is not { } challenge)
        {
            return answer;
        }

        var fresh = await auth.AnswerAsync(challenge, request, cancellation);
        return fresh is null || fresh.Equals(header) ? answer : await FollowAsync(request, fresh, cancellation);
    }

    private async Task<RegistryAnswer> FollowAsync(
        RegistryRequest request,
        AuthenticationHeaderValue? header,
        CancellationToken cancellation
    )
    {
        var url = request.Url;
        for (var redirects = 0; ; redirects++)
        {
            // Only the registry itself is told who asks: never who it redirects to, and never in the clear where TLS was meant.
            var answer = await connection.ExchangeAsync(request, url, IsRegistry(url) ? header : null, cancellation);
            if (RedirectOf(request, answer) is not { } target)
            {
                return answer;
            }

            if (redirects == MostRedirects)
            {
                throw RegistryException.Unexpected(
                    RegistryException.Plain(request.Url),
                    FormattableString.Invariant($"redirects more than {MostRedirects} times")
                );
            }

            url = target;
        }
    }

    private bool IsRegistry(Uri url) => url.Scheme == registry.Root.Scheme && url.Authority == registry.Root.Authority;

    private Uri? RedirectOf(RegistryRequest request, RegistryAnswer answer)
    {
        var keepsMethod = (int)answer.Status is 307 or 308;
        var reads = request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;
        if (
            answer.Headers.Location is not { } location
            || !(keepsMethod || (reads && (int)answer.Status is 301 or 302 or 303))
        )
        {
            return null;
        }

        var target = new Uri(answer.Url, location);
        if (!reads && !IsRegistry(target))
        {
            throw RegistryException.Unexpected(
                RegistryException.Plain(request.Url),
                $"redirects what is written to {target.Host}; give that registry with -r if it is meant"
            );
        }

        return target.Scheme == Uri.UriSchemeHttps || IsRegistry(target) || RegistryAddress.IsLoopback(target.Host)
            ? target
            : throw RegistryException.Unexpected(
                RegistryException.Plain(request.Url),
                $"redirects to {target.Host} over plain HTTP, which is not followed"
            );
    }
}
